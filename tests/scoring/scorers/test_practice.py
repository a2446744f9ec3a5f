"""Practice: worth less to those who had more of it lately, more after a gap, and nothing with nowhere to pay."""

from __future__ import annotations

from datetime import timedelta

from formulas import expected, hours_of
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import DAYS, cases, exact_values

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False, draws=16)


@given(values=exact_values())
def test_practice_is_its_formula(values):
    """It gives what its formula gives, anywhere within the bounds, their ends included."""
    assert expected("practice", values) == hours_of("practice", values)


def practice(invitation, seeker):
    """The expected hours of practice."""
    return EVALUATOR.evaluate(invitation, seeker)["practice"].hours.mean


@given(case=cases(), past=st.lists(DAYS, min_size=1, max_size=4), extra=DAYS)
def test_one_more_past_interview_lowers_practice(case, past, extra):
    """Remembering one more past interview never makes the next one worth more, whatever else is unknown."""
    invitation, seeker = case
    gains = [practice(invitation, _with_dates(seeker, days, max(*past, extra))) for days in (past, [*past, extra])]
    # With less to gain fewer hours of preparation may be best, which lowers it further.
    assert gains[1] <= gains[0] + 1e-9


@given(case=cases(), past=st.lists(DAYS, min_size=1, max_size=4), gap=st.integers(1, 2_000))
def test_longer_gap_raises_practice(case, past, gap):
    """The same past interviews, longer ago, leave more to gain."""
    invitation, seeker = case
    days = [max(past), max(past) + timedelta(days=gap)]
    gains = [practice(invitation, _with_dates(seeker, past, day)) for day in days]
    assert gains[0] <= gains[1] + 1e-9


def _with_dates(seeker, days, as_of):
    known = {name: estimate for name, estimate in seeker.known.items() if name != "experience"}
    return iv.Seeker(status=seeker.status, **known, past_interviews=days, as_of=as_of)


@given(values=exact_values(), fewer=st.floats(1e-9, 1e-6))
def test_practice_vanishes_with_the_upcoming_interviews(values, fewer):
    """As the interviews ahead become ever fewer, practice goes to nothing."""
    assume(values["base_offer_chance"] < 0.99)
    assert abs(hours_of("practice", values, upcoming_interviews=fewer)) <= 1e-4 * values["job_worth"]


def test_practice_pays_most_with_about_as_many_ahead_as_one_offer_takes():
    """With few interviews ahead it has nowhere to pay, with very many an offer is sure anyway."""
    values = {"experience": 1, "skill_ceiling": 0.5, "skill_scale": 4, "resemblance": 0.7, "mindset": 0.6, "ready": 2}
    values |= {"nervousness": 0.5, "preparation": 2, "base_offer_chance": 0.2, "job_worth": 50, "otherwise": 50}
    hours = {ahead: hours_of("practice", values, upcoming_interviews=ahead) for ahead in range(61)}
    assert 3 <= max(hours, key=hours.get) <= 7
    assert hours[0] == 0
    assert hours[60] < hours[5] / 10
