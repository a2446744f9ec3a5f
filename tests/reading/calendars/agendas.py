"""Calendars of a few events for the tests, and what is in them in October and November 2026."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from interview_value.reading.calendars.agenda import read_agenda

BERLIN = ZoneInfo("Europe/Berlin")
SINCE, UNTIL = datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)


def calendar(*events, around=()):
    """A calendar file of events, each a text of lines."""
    blocks = [f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT" for event in events]
    return "\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//", *around, *blocks, "END:VCALENDAR", ""))


def agenda(*events, since=SINCE, until=UNTIL, **options):
    """Read a calendar of these events."""
    return read_agenda(calendar(*events), since, until, zone=BERLIN, **options)


def starts(*events, **options):
    """When the events start, in UTC, as short as it can be read."""
    return [f"{one.starts.astimezone(UTC):%m-%d %H:%M}" for one in agenda(*events, **options).occurrences]
