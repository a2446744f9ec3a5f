"""Event: the calendar entry behind an invitation, with what an answer to its organiser must repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import attrs
from attrs import field, frozen

from ..display.plain import Plain
from ..errors import FieldError, InvalidInputError, is_mapping
from .fields import MAX_TEXT
from .plain import plain_moment

__all__ = ["Event", "as_event", "check_event", "plain_event"]

NOT_ON_ONE_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Control characters, line ends, and halves of surrogate pairs, which no file can hold."""

MOMENTS = ("recurrence_id", "starts", "ends")

MAX_SEQUENCE = 2**31 - 1
"""The highest SEQUENCE: an INTEGER of RFC 5545 (section 3.3.8)."""


def _as_whole(value: Any) -> Any:
    """Convert 1.0, which to JSON is the same as 1; return anything else unchanged."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _as_moment(value: Any) -> Any:
    """Read a date, or a date and time, from text; what is neither is reported with all other mistakes."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value) if len(value) <= len("2026-12-03") else datetime.fromisoformat(value)
    except ValueError:
        return value


@frozen(kw_only=True)
class Event(Plain):
    """The calendar entry that an invitation came with.

    Args:
        uid: The entry's own name, which every version and every answer carries.
        organizer: The address of the organiser, as the calendar writes it: ``mailto:`` and a mail address.
        attendee: The address under which you are invited, in the same form; empty if the file does not show it.
        answer: What you have answered as the calendar has it, such as ``"ACCEPTED"``; empty if it is not known.
        sequence: The version that was sent, ≥ 0.
        recurrence_id: Of an entry that repeats, the one that is meant.
        starts: When it starts; a date if it takes the whole day.
        ends: When it ends, if it says so.
        summary: Its title.
        method: How it was sent: ``"REQUEST"``, ``"PUBLISH"``, or empty if the file does not say.

    Raises:
        InvalidInputError: Every value that cannot be used.
    """

    uid: str
    organizer: str = ""
    attendee: str = ""
    answer: str = ""
    sequence: int = field(default=0, converter=_as_whole)
    recurrence_id: datetime | date | None = field(default=None, converter=_as_moment)
    starts: datetime | date | None = field(default=None, converter=_as_moment)
    ends: datetime | date | None = field(default=None, converter=_as_moment)
    summary: str = ""
    method: str = ""

    def __attrs_post_init__(self) -> None:
        if mistakes := list(self._mistakes()):
            raise InvalidInputError("event", mistakes)

    def _mistakes(self) -> Iterator[FieldError]:
        for name in ("uid", "organizer", "attendee", "answer", "summary", "method"):
            value = getattr(self, name)
            if not isinstance(value, str) or len(value) > MAX_TEXT or NOT_ON_ONE_LINE.search(value):
                yield FieldError(name, value, f"one line of text of at most {MAX_TEXT:,} characters")
        if self.uid == "":
            yield FieldError("uid", self.uid, "the UID of the calendar entry")
        if type(self.sequence) is not int or not 0 <= self.sequence <= MAX_SEQUENCE:
            yield FieldError("sequence", self.sequence, f"a whole number from 0 to {MAX_SEQUENCE:,}")
        for name in MOMENTS:
            value = getattr(self, name)
            if value is not None and not isinstance(value, date):
                yield FieldError(name, value, "a date, a datetime, or text such as 2026-12-03T14:00+01:00")

    def to_dict(self) -> dict[str, Any]:
        """Return plain data, without what is empty."""
        return {name: value for name, value in super().to_dict().items() if value not in ("", 0, None)}


def _without_nulls(plain: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in plain.items() if value is not None or name not in attrs.fields_dict(Event)}


def plain_event(name: str, plain: object) -> Iterator[FieldError]:
    """Yield a mistake for each moment of plain data that is not written as one."""
    if is_mapping(plain):
        for moment in MOMENTS:
            if plain.get(moment) is not None:
                yield from plain_moment(f"{name}.{moment}", plain[moment])


def as_event(value: Any) -> Any:
    """Convert plain data to an `Event`; return anything else unchanged, so that `check_event` reports it."""
    try:
        return Event(**_without_nulls(value)) if is_mapping(value) else value
    except (InvalidInputError, TypeError):
        return value


def check_event(name: str, value: object) -> Iterator[FieldError]:
    """Yield the mistakes in what should be an event."""
    if isinstance(value, Event):
        return
    try:
        Event(**(_without_nulls(value) if is_mapping(value) else {}))
    except InvalidInputError as error:
        yield from (FieldError(f"{name}.{m.path}", m.value, m.allowed) for m in error.mistakes)
    except TypeError:
        yield FieldError(name, value, "an object with uid and any of " + ", ".join(attrs.fields_dict(Event)))
