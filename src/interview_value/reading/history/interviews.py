"""Interviews: entries of a calendar or a table that are called interviews, and the period that is searched."""

from __future__ import annotations

from datetime import datetime, tzinfo

from attrs import frozen

__all__ = ["UNDATED", "Interview", "InterviewList", "Period"]

UNDATED = "it has no date from 1970 to six months ahead"


@frozen
class Period:
    """The time in which interviews are looked for.

    Args:
        since: Its beginning, with a time zone.
        until: Its end, with a time zone.
        zone: The time zone of days, and of times that name none.
    """

    since: datetime
    until: datetime
    zone: tzinfo


@frozen
class Interview:
    """An entry of a source that is called an interview.

    Args:
        title: Its title, on one line.
        where: Where in the source it is.
        why: Why it is taken for an interview.
        starts: When it starts, with a time zone; None if it has no date in the period.
        why_not: Why it does not count all the same; empty if it counts.
        uid: Its UID in the calendar; empty if it has none.
    """

    title: str
    where: str
    why: str
    starts: datetime | None = None
    why_not: str = ""
    uid: str = ""


@frozen
class InterviewList:
    """All interviews of one source.

    Args:
        entries: The entries that are called interviews.
        others: How many other entries the source has.
        notes: What could not be looked at.
    """

    entries: tuple[Interview, ...]
    others: int
    notes: tuple[str, ...] = ()
