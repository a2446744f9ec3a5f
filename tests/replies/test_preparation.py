"""The plan as text and as a calendar file, which calendars read as it was meant."""

from __future__ import annotations

import sys
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .plans import at, busy, planned

icalendar = pytest.importorskip("icalendar")
vobject = pytest.importorskip("vobject")
HOURS = st.integers(1, 120).map(lambda quarters: quarters / 4)


def test_no_time_at_all():
    """Where nothing fits, the plan is empty, and so is its calendar file."""
    plan = planned(busy((at(25, 0), at(3, 0))), hours=2)
    assert ((), 2, b"") == (plan.blocks, plan.missing, plan.ics)
    assert "There is no free time for 2 hours of preparation." == str(plan).splitlines()[1]


@pytest.mark.parametrize(
    ("calendar", "hours", "told"),
    [
        ("", 0.75, "45 minutes of preparation."),
        ("", 1, "1 hour of preparation."),
        ("", 2.5, "2.5 hours of preparation."),
        (
            busy((at(25, 0), at(2, 10))),
            4,
            "3.5 hours of preparation; there is no free time for 30 minutes more.",
        ),
    ],
)
def test_how_much_time_was_found(calendar, hours, told):
    """One sentence says how much is planned, and how much found no place."""
    assert told == str(planned(calendar or (), hours=hours)).splitlines()[1]


def test_nothing_can_be_injected():
    """What the invitation says stays on its line, in the text as in the calendar file."""
    plan = planned(hours=8, changes={"role": "A\nBEGIN:VEVENT\n$organization", "organization": "<b>B</b>\r\nATTACH:x"})
    assert "A BEGIN:VEVENT $organization, <b>B</b> ATTACH:x" == plan.title
    calendar = icalendar.Calendar.from_ical(plan.ics)
    assert len(plan.blocks) == len(calendar.walk("VEVENT"))
    assert [] == [event for event in calendar.walk("VEVENT") if "ATTACH" in event]


def test_without_the_extra(monkeypatch):
    """Where the icalendar library is missing, the plan is there all the same, and its file says what to install."""
    plan = planned(hours=1)
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(ImportError, match=r"interview-value\[readers\]"):
        _ = plan.ics


@given(hours=HOURS, role=st.text(max_size=40), organization=st.text(max_size=40))
def test_two_libraries_read_it_back(hours, role, organization):
    """The icalendar library and an independent one read the same blocks from the calendar file."""
    role, organization = (text.encode(errors="ignore").decode() or None for text in (role, organization))
    plan = planned(hours=hours, changes={"role": role, "organization": organization})
    expected = [(block.starts.astimezone(UTC), block.ends.astimezone(UTC), block.title) for block in plan.blocks]
    calendar = icalendar.Calendar.from_ical(plan.ics)
    theirs = [(e["DTSTART"].dt, e["DTEND"].dt, str(e["SUMMARY"])) for e in calendar.walk("VEVENT")]
    other = [
        (e.dtstart.value, e.dtend.value, e.summary.value) for e in vobject.readOne(plan.ics.decode()).contents["vevent"]
    ]
    assert expected == theirs == other
    assert len(expected) == len({str(event["UID"]) for event in calendar.walk("VEVENT")})
    assert "PUBLISH" == str(calendar["METHOD"])
