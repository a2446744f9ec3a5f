"""Slots: where preparation fits, around what is taken."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .plans import BERLIN, SINCE, START, at, busy, planned, times

pytest.importorskip("icalendar")
MINUTES = st.integers(0, 6 * 24 * 60)
SPANS = st.lists(
    st.tuples(MINUTES, st.integers(0, 2_000)).map(
        lambda pair: (at(26, 0) + timedelta(minutes=pair[0]), at(26, 0) + timedelta(minutes=sum(pair)))
    ),
    max_size=12,
)
HOURS = st.integers(1, 120).map(lambda quarters: quarters / 4)
WORKING = st.tuples(st.integers(0, 20), st.integers(1, 24)).map(lambda pair: (pair[0], min(pair[0] + pair[1], 24)))


@pytest.mark.parametrize(
    ("hours", "options", "expected"),
    [
        (1, {}, ["02 09:00-10:00"]),
        (1.1, {}, ["02 09:00-10:15"]),
        (3, {}, ["01 09:00-10:00", "02 09:00-11:00"]),
        (3, {"hours_a_day": 3}, ["02 09:00-12:00"]),
        (9, {}, ["27 09:00-11:00", "30 09:00-11:00", "01 09:00-11:00", "02 09:00-12:00"]),
        (
            9,
            {"working_days": range(7)},
            ["28 09:00-10:00", "29 09:00-11:00", "30 09:00-11:00", "01 09:00-11:00", "02 09:00-11:00"],
        ),
        (1, {"working_hours": (18.5, 22)}, ["01 18:30-19:30"]),
        (2, {"zone": "America/New_York"}, ["01 09:00-11:00"]),
    ],
)
def test_where_it_fits(hours, options, expected):
    """The last days come first, two hours a day unless time is short, in one's own working hours, days and zone."""
    assert expected == times(planned(hours=hours, **options))


def test_around_what_is_taken():
    """Blocks go around what is in the calendars; what is too short for anything is left alone."""
    first = busy((at(2, 8), at(2, 9, 50)), (at(2, 10, 25), at(2, 11)), (at(2, 11, 35), at(2, 13)))
    second = busy((at(1, 0), at(1, 23)))
    plan = planned([first, second], hours=2)
    assert ["30 09:00-10:00", "02 11:00-11:30", "02 13:00-13:30"] == times(plan)


def test_before_one_leaves():
    """It ends half an hour before one must leave, which is earlier where there is a way to go."""
    options = {"since": datetime(2026, 12, 2, 9, tzinfo=BERLIN), "hours": 10}
    assert ["02 09:00-13:30"] == times(planned(**options))
    assert ["02 09:00-12:30"] == times(planned(**options, changes={"remote": False, "travel": 2}))
    assert ["02 09:00-13:30"] == times(planned(**options, changes={"remote": None}))


def test_what_is_missing():
    """Hours that fit nowhere are told."""
    plan = planned(hours=10, since=datetime(2026, 12, 2, 9, 50, tzinfo=BERLIN))
    assert (10, 6.5, ["02 10:00-13:30"]) == (plan.hours, plan.missing, times(plan))
    assert "3.5 hours of preparation; there is no free time for 6.5 hours more." == str(plan).splitlines()[1]


def test_not_months_ahead():
    """What would be forgotten by then is not planned: sixty days are the most."""
    plan = planned(hours=100, hours_a_day=1, since=datetime(2026, 1, 1, tzinfo=UTC))
    assert timedelta(days=61) > START - plan.blocks[0].starts > timedelta(days=57)


@given(spans=SPANS, hours=HOURS, working=WORKING, days=st.sets(st.integers(0, 6), min_size=1), a_day=st.integers(1, 8))
def test_laws_of_a_plan(spans, hours, working, days, a_day):
    """No block overlaps what is taken or another block, leaves the working hours, or lies outside the time there is."""
    plan = planned(busy(*spans), hours=hours, working_hours=working, working_days=days, hours_a_day=a_day)
    assert hours == plan.hours == sum(block.hours for block in plan.blocks) + plan.missing
    ends = SINCE
    for block in plan.blocks:
        assert ends <= block.starts < block.ends <= START - timedelta(minutes=30)
        ends = block.ends
        begin = block.starts.hour + block.starts.minute / 60
        assert working[0] <= begin < begin + block.hours <= working[1]
        assert block.starts.weekday() in days
        assert 0 == block.starts.minute % 15
        for a, b in spans:
            assert block.ends <= a.replace(tzinfo=BERLIN) or b.replace(tzinfo=BERLIN) <= block.starts or a == b


@given(spans=SPANS, more=SPANS, hours=HOURS)
def test_more_that_is_taken_never_helps(spans, more, hours):
    """What is taken in addition never leaves more time."""
    assert planned(busy(*spans), hours=hours).missing <= planned(busy(*spans, *more), hours=hours).missing
