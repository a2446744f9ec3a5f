"""Pictures of a session, of several invitations, and of a scorer's curve."""

from __future__ import annotations

import math

import pytest
from matplotlib import pyplot as plt
from matplotlib.colors import to_hex

import interview_value as iv

from .looks import outside, ranges, said, shown

EVALUATOR = iv.Evaluator(discover=False, draws=32)


def session():
    """A session with an answer, a range and a skip."""
    asked = iv.Session(iv.Invitation(role="Tester"), evaluator=EVALUATOR)
    asked.answer(0.4, "role_interest")
    asked.answer((1, 3), "duration")
    asked.skip("travel")
    return asked


def points(axes):
    """Where the marks of a forest are."""
    return [float(line.get_xdata()[0]) for line in axes.lines if line.get_marker() in ("^", "o", "v")]


def test_session_has_a_row_for_each_step():
    """The start and each step stand there with the expected net value, and what was answered or skipped."""
    asked = session()
    axes = iv.plots.session(asked)
    assert [evaluation.net.mean for evaluation in asked.evaluations] == points(axes)
    assert [step.net for step in asked.history] == points(axes)[1:]
    assert {"at the start", "role_interest = 0.4", "duration = 1..3", "travel skipped"} <= set(shown(axes))
    told = [text.replace("\n", " ") for text in shown(axes)]
    assert ["Ask first, leaning to attend"] * 4 == [text for text in told if text.startswith("Ask first, ")]
    assert [] == outside(axes)


def test_session_shows_the_verdict_by_a_mark():
    """A triangle that points up says attend, one that points down decline, and a dot ask first."""
    asked = iv.Session(iv.Invitation(), evaluator=EVALUATOR)
    asked.answer(0, "role_interest")
    asked.answer(0, "organization_interest")
    assert ["o", "o", "v"] == [
        line.get_marker() for line in iv.plots.session(asked).lines if line.get_marker() != "None"
    ]


def test_verdicts_have_colours_and_ranges():
    """A row has the colour of its verdict, and a line from the low to the high end of its net value."""
    known = {"role_interest": 0.6, "organization_interest": 0.6, "people_met": 3, "duration": 1, "preparation": 1}
    interests = {
        "attend": {"role_interest": 1},
        "decline": {"travel": 300},
        "ask_first": {"duration": None, "preparation": None},
    }
    compared = iv.compare([EVALUATOR.evaluate(iv.Invitation(**(known | more))) for more in interests.values()])
    axes = iv.plots.comparison(compared)
    assert [(item.net.low, item.net.high) for item in compared.ranking] == ranges(axes)
    colours = {iv.Verdict.ATTEND: "#0072b2", iv.Verdict.ASK_FIRST: "black", iv.Verdict.DECLINE: "#d55e00"}
    expected = [colours[item.verdict] for item in compared.ranking]
    marks = [line for line in axes.lines if line.get_marker() in ("^", "o", "v")]
    assert 3 == len(set(expected))
    assert expected == [mark.get_color() for mark in marks]
    assert [to_hex(colour) for colour in expected] == [to_hex(line.get_color()[0]) for line in axes.collections]


def test_session_at_its_start():
    """A session in which nothing was asked yet has one row."""
    assert 1 == len(points(iv.plots.session(iv.Session(iv.Invitation(), evaluator=EVALUATOR))))


def test_comparison_is_in_order():
    """The highest expected net value is at the top, with how often it is the best, and which are too close to call."""
    made = [EVALUATOR.evaluate(iv.Invitation(role=f"Role {travel}", travel=travel)) for travel in (9, 1, 1.2)]
    compared = iv.compare(made)
    axes = iv.plots.comparison(compared)
    assert [item.net.mean for item in compared.ranking] == points(axes)
    assert axes.yaxis_inverted()
    texts = shown(axes)
    best = compared.ranking[0]
    assert "1. Role 1" in texts
    told = [text.replace("\n", " ") for text in texts]
    assert f"Ask first, leaning to attend; best in {100 * best.chance_best:.0f}%; too close to call with 2" in told
    assert [] == outside(axes)


def test_curve_has_the_hours_of_the_explanation():
    """The curve goes through the hours that the explanation has, over the quantity that moves them most."""
    explained = iv.explain("practice", evaluator=EVALUATOR)
    axes = iv.plots.curve(explained)
    widest = max(explained.dependences, key=lambda item: max(item.hours) - min(item.hours))
    assert (list(widest.values), list(widest.hours)) == tuple(map(list, axes.lines[0].get_data()))
    assert f"{widest.quantity.name}, {widest.quantity.unit}" in shown(axes)
    assert 1 == len(axes.collections)
    assert any("Grey: what is assumed" in text for text in shown(axes))


@pytest.mark.parametrize("stage", ["onsite", "screen", None])
def test_curve_is_over_what_is_assumed_of_that_stage(stage):
    """The grey hill is that of the invitation that was explained: its top is at the median, in the middle of the axis."""
    explained = iv.explain("effort", iv.Invitation(stage=stage), evaluator=EVALUATOR)
    axes = iv.plots.curve(explained, "duration")
    (hill,) = (path for collection in axes.collections for path in collection.get_paths())
    top = max(hill.vertices, key=lambda vertex: vertex[1])
    prior = EVALUATOR.quantities["duration"].prior_given(iv.Invitation(stage=stage))
    assert math.sqrt(prior.low * prior.high) == pytest.approx(top[0])


def test_curve_over_a_quantity_by_ratio():
    """What varies by ratio has a logarithmic axis with plain numbers, what does not has none."""
    explained = iv.explain("effort", evaluator=EVALUATOR)
    axes = iv.plots.curve(explained, "duration")
    assert "log" == axes.get_xscale()
    assert {"0.5", "1", "2"} <= set(shown(axes))
    assert "linear" == iv.plots.curve(iv.explain("courtesy", evaluator=EVALUATOR), "role_interest").get_xscale()


def test_curve_without_a_prior_of_its_own():
    """Where a prior is derived from others, or is one number, nothing is grey."""
    derived = iv.plots.curve(iv.explain("role_discovery", evaluator=EVALUATOR), "appeal")
    assert isinstance(EVALUATOR.quantities["appeal"].prior, iv.DerivedPrior)

    @iv.scorer(kind="benefit", quantities=[iv.Quantity("fixed", unit="h", bounds=(0, 9), prior=3)])
    def steady(fixed):
        return 2 * fixed

    evaluator = iv.Evaluator(discover=False, plugins=[steady])
    for axes in (derived, iv.plots.curve(iv.explain("steady", evaluator=evaluator))):
        assert [] == list(axes.collections)
        assert not any("Grey" in text for text in shown(axes))


@pytest.mark.parametrize(("scorer", "quantity"), [("effort", "duration"), ("courtesy", "role_interest")])
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
    with pytest.raises(iv.InvalidInputError) as caught:
        iv.plots.curve(iv.explain("nothing_of_interest", evaluator=EVALUATOR))
    assert "a gate has no hours" in said(caught)
    with pytest.raises(iv.InvalidInputError) as caught:
        iv.plots.curve(iv.explain("effort", evaluator=EVALUATOR), "durration")
    assert "did you mean 'duration'" in said(caught)

    @iv.scorer(kind="benefit")
    def always():
        return 1

    with pytest.raises(iv.InvalidInputError) as caught:
        iv.plots.curve(iv.explain("always", evaluator=iv.Evaluator(discover=False, plugins=[always])))
    assert "reads some quantity" in said(caught)


@pytest.mark.parametrize("picture", ["session", "comparison", "curve"])
def test_what_is_something_else_is_refused(picture):
    """What cannot be shown, and an Axes that is none, are said in one error."""
    with pytest.raises(iv.InvalidInputError) as caught:
        getattr(iv.plots, picture)({}, ax=plt.figure())
    assert ["ax"] == [mistake.path for mistake in caught.value.mistakes][1:]
