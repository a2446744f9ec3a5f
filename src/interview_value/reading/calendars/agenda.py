"""The agenda of a calendar: its events between two times, dates of repeating events among them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import takewhile

from attrs import frozen

from ...display.language import say
from ...errors import ReadError, short
from ...model.source import MAX_BYTES, Readable, Source
from ..document import Document, is_calendar
from ..text import clean
from .choosing import latest_versions, not_cancelled
from .content_lines import Component, Content, split
from .ical import errors_as_read_errors, parse_event, parse_length, require_icalendar
from .json_calendar import content_of, is_calendar_json
from .people import read_guests
from .repeating import Budget, can_follow, end_of, follow
from .times import Moment, Zones, read_moments

__all__ = ["MAX_OCCURRENCES", "Agenda", "Occurrence", "agenda_of", "calendar_content", "read_agenda"]

MAX_OCCURRENCES = 10_000
"""The most dates that are kept of one calendar."""

MAX_LOOKUPS = 1_000
"""The most times that are looked up in the time zones that a calendar describes itself: a second's work."""

LONGEST = timedelta(days=366)
"""The longest event that is looked at; a longer one says nothing of a day (assumption)."""

DAY = timedelta(days=1)
MARGIN = 2 * DAY
"""How far apart the same moment may be on the clocks of two time zones, with a margin."""


@frozen(order=True)
class Occurrence:
    """One date of an event.

    Args:
        starts: When it starts, with a time zone.
        ends: When it ends, with a time zone; the same as ``starts`` if nothing says how long it lasts.
        summary: Its title, on one line.
        uid: The event's identifier; the dates of a series share it. Empty if it has none.
        whole_day: Whether it takes whole days.
        busy: Whether it keeps its owner busy: it is neither marked as free nor declined.
        event: The event's lines, for what else they say.
    """

    starts: datetime
    ends: datetime
    summary: str
    uid: str
    whole_day: bool
    busy: bool
    event: Component

    def meets(self, since: datetime, until: datetime) -> bool:
        """Whether a part of it falls between two times; one without length does if it starts between them."""
        return self.starts < until and (self.ends > since or self.starts >= since)


@frozen
class Agenda:
    """The dates of a calendar's events between two times.

    Args:
        occurrences: The dates, by their start.
        notes: What was left out and why.
    """

    occurrences: tuple[Occurrence, ...]
    notes: tuple[str, ...]


def read_agenda(
    source: Readable,
    since: datetime,
    until: datetime,
    *,
    zone: tzinfo,
    owner: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Agenda:
    """Read the events of a calendar between two times: single ones, and the dates of those that repeat.

    Of each event its latest version counts, and cancelled ones do not. A rule of repetition that is not sure to yield
    dates, or that counts hours or less, is not followed: its first date alone is read, with a note.

    Args:
        source: A calendar file or feed, or the JSON of Google Calendar or Microsoft Graph.
        since: The beginning, with a time zone.
        until: The end, with a time zone.
        zone: The time zone of whole days, and of times that name none that is known.
        owner: The mail address of the calendar's owner, whose declined events do not count as busy.
        max_bytes: The largest source that is read, in bytes.

    Raises:
        ReadError: It is no calendar, or the icalendar library is not installed, or fails.
    """
    opened = Source.open(source, max_bytes=max_bytes)
    return agenda_of(opened.name, calendar_content(opened), since, until, zone=zone, owner=owner)


def agenda_of(
    name: str, content: Content, since: datetime, until: datetime, *, zone: tzinfo, owner: str | None = None
) -> Agenda:
    """Return the events between two times of a calendar that was cut into events already, as `read_agenda` does.

    Args:
        name: The calendar's name, for errors.
        content: Its events and time zones.
        since: The beginning, with a time zone.
        until: The end, with a time zone.
        zone: The time zone of whole days, and of times that name none that is known.
        owner: The mail address of the calendar's owner.

    Raises:
        ReadError: The icalendar library fails.
    """
    with errors_as_read_errors(name):
        return _AgendaReader(content, since, until, zone, (owner or "").strip().lower()).agenda()


def calendar_content(source: Source) -> Content:
    """Split a calendar file or calendar JSON into events.

    Args:
        source: A calendar file or feed, or the JSON of Google Calendar or Microsoft Graph.

    Raises:
        ReadError: It is none of these, or the icalendar library is not installed.
    """
    document = Document(source)
    if is_calendar(document):
        require_icalendar(source.name)
        return split(source)
    if document.data is not None and is_calendar_json(document):
        require_icalendar(source.name)
        return content_of(source.name, document.data)
    raise ReadError(source.name, "is no calendar: expected an iCalendar file, or the JSON of Google or Microsoft")


class _AgendaReader:
    """Collects the occurrences of one calendar between two times, within bounds."""

    def __init__(self, content: Content, since: datetime, until: datetime, zone: tzinfo, owner: str) -> None:
        self.content = content
        self.since, self.until = since.astimezone(UTC), until.astimezone(UTC)
        self.earliest, self.latest = f"{self.since - MARGIN:%Y%m%d}", f"{self.until + MARGIN:%Y%m%d}"
        self.zone = zone
        self.owner = owner
        self.zones = Zones(content.zones)
        self.budget = Budget()
        self.occurrences: list[Occurrence] = []
        self.notes: list[str] = []

    def agenda(self) -> Agenda:
        events = not_cancelled(latest_versions(self.content.events))
        moved = self._moved_dates(events)
        for event in events:
            if len(self.occurrences) > MAX_OCCURRENCES or self._out_of_lookups():
                break
            self._add_event(event, set() if event.value("RECURRENCE-ID") else moved.get(event.value("UID"), set()))
        full = len(self.occurrences) > MAX_OCCURRENCES or self.budget.steps <= 0 or self._out_of_lookups()
        if full or self.content.too_many:
            self.notes.append(say("the calendar holds more than is looked at; the rest was left out"))
        if self.content.broken:
            self.notes.append(say("lines that are broken and were left out: {n}", n=self.content.broken))
        ordered = sorted(self.occurrences, key=lambda date: (date.starts, date.ends, date.uid, date.summary))
        return Agenda(tuple(ordered[:MAX_OCCURRENCES]), tuple(dict.fromkeys(self.notes)))

    def _moved_dates(self, events: Iterable[Component]) -> dict[str, set[datetime]]:
        """Return the dates of each series that have an event of their own, by the UID of the series."""
        moved: dict[str, set[datetime]] = {}
        for event in events:
            for moment in self._moments(event, "RECURRENCE-ID"):
                moved.setdefault(event.value("UID"), set()).add(moment.aware)
        return moved

    def _add_event(self, event: Component, moved: set[datetime]) -> None:
        if self._is_far(event):
            return
        start = next(iter(self._moments(event, "DTSTART")), None)
        if start is None:
            return
        length = self._length(event, start)
        if not timedelta() <= length <= LONGEST:
            title = short(event.text("SUMMARY"), 100)
            self.notes.append(
                say("left out, as it ends before it starts or lasts more than a year: {title}", title=title)
            )
            return
        left_out = moved | {moment.aware for moment in self._moments(event, "EXDATE")}
        for moment in self._starts(event, start, length):
            if moment.aware not in left_out and len(self.occurrences) <= MAX_OCCURRENCES:
                self._add_occurrence(event, moment, length)

    def _add_occurrence(self, event: Component, start: Moment, length: timedelta) -> None:
        occurrence = Occurrence(
            starts=start.aware,
            ends=start.after(length),
            summary=clean(event.text("SUMMARY")) or "",
            uid=event.value("UID"),
            whole_day=start.whole_day,
            busy=self._is_busy(event),
            event=event,
        )
        if occurrence.meets(self.since, self.until):
            self.occurrences.append(occurrence)

    def _is_busy(self, event: Component) -> bool:
        if event.value("TRANSP").upper() == "TRANSPARENT":
            return False
        if event.value("X-MICROSOFT-CDO-BUSYSTATUS").upper() == "FREE":
            return False
        if not self.owner:
            return True
        attendees, _ = read_guests(parse_event(event.lines_of("ATTENDEE")))
        return not any(guest.address == self.owner and not guest.takes_part for guest in attendees)

    def _starts(self, event: Component, start: Moment, length: timedelta) -> Iterable[Moment]:
        """Return the starts of an event near the time in question, each once, in no order."""
        if event.value("RECURRENCE-ID"):
            return [start]
        starts = {moment.aware: moment for moment in (start, *self._moments(event, "RDATE"))}
        zone = start.aware.tzinfo
        first = (self.since - length).astimezone(zone).replace(tzinfo=None) - MARGIN
        last = self.until.astimezone(zone).replace(tzinfo=None) + MARGIN
        for rule in event.values.get("RRULE", []):
            if not can_follow(rule):
                self.notes.append(
                    say(
                        "an event repeats in a way that is not followed ({rule}); its first date alone is read",
                        rule=short(rule, 60),
                    )
                )
                continue
            end = end_of(rule) or last
            by_then = end if end.tzinfo else start.clock.at(end)
            dates = follow(rule, start.local, first, min(last, end.replace(tzinfo=None)) + DAY, self.budget)
            series = map(start.at, takewhile(lambda _: not self._out_of_lookups(), dates))
            starts |= {moment.aware: moment for moment in series if moment.aware <= by_then}
        return starts.values()

    def _out_of_lookups(self) -> bool:
        return self.zones.lookups >= MAX_LOOKUPS

    def _length(self, event: Component, start: Moment) -> timedelta:
        for end in self._moments(event, "DTEND"):
            return start.until(end)
        return parse_length(event.value("DURATION")) or (DAY if start.whole_day else timedelta())

    def _moments(self, event: Component, name: str) -> list[Moment]:
        return read_moments(event, name, self.zones, self.zone, self._is_near)

    def _is_near(self, value: str) -> bool:
        """Whether a raw value may be a date near the time in question; told by its digits, which is quick."""
        if value[:8].isdigit() and not self.earliest <= value[:8] <= self.latest:
            return False
        self.budget.steps -= 1
        return self.budget.steps > 0

    def _is_far(self, event: Component) -> bool:
        """Whether an event surely has no date near the time in question."""
        start, end = event.value("DTSTART")[:8], event.value("DTEND")[:8]
        if start.isdigit() and start > self.latest:
            return not event.value("RDATE")
        repeats = event.value("RRULE") or event.value("RDATE") or event.value("DURATION")
        return not repeats and start.isdigit() and max(start, end) < self.earliest
