"""Invitations as the programs write them that people use: of each, the fields that a user expects."""

from __future__ import annotations

from datetime import datetime

import pytest
from reading.files import calendar, event

from interview_value import Estimate, Stage
from interview_value.reading import read

GOOGLE = calendar(
    event(
        "DTSTART:20261203T130000Z", "DTEND:20261203T134500Z", "DTSTAMP:20261123T091500Z", "UID:abc@google.com",
        "ORGANIZER;CN=Interviewer One:mailto:one@brightside-marketing.example",
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=me@example.org;X-NUM-GUESTS=0:mailto:me@example.org",
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN=Interviewer One:mailto:one@brightside-marketing.example",
        "ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:c_188@resource.calendar.google.com",
        "X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij", "X-MICROSOFT-CDO-OWNERAPPTID:1",
        r"DESCRIPTION:<b>Position:</b>&nbsp\;Data Analyst<br>Join with Google Meet: https://meet.google.com/abc-defg-hij",
        "SEQUENCE:0", "STATUS:CONFIRMED", "SUMMARY:First interview with Brightside",
    ),
    method="REQUEST",
)  # fmt: skip
OUTLOOK = calendar(
    event(
        "ORGANIZER;CN=Interviewer One:MAILTO:one@brightside-marketing.example",
        "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Me:MAILTO:me@example.org",
        "ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN=Interviewer Two:Mailto:two@brightside-marketing.example",
        "ATTENDEE;CUTYPE=ROOM;ROLE=NON-PARTICIPANT;CN=Room 4:MAILTO:room4@brightside-marketing.example",
        "DESCRIPTION;LANGUAGE=en-US:\\n", "UID:040000008200E00074C5B7101A82E008",
        'X-ALT-DESC;FMTTYPE=text/html:<html><body><p>Role: Data Analyst</p><p>Company: Brightside Marketing</p></body></html>',
        "SUMMARY;LANGUAGE=en-US:Final round interview", "DTSTART;TZID=W. Europe Standard Time:20261203T140000",
        "DTEND;TZID=W. Europe Standard Time:20261203T153000", "CLASS:PUBLIC", "DTSTAMP:20261123T091500Z",
        "TRANSP:OPAQUE", "STATUS:CONFIRMED", "SEQUENCE:1", "LOCATION;LANGUAGE=en-US:Microsoft Teams Meeting",
        "X-MICROSOFT-CDO-ALLDAYEVENT:FALSE", "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",
        "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/19%3ameeting",
    ),
    method="REQUEST",
)  # fmt: skip
APPLE = calendar(
    event(
        "CREATED:20261120T080000Z", "UID:8D5A9E1C-0000-4000-8000-000000000001", "DTSTAMP:20261123T091500Z",
        "SUMMARY:Onsite interview: Data Analyst at Brightside Marketing", "SEQUENCE:0",
        "DTSTART;TZID=Europe/Berlin:20261203T100000", "DTEND;TZID=Europe/Berlin:20261203T130000",
        r"LOCATION:Brightside Marketing\nExample Street 1\, 10115 Berlin\, Germany",
        'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=70;X-TITLE="Brightside":geo:52.5,13.4',
        "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT45M", "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC",
    )
)  # fmt: skip
CALENDLY = calendar(
    event(
        "DTSTAMP:20261123T091500Z", "UID:calendly-0001", "DTSTART:20261203T150000Z", "DTEND:20261203T153000Z",
        "ORGANIZER;CN=Interviewer One:mailto:no-reply@calendly.com", "CLASS:PRIVATE", "STATUS:CONFIRMED",
        "ATTENDEE;CN=Me;PARTSTAT=ACCEPTED:mailto:me@example.org",
        "ATTENDEE;CN=Interviewer One;PARTSTAT=ACCEPTED:mailto:one@brightside-marketing.example",
        r"DESCRIPTION:Event Name: Phone screen\n\nLocation: This is a Zoom web conference.\nhttps://us02web.zoom.us/j/123",
        "LOCATION:https://us02web.zoom.us/j/123", "SUMMARY:Recruiter call: Me and Interviewer One",
    ),
    method="PUBLISH",
)  # fmt: skip
TRACKING = calendar(
    event(
        "UID:interview-0001@greenhouse.io", "DTSTAMP:20261123T091500Z", "DTSTART:20261203T160000Z", "DURATION:PT1H",
        "SUMMARY:Data Analyst Interview at Brightside Marketing (video)", "STATUS:CONFIRMED",
        "ORGANIZER;CN=Brightside Marketing Recruiting:mailto:no-reply@us.greenhouse-mail.io",
        "ATTENDEE;RSVP=TRUE;PARTSTAT=NEEDS-ACTION:mailto:me@example.org",
        r"DESCRIPTION:Your schedule\n4:00 PM: Interviewer One\nhttps://brightside.zoom.us/j/123",
    ),
    method="REQUEST",
)  # fmt: skip


def test_google():
    """HTML in the description, a conference, a room that is nobody, and the domain as a guess."""
    read_ = read(GOOGLE)
    assert (Stage.FIRST, "Data Analyst", True) == (read_.stage, read_.role, read_.remote)
    assert ("brightside-marketing.example", Estimate(1), Estimate(0.75)) == (
        read_.organization, read_.people_met, read_.duration,
    )  # fmt: skip


def test_outlook_and_exchange():
    """A zone with a name of Windows, MAILTO in any case, an HTML description, a link to Teams."""
    read_ = read(OUTLOOK)
    assert ("2026-12-03T14:00:00+01:00", Estimate(1.5)) == (read_.starts.isoformat(), read_.duration)
    assert (Stage.FINAL, "Data Analyst", "Brightside Marketing") == (read_.stage, read_.role, read_.organization)
    assert (True, "Microsoft Teams Meeting", Estimate(1, 2)) == (read_.remote, read_.location, read_.people_met)


def test_a_whole_day_of_outlook():
    """From midnight to midnight is a day, not a time."""
    whole = event(
        "SUMMARY:Interview", "DTSTART:20261203T000000", "DTEND:20261204T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
        "LOCATION:Berlin",
    )  # fmt: skip
    read_ = read(calendar(whole))
    assert (None, None, ("the event takes the whole day",)) == (read_.starts, read_.duration, read_.notes)


def test_apple():
    """A place with lines, and the way there, which is taken twice."""
    read_ = read(APPLE)
    assert (Stage.ONSITE, False, Estimate(1.5)) == (read_.stage, read_.remote, read_.travel)
    assert "text: X-APPLE-TRAVEL-DURATION" == read_.read_from["travel"]
    assert "the way back is taken to last as long" in " ".join(read_.notes)


@pytest.mark.parametrize("way", ["soon", "PT0S", "-PT1H", "P3D"])
def test_a_way_that_cannot_be_is_unknown(way):
    """Never zero, and never an error."""
    assert (
        read(calendar(event("SUMMARY:Interview", "LOCATION:Berlin", f"X-APPLE-TRAVEL-DURATION:{way}"))).travel is None
    )


def test_calendly():
    """The service that sends is no employer, and the people are counted without it."""
    read_ = read(CALENDLY, seeker="me@example.org")
    assert (None, Stage.SCREEN, True, Estimate(1)) == (
        read_.organization, read_.stage, read_.remote, read_.people_met,
    )  # fmt: skip
    assert ("https://us02web.zoom.us/j/123", Estimate(0.5)) == (read_.location, read_.duration)


def test_applicant_tracking():
    """The summary names role and organisation; that only you are listed means that nobody knows whom you meet."""
    read_ = read(TRACKING)
    assert ("Data Analyst", "Brightside Marketing", None) == (read_.role, read_.organization, read_.people_met)
    assert (True, "https://brightside.zoom.us/j/123", Estimate(1)) == (read_.remote, read_.location, read_.duration)


@pytest.mark.parametrize(
    "line",
    [
        "LOCATION:https://meet.google.com/abc-defg-hij",
        "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK:https://meet.lync.com/brightside/one/1",
        "CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://video.brightside.example/1",
        r"DESCRIPTION:Microsoft Teams\nJoin: https://teams.live.com/meet/1",
        "DESCRIPTION:Webex https://brightside.webex.com/meet/one",
    ],
)
def test_every_kind_of_link_means_remote(line):
    """Whatever property holds it."""
    read_ = read(calendar(event("SUMMARY:Interview", "DTSTART:20261203T130000Z", line)))
    assert (True, True) == (read_.remote, read_.location.startswith("https://"))


def test_a_date_of_a_series_says_so():
    """An entry that stands for one date of a series, and a series of which the first date is read."""
    one = event("UID:1", "SUMMARY:Interview", "DTSTART:20261210T130000Z", "RECURRENCE-ID:20261203T130000Z")
    assert "the event is one date of a series" in read(calendar(one)).notes
    series = event("UID:1", "SUMMARY:Interview", "DTSTART:20261203T130000Z", "RRULE:FREQ=WEEKLY;COUNT=4")
    read_ = read(calendar(series))
    assert datetime.fromisoformat("2026-12-03T13:00:00+00:00") == read_.starts
    assert "the event repeats ('FREQ=WEEKLY;COUNT=4'); what is read is its first date" in read_.notes
