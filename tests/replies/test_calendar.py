"""The calendar's own answer: what it repeats, and that two independent libraries read it as it was meant."""

from __future__ import annotations

import itertools
import os
import re
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv

icalendar = pytest.importorskip("icalendar")
vobject = pytest.importorskip("vobject")

FOLDER = Path(__file__).parents[2] / os.environ.get("INTERVIEW_VALUE_REAL_DATA", "../shared/data")
EVALUATOR = iv.Evaluator(discover=False)
STAMP = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=1)))
START = datetime(2026, 12, 3, 14, tzinfo=timezone(timedelta(hours=1)))
ENTRY = {
    "uid": "a@example.org", "organizer": "MAILTO:Jobs@example.org", "attendee": "mailto:Me@example.com", "sequence": 3,
    "recurrence_id": START, "starts": START, "ends": START + timedelta(hours=1), "summary": "Interview; with, you",
    "method": "REQUEST",
}  # fmt: skip


def answered(response="decline", *, comment="", to=None, stamp=STAMP, **changes):
    """Return the answer to an entry that differs in these values."""
    event = iv.model.Event(**{**ENTRY, **changes})
    evaluation = EVALUATOR.evaluate(iv.Invitation(event=event), iv.Seeker())
    return evaluation.reply(response, comment=comment, attendee=to, stamp=stamp)


def one_event(reply):
    """Return the only event of an answer, as the icalendar library reads it."""
    calendar = icalendar.Calendar.from_ical(reply.ics)
    assert "REPLY" == str(calendar["METHOD"])
    (event,) = calendar.walk("VEVENT")
    return event


@pytest.mark.parametrize(
    ("response", "partstat"), [("accept", "ACCEPTED"), ("decline", "DECLINED"), ("ask", "TENTATIVE")]
)
def test_icalendar_reads_it_back(response, partstat):
    """It repeats what tells the organiser's calendar which entry and version is meant, and answers for one attendee."""
    reply = answered(response, comment="Thank you;\nanother, time")
    event = one_event(reply)
    assert ("a@example.org", 3) == (str(event["UID"]), int(event["SEQUENCE"]))
    assert datetime(2026, 11, 23, 8, 30, tzinfo=UTC) == event["DTSTAMP"].dt
    assert datetime(2026, 12, 3, 13, tzinfo=UTC) == event["RECURRENCE-ID"].dt == event["DTSTART"].dt
    assert datetime(2026, 12, 3, 14, tzinfo=UTC) == event["DTEND"].dt
    assert ("mailto:Me@example.com", partstat) == (str(event["ATTENDEE"]), event["ATTENDEE"].params["PARTSTAT"])
    assert "MAILTO:Jobs@example.org" == str(event["ORGANIZER"])
    assert ("Interview; with, you", "Thank you; another, time") == (str(event["SUMMARY"]), str(event["COMMENT"]))
    assert ("Jobs@example.org", iv.replies.Response(response)) == (reply.to, reply.response)


@pytest.mark.parametrize(("response", "label"), [("accept", "yes"), ("decline", "no"), ("ask", "not yet")])
def test_the_page_says_what_is_answered(response, label):
    """Its page opens with whom it answers and what, and has the calendar file."""
    page = answered(response).to_html()
    assert f"Answer to Jobs@example.org: {label}" in page
    assert "METHOD:REPLY" in page


def test_another_library_reads_the_same():
    """A parser that shares no code with the one that wrote it agrees."""
    event = vobject.readOne(str(answered(comment="Thank you; another, time"))).vevent
    assert ("a@example.org", "3") == (event.uid.value, event.sequence.value)
    assert datetime(2026, 12, 3, 13, tzinfo=UTC) == event.dtstart.value == event.recurrence_id.value
    assert ("mailto:Me@example.com", ["DECLINED"]) == (event.attendee.value, event.attendee.params["PARTSTAT"])
    assert ("Interview; with, you", "Thank you; another, time") == (event.summary.value, event.comment.value)


def test_the_file_has_the_line_ends_of_the_standard():
    """Lines end with CR and LF and are at most 75 bytes long."""
    lines = answered(summary="Gespräch " * 30).ics.split(b"\r\n")
    assert b"" == lines[-1]
    assert not any(b"\n" in line or len(line) > 75 for line in lines)


def test_whole_days_and_floating_times():
    """A whole day stays one; a time without a zone is repeated only to say which one of a series is meant."""
    day = one_event(answered(starts=date(2026, 12, 3), ends=None, recurrence_id=None))
    assert (date(2026, 12, 3), False, False) == (day["DTSTART"].dt, "DTEND" in day, "RECURRENCE-ID" in day)
    floating = datetime(2026, 12, 3, 14)
    event = one_event(answered(starts=floating, ends=floating, recurrence_id=floating))
    assert (floating, False, False) == (event["RECURRENCE-ID"].dt, "DTSTART" in event, "DTEND" in event)


@pytest.mark.parametrize(
    ("known", "said", "line"),
    [
        ("", "me@example.com", "mailto:me@example.com"),
        ("", "MailTo:me@example.com", "mailto:me@example.com"),
        ("MAILTO:Me@Example.com", "me@example.com", "MAILTO:Me@Example.com"),
        ("mailto:me@example.com", "other@example.com", "mailto:other@example.com"),
    ],
)
def test_your_own_line(known, said, line):
    """The line of the attendee is repeated as it stands, unless you say that you are invited under another address."""
    assert line == str(one_event(answered(to=said, attendee=known))["ATTENDEE"])


def test_what_keeps_an_entry_from_being_answered():
    """All reasons at once, each with what to do instead."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        answered(
            comment="x" * 3_000, method="REPLY", organizer="invalid:nomail", attendee="", stamp=datetime(2026, 12, 1)
        )
    paths = ["invitation.event.method", "invitation.event.organizer", "attendee", "comment", "stamp"]
    assert paths == [one.path for one in caught.value.mistakes]
    with pytest.raises(iv.errors.InvalidInputError, match=r"invitation\.event"):
        EVALUATOR.evaluate(iv.Invitation(), iv.Seeker()).reply()


def test_now_is_when_it_is_answered():
    """Without a stamp of yours it has the present time."""
    reply = answered(stamp=None)
    assert abs(datetime.now(UTC) - one_event(reply)["DTSTAMP"].dt) < timedelta(minutes=5)


@pytest.mark.parametrize(
    ("facts", "response"),
    [
        ({"obliged": True}, iv.replies.Response.ACCEPT),
        ({"role_interest": 0, "organization_interest": 0}, iv.replies.Response.DECLINE),
        ({"would_accept": "unlikely", "hinge": "most", "promise": "nothing"}, iv.replies.Response.ASK),
    ],
)
def test_the_verdict_chooses_the_answer(facts, response):
    """Left out, the response is the one that the verdict calls for, tentative only while there is something to ask."""
    evaluation = EVALUATOR.evaluate(iv.Invitation(event=iv.model.Event(**ENTRY), **facts), iv.Seeker())
    assert response is evaluation.reply().response


def test_what_is_yours_to_settle_is_no_answer():
    """While you have something to settle yourself, no answer is given for you, not even a tentative one."""
    evaluation = EVALUATOR.evaluate(iv.Invitation(event=iv.model.Event(**ENTRY)), iv.Seeker())
    assert iv.Verdict.ASK_YOURSELF is evaluation.verdict
    with pytest.raises(iv.errors.InvalidInputError, match="accept or decline: first settle one thing yourself"):
        evaluation.reply()


GRID = list(
    itertools.product(
        ("screen", "first", "onsite", "final"),
        ({}, {"would_accept": "ruled_out"}, {"would_accept": "unlikely"}, {"would_accept": "perhaps"}),
        ({}, {"hinge": "most"}, {"organization_interest": 0}),
    )
)
WORDS_OF_THE_MODEL = re.compile(r"[a-z]_[a-z]|\d[eE][+-]?\d|\b(?:prior|share|net|worth)\b")


@pytest.mark.parametrize(("stage", "said", "more"), GRID)
def test_letter_and_calendar_answer_follow_one_verdict(stage, said, more):
    """Both say what the verdict calls for, or neither is there; nothing is asked that is not worth asking."""
    invitation = iv.Invitation(stage=stage, event=iv.model.Event(**ENTRY), **said, **more)
    evaluation = EVALUATOR.evaluate(invitation, iv.Seeker(job_worth="quarter"))
    if evaluation.verdict is iv.Verdict.ASK_YOURSELF:
        for answer in (evaluation.letter, evaluation.reply):
            with pytest.raises(iv.errors.InvalidInputError, match="first settle one thing yourself"):
                answer()
        return
    letter = evaluation.letter()
    assert letter.response is evaluation.reply().response
    assert (letter.response is iv.replies.Response.ASK) == (evaluation.verdict is iv.Verdict.ASK_THEM)
    asks = [line for line in letter.body.splitlines() if line.startswith("- ")]
    way = evaluation.first_way
    assert (way is not None and way.name == "ask_one_thing") == bool(asks)
    assert None is WORDS_OF_THE_MODEL.search(str(letter))


def test_without_the_library(monkeypatch):
    """Where the extra is not installed, the error says how to install it."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(ImportError, match=r"interview-value\[readers\]"):
        answered()


@given(st.text(max_size=300), st.text(min_size=1, max_size=100))
def test_nothing_of_an_invitation_adds_a_property(summary, uid):
    """Whatever stands in the entry, the answer has the same properties, once each, and two libraries read the same."""
    try:
        reply = answered(summary=summary, uid=uid, comment=summary)
    except iv.errors.InvalidInputError as error:
        assert {one.path for one in error.mistakes} <= {"uid", "summary"}
        return
    event = one_event(reply)
    names = {
        "UID",
        "DTSTAMP",
        "SEQUENCE",
        "ORGANIZER",
        "ATTENDEE",
        "RECURRENCE-ID",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "COMMENT",
    }
    assert {name.upper() for name in event} <= names
    assert (uid, "DECLINED") == (str(event["UID"]), event["ATTENDEE"].params["PARTSTAT"])
    assert summary == str(event.get("SUMMARY", ""))


REAL = sorted(FOLDER.glob("ics/*"))


@pytest.mark.skipif(not REAL, reason=f"there are no files of others in {FOLDER}")
def test_entries_of_others_can_be_answered():
    """Whichever entry of a real file shows an organiser can be answered, and the answer repeats its UID."""
    answers = 0
    for path in REAL:
        try:
            invitation = iv.read(path)
            reply = EVALUATOR.evaluate(invitation, iv.Seeker()).reply("accept", attendee="me@example.com")
        except (iv.errors.ReadError, iv.errors.InvalidInputError):
            continue
        answers += 1
        assert invitation.event.uid == str(one_event(reply)["UID"])
        assert invitation.event.uid == vobject.readOne(str(reply)).vevent.uid.value
    assert answers > 10
