"""Valuation: the contributions sum to the net value, which is the benefit less the cost."""

from __future__ import annotations

import math

import pytest
from example import INVITATION, SEEKER
from hypothesis import given
from hypothesis import strategies as st
from strategies import LABELS, QUANTITIES, cases
from strategies import case as case_of

import interview_value as iv

NAMES = [scorer.name for scorer in iv.Evaluator(discover=False).scorers]
WEIGHTS = st.dictionaries(st.sampled_from(NAMES), st.floats(0, 100))


@pytest.fixture
def evaluation():
    """The evaluation of the example."""
    return iv.Evaluator(discover=False).evaluate(INVITATION, SEEKER)


def test_verdict_and_net(evaluation):
    """There is a verdict, and hours as an expected value within a range."""
    assert evaluation.verdict in iv.Verdict
    assert evaluation.net.low < evaluation.net.mean < evaluation.net.high
    assert evaluation.net.mean == evaluation.expected_net
    assert 0 <= evaluation.confidence <= 1


def test_contribution_by_name(evaluation):
    """A criterion is found by its name; a misspelt one is met with the nearest."""
    assert math.isfinite(evaluation["practice"].hours.mean)
    with pytest.raises(iv.errors.UnknownNameError, match="no criterion is called 'practise'; did you mean 'practice'"):
        evaluation["practise"]


def test_everything_exact_is_one_number():
    """Without anything uncertain there is no range, and the confidence is full."""
    exact = dict.fromkeys(QUANTITIES, 0.5) | {"people_met": 2, "in_room": 1}
    evaluation = iv.Evaluator(discover=False).evaluate(*case_of(exact))
    assert evaluation.net.mean == evaluation.net.low == evaluation.net.high == evaluation.net_draws
    assert evaluation.confidence in {0.0, 1.0}
    assert sorted(LABELS) == sorted(evaluation.assumed)


def test_nothing_that_counts():
    """Without any criterion the net value is 0, and that is no reason to go."""
    names = [scorer.name for scorer in iv.Evaluator(discover=False).scorers]
    for arguments in ({"block": names}, {"weights": dict.fromkeys(names, 0)}):
        evaluation = iv.Evaluator(discover=False, **arguments).evaluate(INVITATION)
        assert ((0, 0, 0), (0, 0, 0), (0, 0, 0)) == (evaluation.net, evaluation.benefit, evaluation.cost)
        assert (iv.Verdict.DECLINE, 1.0) == (evaluation.verdict, evaluation.confidence)


def test_the_cost_is_hours_that_it_costs():
    """Where a single cost counts, the cost of the whole is its range, low below high."""
    evaluation = iv.Evaluator(block={"courtesy", "being_seen"}, discover=False).evaluate(iv.Invitation())
    assert pytest.approx(tuple(evaluation["effort"].hours)) == tuple(evaluation.cost)
    assert 0 < evaluation.cost.low < evaluation.cost.mean < evaluation.cost.high


@given(case=cases(), weights=WEIGHTS)
def test_contributions_sum_to_the_net_value(case, weights):
    """What the criteria add, summed, is the expected net value, to the last bit."""
    evaluation = iv.Evaluator(weights=weights, discover=False).evaluate(*case)
    assert math.fsum(item.effect.mean for item in evaluation.contributions) == evaluation.net.mean


@given(case=cases(), weights=WEIGHTS)
def test_effect_is_weight_times_hours(case, weights):
    """A criterion adds its hours times its weight; a cost takes them."""
    for item in iv.Evaluator(weights=weights, discover=False).evaluate(*case).contributions:
        sign = 1 if item.kind == "benefit" else -1
        assert sign * weights.get(item.name, 1.0) * item.hours.mean == item.effect.mean


@given(case=cases(), weights=WEIGHTS)
def test_draws_sum_to_the_net_draws(case, weights):
    """The net value of each draw is the sum over the criteria in that draw, and its mean the expected net value."""
    evaluation = iv.Evaluator(weights=weights, discover=False, draws=16).evaluate(*case)
    effects = [item.effect_draws for item in evaluation.contributions]
    columns = [effect if isinstance(effect, tuple) else [effect] * 16 for effect in effects]
    net = evaluation.net_draws if isinstance(evaluation.net_draws, tuple) else [evaluation.net_draws] * 16
    scale = max(1.0, *(abs(value) for column in columns for value in column))
    assert pytest.approx([math.fsum(row) for row in zip(*columns, strict=True)], abs=1e-12 * scale) == net
    assert pytest.approx(math.fsum(net) / 16, abs=1e-12 * scale) == evaluation.net.mean


@given(case=cases(), weights=WEIGHTS)
def test_net_is_benefit_less_cost(case, weights):
    """Benefit and cost are shown apart and make up the net value."""
    evaluation = iv.Evaluator(weights=weights, discover=False).evaluate(*case)
    scale = max(1.0, abs(evaluation.benefit.mean), abs(evaluation.cost.mean))
    assert pytest.approx(evaluation.benefit.mean - evaluation.cost.mean, abs=1e-12 * scale) == evaluation.net.mean


@given(case=cases(), factor=st.floats(0.001, 1_000))
def test_scaling_all_weights_scales_the_net_value(case, factor):
    """A common factor on all weights is a factor on every number, and turns no answer round."""
    plain = iv.Evaluator(discover=False).evaluate(*case)
    scaled = iv.Evaluator(weights=dict.fromkeys(NAMES, factor), discover=False).evaluate(*case)
    scale = factor * max(1.0, plain.benefit.high, plain.cost.high, -plain.benefit.low)
    assert pytest.approx([factor * hours for hours in plain.net], rel=1e-9, abs=1e-12 * scale) == list(scaled.net)
    if abs(plain.net.mean) > 1e-9 * scale / factor:
        assert plain.leaning is scaled.leaning


@given(case=cases(), name=st.sampled_from(NAMES))
def test_weight_zero_takes_a_criterion_out_of_the_sum(case, name):
    """With weight 0 a criterion still shows its hours, and the net value is the one without it."""
    weighted = iv.Evaluator(weights={name: 0}, discover=False).evaluate(*case)
    assert iv.Evaluator(block={name}, discover=False).evaluate(*case).net == weighted.net
    assert iv.Evaluator(discover=False).evaluate(*case)[name].hours == weighted[name].hours
