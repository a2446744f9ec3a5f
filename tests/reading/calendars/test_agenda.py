"""The events of a calendar between two times, dates of repeating ones among them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.calendars.agendas import BERLIN, SINCE, UNTIL, agenda, calendar, starts

import interview_value as iv
from interview_value.reading.calendars.agenda import MAX_OCCURRENCES, read_agenda


def test_an_event():
    """An event has its start, end, title and identifier, and keeps its owner busy."""
    (one,) = agenda("UID:a\nSUMMARY:Dentist\\, again\nDTSTART:20261105T090000Z\nDTEND:20261105T100000Z").occurrences
    assert (datetime(2026, 11, 5, 9, tzinfo=UTC), datetime(2026, 11, 5, 10, tzinfo=UTC)) == (one.starts, one.ends)
    assert ("Dentist, again", "a", False, True) == (one.summary, one.uid, one.whole_day, one.busy)


@pytest.mark.parametrize(
    ("lines", "first", "last"),
    [
        ("DTSTART;TZID=America/New_York:20261105T090000\nDURATION:PT90M", "11-05 14:00", "11-05 15:30"),
        ("DTSTART;TZID=Eastern Standard Time:20261105T090000\nDURATION:PT90M", "11-05 14:00", "11-05 15:30"),
        ("DTSTART:20261105T090000", "11-05 08:00", "11-05 08:00"),
        ("DTSTART;TZID=Nowhere:20261105T090000\nDTEND;TZID=Nowhere:20261105T100000", "11-05 08:00", "11-05 09:00"),
        ("DTSTART;VALUE=DATE:20261105", "11-04 23:00", "11-05 23:00"),
        ("DTSTART;VALUE=DATE:20261024\nDTEND;VALUE=DATE:20261026", "10-23 22:00", "10-25 23:00"),
        ("DTSTART;TZID=Europe/Berlin:20261024T230000\nDURATION:PT5H", "10-24 21:00", "10-25 02:00"),
    ],
)
def test_when(lines, first, last):
    """Time zones by any name, floating times and whole days in the zone that is given, a missing end, a clock put back."""
    (one,) = agenda(lines).occurrences
    assert [first, last] == [f"{moment.astimezone(UTC):%m-%d %H:%M}" for moment in (one.starts, one.ends)]


def test_a_zone_that_the_file_describes():
    """A zone of the file's own, with a clock that is put back, holds for each date of a series."""
    zone = """BEGIN:VTIMEZONE
TZID:Mine
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE""".splitlines()
    text = calendar("DTSTART;TZID=Mine:20261019T090000\nRRULE:FREQ=WEEKLY;UNTIL=20261102T080000Z", around=zone)
    found = read_agenda(text, SINCE, UNTIL, zone=UTC).occurrences
    assert ["10-19 07", "10-26 08", "11-02 08"] == [f"{one.starts.astimezone(UTC):%m-%d %H}" for one in found]


def test_too_many_dates():
    """No more dates are kept than are good for anything, and a note says so."""
    event = "DTSTART:20260101T090000Z\nRRULE:FREQ=DAILY"
    found = agenda(*[event] * 300, since=datetime(2026, 1, 1, tzinfo=UTC))
    assert MAX_OCCURRENCES == len(found.occurrences)
    assert ("the calendar holds more than is looked at; the rest was left out",) == found.notes


def test_dates_added_and_taken_out():
    """RDATE adds dates, EXDATE takes some out; several may stand on a line, and of a period the start counts."""
    lines = """DTSTART;TZID=Europe/Berlin:20261102T090000
DURATION:PT1H
RRULE:FREQ=DAILY;COUNT=4
EXDATE;TZID=Europe/Berlin:20261103T090000,20261104T090000
EXDATE:20261105T080000Z
RDATE;VALUE=PERIOD:20261120T100000Z/20261120T110000Z
RDATE:20261121T100000Z,20261122T100000Z,21001122T100000Z"""
    assert ["11-02 08:00", "11-20 10:00", "11-21 10:00", "11-22 10:00"] == starts(lines)


def test_a_date_that_was_moved():
    """One date of a series that has an event of its own is read as that event says, in its latest version."""
    series = "UID:s\nDTSTART:20261102T090000Z\nRRULE:FREQ=WEEKLY;COUNT=3\nSEQUENCE:0"
    moved = "UID:s\nRECURRENCE-ID:20261109T090000Z\nDTSTART:20261110T120000Z\nSEQUENCE:1"
    again = "UID:s\nRECURRENCE-ID:20261109T090000Z\nDTSTART:20261111T120000Z\nSEQUENCE:2"
    assert ["11-02 09:00", "11-11 12:00", "11-16 09:00"] == starts(series, again, moved)


def test_a_series_that_was_called_off():
    """With a cancelled series all its dates are off, those that were moved among them."""
    series = "UID:s\nDTSTART:20261102T090000Z\nRRULE:FREQ=WEEKLY;COUNT=3\nSTATUS:CANCELLED"
    moved = "UID:s\nRECURRENCE-ID:20261109T090000Z\nDTSTART:20261110T120000Z\nSEQUENCE:1"
    other = "UID:o\nDTSTART:20261102T100000Z"
    assert ["11-02 10:00"] == starts(series, moved, other)


@pytest.mark.parametrize(
    ("lines", "owner", "busy"),
    [
        ("", None, True),
        ("TRANSP:OPAQUE", None, True),
        ("TRANSP:TRANSPARENT", None, False),
        ("X-MICROSOFT-CDO-BUSYSTATUS:FREE", None, False),
        ("ATTENDEE;PARTSTAT=DECLINED:mailto:me@example.com", None, True),
        ("ATTENDEE;PARTSTAT=DECLINED:MAILTO:Me@example.com", "me@example.com ", False),
        ("ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.com", "me@example.com", True),
        ("ATTENDEE;PARTSTAT=DECLINED:mailto:you@example.com", "me@example.com", True),
    ],
)
def test_busy_or_free(lines, owner, busy):
    """What is marked as free, or what its owner declined, keeps nobody busy."""
    (one,) = agenda(f"DTSTART:20261102T090000Z\n{lines}", owner=owner).occurrences
    assert busy == one.busy


@pytest.mark.parametrize(
    ("lines", "there"),
    [
        ("DTSTART:20260930T230000Z\nDTEND:20261001T000000Z", False),
        ("DTSTART:20260930T230000Z\nDTEND:20261001T000001Z", True),
        ("DTSTART:20260930T230000Z\nDURATION:PT2H", True),
        ("DTSTART:20261001T000000Z", True),
        ("DTSTART:20261130T235959Z", True),
        ("DTSTART:20261201T000000Z", False),
        ("DTSTART:20250101T000000Z\nDTEND:20260930T000000Z", False),
        ("DTSTART:20991201T000000Z", False),
        ("DTSTART:19991201T000000Z", False),
        ("DTSTART:20991201T000000Z\nRDATE:20261105T100000Z", True),
        ("DTSTART:no date", False),
        ("SUMMARY:no start", False),
        ("DTSTART:20261105T100000Z\nDTEND:20261105T090000Z", False),
    ],
)
def test_what_falls_between(lines, there):
    """What has a part between the two times is there; what has none, or no time that can be understood, is not."""
    assert there == bool(agenda(lines).occurrences)


def test_what_cannot_be_counted_is_told():
    """An event that ends before it starts is left out with a note, and so are broken lines."""
    found = agenda("SUMMARY:Odd\nDTSTART:20261105T100000Z\nDTEND:20261105T090000Z", "DTSTART:20261105T100000Z\nbroken")
    assert 1 == len(found.occurrences)
    assert [
        "left out, as it ends before it starts or lasts more than a year: 'Odd'",
        "lines that are broken and were left out: 1",
    ] == list(found.notes)


def test_google_calendar():
    """The JSON of Google Calendar is a calendar as well, its repetitions included."""
    event = {
        "kind": "calendar#event",
        "iCalUID": "g",
        "summary": "Choir",
        "start": {"dateTime": "2026-11-02T19:00:00+01:00", "timeZone": "Europe/Berlin"},
        "end": {"dateTime": "2026-11-02T21:00:00+01:00", "timeZone": "Europe/Berlin"},
        "recurrence": ["RRULE:FREQ=WEEKLY;COUNT=2"],
    }
    found = read_agenda({"items": [event]}, SINCE, UNTIL, zone=UTC).occurrences
    assert [(2, "Choir"), (9, "Choir")] == [(one.starts.day, one.summary) for one in found]


@pytest.mark.parametrize("source", ["<html></html>", "company,role\nA,B\n", {"@type": "JobPosting"}, "[]{"])
def test_what_is_no_calendar(source):
    """What is no calendar is refused."""
    with pytest.raises(iv.errors.ReadError, match="is no calendar"):
        read_agenda(source, SINCE, UNTIL, zone=UTC)


def test_a_library_that_fails(monkeypatch):
    """Whatever the icalendar library raises becomes a clear error."""
    monkeypatch.setattr("interview_value.reading.calendars.agenda.not_cancelled", lambda events: 1 / 0)
    with pytest.raises(iv.errors.ReadError, match="cannot read it: ZeroDivisionError"):
        agenda("DTSTART:20261105T100000Z")


@given(order=st.permutations(range(4)))
def test_order_does_not_matter(order):
    """The order of events in a file changes nothing."""
    events = [
        "UID:s\nDTSTART:20261102T090000Z\nRRULE:FREQ=WEEKLY;COUNT=3",
        "UID:s\nRECURRENCE-ID:20261109T090000Z\nDTSTART:20261110T120000Z\nSEQUENCE:1",
        "UID:o\nDTSTART;VALUE=DATE:20261110",
        "UID:p\nDTSTART:20261110T110000Z\nTRANSP:TRANSPARENT",
    ]
    assert starts(*events) == starts(*[events[place] for place in order])


def test_real_files(real_data):
    """Every real calendar has an agenda or is refused with a reason, and within its bounds."""
    for path in sorted(real_data.glob("ics/*.ics")):
        try:
            found = read_agenda(path, datetime(1990, 1, 1, tzinfo=UTC), UNTIL, zone=BERLIN)
        except iv.errors.ReadError as error:
            assert "is no calendar" in error.reason
        else:
            assert all(one.starts <= one.ends for one in found.occurrences)
