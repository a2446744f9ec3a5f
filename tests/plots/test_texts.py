"""The words and numbers of pictures are safe, find room, and can be read however large or small they are."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from matplotlib import pyplot as plt

import interview_value as iv
from interview_value.plots.texts import show_full_numbers

from .examples import EVALUATOR, evaluated, scaled
from .looks import outside, texts_of, ticks

HOSTILE = "$\\frac{1}{0}$ <script>alert(1)</script> \u202egnp \x1b[31m " + "very long " * 40


@pytest.fixture
def evaluation():
    """An evaluation of which most is known."""
    return EVALUATOR.evaluate(iv.Invitation(role_interest=(0.2, 0.6), organization_interest=0.6, people_met=3))


def test_a_name_without_a_space_is_shown_as_far_as_it_goes():
    """Of a name that is too long the beginning is shown."""
    scorer = iv.scorer(kind="benefit", name="longest_" * 20)(lambda duration: 2 * duration)
    texts = texts_of(evaluated(iv.Evaluator(discover=False, plugins=[scorer])).plot())
    assert any(text.replace(" ", "").startswith("longest" * 8) and text.endswith("…") for text in texts)


def test_words_of_strangers_are_no_code_of_latex():
    """Where texts are set by LaTeX, those of strangers, and our own with their per cent, are not."""
    from matplotlib.text import Text

    with plt.rc_context({"text.usetex": True}):
        axes = evaluated().plot()
        words = [text for text in axes.findobj(Text) if any(mark.isalpha() for mark in text.get_text())]
        assert 9 + 9 + 2 <= len(words)
        assert not any(text.get_usetex() for text in words)


def test_letters_that_the_font_has_not():
    """A name in letters that matplotlib's own font has not is drawn, with matplotlib's warning that names the font."""
    comparison = iv.compare([EVALUATOR.evaluate(iv.Invitation(role="数据分析师", role_interest=0.4))])
    with pytest.warns(UserWarning, match="missing from font"):
        assert any("数据分析师" in text for text in texts_of(iv.plots.comparison(comparison)))


def test_words_of_strangers_are_shown_as_they_are():
    """Names and notes are never read as formulas, and control characters are gone."""

    @iv.gate(reason=HOSTILE)
    def stranger(duration):
        return duration >= 0

    texts = texts_of(evaluated(iv.Evaluator(discover=False, plugins=[stranger]), duration=2).plot())
    title = next(text for text in texts if text.startswith("Say no, politely. "))
    assert r"$\frac{1}{0}$ <script>alert(1)</script>" in title
    assert "\x1b" not in title
    assert "\u202e" not in title


@pytest.mark.parametrize("kind", ["tornado", "weights"])
def test_what_the_hours_do_not_say_is_in_the_title(kind):
    """That a gate decides whatever the hours are, and what failed, stands above them; else nothing does."""

    @iv.scorer(kind="benefit")
    def far(travel):
        raise RuntimeError("too far")

    failing = iv.Evaluator(discover=False, draws=8, plugins=[far])
    declined, obliged = {"role_interest": 0, "organization_interest": 0}, {"obliged": True}
    decline, attend = "A rule says no, whatever these are.", "A rule says to go, whatever these are."
    failed = "Not counted, as it failed: far."
    for evaluation, expected in (
        (evaluated(), []),
        (evaluated(**declined), [decline]),
        (evaluated(**obliged), [attend]),
        (evaluated(failing), [failed]),
        (evaluated(failing, **declined), [decline, failed]),
    ):
        axes = evaluation.plot(kind)
        title = axes.get_title("left")
        assert expected == [line for line in title.splitlines() if line in (decline, attend, failed)]
        assert [] == outside(axes)
        assert not (evaluation.ruling and "going pays" in title)


def test_what_is_missing_is_said_after_a_long_verdict():
    """However long the verdict's reason is, what failed stands below it, as people call it."""

    @iv.gate(reason="Because. " * 100)
    def wordy(duration):
        return duration >= 0

    @iv.scorer(kind="benefit", name="Far_away", label="the long way")
    def far(travel):
        raise RuntimeError("too far")

    evaluator = iv.Evaluator(discover=False, draws=8, plugins=[wordy, far])
    for kind in ("waterfall", "distribution"):
        axes = evaluator.evaluate(iv.Invitation(duration=1, role_interest=0.5)).plot(kind)
        *verdict, missing = axes.get_title("left").splitlines()
        assert "Not counted, as it failed: the long way." == missing
        assert (3, "…") == (len(verdict), verdict[-1][-1])
        undecided = evaluator.evaluate(iv.Invitation(role_interest=0.5)).plot(kind)
        assert 1 == undecided.get_title("left").count("Not counted, as it failed: the long way.")


@pytest.mark.parametrize(
    ("kinds", "width"),
    [
        (("waterfall", "distribution"), 12),
        (("weights", "waterfall"), 12),
        (("waterfall", "waterfall"), 14),
        (("waterfall", "tornado", "distribution"), 18),
        (("waterfall", "waterfall", "waterfall"), 18),
    ],
)
def test_pictures_stand_side_by_side(kinds, width, evaluation):
    """With about 6 by 4 inches for each, nothing is outside, and no picture's title reaches into the next."""
    _, places = plt.subplots(1, len(kinds), figsize=(width, 4))
    for kind, axes in zip(kinds, places, strict=True):
        evaluation.plot(kind, axes)
    assert [] == outside(places[0])
    boxes = [axes.get_tightbbox() for axes in places]
    assert all(left.x1 < right.x0 for left, right in pairwise(boxes))


def test_a_title_is_the_same_where_there_was_a_layout_before(evaluation):
    """In a figure that was laid out while it was empty, a title has no more room than in a new one."""
    figure, (drawn, _) = plt.subplots(1, 2, figsize=(12, 4), layout="constrained")
    figure.canvas.draw()
    new, _ = plt.subplots(1, 2, figsize=(12, 4))[1]
    assert evaluation.plot(ax=new).get_title("left") == evaluation.plot(ax=drawn).get_title("left")


def test_a_title_is_whole_where_there_is_room(evaluation):
    """At that size the verdict is said to its end, in lines that are shorter than in a picture alone."""
    alone, (beside, _) = evaluation.plot(), plt.subplots(1, 2, figsize=(12, 4))[1]
    evaluation.plot(ax=beside)
    lines, shorter = (axes.get_title("left").splitlines() for axes in (alone, beside))
    assert " ".join(lines) == " ".join(shorter)
    assert max(map(len, shorter)) < max(map(len, lines)) <= 56


def test_subfigures_have_room_of_their_own(evaluation):
    """In a part of a figure a title has as much room as in a figure of that size."""
    left, _ = plt.figure(figsize=(12, 4)).subfigures(1, 2)
    part, whole = left.subplots(), plt.figure(figsize=(6, 4)).subplots()
    assert evaluation.plot(ax=whole).get_title("left") == evaluation.plot(ax=part).get_title("left")


@pytest.mark.parametrize("role", ["very long " * 30, "very long " * 200, "x" * 2000, "W" * 300], ids=len)
def test_a_long_role_leaves_room_for_the_picture(role):
    """Of a long role the beginning is in the title, which has four lines at most."""
    session = iv.Session(iv.Invitation(role=role), evaluator=EVALUATOR)
    while session.question:
        session.skip()
    axes = iv.plots.session(session)
    first, *others = axes.get_title("left").splitlines()
    assert first.startswith(("Go: ", "Say no: "))
    assert (3, "…") == (len(others), others[-1][-1])
    assert [] == outside(axes)


@pytest.mark.parametrize("kind", ["waterfall", "tornado", "distribution"])
@pytest.mark.parametrize("hours", [1e9, 3e8, -1e9, 10, -0.1, 1e-6])
def test_hours_are_written_in_full(hours, kind):
    """What a tick says is where it is, nothing is written apart, and no number runs into the next."""
    axes = scaled(hours).plot(kind)
    assert [] == outside(axes)
    assert "" == axes.xaxis.get_offset_text().get_text()
    shown = ticks(axes.xaxis)
    assert 2 < len(shown)
    for place, text in shown:
        assert place == pytest.approx(
            float(text.get_text().replace("−", "-").replace(",", "")), rel=1e-5, abs=1e-9 * abs(hours)
        )
    places = [text.get_window_extent() for _, text in shown]
    assert all(left.x1 < right.x0 for left, right in pairwise(places))


def test_numbers_far_from_zero_are_told_apart():
    """Numbers that differ late have as many digits as that takes; an axis without ticks has none."""
    axes = plt.figure().add_subplot()
    show_full_numbers(axes.xaxis)
    say = axes.xaxis.get_major_formatter()
    assert ["123,456,789", "123,456,790", "123,456,791"] == say.format_ticks([123456789, 123456790, 123456791])
    assert ["−0.3", "0", "0.3"] == say.format_ticks([-0.3, 5e-17, 0.1 + 0.2])
    assert [] == say.format_ticks([])
    assert "1.5" == say(1.5)


UNWORTHY = re.compile(r"\bnet\b|\bshare|90 ?%|\bprior|\w_\w|\de[+-]?\d|\bh\b", re.IGNORECASE)
"""Words of code and of statistics, exponents and abbreviated hours, none of which belong into a picture."""


def test_pictures_speak_plainly(evaluation):
    """No picture has a word of the code or of statistics in it."""
    asked = iv.Session(iv.Invitation(role="Tester"), evaluator=EVALUATOR)
    asked.answer(0.4, "role_interest")
    asked.skip("job_worth")
    curves = [
        iv.plots.curve(iv.explain("effort", evaluator=EVALUATOR), quantity)
        for quantity in ("duration", "travel", "expenses", "pressure", "preparation", "hour_value")
    ]
    pictures = [evaluation.plot(kind) for kind in ("waterfall", "tornado", "distribution", "weights")]
    pictures += [iv.plots.session(asked), iv.plots.comparison(iv.compare([evaluation])), *curves]
    assert {} == {
        text: found[0] for axes in pictures for text in texts_of(axes) if (found := UNWORTHY.search(text)) is not None
    }
