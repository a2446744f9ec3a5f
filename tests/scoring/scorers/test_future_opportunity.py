"""Future opportunity: what the organisation may offer later, and what boredom loses."""

from __future__ import annotations

from formulas import expected, hours_of
from hypothesis import given
from hypothesis import strategies as st
from strategies import exact_values


@given(values=exact_values())
def test_future_opportunity_is_its_formula(values):
    """It gives what its formula gives, anywhere within the bounds, their ends included."""
    assert expected("future_opportunity", values) == hours_of("future_opportunity", values)


@given(values=exact_values(), mindset=st.floats(0, 0.19))
def test_boredom_is_never_a_gain(values, mindset):
    """Whoever goes bored, however well prepared, leaves a bad impression, and the hours are at most 0."""
    assert hours_of("future_opportunity", values, mindset=mindset) <= 0


def test_openings_help_up_to_about_thirty_a_year():
    """Where there are ever more openings, one would have been hired without being remembered."""
    values = {
        **dict.fromkeys(
            ("organization_interest", "mindset", "preparation", "ready", "memory_half_life", "speaks_up"), 1.0
        )
    }
    values |= {"recall": 0.03, "cold": 0.02, "people_met": 2, "job_worth": 300}
    hours = {openings: hours_of("future_opportunity", values, openings=openings) for openings in range(1, 51)}
    assert 20 <= max(hours, key=hours.get) <= 40
    assert hours[1] < hours[10] > 0
