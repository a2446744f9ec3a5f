"""A calendar file that answers the organiser: an iTIP REPLY (RFC 5546, section 3.2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from attrs import frozen

from ..display.language import say
from ..display.page import Code, Page
from ..display.plain import Plain
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
INVITING = ("REQUEST", "PUBLISH", "ADD", "")
"""The methods of invitations; the other methods are answers. Many programs drop the method, or export an invitation as
published."""


@frozen
class CalendarReply(Plain):
    """An answer for the organiser's calendar program, to be sent as ``text/calendar; method=REPLY``.

    Args:
        to: The organiser's mail address.
        response: Whether it accepts, declines or asks.
        ics: The calendar file, UTF-8 with the line ends of the standard.
    """

    to: str
    response: Response
    ics: bytes

    def _page(self) -> Page:
        title = say("Answer to {to}: {answer}", to=self.to, answer=self.response.label)
        return Page(title, parts=(Code(say("Calendar file"), tuple(str(self).splitlines())),))

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
    """Return a calendar answer; `Evaluation.reply` describes the arguments."""
    event = evaluation.invitation.event
    if event is None:
        allowed = "an invitation that was read from a calendar entry; to answer any other, write a letter"
        raise InvalidInputError("answer", [FieldError("invitation.event", None, allowed)])
    response, you = Response.of(response, evaluation), _own_address(event, attendee)
    if mistakes := list(_mistakes(event, you, comment, stamp)):
        raise InvalidInputError("answer", mistakes)
    match = ADDRESS.fullmatch(event.organizer)
    assert match is not None
    return CalendarReply(match[1], response, _calendar_file_of(event, you, PARTSTAT[response], comment, stamp))


def _own_address(event: Event, attendee: str | None) -> str:
    """Return the seeker's address as the calendar entry writes it, unless ``attendee`` is another one."""
    stated = (attendee or "").strip()
    if not stated or _bare(stated) == _bare(event.attendee):
        return event.attendee
    return f"mailto:{_bare(stated) if ADDRESS.fullmatch(stated) else stated}"


def _bare(address: str) -> str:
    return re.sub(r"^mailto:", "", address, flags=re.IGNORECASE).lower()


def _mistakes(event: Event, you: str, comment: str, stamp: datetime | None) -> Iterator[FieldError]:
    """Yield a mistake for everything that keeps a calendar entry from being answered."""
    if event.method not in INVITING:
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


def _calendar_file_of(event: Event, you: str, partstat: str, comment: str, stamp: datetime | None) -> bytes:
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
    """Return the dates and times of an event by property, times in UTC, so that the file describes no time zone."""
    properties = {"RECURRENCE-ID": event.recurrence_id, "DTSTART": event.starts, "DTEND": event.ends}
    moments: dict[str, date] = {}
    for name, moment in properties.items():
        if isinstance(moment, datetime) and moment.tzinfo is not None:
            moments[name] = moment.astimezone(UTC)
        # A time without a zone is repeated only where it says which event of a series is meant.
        elif moment is not None and (not isinstance(moment, datetime) or name == "RECURRENCE-ID"):
            moments[name] = moment
    return moments
