"""Practice: worth less to those who had more of it lately, more after a gap, and nothing with nowhere to pay."""

from __future__ import annotations

from datetime import timedelta

from formulas import evaluated, expected
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import DAYS, QUANTITIES, case, cases, exact_values, numbers

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)


@given(values=exact_values())
def test_practice_is_its_formula(values):
    """It gives what its formula gives, anywhere within the bounds, their ends included."""
    hours = evaluated("practice", values)
    assert expected("practice", values) == hours.mean == hours.low == hours.high


def practice(invitation, seeker):
    """The expected hours of practice."""
    return EVALUATOR.evaluate(invitation, seeker)["practice"].hours.mean


@given(values=exact_values(), other=numbers(QUANTITIES["experience"]))
def test_more_recent_interviews_lower_practice(values, other):
    """Of two seekers who are alike but for their experience, the more experienced one gains no more."""
    fewer, more = sorted([values["experience"], other])
    gains = [practice(*case({**values, "experience": experience})) for experience in (fewer, more)]
    assert gains[1] <= gains[0] + 1e-12 * values["job_worth"]


@given(case=cases(), past=st.lists(DAYS, min_size=1, max_size=4), extra=DAYS)
def test_one_more_past_interview_lowers_practice(case, past, extra):
    """Remembering one more past interview never makes the next one worth more, whatever else is unknown."""
    invitation, seeker = case
    gains = [
        practice(invitation, iv.Seeker(**_without_experience(seeker), past_interviews=days, as_of=max(*past, extra)))
        for days in (past, [*past, extra])
    ]
    assert gains[1] <= gains[0] + 1e-9


@given(case=cases(), past=st.lists(DAYS, min_size=1, max_size=4), gap=st.integers(1, 2_000))
def test_longer_gap_raises_practice(case, past, gap):
    """The same past interviews, longer ago, leave more to gain."""
    invitation, seeker = case
    days = [max(past), max(past) + timedelta(days=gap)]
    gains = [
        practice(invitation, iv.Seeker(**_without_experience(seeker), past_interviews=past, as_of=day)) for day in days
    ]
    assert gains[0] <= gains[1] + 1e-9


def _without_experience(seeker):
    return {name: estimate for name, estimate in seeker.known.items() if name != "experience"}


@given(case=cases())
def test_no_upcoming_interview_makes_practice_worthless(case):
    """Practice for no interview at all is worth exactly nothing."""
    invitation, seeker = case
    hours = EVALUATOR.evaluate(invitation, seeker.with_quantities(upcoming_interviews=0))["practice"].hours
    assert (0, 0, 0) == hours


@given(values=exact_values(), fewer=st.floats(1e-9, 1e-6))
def test_practice_vanishes_with_the_upcoming_interviews(values, fewer):
    """As the interviews ahead become ever fewer, practice goes to nothing."""
    # At a chance of 1 a single interview decides, however small its number is.
    assume(values["base_offer_chance"] < 0.99)
    gain = practice(*case({**values, "upcoming_interviews": fewer}))
    assert abs(gain) <= 1e-4 * values["job_worth"]
