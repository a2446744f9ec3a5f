"""Text: an evaluation and a comparison as a person reads them in a terminal."""

from __future__ import annotations

import math

import pytest

import interview_value as iv
from interview_value.display.page import Code, Page
from interview_value.display.showing import page_of
from interview_value.display.text import page_text

BARE = iv.Evaluator(discover=False)
INVITATION = iv.Invitation(
    role="Data analyst",
    organization="Brightside Marketing",
    stage="first",
    starts="2026-12-03T14:00+01:00",
    role_interest=0.2,
    organization_interest=0.6,
    read_from={"role": "posting.html: JobPosting.title", "stage": "invite.ics: SUMMARY"},
)
SURE = iv.Evaluator(discover=False, asking_cost=float("inf"))


def lines(evaluation):
    """Return the lines of an evaluation's text."""
    return str(evaluation).splitlines()


def test_subject():
    """The role, the organisation, the stage and the time stand in one line, as far as they are known."""
    full = "Data analyst at Brightside Marketing · first interview · 2026-12-03 14:00 UTC+01:00"
    assert full in lines(BARE.evaluate(INVITATION))
    assert "An interview" in lines(BARE.evaluate(iv.Invitation()))
    assert "An interview · on-site interview" in lines(BARE.evaluate(iv.Invitation(stage="onsite")))
    assert "An interview · screening interview" in lines(BARE.evaluate(iv.Invitation(stage="screen")))


@pytest.mark.parametrize(
    ("evaluator", "changes", "start"),
    [
        (SURE, {}, "Attend: going is worth +"),
        (SURE, {"preparation": 40}, "Decline politely: going is worth −"),
        (BARE, {}, "Ask first: as things stand going is worth +"),
        (BARE, {"role_interest": 0, "organization_interest": 0}, "Decline politely: Nothing about the role"),
    ],
)
def test_headline_is_the_verdict(evaluator, changes, start):
    """The first sentence is the verdict, with the net value or the reason of a veto."""
    assert str(evaluator.evaluate(INVITATION.with_quantities(**changes))).startswith(start)


def test_benefits_come_before_costs_and_the_largest_first():
    """The table has benefits by size, then costs by size, then what they come to."""
    evaluation = BARE.evaluate(INVITATION)
    names = [line.split()[0] for line in lines(evaluation) if line[:1].isalpha() and ("+" in line or "−" in line)]
    rows = [name for name in names if name in {item.name for item in evaluation.contributions} | {"benefit", "net"}]
    kinds = [evaluation[name].kind for name in rows[:6]]
    sizes = [abs(evaluation[name].effect.mean) for name in rows[:6]]
    assert ["benefit"] * 4 + ["cost"] * 2 == kinds
    assert sorted(sizes[:4], reverse=True) + sorted(sizes[4:], reverse=True) == sizes
    assert ["benefit", "net"] == rows[6:]


def test_everything_that_stands_behind_the_answer_is_shown():
    """What to find out, what decides and turns it, and what was read, given and assumed each have their place."""
    text = " ".join(str(BARE.evaluate(INVITATION)).split())
    for heading in (
        "Find out first:",
        "What decides it:",
        "What would turn it:",
        "Read from files: role Data analyst (posting.html: JobPosting.title); stage first (invite.ics: SUMMARY)",
        "Given by you: organization_interest 0.6 share",
        "Assumed, because nobody said: appeal (centre",
        "Constants of the model, assumed too: jobs_per_tie_year",
    ):
        assert heading in text


def test_read_quantities_say_where():
    """A quantity that was read stands with the file and the property."""
    invitation = iv.Invitation(duration=1, read_from={"duration": "invite.ics: DTSTART, DTEND"})
    assert "duration 1 h (invite.ics: DTSTART, DTEND)" in str(BARE.evaluate(invitation))


def test_gate_question_says_that_a_gate_waits():
    """A question that a gate waits for says what hangs on it."""
    assert "without it nobody can tell whether to decline" in " ".join(str(BARE.evaluate(iv.Invitation())).split())


def test_exact_evaluation_shows_no_range():
    """What is exact has no range and nothing that decides or turns it by its uncertainty."""
    exact = {
        name: 0.5 if quantity.bounds.high == 1 else 2.0
        for name, quantity in BARE.quantities.items()
    }  # fmt: skip
    text = str(BARE.evaluate(iv.Invitation().with_quantities(**exact)))
    assert "exact" in text
    assert "What decides it" not in text


def test_what_happens_rarely_is_not_exact():
    """Where nine draws in ten are the same and the rest are not, the mean lies outside of a range without width."""

    @iv.scorer(kind="benefit")
    def jackpot(sociability, ops):
        """Pay in a few cases."""
        return ops.where(sociability > 0.95, 100.0, 0.0)

    text = str(iv.Evaluator(plugins=[jackpot], discover=False).evaluate(iv.Invitation()))
    (line,) = [line for line in text.splitlines() if line.startswith("jackpot")]
    assert "0 to 0" in line
    assert "exact" not in line


def test_a_failed_criterion_disorders_no_other():
    """Benefits stand from the largest to the smallest, and what failed after them."""

    def benefit(name, hours):
        return iv.scorer(kind="benefit", name=name)(lambda: hours)

    def broken():
        raise RuntimeError("no luck")

    scorers = [benefit("a_small", 1.0), iv.scorer(kind="benefit", name="b_broken")(broken), benefit("c_big", 50.0)]
    evaluator = iv.Evaluator(plugins=[*scorers, benefit("d_middling", 20.0)], discover=False)
    _, _, table = str(evaluator.evaluate(INVITATION)).partition("by criterion")
    names = [line.split()[0] for line in table.splitlines() if line[1:2] == "_"]
    assert ["c_big", "d_middling", "a_small", "b_broken"] == names


def test_weights_are_told():
    """A criterion that counts otherwise than once says so."""
    text = str(iv.Evaluator(weights={"networking": 2}, discover=False).evaluate(INVITATION))
    assert "counted 2 times: " in text


def test_disagreements_notes_and_failures_are_told():
    """What two sources say differently, notes, and what failed are never left out."""

    @iv.scorer(kind="benefit")
    def broken(travel):
        """Fail."""
        raise RuntimeError("no luck")

    invitation = iv.Invitation(duration=1, notes=("a note",)) | iv.Invitation(
        duration=2, read_from={"duration": "invite.ics: DTSTART"}
    )
    text = str(iv.Evaluator(plugins=[broken], discover=False).evaluate(invitation))
    assert "  - duration: 1.0 (given) counts, not 2.0 (invite.ics: DTSTART)" in text
    assert "  - a note" in text
    assert "broken" in text
    assert "not known" in text
    assert "  failed: raised RuntimeError('no luck')" in text
    assert "  - broken: raised RuntimeError('no luck')" in text
    assert "Not counted, because it failed:" in text


def test_addresses_are_not_broken_at_hyphens():
    """The address of a source in a note can be copied."""
    address = "https://example.org/" + "-".join(["word"] * 12)
    text = str(
        BARE.evaluate(iv.Invitation(notes=(f"This sentence is as long as it takes to come near the end: {address}",)))
    )
    assert address in text


def test_read_back_evaluation_shows_what_it_can():
    """An evaluation that was read back shows its table and questions, and nothing that would need its scorers."""
    evaluation = BARE.evaluate(INVITATION)
    text = str(iv.Evaluation.from_dict(evaluation.to_dict()))
    assert "Find out first:" in text
    assert "What decides it" not in text
    assert "What would turn it" not in text


@pytest.mark.parametrize("width", [60, 72, 100])
def test_lines_are_no_longer_than_the_width(width):
    """Text is wrapped to the width that is asked for, whichever of its columns is the widest."""
    evaluation = BARE.evaluate(INVITATION)
    session = iv.Session(INVITATION, evaluator=BARE)
    session.answer(0.5, "organization_interest")
    read = iv.Invitation(duration=1, read_from={"duration": "a file with a rather long name.ics: DTSTART"})
    for thing in (evaluation, session, read, iv.compare([evaluation, BARE.evaluate(read)])):
        assert width >= max(map(len, page_text(page_of(thing), width).splitlines()))


@pytest.mark.parametrize("text", ["می\u200cخواهم", "👩\u200d💻"])  # noqa: RUF001 - it is Persian
def test_what_joins_letters_stays(text):
    """A word of Persian and a family of emoji stay whole."""
    assert text in str(iv.Invitation(role=text))


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "two\nlines", "\u202egnp.exe", "nul\x00"])
def test_control_characters_do_not_reach_the_terminal(hostile):
    """A name cannot take over the terminal, break the line, or turn the reading direction."""
    text = str(BARE.evaluate(iv.Invitation(role=hostile, notes=(hostile,))))
    assert set() == {mark for mark in text if not mark.isprintable() and mark not in "\n\u200c\u200d"}


def test_comparison_has_a_row_for_each():
    """A comparison has the best first, each with its place, net value, chance to be best, verdict and rivals."""
    better = BARE.evaluate(
        iv.Invitation(role="Copywriter", stage="first", role_interest=0.4, organization_interest=0.6)
    )
    title, _, caption, head, *rows = str(iv.compare([BARE.evaluate(INVITATION), better])).splitlines()
    assert "Copywriter comes first of 2, too close to call with 2" == title
    assert "Invitations, the highest expected net value first:" == caption
    assert ["Invitation", "Net,", "hours", "90%", "range", "Best", "in", "Verdict"] == head.split()
    assert ["1.", "2."] == [row[:2] for row in rows if row[:1].isdigit() and row[1] == "."]
    text = " ".join(" ".join(rows).split())
    assert text.index("Copywriter") < text.index("Data analyst")
    assert 2 == text.count("(too close")
    assert "One" == str(iv.compare([BARE.evaluate(iv.Invitation(role="One"))])).splitlines()[0]


def test_what_a_gate_declines_is_never_the_first_of_several():
    """It stands behind all others, whatever its hours; where nothing is worth going to, no invitation is called the first."""
    hopeless = BARE.evaluate(iv.Invitation(role="Hopeless", role_interest=0, organization_interest=0, duration=0.25))
    costly = BARE.evaluate(iv.Invitation(role="Costly", preparation=90, role_interest=0.1, organization_interest=0.1))
    both = str(iv.compare([hopeless, BARE.evaluate(INVITATION)]))
    assert both.startswith("Data analyst at Brightside Marketing comes first of 2\n")
    assert "None of 2 is worth going to" == str(iv.compare([hopeless, costly])).splitlines()[0]


@iv.scorer(kind="cost", columnar=False)
def far(travel):
    """A cost that fails for those who travel far."""
    if travel > 5:
        raise ValueError("no map")
    return travel


def test_an_incomplete_answer_never_looks_complete():
    """What failed is told in the first line, and in each session and comparison, where its hours are missing."""
    evaluator = iv.Evaluator(plugins=[far], discover=False, asking_cost=math.inf)
    near, away = (evaluator.evaluate(iv.Invitation(role=f"{hours} h", travel=hours)) for hours in (1, 9))
    assert "; without far, which failed" in " ".join(str(away).split())
    assert "which failed" not in str(near)
    session = str(iv.Session(away.invitation, evaluator=evaluator))
    compared = str(iv.compare([near, away]))
    for text in (session, compared):
        assert "(incomplete)" in text
        assert "far: raised ValueError('no map')" in text
    assert 1 == compared.count("(incomplete)")


class Careless:
    """A plugin whose weights fail."""

    @iv.hookimpl
    def interview_value_weights(self, names, seeker):
        """Fail."""
        raise RuntimeError("no policy")


def test_a_plugin_that_failed_is_told_in_the_first_line():
    """Where no criterion failed but a plugin's weights did, the answer is incomplete, too, and says so at once."""
    evaluation = iv.Evaluator(plugins=[Careless()], discover=False).evaluate(INVITATION)
    first = " ".join(str(evaluation).partition("\n\n")[0].split())
    assert "; incomplete, because a plugin failed" in first
    assert "(incomplete)" in str(iv.compare([evaluation, BARE.evaluate(INVITATION)]))


def test_many_that_are_close_are_counted():
    """Three of those that are too close to call are named, and how many more there are."""
    alike = [BARE.evaluate(iv.Invitation(role=f"Role {place}")) for place in range(6)]
    assert "too close to call with 2, 3, 4 and 2 more" in " ".join(str(iv.compare(alike)).split())


def test_days_and_calendar_entries_are_shown_in_words():
    """Where past interviews and the entry of a calendar were read, with the first days and the entry's own name."""
    days = [f"2026-01-{day:02}" for day in range(1, 13)]
    seeker = iv.Seeker(past_interviews=days, as_of="2026-11-23", read_from={"past_interviews": "mine.ics: event 1"})
    invitation = iv.Invitation(event=iv.Event(uid="a@b"), read_from={"event": "invite.ics: VEVENT"})
    text = " ".join(str(iv.evaluate(invitation, seeker)).split())
    assert "Read from files: event a@b (invite.ics: VEVENT); past_interviews 2026-01-01, 2026-01-02," in text
    assert "2026-01-10 and 2 more (mine.ics: event 1)" in text


def test_code_is_shown_as_it_is_written():
    """Code keeps its letters and its indentation; a control character in it becomes a blank."""
    code = Code("Its code", ("def mood():", '    return "a\x1bb"'))
    assert 'Its code:\n  def mood():\n      return "a b"' in page_text(Page("Mood", parts=(code,)))
