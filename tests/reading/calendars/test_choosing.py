"""Of several events one is taken, by a rule that does not look at the clock."""

from __future__ import annotations

import itertools

import pytest
from reading.files import START, calendar, event

from interview_value.errors import ReadError
from interview_value.reading import read

LUNCH = event("UID:1", "DTSTART:20260101T120000Z", "SUMMARY:Lunch", "LOCATION:lunch")
LATER = event("UID:2", "DTSTART:20261203T130000Z", "SUMMARY:Interview", "LOCATION:later")
EARLIER = event("UID:3", "DTSTART:20261202T130000Z", "SUMMARY:Interview\\, first", "LOCATION:earlier")
DESCRIBED = event("UID:4", "DTSTART:20261201T130000Z", "DESCRIPTION:An interview", "LOCATION:described")
PRACTICE = event("UID:5", "DTSTART:20261130T130000Z", "SUMMARY:Mock interview", "LOCATION:practice")
OFF = event("UID:6", "DTSTART:20261129T130000Z", "SUMMARY:Interview", "STATUS:CANCELLED")
UNDATED = event("UID:7", "SUMMARY:Interview", "LOCATION:undated")
DAY = event("UID:8", "DTSTART;VALUE=DATE:20261201", "SUMMARY:Interview", "LOCATION:day")
EXTREME = event("UID:9", "DTSTART;TZID=Asia/Tokyo:00010101T000000", "SUMMARY:Interview", "LOCATION:extreme")
HOLIDAY = event("UID:10", "DTSTART;VALUE=DATE:20250101", "SUMMARY:Holiday", "LOCATION:holiday")


@pytest.mark.parametrize(
    ("events", "taken"),
    [
        ([LUNCH, LATER, EARLIER, DESCRIBED, PRACTICE, OFF], "earlier"),
        ([LUNCH, DESCRIBED, PRACTICE], "described"),
        ([PRACTICE, LUNCH], "lunch"),
        ([UNDATED, LATER], "later"),
        ([DAY, EARLIER], "day"),
        ([LATER, EXTREME], "extreme"),
        ([HOLIDAY, LUNCH], "lunch"),
    ],
)
def test_words_count_first_then_the_start(events, taken):
    """The order in the file does not matter."""
    orders = itertools.islice(itertools.permutations(events), 24)
    assert {taken} == {read(calendar(*order)).location for order in orders}


def test_the_note_says_how_many_there_were_and_why_this_one():
    """A person can see what was not taken."""
    why = "taken was 'Interview, first', because it is the earliest whose summary says that it is an interview"
    assert f"the file holds 4 events, 1 of them cancelled; {why}" == read(calendar(LUNCH, LATER, EARLIER, OFF)).notes[0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("SEQUENCE:0", "SEQUENCE:1"),
        ("DTSTAMP:20260101T000000Z", "DTSTAMP:20260102T000000Z"),
        ("SEQUENCE:9", "SEQUENCE:10"),
        ("SEQUENCE:odd", "SEQUENCE:1"),
    ],
)
def test_the_latest_version_of_an_event_counts(first, second):
    """By SEQUENCE, then by DTSTAMP; an update is no second event."""
    old = event("UID:1", START, "SUMMARY:Interview", "LOCATION:old", first)
    new = event("UID:1", START, "SUMMARY:Interview", "LOCATION:new", second)
    both = [read(calendar(*order)) for order in ([old, new], [new, old])]
    assert [("new", 1)] * 2 == [(one.location, len(one.notes)) for one in both]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (calendar(OFF), "the interview was cancelled: 'Interview'; it was to start 2026-11-29 13:00 (UTC)"),
        (calendar(EARLIER, method="CANCEL"), "the interview was cancelled: 'Interview, first'; it was to start"),
        (calendar(event("UID:1", "SUMMARY:Canceled event: Interview")), "'Canceled event: Interview'"),
        (calendar(event("STATUS:CANCELLED")), "the interview was cancelled: 'no summary'"),
        (calendar(event("STATUS:CANCELLED", "DTSTART;VALUE=DATE:20261203")), "it was to start 2026-12-03"),
        (calendar(OFF, event("STATUS:CANCELLED")), "; so were all of the 2 events"),
        (calendar(), "is a calendar file without an event"),
        (calendar("BEGIN:VTODO\nSUMMARY:Interview\nEND:VTODO"), "without an event; it holds VTODO instead"),
    ],
)
def test_a_file_without_a_standing_event_is_refused(text, reason):
    """A cancelled interview is an answer, not a failure: the reason says which and when it would have been."""
    with pytest.raises(ReadError) as error:
        read(text)
    assert reason in error.value.reason


def test_a_cancelled_update_cancels():
    """The latest version counts, also if it is the end of the event."""
    new = event("UID:1", START, "SUMMARY:Interview", "SEQUENCE:1", "STATUS:CANCELLED")
    with pytest.raises(ReadError, match="cancelled"):
        read(calendar(event("UID:1", START, "SUMMARY:Interview", "SEQUENCE:0"), new))


def test_several_calendars_in_a_file_are_one_list_of_events():
    """Each keeps its own METHOD."""
    text = calendar(EARLIER, method="CANCEL") + "\n" + calendar(LATER, method="REQUEST")
    assert "later" == read(text).location
