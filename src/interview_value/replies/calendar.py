"""The calendar's own answer: an iTIP REPLY (RFC 5546, section 3.2.3), which the organiser's calendar takes in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from attrs import frozen

from ..errors import FieldError, InvalidInputError
from ..model.event import Event
from ..model.fields import MAX_TEXT
from ..outcome.outcome import Outcome
from ..reading.text import clean
from .ics import address, calendar_file
from .response import Response

__all__ = ["CalendarReply", "reply"]

PARTSTAT = {Response.ACCEPT: "ACCEPTED", Response.DECLINE: "DECLINED", Response.ASK: "TENTATIVE"}
ADDRESS = re.compile(r"(?:mailto:)?([^\s@<>\"';:,]{1,64}@[^\s@<>\"';:,]{1,255})", re.IGNORECASE)
ASKED = ("REQUEST", "PUBLISH", "ADD", "")
"""The methods of what may be answered: all others are answers themselves. Many programs drop the method, or export an
invitation as published."""


@frozen
class CalendarReply:
    """An answer for the organiser's calendar program, to be sent as ``text/calendar; method=REPLY``.

    Args:
        to: The organiser's mail address.
        response: What it says.
        ics: The calendar file, UTF-8 with the line ends that the standard asks for.
    """

    to: str
    response: Response
    ics: bytes

    def __str__(self) -> str:
        return self.ics.decode().replace("\r\n", "\n")


def reply(
    evaluation: Outcome,
    response: Response | str | None = None,
    *,
    comment: str = "",
    attendee: str | None = None,
    stamp: datetime | None = None,
) -> CalendarReply:
    """Write what `Evaluation.reply` returns; its arguments are described there."""
    response = Response.of(response, evaluation.verdict)
    event = evaluation.invitation.event
    if event is None:
        allowed = "an invitation that was read from a calendar entry; to answer any other, write a letter"
        raise InvalidInputError("answer", [FieldError("invitation.event", None, allowed)])
    you = _own_address(event, attendee)
    if mistakes := list(_mistakes(event, you, comment, stamp)):
        raise InvalidInputError("answer", mistakes)
    match = ADDRESS.fullmatch(event.organizer)
    assert match is not None
    return CalendarReply(match[1], response, _written(event, you, PARTSTAT[response], comment, stamp))


def _own_address(event: Event, attendee: str | None) -> str:
    """Return the seeker's own line as the entry has it, or the address that was given."""
    given = (attendee or "").strip()
    same = _bare(given) == _bare(event.attendee)
    return event.attendee if same or not given else f"mailto:{_bare(given) if ADDRESS.fullmatch(given) else given}"


def _bare(address: str) -> str:
    return re.sub(r"^mailto:", "", address, flags=re.IGNORECASE).lower()


def _mistakes(event: Event, you: str, comment: str, stamp: datetime | None) -> Iterator[FieldError]:
    """Yield all that keeps an entry from being answered."""
    if event.method not in ASKED:
        yield FieldError("invitation.event.method", event.method, "an invitation; this is an answer to one")
    if ADDRESS.fullmatch(event.organizer) is None:
        allowed = "the mail address of an organiser who can be answered; to answer any other, write a letter"
        yield FieldError("invitation.event.organizer", event.organizer, allowed)
    if ADDRESS.fullmatch(you) is None:
        yield FieldError("attendee", you, "your own mail address, as the invitation has it")
    if len(comment) > MAX_TEXT:
        yield FieldError("comment", comment, f"text of at most {MAX_TEXT:,} characters")
    if stamp is not None and stamp.tzinfo is None:
        yield FieldError("stamp", stamp, "a datetime with a time zone")


def _written(event: Event, you: str, partstat: str, comment: str, stamp: datetime | None) -> bytes:
    properties: dict[str, object] = {
        "UID": event.uid,
        "DTSTAMP": (stamp or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0),
        "SEQUENCE": event.sequence,
        "ORGANIZER": address(event.organizer),
        "ATTENDEE": address(you, PARTSTAT=partstat),
        **_moments(event),
        "SUMMARY": event.summary,
        "COMMENT": clean(comment),
    }
    return calendar_file("REPLY", [{name: value for name, value in properties.items() if value not in ("", None)}])


def _moments(event: Event) -> dict[str, date]:
    """Return when the event is, in UTC: so no time zone needs to be described, and all three have the same form.

    A time without a zone is repeated only where it must be: which one of a series is meant.
    """
    held = {"RECURRENCE-ID": event.recurrence_id, "DTSTART": event.starts, "DTEND": event.ends}
    told = {name: moment for name, moment in held.items() if moment is not None}
    floating = {name for name, moment in told.items() if isinstance(moment, datetime) and moment.tzinfo is None}
    return {
        name: moment.astimezone(UTC) if isinstance(moment, datetime) and name not in floating else moment
        for name, moment in told.items()
        if name not in floating or name == "RECURRENCE-ID"
    }
