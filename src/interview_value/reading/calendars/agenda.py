"""Agenda: what is in a calendar between two times, dates of repeating events among it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import takewhile

from attrs import frozen

from ...errors import ReadError, short
from ...model.source import MAX_BYTES, Readable, Source
from ..document import Document, is_calendar
from ..text import clean
from .calendar import require_icalendar
from .choosing import latest, standing
from .content_lines import Block, Content, split
from .json_calendar import content_of, is_calendar_json
from .moments import Moment, moments
from .people import guest
from .repeating import Budget, ending, followed, repeats
from .zones import Zones

__all__ = ["MAX_OCCURRENCES", "Agenda", "Occurrence", "agenda_of", "calendar_content", "read_agenda"]

MAX_OCCURRENCES = 10_000
"""The most dates that are kept of one calendar."""

MAX_LOOKUPS = 1_000
"""The most times that are looked up in the time zones that a calendar describes itself: a second's work."""

LONGEST = timedelta(days=366)
"""The longest event that is looked at; a longer one says nothing of a day (assumption)."""

DAY = timedelta(days=1)
AROUND = 2 * DAY
"""How far a date may lie from what another clock makes of it."""


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
        block: The event's own lines, for what else they say.
    """

    starts: datetime
    ends: datetime
    summary: str
    uid: str
    whole_day: bool
    busy: bool
    block: Block

    def meets(self, since: datetime, until: datetime) -> bool:
        """Whether a part of it falls between two times; one without length does so if it starts then."""
        return self.starts < until and (self.ends > since or self.starts >= since)


@frozen
class Agenda:
    """What is in a calendar between two times.

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
    """Read what is in a calendar between two times: single events, and the dates of those that repeat.

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
    """Return what is between two times in a calendar that was cut into events already; otherwise as `read_agenda`.

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
    try:
        return _Reading(content, since, until, zone, (owner or "").strip().lower()).agenda()
    except Exception as error:
        reason = f"the icalendar library cannot read it: {type(error).__name__}: {short(str(error), 200)}"
        raise ReadError(name, reason) from error


def calendar_content(source: Source) -> Content:
    """Cut a calendar into events, in whichever form it is.

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


class _Reading:
    """One calendar on the way to its agenda."""

    def __init__(self, content: Content, since: datetime, until: datetime, zone: tzinfo, owner: str) -> None:
        self.content = content
        self.since, self.until = since.astimezone(UTC), until.astimezone(UTC)
        self.earliest, self.latest = f"{self.since - AROUND:%Y%m%d}", f"{self.until + AROUND:%Y%m%d}"
        self.zone = zone
        self.owner = owner
        self.zones = Zones(content.zones)
        self.budget = Budget()
        self.found: list[Occurrence] = []
        self.notes: list[str] = []

    def agenda(self) -> Agenda:
        events = standing(latest(self.content.events))
        moved = self._moved(events)
        for event in events:
            if len(self.found) > MAX_OCCURRENCES or self._looked_up():
                break
            self._add(event, set() if event.value("RECURRENCE-ID") else moved.get(event.value("UID"), set()))
        full = len(self.found) > MAX_OCCURRENCES or self.budget.steps <= 0 or self._looked_up()
        if full or self.content.too_many:
            self.notes.append("the calendar holds more than is looked at; the rest was left out")
        if self.content.broken:
            self.notes.append(f"lines that are broken and were left out: {self.content.broken}")
        found = sorted(self.found, key=lambda one: (one.starts, one.ends, one.uid, one.summary))
        return Agenda(tuple(found[:MAX_OCCURRENCES]), tuple(dict.fromkeys(self.notes)))

    def _moved(self, events: Iterable[Block]) -> dict[str, set[datetime]]:
        """By series, the dates that have an event of their own."""
        moved: dict[str, set[datetime]] = {}
        for event in events:
            for moment in self._moments(event, "RECURRENCE-ID"):
                moved.setdefault(event.value("UID"), set()).add(moment.aware)
        return moved

    def _add(self, block: Block, moved: set[datetime]) -> None:
        if self._is_far(block):
            return
        start = next(iter(self._moments(block, "DTSTART")), None)
        if start is None:
            return
        length = self._length(block, start)
        if not timedelta() <= length <= LONGEST:
            self.notes.append(
                f"left out, as it ends before it starts or lasts more than a year: {short(block.text('SUMMARY'), 100)}"
            )
            return
        away = moved | {moment.aware for moment in self._moments(block, "EXDATE")}
        for moment in self._dates(block, start, length):
            if moment.aware not in away and len(self.found) <= MAX_OCCURRENCES:
                self._keep(block, moment, length)

    def _keep(self, block: Block, moment: Moment, length: timedelta) -> None:
        occurrence = Occurrence(
            starts=moment.aware,
            ends=moment.after(length),
            summary=clean(block.text("SUMMARY")) or "",
            uid=block.value("UID"),
            whole_day=moment.whole_day,
            busy=self._is_busy(block),
            block=block,
        )
        if occurrence.meets(self.since, self.until):
            self.found.append(occurrence)

    def _is_busy(self, block: Block) -> bool:
        marks = (block.value("TRANSP").upper(), block.value("X-MICROSOFT-CDO-BUSYSTATUS").upper())
        return marks[0] != "TRANSPARENT" and marks[1] != "FREE" and not (self.owner and self._is_declined(block))

    def _is_declined(self, block: Block) -> bool:
        from .ical import parse_event, values

        guests = map(guest, values(parse_event(block.named("ATTENDEE")), "ATTENDEE"))
        return any(one.address == self.owner and not one.comes for one in guests)

    def _dates(self, block: Block, start: Moment, length: timedelta) -> Iterable[Moment]:
        """Return the dates of an event near the time in question, each once, in no order."""
        if block.value("RECURRENCE-ID"):
            return [start]
        dates = {moment.aware: moment for moment in (start, *self._moments(block, "RDATE"))}
        zone = start.aware.tzinfo
        first = _naive((self.since - length).astimezone(zone)) - AROUND
        last = _naive(self.until.astimezone(zone)) + AROUND
        for rule in block.values.get("RRULE", []):
            if followed(rule):
                end = ending(rule) or last
                by_then = end if end.tzinfo else start.clock.at(end)
                dated = repeats(rule, start.local, first, min(last, _naive(end)) + DAY, self.budget)
                series = map(start.at, takewhile(lambda _: not self._looked_up(), dated))
                dates |= {moment.aware: moment for moment in series if moment.aware <= by_then}
            else:
                why = f"an event repeats in a way that is not followed ({short(rule, 60)})"
                self.notes.append(f"{why}; its first date alone is read")
        return dates.values()

    def _looked_up(self) -> bool:
        return self.zones.lookups >= MAX_LOOKUPS

    def _length(self, block: Block, start: Moment) -> timedelta:
        from .ical import length_of

        for end in self._moments(block, "DTEND"):
            return start.until(end)
        return length_of(block.value("DURATION")) or (DAY if start.whole_day else timedelta())

    def _moments(self, block: Block, name: str) -> list[Moment]:
        return moments(block, name, self.zones, self.zone, self._is_near)

    def _is_near(self, value: str) -> bool:
        """Whether a raw value may be a date near the time in question; told by its digits, which is quick."""
        if value[:8].isdigit() and not self.earliest <= value[:8] <= self.latest:
            return False
        self.budget.steps -= 1
        return self.budget.steps > 0

    def _is_far(self, block: Block) -> bool:
        """Whether an event surely has no date near the time in question."""
        start, end = block.value("DTSTART")[:8], block.value("DTEND")[:8]
        if start.isdigit() and start > self.latest:
            return not block.value("RDATE")
        repeating = block.value("RRULE") or block.value("RDATE") or block.value("DURATION")
        return not repeating and start.isdigit() and max(start, end) < self.earliest


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)
