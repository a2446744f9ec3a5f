"""Law: the contributions sum to the net value, and the net value is the benefit less the cost."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import cases

import interview_value as iv

NAMES = [scorer.name for scorer in iv.Evaluator(discover=False).scorers]
WEIGHTS = st.dictionaries(st.sampled_from(NAMES), st.floats(0, 100))


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
