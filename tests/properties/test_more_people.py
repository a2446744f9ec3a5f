"""Law: more people are more contacts, and more of other people's time."""

from __future__ import annotations

import pytest
from hypothesis import given
from strategies import QUANTITIES, cases, numbers

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)


@pytest.mark.parametrize("name", ["networking", "courtesy"])
@given(case=cases(), first=numbers(QUANTITIES["people_met"]), second=numbers(QUANTITIES["people_met"]))
def test_more_people_raise(name, case, first, second):
    """Meeting more people raises the benefit of networking and the cost of courtesy."""
    invitation, seeker = case
    fewer, more = (
        EVALUATOR.evaluate(invitation.with_quantities(people_met=people), seeker)[name].hours.mean
        for people in sorted([first, second])
    )
    assert fewer <= more + 1e-9 * max(1.0, more)
