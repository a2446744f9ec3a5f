"""Courtesy: more people are more of other people's time."""

from __future__ import annotations

from formulas import evaluated, expected
from hypothesis import given
from strategies import QUANTITIES, cases, exact_values, numbers

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)


@given(values=exact_values())
def test_courtesy_is_its_formula(values):
    """It gives what its formula gives, anywhere within the bounds, their ends included."""
    hours = evaluated("courtesy", values)
    assert expected("courtesy", values) == hours.mean == hours.low == hours.high


@given(case=cases(), first=numbers(QUANTITIES["people_met"]), second=numbers(QUANTITIES["people_met"]))
def test_more_people_raise_courtesy(case, first, second):
    """Meeting more people raises the cost."""
    invitation, seeker = case
    fewer, more = (
        EVALUATOR.evaluate(invitation.with_quantities(people_met=people), seeker)["courtesy"].hours.mean
        for people in sorted([first, second])
    )
    assert fewer <= more + 1e-9 * max(1.0, more)
