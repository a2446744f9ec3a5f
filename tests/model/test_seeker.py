"""Seeker: past interviews, as dates or as experience."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mistakes import mistakes_of
from strategies import DAYS

import interview_value as iv


def test_a_wrong_day_does_not_hide_wrong_dates():
    """Dates are checked even where the day on which they are counted cannot be used."""
    assert {"as_of", "past_interviews[0]"} == mistakes_of(iv.Seeker, past_interviews=["soon"], as_of="later").keys()


@pytest.mark.parametrize(
    "day", [date(2026, 1, 13), datetime(2026, 1, 13, 9), "2026-01-13", "2026-01-13T09:00"], ids=repr
)
def test_dates_as_people_write_them(day):
    """A date, a time or text stands for the day."""
    seeker = iv.Seeker(past_interviews=[day], as_of="2026-11-23")
    assert (date(2026, 1, 13),) == seeker.past_interviews


def test_experience_of_dates_and_of_nobody():
    """Experience follows from the dates, unless it is given; without either it is unknown."""
    dates = {"past_interviews": ["2026-11-23", "2026-01-22"], "as_of": "2026-11-23"}
    assert pytest.approx(1.5, abs=0.002) == iv.Seeker(**dates).known["experience"].low
    assert iv.Estimate(4) == iv.Seeker(**dates, experience=4).known["experience"]
    assert "experience" not in iv.Seeker().known


def test_dates_are_counted_today_unless_said():
    """The day on which past interviews were counted is stored, so that the answer is the same tomorrow."""
    assert date.today() == iv.Seeker(past_interviews=[date.today()]).as_of
    assert iv.Seeker(as_of="2026-11-23") == iv.Seeker()


def test_dates_win_or_lose_as_experience():
    """Dates of interviews and a plain experience are one fact: the first is kept, the other one shown."""
    dated = iv.Seeker(past_interviews=["2026-11-23"], as_of="2026-11-23", read_from={"past_interviews": "diary.ics"})
    said = iv.Seeker(experience=3)
    assert iv.model.Disagreement("experience", 1.0, "diary.ics", 3.0, "") == (dated | said).disagreements[0]
    assert (iv.Estimate(1), iv.Estimate(3)) == ((dated | said).known["experience"], (said | dated).known["experience"])
    assert () == (dated | iv.Seeker(experience=1)).disagreements


@given(past=st.lists(DAYS, min_size=1, max_size=5), later=st.integers(0, 3_000))
def test_experience_counts_half_after_ten_months(past, later):
    """Dates of past interviews count as the sum of 0.5 to the power of the months ago by ten."""
    reference = pytest.importorskip("reference", reason="the reference needs NumPy and SciPy")
    as_of = max(past) + timedelta(days=later)
    expected = reference.effective_experience(past, as_of)
    assert pytest.approx(expected, rel=1e-12) == iv.Seeker(past_interviews=past, as_of=as_of).known["experience"].low
