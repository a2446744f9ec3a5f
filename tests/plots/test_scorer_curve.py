"""The curve of a scorer over a quantity."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

import interview_value as iv

from .examples import EVALUATOR
from .looks import mistakes_in, texts_of, ticks


def test_curve_has_the_hours_of_the_explanation():
    """The curve goes through the hours that the explanation has, over the quantity that moves them most."""
    explained = iv.explain("practice", evaluator=EVALUATOR)
    axes = iv.plots.curve(explained)
    widest = max(explained.dependences, key=lambda item: max(item.hours) - min(item.hours))
    assert (list(widest.values), list(widest.hours)) == tuple(map(list, axes.lines[0].get_data()))
    assert ("job_worth", "what a good job is worth, hours") == (widest.quantity.name, axes.get_xlabel())
    assert 1 == len(axes.collections)
    assert any("Grey: what we assume" in text for text in texts_of(axes))


@pytest.mark.parametrize("stage", ["onsite", "screen", None])
def test_curve_is_over_what_is_assumed_of_that_stage(stage):
    """The grey hill is that of the invitation that was explained: its top is at the median, in the middle of the axis."""
    explained = iv.explain("effort", iv.Invitation(stage=stage), evaluator=EVALUATOR)
    axes = iv.plots.curve(explained, "duration")
    (hill,) = (path for collection in axes.collections for path in collection.get_paths())
    top = max(hill.vertices, key=lambda vertex: vertex[1])
    prior = EVALUATOR.quantities["duration"].assumed(iv.Invitation(stage=stage))
    assert math.sqrt(prior.low * prior.high) == pytest.approx(top[0])


def test_curve_over_a_quantity_by_ratio():
    """What varies by ratio has a logarithmic axis with plain numbers, what does not has none."""
    explained = iv.explain("effort", evaluator=EVALUATOR)
    axes = iv.plots.curve(explained, "duration")
    assert "log" == axes.get_xscale()
    assert {"0.5", "1", "2"} <= set(texts_of(axes))
    assert "linear" == iv.plots.curve(iv.explain("courtesy", evaluator=EVALUATOR), "organization_interest").get_xscale()


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("h", "the night shifts, hours"),
        ("h a month", "the night shifts, hours a month"),
        ("share", "the night shifts, of 10"),
        ("share: of all that there are", "the night shifts, of 10"),
        ("factor", "the night shifts"),
        ("", "the night shifts"),
        ("people", "the night shifts, people"),
        ("people, at a time", "the night shifts, people"),
    ],
)
def test_curve_says_what_is_counted(unit, expected):
    """What a quantity is called stands below the axis with its unit as people say it, and a chance as a count of ten."""
    quantity = iv.Quantity("night_shifts", label="the night shifts", unit=unit, bounds=(0, 1), prior=(0.1, 0.6))
    scorer = iv.scorer(kind="cost", name="nights", quantities=[quantity])(lambda night_shifts: night_shifts)
    axes = iv.plots.curve(iv.explain("nights", evaluator=iv.Evaluator(discover=False, plugins=[scorer])))
    assert expected == axes.get_xlabel()
    assert ("2" if "of 10" in expected else "0.2") in texts_of(axes)


def test_curve_without_a_prior_of_its_own():
    """Where a prior is one number, nothing is grey."""

    @iv.scorer(kind="benefit", quantities=[iv.Quantity("fixed", unit="h", bounds=(0, 9), prior=3)])
    def steady(fixed):
        return 2 * fixed

    evaluator = iv.Evaluator(discover=False, plugins=[steady])
    axes = iv.plots.curve(iv.explain("steady", evaluator=evaluator))
    assert [] == list(axes.collections)
    assert not any("Grey" in text for text in texts_of(axes))


@pytest.mark.parametrize(("scorer", "quantity"), [("effort", "duration"), ("courtesy", "organization_interest")])
def test_curve_fills_its_axis(scorer, quantity):
    """The axis reaches just beyond the values, whatever part of the grey hill that leaves out."""
    axes = iv.plots.curve(iv.explain(scorer, evaluator=EVALUATOR), quantity)
    to_axis = axes.xaxis.get_transform().transform
    first, *_, last = to_axis(axes.lines[0].get_xdata())
    left, right = to_axis(axes.get_xlim())
    margin = axes.margins()[0] * (last - first)
    assert (first - margin, last + margin) == pytest.approx((left, right))


def test_curve_marks_where_the_scorer_fails():
    """A value at which a scorer fails is a gap with a dotted line."""

    @iv.scorer(kind="benefit")
    def touchy(travel):
        if travel > 1:
            raise RuntimeError("too far")
        return travel

    explained = iv.explain("touchy", evaluator=iv.Evaluator(discover=False, plugins=[touchy]))
    axes = iv.plots.curve(explained)
    failed = sum(math.isnan(hours) for hours in explained["travel"].hours)
    assert 0 < failed == len(axes.lines) - 1


def test_curve_of_what_has_none():
    """A gate has no hours, a constant scorer reads nothing, and a name that is none offers the nearest."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.plots.curve(iv.explain("nothing_of_interest", evaluator=EVALUATOR))
    assert "a gate has no hours" in mistakes_in(caught)
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.plots.curve(iv.explain("effort", evaluator=EVALUATOR), "durration")
    assert "did you mean 'duration'" in mistakes_in(caught)
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.plots.curve(iv.explain("effort", evaluator=EVALUATOR), "stage")
    assert "got 'stage'" in mistakes_in(caught)

    @iv.scorer(kind="benefit")
    def always():
        return 1

    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.plots.curve(iv.explain("always", evaluator=iv.Evaluator(discover=False, plugins=[always])))
    assert "reads some quantity" in mistakes_in(caught)


def spread(low, high):
    """The explanation of a scorer that reads a quantity with such a prior, which varies by ratio."""
    quantity = iv.Quantity("spread", unit="h", bounds=(0, 1e12), prior=(low, high), scale="log")
    scorer = iv.scorer(kind="benefit", name="wide", quantities=[quantity])(lambda spread: spread)
    return iv.explain("wide", evaluator=iv.Evaluator(discover=False, plugins=[scorer]))


@pytest.mark.parametrize(("low", "high"), [(1, 10), (1, 900), (0.01, 100), (1e-4, 1e5), (1e-6, 1e10)])
def test_many_decades_have_room_for_their_numbers(low, high):
    """Numbers of what varies by ratio do not run into each other, over a decade as over sixteen."""
    axes = iv.plots.curve(spread(low, high))
    axes.figure.canvas.draw()
    places = [text.get_window_extent() for _, text in ticks(axes.xaxis) if text.get_text()]
    assert 2 < len(places) < 12
    assert all(left.x1 < right.x0 for left, right in pairwise(places))
