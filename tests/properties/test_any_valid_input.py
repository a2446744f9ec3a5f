"""Law: whatever passes validation can be evaluated, shown and recorded; a number that is too large is an error of its scorer."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import QUANTITIES, case, cases

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False, draws=17)


@st.composite
def extremes(draw):
    """Values at the far ends of what floats can hold, as far as they pass validation."""
    values = {}
    for name in draw(st.sets(st.sampled_from(sorted(QUANTITIES)), max_size=6)):
        ends = draw(
            st.lists(
                st.sampled_from([0.0, 5e-324, 1e-300, 1e-9, 0.5, 1.0, 1e9, 1e200, 1.7e308]), min_size=2, max_size=2
            )
        )
        try:
            values[name] = QUANTITIES[name].estimate((min(ends), max(ends)))
        except iv.errors.FieldError:
            continue
    return case(values)


@given(case=cases() | extremes())
def test_whatever_passes_validation_can_be_evaluated(case):
    """Every number is finite or its scorer says why not; the display and the record work either way."""
    evaluation = EVALUATOR.evaluate(*case)
    for item in evaluation.contributions:
        assert bool(item.error) == math.isnan(item.hours.mean)
        assert bool(item.error) != bool(item.reason)
    assert all(math.isfinite(hours) for part in (evaluation.net, evaluation.benefit, evaluation.cost) for hours in part)
    assert 0 <= evaluation.confidence <= 1
    assert str(evaluation)
    json.dumps(evaluation.to_dict(), allow_nan=False)


@given(case=cases())
def test_ordinary_inputs_never_fail(case):
    """Within ordinary limits nothing fails, the ends of all bounds included."""
    assert () == EVALUATOR.evaluate(*case).errors


@given(case=cases())
def test_ranges_hold_what_is_expected(case):
    """The 5th percentile is never above the 95th, and all draws alike are no range."""
    for item in EVALUATOR.evaluate(*case).contributions:
        assert item.hours.low <= item.hours.high
        if item.hours.low == item.hours.high and not isinstance(item.draws, tuple):
            assert item.hours.low == item.hours.mean


@given(case=cases())
def test_confidence_is_at_least_the_share_that_agrees(case):
    """The confidence is the share of the draws on the side of the answer."""
    evaluation = EVALUATOR.evaluate(*case)
    if evaluation.ruling is not None:
        assert 1.0 == evaluation.confidence
        return
    draws = evaluation.net_draws if isinstance(evaluation.net_draws, tuple) else [evaluation.net_draws]
    positive = sum(net > 0 for net in draws) / len(draws)
    expected = positive if evaluation.expected_net > 0 else 1 - positive
    assert pytest.approx(expected) == evaluation.confidence
