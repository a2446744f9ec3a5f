"""Times of a calendar file: time zones, the moments that properties name, and when an event starts and ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from attrs import frozen

from ...display.language import say
from ...errors import short
from ..draft import InvitationDraft
from .content_lines import Component
from .ical import ParsedEvent, iana_name, parse_event, parse_zone, raw_moment, raw_moments

__all__ = ["Clock", "Moment", "Zones", "add_times", "first_date", "read_moments"]

YEARS = range(1900, 2200)
"""The years for which a described zone is followed: its rules are counted from their start, so years cost time."""

MAX_RULES = 20
"""The most rules of a described zone that are followed."""

RULE_PARTS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYMONTH", "BYDAY", "BYMONTHDAY"})

DATE_LISTS = frozenset({"EXDATE", "RDATE"})
"""The properties that may hold very many dates."""

LONGEST_INTERVIEW = timedelta(days=1)
"""The longest event that can be an interview (assumption)."""


class Zones:
    """The time zones that one file may mean.

    Args:
        described: The zones that the file itself describes, by name.
    """

    def __init__(self, described: Mapping[str, Component]) -> None:
        self.described = described
        self._by_name: dict[str, tzinfo | None] = {}
        self._parsed: dict[str, tzinfo] = {}
        self._offsets: dict[tuple[str, datetime], tzinfo | None] = {}

    @property
    def lookups(self) -> int:
        """How many times were looked up in descriptions, each of which takes about a millisecond."""
        return len(self._offsets)

    def attach(self, moment: datetime, name: str) -> datetime:
        """Return the moment with its time zone, or as it is if the zone's name is unknown.

        A name of the IANA database counts first, then a name that Windows gives, then the end of a longer name
        such as ``/example.com/Europe/Berlin``, then the description in the file itself.

        Args:
            moment: A date and time; if it has a time zone already it is returned as it is.
            name: The zone's name; empty for a floating time.
        """
        if moment.tzinfo is not None or not name:
            return moment
        if name not in self._by_name:
            self._by_name[name] = _known_zone(name)
        if zone := self._by_name[name]:
            return moment.replace(tzinfo=zone)
        component = self.described.get(name)
        if component is None or moment.year not in YEARS or not _is_harmless(component):
            return moment
        if (name, moment) not in self._offsets:
            self._offsets[name, moment] = self._offset(component, moment, name)
        return moment.replace(tzinfo=self._offsets[name, moment])

    def _offset(self, component: Component, moment: datetime, name: str) -> tzinfo | None:
        try:
            if name not in self._parsed:
                self._parsed[name] = parse_zone(component.lines)
            offset = moment.replace(tzinfo=self._parsed[name]).utcoffset()
            # A plain offset can be compared, copied and stored; the zone's rules are not needed any more.
            return None if offset is None else timezone(offset)
        except Exception:  # noqa: BLE001 - the library may raise anything; the zone counts as unknown
            return None


def _known_zone(name: str) -> tzinfo | None:
    """Return the zone that a name means by itself, without a description."""
    parts = name.strip("/").split("/")[-6:]
    # At most the last parts are tried, and only those of a name that begins with "/" may lose their beginning.
    tails = ["/".join(parts[start:]) for start in range(len(parts))] if name.startswith("/") else [name]
    for candidate in (iana_name(name), *tails):
        try:
            return ZoneInfo(candidate)
        except (OSError, ValueError, LookupError):
            continue
    return None


def _is_harmless(component: Component) -> bool:
    """Whether following a zone's rules takes a bounded time: few of them, each once or a few times a year."""
    rules = [line.partition(":")[2] for line in component.lines_of("RRULE")]
    starts = sum(line.startswith("BEGIN:") for line in component.lines)
    return starts <= MAX_RULES and len(rules) <= MAX_RULES and all(map(_is_yearly, rules))


def _is_yearly(rule: str) -> bool:
    split = (part.partition("=") for part in rule.upper().split(";") if part)
    parts = {name: value for name, _, value in split}
    # An interval of 0 would never end, and no zone needs another than 1.
    if parts.get("FREQ") != "YEARLY" or parts.get("INTERVAL", "1") != "1" or not parts.keys() <= RULE_PARTS:
        return False
    many = any("," in parts.get(name, "") for name in ("BYMONTH", "BYDAY"))
    return not many and ("BYMONTH" in parts or "BYDAY" not in parts) and parts.get("BYMONTHDAY", "").count(",") < 7


@frozen
class Clock:
    """The time zone by which a file tells a time.

    Args:
        zones: The file's time zones.
        name: The name of the zone; empty for a floating time.
        fallback: The zone of a time that names none that is known.
    """

    zones: Zones
    name: str
    fallback: tzinfo

    def at(self, local: datetime) -> datetime:
        """Return a time that the clock shows with its time zone."""
        moment = self.zones.attach(local, self.name)
        return moment if moment.tzinfo else moment.replace(tzinfo=self.fallback)


@frozen
class Moment:
    """A time as a file tells it.

    Args:
        local: What the clock shows, without a time zone.
        clock: The clock.
        whole_day: Whether it is a day and no time.
    """

    local: datetime
    clock: Clock
    whole_day: bool

    @property
    def aware(self) -> datetime:
        """The time with its zone."""
        return self.clock.at(self.local)

    def at(self, local: datetime) -> Moment:
        """Return another time by the same clock."""
        return Moment(local, self.clock, self.whole_day)

    def until(self, end: Moment) -> timedelta:
        """Return how long it is until another time: days are counted by the clock, hours as they pass."""
        if self.whole_day:
            return end.local - self.local
        return end.aware.astimezone(UTC) - self.aware.astimezone(UTC)

    def after(self, length: timedelta) -> datetime:
        """Return the end of what starts now and lasts that long, counted in the same way."""
        if self.whole_day:
            return self.clock.at(self.local + length)
        return (self.aware.astimezone(UTC) + length).astimezone(self.aware.tzinfo)


def read_moments(
    event: Component, name: str, zones: Zones, zone: tzinfo, is_near: Callable[[str], bool]
) -> list[Moment]:
    """Return all values of a date or time property that can be understood.

    Args:
        event: The event.
        name: The property.
        zones: The file's time zones.
        zone: The time zone of days, and of times that name none that is known.
        is_near: Which raw values are looked at, where a property may hold very many.
    """
    lines = event.lines_of(name)
    if not lines:
        return []
    if name in DATE_LISTS:
        split = [line.rpartition(":") for line in lines]
        lines = [f"{head}:{','.join(filter(is_near, dates.split(',')))}" for head, _, dates in split]
    raw = raw_moments(parse_event(lines), name)
    return [_moment(value, Clock(zones, tzid, zone)) for value, tzid in raw if isinstance(value, date)]


def _moment(value: date, clock: Clock) -> Moment:
    if not isinstance(value, datetime):
        return Moment(datetime.combine(value, time()), Clock(clock.zones, "", clock.fallback), True)
    if value.tzinfo is not None:
        return Moment(value.replace(tzinfo=None), Clock(clock.zones, "", value.tzinfo), False)
    return Moment(value, clock, False)


def first_date(event: ParsedEvent, name: str, zones: Zones) -> tuple[date | None, str]:
    """Return the first value of a date or time property, and the name that the file gives its time zone.

    Args:
        event: The event.
        name: The property.
        zones: The file's time zones.

    Returns:
        A datetime, with its zone if that is known; a date if it is a whole day; None if nothing is said.
    """
    moment, tzid = raw_moment(event, name)
    if isinstance(moment, datetime):
        return zones.attach(moment, tzid), tzid
    return (moment if isinstance(moment, date) else None), tzid


def add_times(draft: InvitationDraft, component: Component, event: ParsedEvent, zones: Zones) -> None:
    """Add when an event starts and how long it lasts, in hours; what is doubtful becomes a note.

    Args:
        draft: What was found in the file so far.
        component: The event's lines.
        event: The same, parsed.
        zones: The file's time zones.
    """
    start, tzid = first_date(event, "DTSTART", zones)
    if component.value("X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE" and isinstance(start, datetime):
        start = start.date()  # Outlook writes a whole day as one from midnight to midnight
    if not isinstance(start, datetime):
        whole_day = say("the event takes the whole day")
        draft.note(whole_day if start else say("the file does not say when the event starts"))
        return
    draft.add("starts", start, "DTSTART")
    if start.tzinfo is None and tzid:
        draft.note(
            say(
                "the time zone {zone} is not known, nor described in the file; the start is taken as your local time",
                zone=short(tzid),
            )
        )
    elif start.tzinfo is None:
        draft.note(say("the file names no time zone for the start, which is taken as your local time"))
    elif tzid and component.value("DTSTART").endswith(("Z", "z")):
        draft.note(
            say("the start is given in UTC and in the time zone {zone} at once; UTC was taken", zone=short(tzid))
        )
    _add_duration(draft, start, event, zones)


def _add_duration(draft: InvitationDraft, start: datetime, event: ParsedEvent, zones: Zones) -> None:
    end, tzid = raw_moment(event, "DTEND")
    length, _ = raw_moment(event, "DURATION")
    where = "DTSTART, DTEND"
    if isinstance(end, datetime):
        length = _time_between(start, zones.attach(end, tzid))
    elif end is None and isinstance(length, timedelta):
        where = "DURATION"
    else:
        length = None
    if not isinstance(length, timedelta):
        draft.note("the file does not say when the interview ends")
    elif not timedelta() < length <= LONGEST_INTERVIEW:
        hours = f"{length.total_seconds() / 3600:g} h"
        draft.note(f"the event lasts {hours}, which no interview does; its length is left unknown")
    else:
        draft.add("duration", length.total_seconds() / 3600, where)


def _time_between(start: datetime, end: datetime) -> timedelta | None:
    """Return the time that passes, also across a clock change; None if only one of both has a time zone."""
    if (start.tzinfo is None) != (end.tzinfo is None):
        return None
    if start.tzinfo is None:
        return end - start
    return end.astimezone(UTC) - start.astimezone(UTC)
