"""Future opportunity: a better mindset raises what the organisation may offer later, and boredom makes it a loss."""

from __future__ import annotations

from formulas import evaluated, expected
from hypothesis import given
from hypothesis import strategies as st
from strategies import cases, exact_values

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)


@given(values=exact_values())
def test_future_opportunity_is_its_formula(values):
    """It gives what its formula gives, anywhere within the bounds, their ends included."""
    hours = evaluated("future_opportunity", values)
    assert expected("future_opportunity", values) == hours.mean == hours.low == hours.high


def future(invitation, seeker, mindset):
    """The hours of future_opportunity with some mindset."""
    return EVALUATOR.evaluate(invitation, seeker.with_quantities(mindset=mindset))["future_opportunity"].hours


@given(case=cases(), mindsets=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_better_mindset_raises_future_opportunity(case, mindsets):
    """Of two moods the better one is worth at least as much."""
    worse, better = (future(*case, mindset).mean for mindset in sorted(mindsets))
    assert worse <= better + 1e-9 * max(1.0, abs(better))


@given(case=cases(), mindset=st.floats(0, 0.19))
def test_boredom_is_never_a_gain(case, mindset):
    """Below a mindset of 0.2 the impression is bad, and the hours are at most 0."""
    assert future(*case, mindset).high <= 0
