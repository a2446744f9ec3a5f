"""Pictures find room: beside others, with long names, and in figures that somebody else laid out."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from matplotlib import pyplot as plt
from matplotlib.cm import ScalarMappable

import interview_value as iv

from .looks import outside, said, shown

EVALUATOR = iv.Evaluator(discover=False, draws=32)


@pytest.fixture
def evaluation():
    """An evaluation of which most is known."""
    return EVALUATOR.evaluate(iv.Invitation(role_interest=(0.2, 0.6), organization_interest=0.6, people_met=3))


def with_colour_bar():
    """A figure of which a colour bar has taken a part, and where a picture may go."""
    figure, axes = plt.subplots()
    figure.colorbar(ScalarMappable(), ax=axes)
    return axes


def with_margins():
    """A figure with margins that somebody chose."""
    figure, axes = plt.subplots()
    figure.subplots_adjust(left=0.4)
    return axes


def with_a_grid():
    """A figure with a grid that somebody placed."""
    return plt.subplots(gridspec_kw={"left": 0.4})[1]


@pytest.mark.parametrize("laid_out", [with_colour_bar, with_margins, with_a_grid])
def test_what_somebody_laid_out_stays(laid_out, evaluation):
    """A figure with a colour bar, or with margins of its own, gets no layout, and can be kept in a file."""
    axes = laid_out()
    place = axes.get_position().bounds
    evaluation.plot(ax=axes).figure.savefig(io.BytesIO())
    assert axes.figure.get_layout_engine() is None
    assert place == axes.get_position().bounds


def test_an_axes_that_was_taken_out_is_refused(evaluation):
    """An Axes that is in no figure any more cannot show anything, and that is said."""
    axes = plt.figure().add_subplot()
    axes.remove()
    with pytest.raises(iv.InvalidInputError) as caught:
        evaluation.plot(ax=axes)
    assert "in a figure" in said(caught)


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
    """Of a long role the beginning is in the title, which has four lines at most, and what follows is there."""
    asked = iv.Session(iv.Invitation(role=role), evaluator=EVALUATOR)
    while asked.question:
        asked.skip()
    axes = iv.plots.session(asked)
    first, *others, last = axes.get_title("left").splitlines()
    assert first.startswith(("Ask first: ", "Attend: ", "Decline politely: "))
    assert (2, "…") == (len(others), others[-1][-1])
    assert "No further question is worth asking" == last
    assert [] == outside(axes)


def test_what_is_missing_is_said_after_a_long_verdict():
    """However long the verdict's reason is, what failed stands below it, with its name as it is written."""

    @iv.gate(reason="Because. " * 100)
    def wordy(duration):
        return duration >= 0

    @iv.scorer(kind="benefit", name="Far_away")
    def far(travel):
        raise RuntimeError("too far")

    evaluator = iv.Evaluator(discover=False, draws=8, plugins=[wordy, far])
    for kind in ("waterfall", "distribution"):
        axes = evaluator.evaluate(iv.Invitation(duration=1, role_interest=0.5)).plot(kind)
        *verdict, missing = axes.get_title("left").splitlines()
        assert "Without Far_away, which failed" == missing
        assert (3, "…") == (len(verdict), verdict[-1][-1])
        undecided = evaluator.evaluate(iv.Invitation(role_interest=0.5)).plot(kind)
        assert 1 == undecided.get_title("left").lower().count("without far_away")


def test_rows_are_as_high_as_their_notes():
    """Notes of several lines do not run into those of the next row."""
    made = [EVALUATOR.evaluate(iv.Invitation(role=f"Role {n}", travel=1 + n / 100)) for n in range(20)]
    axes = iv.plots.comparison(iv.compare(made))
    assert [] == outside(axes)
    notes = [text.get_window_extent() for text in axes.texts]
    assert 20 == len(notes)
    assert any("too close to call" in text for text in shown(axes))
    assert all(above.y0 > below.y1 for above, below in pairwise(notes))
