"""Interviews in a calendar: which events are one, and which of their dates count."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_value.reading.history.reader import read_history

from ..files import attendee, calendar, event
from .calendars import DAYS, LUNCH, SPRING, TALKS, TODAY, events_on, history, talk


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["STATUS:CANCELLED"], "it is cancelled"),
        (["ORGANIZER:mailto:one@example.com", attendee("me@example.org", PARTSTAT="DECLINED")], "you declined it"),
        (
            ["ORGANIZER:mailto:me@example.org", attendee("two@example.com"), attendee("me@example.org")],
            "you invited others to it, so you may be the one who asks",
        ),
        (["DTSTART:tomorrow"], "it has no date from 1970 to six months ahead"),
        (["DTSTART:20280401T090000Z"], "it has no date from 1970 to six months ahead"),
    ],
)
def test_what_does_not_count_is_listed_with_the_reason(lines, why):
    """An entry that is called an interview and does not count is listed as left out, with the reason."""
    start = [] if lines[0].startswith("DTSTART") else ["DTSTART:20260401T090000Z"]
    found = history(event("UID:1", "SUMMARY:Interview", *start, *lines), seeker="Me@Example.org")
    assert ((), ()) == (found.past, found.upcoming)
    (entry,) = found.left_out
    assert why == entry.why


def test_what_you_were_asked_to_counts():
    """An invitation from somebody else counts, whoever else is invited, unless you declined it."""
    asked = talk(
        "x", "20260401T090000Z", "ORGANIZER:mailto:one@example.com", attendee("me@example.org", PARTSTAT="ACCEPTED")
    )
    assert 1 == len(history(asked, seeker="me@example.org").past)


def test_rehearsals_are_no_interviews():
    """With the usual words a rehearsal does not count; with words of one's own, these alone decide."""
    rehearsal = talk("x", "20260401T090000Z", summary="Mock interview")
    assert (0, 1) == (len(history(rehearsal).past), len(history(rehearsal, words=["mock interview"]).past))


def test_words_can_be_set():
    """Words of one's own replace the usual ones, whatever their case, and the history shows them."""
    coffee = talk("x", "20260401T090000Z", summary="COFFEE-chat with Brightside")
    found = history(coffee, SPRING, words=["coffee chat"])
    assert (["COFFEE-chat with Brightside"], ("coffee chat",)) == ([one.title for one in found.past], found.words)
    assert 'its title says "COFFEE-chat"' == found.past[0].why


@pytest.mark.parametrize(
    ("title", "counts"),
    [
        ("Entretien chez Brightside", True), ("二面 Brightside", True), ("Interviewing at Brightside", True),
        ("HR-screen", True), ("Reinterviewed", False), ("Screening of a film", False), ("Colloquio", True),
    ],
)  # fmt: skip
def test_the_usual_words(title, counts):
    """The usual words are found in several languages and with any ending, at the beginning of a word."""
    assert counts == bool(history(talk("x", "20260401T090000Z", summary=title)).past)


def test_series_are_followed():
    """Each date of a series counts, except those taken out, replaced or too far ahead."""
    weekly = talk("w", "20261026T090000Z", "RRULE:FREQ=WEEKLY;COUNT=60", "EXDATE:20261102T090000Z")
    moved = event("UID:w", "RECURRENCE-ID:20261109T090000Z", "DTSTART:20261110T090000Z", "SUMMARY:Lunch instead")
    found = history(weekly, moved)
    assert [date(2026, 10, 26), date(2026, 11, 16), date(2026, 11, 23)] == [entry.day for entry in found.past]
    assert (date(2026, 11, 30), 26) == (found.upcoming[0].day, len(found.upcoming))
    assert all(entry.day <= TODAY + timedelta(days=184) for entry in found.upcoming)


def test_a_cancelled_series_counts_for_nothing():
    """No date of a cancelled series counts, not even one with an entry of its own."""
    series = talk("w", "20260401T090000Z", "RRULE:FREQ=WEEKLY;COUNT=3", "STATUS:CANCELLED")
    one = event("UID:w", "RECURRENCE-ID:20260408T090000Z", "DTSTART:20260409T090000Z", "SUMMARY:Interview")
    found = history(series, one)
    assert ((), {"it is cancelled"}) == (found.past, {entry.why for entry in found.left_out})


def test_whole_days_count():
    """An interview that is noted for a whole day counts on that day."""
    assert date(2026, 4, 1) == history(event("UID:1", "DTSTART;VALUE=DATE:20260401", "SUMMARY:Interview")).past[0].day


GOOGLE = {
    "items": [
        {"iCalUID": "1", "summary": "Interview", "start": {"dateTime": "2026-04-01T09:00:00Z"}},
        {
            "iCalUID": "2", "summary": "Interview", "start": {"dateTime": "2026-04-02T09:00:00Z"},
            "organizer": {"email": "one@example.com"},
            "attendees": [{"email": "me@example.org", "self": True, "responseStatus": "declined"}],
        },
    ]
}  # fmt: skip


def test_events_of_google():
    """What you declined is known, because Google says who you are, and places have the JSON's names."""
    found = read_history(json.dumps(GOOGLE), as_of=TODAY, zone="UTC")
    assert "text: items[0].start.dateTime" == found.seeker.read_from["past_interviews"]
    assert ["you declined it"] == [entry.why for entry in found.left_out]


def test_broken_lines_and_too_many_events_are_told():
    """A note says what of a calendar could not be looked at."""
    found = history(SPRING, event("no line at all"))
    assert ("lines of the calendar that are broken and were left out: 1",) == found.notes
    many = calendar(SPRING, *[event(f"UID:{number}", "SUMMARY:Lunch") for number in range(10_000)])
    assert "more events than are looked at" in read_history(many, as_of=TODAY).notes[0]


@given(TALKS, DAYS)
def test_an_event_of_another_kind_changes_nothing(talks, as_of):
    """An event that is no interview changes the number of other entries and nothing else."""
    before, after = history(*events_on(talks), as_of=as_of), history(*events_on(talks), LUNCH, as_of=as_of)
    assert (before.past, before.upcoming, before.left_out) == (after.past, after.upcoming, after.left_out)
    assert (before.seeker, before.others + 1) == (after.seeker, after.others)


@given(TALKS, DAYS, st.randoms(use_true_random=False))
def test_the_order_of_events_is_irrelevant(talks, as_of, random):
    """Events in another order make the same history, but for their places in the file."""
    shuffled = events_on(talks)
    random.shuffle(shuffled)
    pairs = [
        [sorted((one.day, one.title, one.why) for one in pile if one.day) for pile in (found.past, found.upcoming)]
        for found in (history(*events_on(talks), as_of=as_of), history(*shuffled, as_of=as_of))
    ]
    assert pairs[0] == pairs[1]
