"""Swings: how far each quantity that is uncertain moves the net value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_scorers import net_as_prepared
from strategies import cases

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)


@given(case=cases())
def test_swings_are_about_what_is_uncertain(case):
    """Nothing that is known exactly swings, and the widest swing comes first."""
    swings = EVALUATOR.evaluate(*case).swings
    exact = {name for facts in case for name in facts.settled}
    assert set() == {swing.quantity for swing in swings} & exact
    assert sorted((swing.width for swing in swings), reverse=True) == [swing.width for swing in swings]


@given(case=cases(), luck=st.randoms(use_true_random=False))
def test_swing_is_what_evaluating_at_its_ends_gives(case, luck):
    """The net value at either end is that of an evaluation in which the quantity is exactly that, prepared alike."""
    evaluation = EVALUATOR.evaluate(*case)
    for swing in luck.sample(evaluation.swings, min(3, len(evaluation.swings))):
        low, high = (
            net_as_prepared(EVALUATOR, case, evaluation.best_hours, **{swing.quantity: end})
            for end in (swing.low, swing.high)
        )
        assert pytest.approx([low, high], rel=1e-9, abs=1e-9) == [swing.net_low, swing.net_high]
        assert ((low > 0) != (high > 0)) == swing.turns
