"""Times: when an event starts and how long it lasts, as far as the file says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ...errors import short
from ..draft import InvitationDraft
from .choosing import start_of
from .content_lines import Block
from .zones import Zones

if TYPE_CHECKING:
    from icalendar import Event

__all__ = ["add_times"]

LONGEST = timedelta(days=1)
"""The longest event that can be an interview (assumption)."""


def add_times(findings: InvitationDraft, block: Block, event: Event, zones: Zones) -> None:
    """Add when an event starts and how long it lasts; what is doubtful becomes a note.

    Args:
        findings: Where to.
        block: The event's lines.
        event: The same as the icalendar library understands it.
        zones: The file's time zones.
    """
    start, zone = start_of(block, zones)
    if block.value("X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE" and isinstance(start, datetime):
        start = start.date()  # Outlook writes a whole day as one from midnight to midnight
    if not isinstance(start, datetime):
        findings.note("the event takes the whole day" if start else "the file does not say when the event starts")
        return
    findings.add("starts", start, "DTSTART")
    if start.tzinfo is None and zone:
        why = f"the time zone {short(zone)} is not known, nor described in the file"
        findings.note(f"{why}; the start is taken as your local time")
    elif start.tzinfo is None:
        findings.note("the file names no time zone for the start, which is taken as your local time")
    elif zone and block.value("DTSTART").endswith(("Z", "z")):
        findings.note(f"the start is given in UTC and in the time zone {short(zone)} at once; UTC was taken")
    _add_duration(findings, start, event, zones)


def _add_duration(findings: InvitationDraft, start: datetime, event: Event, zones: Zones) -> None:
    from .ical import raw_moment

    end, zone = raw_moment(event, "DTEND")
    length, _ = raw_moment(event, "DURATION")
    where = "DTSTART, DTEND"
    if isinstance(end, datetime):
        length = _between(start, zones.attach(end, zone))
    elif end is None and isinstance(length, timedelta):
        where = "DURATION"
    else:
        length = None
    if not isinstance(length, timedelta):
        findings.note("the file does not say when the interview ends")
    elif not timedelta() < length <= LONGEST:
        hours = f"{length.total_seconds() / 3600:g} h"
        findings.note(f"the event lasts {hours}, which no interview does; its length is left unknown")
    else:
        findings.add("duration", length.total_seconds() / 3600, where)


def _between(start: datetime, end: datetime) -> timedelta | None:
    """The time that passes, which clocks that are put forward in between do not show."""
    if (start.tzinfo is None) != (end.tzinfo is None):
        return None
    if start.tzinfo is None:
        return end - start
    return end.astimezone(UTC) - start.astimezone(UTC)
