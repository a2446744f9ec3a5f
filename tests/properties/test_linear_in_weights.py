"""Law: the net value is linear in the weights, and another weight changes no contribution."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import cases

import interview_value as iv

NAMES = [scorer.name for scorer in iv.Evaluator(discover=False).scorers]
PLAIN = iv.Evaluator(discover=False, draws=32)


@given(case=cases(), name=st.sampled_from(NAMES), weight=st.floats(0, 1_000))
def test_each_further_weight_adds_the_same(case, name, weight):
    """The net value is what it was, plus the effect of the one criterion times how much more it weighs."""
    plain = PLAIN.evaluate(*case)
    weighted = PLAIN.with_settings(weights={name: weight}).evaluate(*case)
    expected = plain.expected_net + (weight - 1) * plain[name].effect.mean
    scale = max(1.0, *(weight * abs(item.mean) for item in plain.contributions))
    assert pytest.approx(expected, abs=1e-9 * scale) == weighted.expected_net
    assert [item.draws for item in plain.contributions] == [item.draws for item in weighted.contributions]
