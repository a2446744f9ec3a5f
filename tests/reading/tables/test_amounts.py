"""Amounts: numbers, ranges and units are read as people and programs write them."""

from __future__ import annotations

import math
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv
from interview_value import Estimate

from .one_table import cell, mistake, only


@pytest.mark.parametrize(
    ("heading", "value", "estimate"),
    [
        ("people_met", 3, Estimate(3)),
        ("people_met", "3", Estimate(3)),
        ("Interviewers", "2-4", Estimate(2, 4)),
        ("Interviewers", "2 – 4 people", Estimate(2, 4)),
        ("Interviewers", "2 to 4", Estimate(2, 4)),
        ("Panel size", "3 interviewers", Estimate(3)),
        ("resemblance", "60 %", Estimate(0.6)),
        ("resemblance", "40-60%", Estimate(0.4, 0.6)),
        ("resemblance", "0,5", Estimate(0.5)),
        ("resemblance (%)", 60, Estimate(0.6)),
        ("resemblance", "1e-1", Estimate(0.1)),
        ("Duration", 1.5, Estimate(1.5)),
        ("Duration", "1,5 h", Estimate(1.5)),
        ("Duration", "45 min", Estimate(0.75)),
        ("Duration", "30-45 min.", Estimate(0.5, 0.75)),
        ("Duration", "45 min - 1 h", Estimate(0.75, 1)),
        ("Duration", "1h30", Estimate(1.5)),
        ("Duration", "1 h 30 min", Estimate(1.5)),
        ("Duration", "1:30", Estimate(1.5)),
        ("Duration", time(1, 30), Estimate(1.5)),
        ("Duration", timedelta(minutes=90), Estimate(1.5)),
        ("Duration (min)", 90, Estimate(1.5)),
        ("Duration in minutes", "30..90", Estimate(0.5, 1.5)),
        ("Duration (hours)", 12, Estimate(12)),
        ("Prep hours", 12, Estimate(12)),
        ("Travel", "90 min", Estimate(1.5)),
        ("Expenses", "€40", Estimate(40)),
        ("Expenses", "40 EUR", Estimate(40)),
        ("Expenses", "40,50 €", Estimate(40.5)),
        ("Expenses", "1,500", Estimate(1500)),
        ("openings", ["2", "openings", "a", "year"][0], Estimate(2)),
    ],
)
def test_amounts_are_read(heading, value, estimate):
    """Numbers, ranges and units are read as people write them."""
    invitation = cell(heading, value)
    (read,) = invitation.known.values()
    assert (estimate.low, estimate.high) == pytest.approx((read.low, read.high))


def test_minutes_are_told():
    """A bare number of 15 or more is no length in hours; where it was read says how it was taken."""
    invitation = cell("Duration", 45)
    assert (Estimate(0.75), "bytes, sheet Jobs: row 2, Duration (taken as minutes)") == (
        invitation.duration,
        invitation.read_from["duration"],
    )


@pytest.mark.parametrize(
    ("heading", "value", "allowed"),
    [
        ("resemblance", "often", 'text such as "60%" or "0.4..0.6", in share, 0 to 1'),
        ("resemblance", 3, "0 to 1 (share)"),
        ("resemblance", "5 h", "a finite number, a pair"),
        ("resemblance", True, "a finite number, a pair"),
        ("resemblance", timedelta(hours=1), "a finite number, a pair"),
        ("people_met", datetime(2026, 3, 1), "a program has made a date of it: write 1..3"),
        ("people_met", "3-1", "the low end first"),
        ("people_met", "1-2-3", "a finite number, a pair"),
        ("openings", "inf", "a finite number"),
        ("Expenses", "1234,567", "a finite number, a pair"),
        ("Duration", 10, "a length with its unit, such as 1.5 h or 90 min"),
        ("Duration", "1-90", "a length with its unit"),
        ("Duration", 0, "0.05 to 60 (h)"),
        ("Interview date", "soon", "a date such as 2026-12-03"),
        ("Interview date", "3/4/2026", "whether the day or the month comes first"),
        ("Role", "x" * 2_001, "text of at most 2,000 characters"),
        ("Interview time", "noonish", "a time such as 14:00"),
    ],
)
def test_mistakes_say_what_is_allowed(heading, value, allowed):
    """A cell that cannot be used is a mistake with row, column and what is allowed; its row is left out."""
    error = mistake(heading, value)
    assert allowed in error.allowed
    assert isinstance(error, iv.errors.FieldError)
    assert f"row 2, {heading}: got" in str(error)


@given(st.floats(0.001, 1), st.floats(0.001, 1))
def test_what_programs_write_is_read_exactly(a, b):
    """Numbers and ranges as Python writes them, to the last bit."""
    low, high = sorted((a, b))
    invitation = only("Company,resemblance,role_interest", f"Acme,{low!r},{low!r}..{high!r}")
    assert (Estimate(low), Estimate(low, high)) == (invitation.resemblance, invitation.role_interest)
    assert math.isfinite(invitation.role_interest.high)
