"""Times of a calendar file: time zones of any name, when an event starts, and how long it lasts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from reading.files import END, START, SUMMARY, calendar, event, invited

from interview_value.reading import read

NO_END = "the file does not say when the interview ends"
RULE = "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"


def zone(*rules: str, name: str = "Somewhere Time", start: str = "16010101T000000", to: str = "+0530") -> str:
    """Describe a time zone."""
    standard = ("BEGIN:STANDARD", f"DTSTART:{start}", "TZOFFSETFROM:+0530", f"TZOFFSETTO:{to}", *rules, "END:STANDARD")
    return "\n".join(("BEGIN:VTIMEZONE", f"TZID:{name}", *standard, "END:VTIMEZONE"))


def starts(name: str, *described: str, at: str = "20261203T140000") -> datetime:
    """Read an interview that starts in the time zone of this name."""
    return read(calendar(*described, event(SUMMARY, f"DTSTART;TZID={name}:{at}"))).starts


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        ("Europe/Berlin", 1),
        ("W. Europe Standard Time", 1),
        ('"Europe/Berlin"', 1),
        ("/example.com/20260101_1/Europe/Berlin", 1),
        ("/example.com/America/Argentina/Buenos_Aires", -3),
        ("UTC", 0),
    ],
)
def test_names_that_are_known(name, hours):
    """Of the IANA database, of Windows, and with a vendor before them."""
    assert timedelta(hours=hours) == starts(name).utcoffset()


@pytest.mark.parametrize(
    "name", ["Nowhere", "../../etc/passwd", "/", "Europe", "example.com/Europe/Berlin", "x" * 900, "Europe/Berlin\\n"]
)
def test_names_that_are_not_known_leave_the_time_floating(name):
    """A note says so; see the tests of calendar files."""
    assert starts(name).tzinfo is None


@pytest.mark.parametrize("rules", [[], [RULE], [RULE + ";INTERVAL=1"], ["RRULE:FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=1"]])
def test_a_zone_that_the_file_describes_is_used(rules):
    """Also before it is described, and as a plain offset, so that the time can be compared and stored."""
    expected = datetime.fromisoformat("2026-12-03T14:00+05:30")
    assert expected == starts("Somewhere Time", zone(*rules))
    late = read(calendar(event(SUMMARY, "DTSTART;TZID=Somewhere Time:20261203T140000"), zone(*rules)))
    assert expected == late.starts


@pytest.mark.parametrize(
    "rules",
    [
        ["RRULE:FREQ=SECONDLY"],
        ["RRULE:FREQ=YEARLY;INTERVAL=0"],
        ["RRULE:FREQ=YEARLY;BYHOUR=1"],
        ["RRULE:FREQ=YEARLY;BYDAY=SU"],
        ["RRULE:FREQ=YEARLY;BYMONTH=1,2;BYDAY=SU"],
        ["RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1,2,3,4,5,6,7,8"],
        [RULE] * 30,
        ["END:STANDARD\nBEGIN:STANDARD"] * 30,
        ["TZOFFSETTO:odd"],
        ["END:STANDARD\nBEGIN:DAYLIGHT\nEND:DAYLIGHT\nBEGIN:STANDARD"],
    ],
)
def test_a_description_that_is_dangerous_or_broken_is_not_followed(rules):
    """Following its rules could take for ever, or fail; the time stays floating."""
    assert starts("Somewhere Time", zone(*rules)).tzinfo is None


def test_a_description_is_not_followed_beyond_the_years_of_people():
    """Rules are counted year by year."""
    assert starts("Somewhere Time", zone(RULE), at="99981203T140000").tzinfo is None


def test_one_file_does_not_change_how_the_next_is_read():
    """The calendar library keeps zones for the whole process; two files may mean different things by one name."""
    first = starts("Somewhere Time", zone())
    second = starts("Somewhere Time", zone(to="-0800"))
    third = starts("Somewhere Time")
    offsets = [moment.utcoffset() for moment in (first, second, third)]
    assert [timedelta(hours=5.5), timedelta(hours=-8), None] == offsets


def test_a_known_name_counts_before_its_description():
    """Descriptions in files are often cut short or out of date."""
    described = zone(name="Europe/Berlin", to="-0800")
    assert timedelta(hours=1) == starts("Europe/Berlin", described).utcoffset()


@pytest.mark.parametrize(
    ("lines", "hours"),
    [
        ([END], 1),
        (["DURATION:PT1H30M"], 1.5),
        (["DTSTART;TZID=Europe/Berlin:20261025T013000", "DTEND;TZID=Europe/Berlin:20261025T033000"], 3),
        (["DTSTART;TZID=Europe/Berlin:20261203T140000", END], 1),
        (["DTSTART:20261203T130000", "DTEND:20261203T134500"], 0.75),
        ([END, "DURATION:PT5H"], 1),
    ],
)
def test_the_duration_is_the_time_that_passes(lines, hours):
    """Between start and end or by DURATION, in hours, whatever clocks do meanwhile; an end counts before a length."""
    assert hours == invited(*lines).duration.low


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        ([], NO_END),
        (["DTEND:soon"], NO_END),
        (["DTEND;VALUE=DATE:20261204"], NO_END),
        (["DTEND:20261203T140000"], NO_END),
        (["DURATION:an hour"], NO_END),
        (["DTEND:20261203T130000Z"], "the event lasts 0 h, which no interview does; its length is left unknown"),
        (["DURATION:-PT1H"], "the event lasts -1 h, which no interview does; its length is left unknown"),
        (["DURATION:P2D"], "the event lasts 48 h, which no interview does; its length is left unknown"),
    ],
)
def test_a_length_that_cannot_be_is_unknown_never_zero(lines, note):
    """A missing, unusable or impossible end leaves the duration unknown, and a note says why."""
    invitation = invited(*lines)
    assert (None, True) == (invitation.duration, note in invitation.notes)


def test_an_event_of_a_whole_day_has_no_start_and_no_length():
    """A day is a reminder, not the length of an interview."""
    invitation = invited("DTSTART;VALUE=DATE:20261203", "DTEND;VALUE=DATE:20261204", "LOCATION:Berlin")
    assert (None, None) == (invitation.starts, invitation.duration)
    assert ("the event takes the whole day",) == invitation.notes


def test_an_event_without_a_start_says_so():
    """An unusable start is a missing one."""
    invitation = invited("DTSTART:tomorrow", "LOCATION:Berlin")
    assert (None, ("the file does not say when the event starts",)) == (invitation.starts, invitation.notes)


def test_the_first_of_two_starts_counts():
    """The standard allows one; the second is not mistaken for a list."""
    assert datetime(2026, 12, 3, 13, tzinfo=UTC) == invited(START, "DTSTART:20270101T000000Z").starts
