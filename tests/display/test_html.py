"""HTML: real tables, no script or style, nothing from an invitation taken for markup."""

from __future__ import annotations

import pytest

import interview_value as iv
from interview_value.display.language import LANGUAGES

from .elements import Elements

BARE = iv.Evaluator(discover=False)
KNOWN = {"role_interest": 0.3, "organization_interest": 0.5}


def shown(thing):
    """Return the elements of what a notebook shows."""
    return Elements(thing._repr_html_())


def test_table_has_headers_in_both_directions():
    """Each column and each row has a header that a screen reader can say, and the table has a caption."""
    found = shown(BARE.evaluate(iv.Invitation(**KNOWN))).found
    scopes = [attributes.get("scope") for tag, attributes in found if tag == "th"]
    assert 3 + 4 == scopes.count("col")
    assert 6 + 11 == scopes.count("row")
    assert 2 == [tag for tag, _ in found].count("caption")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_named(language):
    """What a notebook shows, and what is written for a page in another language, names the language that it is in."""
    evaluation = BARE.evaluate(iv.Invitation(**KNOWN))
    with iv.speaking(language):
        here = evaluation._repr_html_()
    for html in (here, evaluation.to_html(language=language)):
        assert ("div", {"lang": language}) == Elements(html).found[0]
        assert 1 == html.count(" lang=")


def test_signs_are_text():
    """Costs and benefits are told apart by + and − in the text, not by colour."""
    said = " ".join(shown(BARE.evaluate(iv.Invitation(**KNOWN))).said)
    assert "+" in said
    assert "−" in said


@pytest.mark.parametrize("thing", ["evaluation", "comparison"])
def test_nothing_but_plain_elements(thing):
    """There is no script, style sheet, link or image, and no attribute but those of language, headers and bars."""
    evaluation = BARE.evaluate(iv.Invitation())
    found = shown(evaluation if thing == "evaluation" else iv.compare([evaluation])).found
    allowed = {
        "div", "p", "strong", "br", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "ul", "li",
        "details", "summary", "meter",
    }  # fmt: skip
    assert set() == {tag for tag, _ in found} - allowed
    attributes = {name: value for _, some in found for name, value in some.items()}
    assert set() == attributes.keys() - {"lang", "scope", "style", "max", "value", "low", "high", "optimum"}
    styles = {some["style"] for _, some in found if "style" in some}
    assert {"text-align:left", "width:3em"} == styles


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&lt;b&gt;", "</td></table>", "👩‍💻 עברית"],
)
def test_hostile_text_is_shown_as_text(hostile):
    """Whatever stands in a role, an organisation, a note, a place or a quantity of a plugin is text, not markup."""
    calm = len(shown(BARE.evaluate(iv.Invitation(role="x", organization="x", notes=("x",), **KNOWN))).found)
    invitation = iv.Invitation(role=hostile, organization=hostile, notes=(hostile,), **KNOWN)
    evaluation = BARE.evaluate(invitation)
    assert calm == len(shown(evaluation).found)
    assert "".join(hostile.split()) in "".join("".join(shown(evaluation).said).split())
    assert 2 == [tag for tag, _ in shown(iv.compare([evaluation])).found].count("table")


def test_ordinary_evaluation_is_small():
    """A notebook that keeps many evaluations stays small: one takes under 2 kB, and 9 kB with all that unfolds."""
    html = BARE.evaluate(iv.Invitation(**KNOWN))._repr_html_()
    assert 2_000 > len(html.partition("<details>")[0].encode())
    assert 9_000 > len(html.encode())


def test_bars_are_as_long_as_the_hours():
    """Each criterion has a bar as long as its hours; one that costs is in the browser's colour for what is bad."""
    evaluation = BARE.evaluate(iv.Invitation(**KNOWN))
    bars = [attributes for tag, attributes in shown(evaluation.why()).found if tag == "meter"]
    effects = [
        item.effect.mean for item in sorted(evaluation.contributions, key=lambda c: (c.kind, -abs(c.effect.mean)))
    ]
    assert [f"{abs(effect):.3g}" for effect in effects] == [bar["value"] for bar in bars]
    assert {f"{max(map(abs, effects)):.3g}"} == {bar["max"] for bar in bars}
    assert [effect < 0 for effect in effects] == ["optimum" in bar for bar in bars]


def test_no_bars_where_there_are_no_hours():
    """What comes to nothing has no bar, because it would have no length."""
    nothing = iv.Evaluator(discover=False, weights={scorer.name: 0 for scorer in BARE.scorers})
    assert [] == [tag for tag, _ in shown(nothing.evaluate(iv.Invitation(**KNOWN))).found if tag == "meter"]


def test_details_are_folded():
    """All that stands behind the first screen is there but folded, under how much of it was guessed."""
    html = BARE.evaluate(iv.Invitation(**KNOWN))._repr_html_()
    first, _, folded = html.partition("<details><summary>23 of the 25 numbers are guesses. See everything</summary>")
    assert "You said:" not in first
    assert "You said:" in folded
    assert folded.endswith("</details></div>")


def test_a_polite_no_shows_its_reason():
    """The reason of a gate that declines stands where the net value would, and nothing claims that hours would turn it."""
    declined = BARE.evaluate(iv.Invitation(role_interest=0, organization_interest=0))
    assert "Nothing about the role or the organisation interests you" in declined._repr_html_()
    for text in (declined._repr_html_(), str(declined), str(declined.why())):
        assert "What matters most" not in text
        assert "What would change" not in text
        assert "Ways to go about it" not in text


def test_an_obligation_shows_its_reason_and_the_hours():
    """The reason of a gate that says attend stands beside what going takes and what it brings."""
    evaluation = BARE.evaluate(iv.Invitation(obliged=True))
    takes = f"All counted, going costs you about {evaluation.cost.mean:.1f} hours and brings what is worth about "
    text = " ".join(str(evaluation).split())
    assert text.startswith("Go. ")
    assert f"You have to go, whatever the hours say. {takes}" in text


def test_ways_and_choices_are_shown():
    """Every way stands there with its hours, and what was chosen as it was said."""
    evaluation = BARE.evaluate(iv.Invitation(stage="first", would_accept="unlikely"))
    for shown_text in (" ".join(shown(evaluation).said), str(evaluation.why())):
        words = " ".join(shown_text.split())
        assert all(way.label in words for way in evaluation.ways)
        assert "Unlikely, but they could win me over (8 to 25 of 100)" in words


HOSTILE = "<script>alert('x')</script>\"'&\x1b[31m\u202eevil\x00\n"


def hostile_evaluation(text):
    """An evaluation in which this text stands in every field and in every word of a plugin's scorer and gate."""
    mood = iv.Quantity(
        "mood", unit=text, bounds=(0, 10), prior=(1, 8), question=text, ask="yourself", source=text, grade=text
    )
    luck = iv.Quantity("luck", unit=text, bounds=(0, 10), prior=(1, 8), question=text, ask="recruiter", source=text)
    scorers = [
        iv.scoring.Scorer(
            name="moody", function=lambda mood: mood, kind="benefit", quantities=[mood], reason=lambda: text
        ),
        iv.scoring.Scorer(name="broken", function=raising(text), kind="cost", quantities=[luck]),
        iv.scoring.Gate(name="hopeless", function=lambda luck: luck == 0, reason=text, quantities=[luck]),
    ]
    facts = {"role": text, "organization": text, "location": text, "notes": (text,)}
    one = iv.Invitation(**facts, duration=1, read_from={"role": text, "duration": text})
    other = iv.Invitation(role="other", duration=2, read_from={"role": text, "duration": text})
    return iv.Evaluator(plugins=scorers, discover=False).evaluate(one | other, iv.Seeker(notes=(text,)))


def raising(text):
    """A function that fails with this text."""

    def fail(luck):
        raise ValueError(text)

    return fail


def test_hostile_text_in_every_field_is_only_text():
    """Markup, quotes, control and direction marks in any field reach neither a notebook's page nor a terminal."""
    evaluation, calm = hostile_evaluation(HOSTILE), hostile_evaluation("x")
    for thing, other in ((evaluation, calm), (iv.compare([evaluation]), iv.compare([calm]))):
        html, text = thing._repr_html_(), str(thing)
        assert shown(other).found == shown(thing).found
        assert "<script" not in html
        assert "alert(" in "".join(shown(thing).said)
        for shown_text in (html, text):
            assert set() == {mark for mark in shown_text if not mark.isprintable() and mark not in "\n\u200c\u200d"}


def test_very_long_text_stays_where_it_is():
    """Names as long as the library takes them neither break the table nor hide the verdict."""
    evaluation = BARE.evaluate(iv.Invitation(role="long " * 400, organization="w" * 2_000, **KNOWN))
    calm = BARE.evaluate(iv.Invitation(role="x", organization="x", **KNOWN))
    assert shown(calm).found == shown(evaluation).found
    comparison = iv.compare([evaluation, calm])
    assert 80 >= max(map(len, str(comparison).splitlines()))
    assert 2 == " ".join(str(comparison.why()).split()).count("too close to call")


def test_a_verdict_to_ask_shows_its_questions():
    """The first question stands by itself, and behind it those to settle first, with who can answer and the worth."""
    said = "".join(shown(BARE.evaluate(iv.Invitation())).said)
    first, _, behind = said.partition("See everything")
    assert "Ask yourself: Is a job you'd be glad of" in first
    assert "If so, go; if not, say no." in first
    assert "Find out first:" in behind
    assert "(ask yourself; the answer is worth about" in behind


def test_failures_disagreements_and_notes_are_shown():
    """What failed, what two sources say differently, and notes are lists of their own."""
    said = shown(hostile_evaluation("x")).said
    for heading in ("Two sources disagree:", "Notes:", "Not counted, because it failed:"):
        assert heading in said
    assert any("raised ValueError" in words for words in said)
    assert "the length of the interview: 1 hour (x) counts, not 2 hours (x)" in said
