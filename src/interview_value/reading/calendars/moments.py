"""Moments: dates and times of a calendar file, each with the clock that tells it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from attrs import frozen

from .content_lines import Block
from .zones import Zones

__all__ = ["Clock", "Moment", "moments"]

LISTS = frozenset({"EXDATE", "RDATE"})
"""The properties that may hold very many dates."""


@frozen
class Clock:
    """By which clock a file tells a time.

    Args:
        zones: The file's time zones.
        name: The name of the zone; empty for a floating time.
        otherwise: The zone of a time that names none that is known.
    """

    zones: Zones
    name: str
    otherwise: tzinfo

    def at(self, local: datetime) -> datetime:
        """Return a time that the clock shows with its time zone."""
        moment = self.zones.attach(local, self.name)
        return moment if moment.tzinfo else moment.replace(tzinfo=self.otherwise)


@frozen
class Moment:
    """A time as a file tells it.

    Args:
        local: What the clock shows.
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
        """Return when something ends that starts now and lasts that long, counted in the same way."""
        if self.whole_day:
            return self.clock.at(self.local + length)
        return (self.aware.astimezone(UTC) + length).astimezone(self.aware.tzinfo)


def moments(block: Block, name: str, zones: Zones, zone: tzinfo, near: Callable[[str], bool]) -> list[Moment]:
    """Return all that a property of an event says and that can be understood.

    Args:
        block: The event.
        name: The property.
        zones: The file's time zones.
        zone: The time zone of days, and of times that name none that is known.
        near: Which raw values are looked at, where a property may hold very many.
    """
    from .ical import parse_event, raw_moments

    lines = [_nearby(line, near) if name in LISTS else line for line in block.named(name)]
    if not lines:
        return []
    found = raw_moments(parse_event(lines), name)
    return [_moment(value, Clock(zones, named, zone)) for value, named in found if isinstance(value, date)]


def _nearby(line: str, near: Callable[[str], bool]) -> str:
    head, _, values = line.rpartition(":")
    return f"{head}:{','.join(value for value in values.split(',') if near(value))}"


def _moment(value: date, clock: Clock) -> Moment:
    if not isinstance(value, datetime):
        return Moment(datetime.combine(value, time()), Clock(clock.zones, "", clock.otherwise), True)
    if value.tzinfo is not None:
        return Moment(value.replace(tzinfo=None), Clock(clock.zones, "", value.tzinfo), False)
    return Moment(value, clock, False)
