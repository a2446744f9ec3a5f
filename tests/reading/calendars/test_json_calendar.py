"""Events as Google Calendar and Microsoft Graph answer them in JSON: read as a calendar file would be."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_value import Estimate, Stage
from interview_value.errors import ReadError
from interview_value.reading import read
from interview_value.reading.calendars.content_lines import MAX_EVENTS

GOOGLE = {
    "kind": "calendar#event", "id": "abc", "iCalUID": "abc@google.com", "status": "confirmed", "sequence": 2,
    "updated": "2026-11-23T09:15:00.123Z", "summary": "First interview: Data Analyst", "location": "",
    "description": "<p>Company: Brightside Marketing</p>", "creator": {"email": "one@brightside.example"},
    "organizer": {"email": "one@brightside.example", "displayName": "Interviewer One"},
    "start": {"dateTime": "2026-12-03T14:00:00+01:00", "timeZone": "Europe/Berlin"},
    "end": {"dateTime": "2026-12-03T14:45:00+01:00", "timeZone": "Europe/Berlin"},
    "attendees": [
        {"email": "one@brightside.example", "organizer": True, "responseStatus": "accepted"},
        {"email": "two@brightside.example", "displayName": "Two, \"of\" Two;\r\nBEGIN:VEVENT", "responseStatus": "tentative"},
        {"email": "three@brightside.example", "responseStatus": "declined"},
        {"email": "me@example.org", "self": True, "responseStatus": "needsAction"},
        {"email": "room@resource.calendar.google.com", "resource": True, "responseStatus": "accepted"},
    ],
    "conferenceData": {"entryPoints": [
        {"entryPointType": "phone", "uri": "tel:+49-30-1234567"},
        {"entryPointType": "video", "uri": "https://meet.google.com/abc-defg-hij"},
    ]},
}  # fmt: skip
GRAPH = {
    "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users('x')/events/$entity", "id": "AAMk",
    "iCalUId": "040000008200E0", "subject": "Final interview", "bodyPreview": "See you", "isAllDay": False,
    "lastModifiedDateTime": "2026-11-23T09:15:00.0000000Z", "isCancelled": False, "isOnlineMeeting": True,
    "body": {"contentType": "html", "content": "<html><body><p>Role: Data Analyst</p><p>See you soon</p></body></html>"},
    "start": {"dateTime": "2026-12-03T14:00:00.0000000", "timeZone": "W. Europe Standard Time"},
    "end": {"dateTime": "2026-12-03T15:30:00.0000000", "timeZone": "W. Europe Standard Time"},
    "location": {"displayName": "Microsoft Teams Meeting"},
    "organizer": {"emailAddress": {"name": "Interviewer One", "address": "one@brightside.example"}},
    "attendees": [
        {"type": "required", "status": {"response": "none"}, "emailAddress": {"name": "Me", "address": "me@example.org"}},
        {"type": "optional", "status": {"response": "accepted"}, "emailAddress": {"address": "two@brightside.example"}},
        {"type": "resource", "status": {"response": "none"}, "emailAddress": {"address": "room@brightside.example"}},
    ],
    "onlineMeeting": {"joinUrl": "https://teams.microsoft.com/l/meetup-join/19%3ameeting"},
}  # fmt: skip


def test_an_event_of_google():
    """Oneself, rooms and those who declined are not counted, and a name cannot add lines."""
    told = read(GOOGLE)
    assert ("Brightside Marketing", Stage.FIRST, True) == (told.organization, told.stage, told.remote)
    assert (Estimate(2), Estimate(0.75)) == (told.people_met, told.duration)
    assert "2026-12-03T14:00:00+01:00" == told.starts.isoformat()


def test_every_value_says_where_it_stands_in_the_json():
    """By the names that the JSON gives, with the place in the list."""
    assert {
        "starts": "text: items[1].start.dateTime",
        "duration": "text: items[1].start.dateTime, items[1].end.dateTime",
        "people_met": "text: items[1].attendees",
        "stage": "text: items[1].summary",
        "organization": "text: items[1].description",
        "remote": "text: items[1].conferenceData.entryPoints",
        "location": "text: items[1].conferenceData.entryPoints",
        "event": "text: VEVENT",
    } == read(json.dumps({"kind": "calendar#events", "items": [3, GOOGLE]})).read_from


def test_the_entry_can_be_answered():
    """What an answer must repeat is there, whichever form the event came in."""
    for told, uid, version in ((read(GOOGLE), "abc@google.com", 2), (read(GRAPH), "040000008200E0", 0)):
        assert (uid, version) == (told.event.uid, told.event.sequence)
        assert "mailto:one@brightside.example" == told.event.organizer
    assert "mailto:me@example.org" == read(GOOGLE).event.attendee


def test_an_event_of_graph():
    """A zone of Windows, HTML, a room, and a link to Teams."""
    told = read(GRAPH, seeker="me@example.org")
    assert (Stage.FINAL, "Data Analyst", True) == (told.stage, told.role, told.remote)
    assert (Estimate(1, 2), Estimate(1.5)) == (told.people_met, told.duration)
    assert ("2026-12-03T14:00:00+01:00", "brightside.example") == (told.starts.isoformat(), told.organization)
    assert "mapping: organizer.emailAddress (guessed from the mail domain)" == told.read_from["organization"]


@pytest.mark.parametrize("wrap", [lambda one: {"items": [one]}, lambda one: {"value": [one]}, lambda one: [one]])
def test_lists_of_either_kind(wrap):
    """As the interfaces answer, or as a script writes them."""
    assert [Stage.FIRST, Stage.FINAL] == [read(json.dumps(wrap(one))).stage for one in (GOOGLE, GRAPH)]


@pytest.mark.parametrize(
    ("start", "zone", "iso"),
    [
        ({"dateTime": "2026-12-03T14:00:00Z"}, "", "2026-12-03T14:00:00+00:00"),
        ({"dateTime": "2026-12-03T14:00:00Z"}, "Europe/Berlin", "2026-12-03T15:00:00+01:00"),
        ({"dateTime": "2026-12-03T14:00:00+05:30"}, "", "2026-12-03T08:30:00+00:00"),
        ({"dateTime": "2026-12-03T14:00:00+05:30"}, "Nowhere", "2026-12-03T08:30:00+00:00"),
        ({"dateTime": "2026-12-03T14:00:00", "timeZone": "UTC"}, "", "2026-12-03T14:00:00+00:00"),
        ({"dateTime": "2026-12-03T14:00:00"}, "", "2026-12-03T14:00:00"),
    ],
)
def test_the_instant_is_kept(start, zone, iso):
    """In the event's zone, else in the calendar's, else in UTC; without any it floats."""
    told = read({"timeZone": zone, "items": [{**GOOGLE, "start": start}]})
    assert iso == told.starts.isoformat()


@pytest.mark.parametrize(
    ("change", "note"),
    [
        ({"start": {"date": "2026-12-03"}}, "the event takes the whole day"),
        ({"start": {"dateTime": "soon"}}, "the file does not say when the event starts"),
        (
            {"start": {"dateTime": 3}, "updated": 3, "attendees": [3], "organizer": 3},
            "does not say when the event starts",
        ),
        ({"start": {"dateTime": "0001-01-01T00:00:00+14:00"}}, "the file does not say when the event starts"),
        ({"endTimeUnspecified": True}, "the file does not say when the interview ends"),
        ({"recurrence": ["RRULE:FREQ=WEEKLY;COUNT=3", "END:VEVENT", 3]}, "the event repeats ('FREQ=WEEKLY;COUNT=3')"),
        ({"originalStartTime": {"dateTime": "2026-12-03T14:00:00Z"}}, "the event is one date of a series"),
        (
            {"summary": "First interview, final interview"},
            "summary names more than one stage (final interview and first interview)",
        ),
        ({"location": "1 Example Street"}, "a place and a link (conferenceData.entryPoints)"),
    ],
)
def test_what_is_odd_becomes_a_note(change, note):
    """With the JSON's own names in it."""
    assert note in " ".join(read({**GOOGLE, **change}).notes)


@pytest.mark.parametrize(
    ("recurrence", "rule"),
    [
        ({"pattern": {"type": "weekly", "interval": 2, "daysOfWeek": ["monday"]}, "range": {"type": "numbered", "numberOfOccurrences": 3}}, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=3"),
        ({"pattern": {"type": "daily"}, "range": {"type": "endDate", "endDate": "2026-12-31"}}, "FREQ=DAILY;INTERVAL=1;UNTIL=20261231T235959Z"),
        ({"pattern": {"type": "absoluteMonthly", "interval": 0}}, "FREQ=MONTHLY;INTERVAL=1"),
    ],
)  # fmt: skip
def test_what_repeats_in_graph(recurrence, rule):
    """As the rule of a calendar file."""
    assert f"the event repeats ({rule!r})" in " ".join(read({**GRAPH, "recurrence": recurrence}).notes)


def test_what_repeats_otherwise_in_graph_is_one_event():
    """A rule that is not understood is none."""
    assert "repeats" not in " ".join(read({**GRAPH, "recurrence": {"pattern": {"type": "relativeMonthly"}}}).notes)


def test_a_whole_day_of_graph():
    """It is written from midnight to midnight."""
    told = read({**GRAPH, "isAllDay": True})
    assert (None, None) == (told.starts, told.duration)


@pytest.mark.parametrize("event", [{**GOOGLE, "status": "cancelled"}, {**GRAPH, "isCancelled": True}])
def test_a_cancelled_event_is_refused(event):
    """With what it was and when it would have been."""
    with pytest.raises(ReadError, match=r"the interview was cancelled: .*2026-12-03"):
        read(event)


@pytest.mark.parametrize("kind", ["focusTime", "outOfOffice", "workingLocation", "birthday"])
def test_what_is_no_meeting_is_left_out(kind):
    """Blocks of one's own time are no events with others."""
    block = {**GOOGLE, "eventType": kind, "start": {"date": "2020-01-01"}}
    told = read({"items": [block, GOOGLE]})
    assert (datetime(2026, 12, 3, 13, tzinfo=UTC), False) == (told.starts, "events" in " ".join(told.notes))


def test_a_meeting_without_a_conference_link():
    """The old field for it counts as well, and none is unknown."""
    plain = {**GOOGLE, "conferenceData": None}
    told = read({**plain, "hangoutLink": "https://meet.google.com/abc-defg-hij"})
    assert ("mapping: hangoutLink", None) == (told.read_from["remote"], read(plain).remote)


def test_too_many_events_come_with_a_note():
    """No more are looked at than in a calendar file."""
    other = {"summary": "Lunch", "start": GOOGLE["start"]}
    many = {"items": [GOOGLE, *({**other, "iCalUID": str(number)} for number in range(MAX_EVENTS))]}
    assert "more events" in " ".join(read(many).notes)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*GOOGLE, *GRAPH, "dateTime"]), inner, max_size=4),
    max_leaves=8,
)  # fmt: skip


@given(st.sampled_from([GOOGLE, GRAPH]), st.dictionaries(st.sampled_from([*GOOGLE, *GRAPH]), ANYTHING, max_size=4))
def test_any_event_is_read_or_refused(event, change):
    """Whatever stands in a field, nothing but a ReadError comes out."""
    try:
        assert read({**event, **change}).read_from
    except ReadError as error:
        assert len(error.reason) > 10
