"""Slots: stretches of free time on the days before a date, and choosing among them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from attrs import frozen

__all__ = ["QUARTER", "Slot", "WorkingTime", "choose_slots", "free_slots", "take_slots"]

QUARTER = timedelta(minutes=15)
"""The grid of a plan: slots begin and end at quarters of an hour (assumption)."""

SHORTEST = timedelta(minutes=30)
"""The shortest free time that is used (assumption)."""

DAY = timedelta(days=1)


@frozen(order=True)
class Slot:
    """A stretch of time in UTC, so that its length is right when clocks change.

    Args:
        starts: When it starts.
        ends: When it ends.
    """

    starts: datetime
    ends: datetime

    @property
    def length(self) -> timedelta:
        """How long it lasts."""
        return self.ends - self.starts

    def cut(self, length: timedelta) -> tuple[Slot, Slot]:
        """Return the part up to a length, and the rest."""
        middle = self.starts + length
        return Slot(self.starts, middle), Slot(middle, self.ends)


@frozen
class WorkingTime:
    """The hours and days on which somebody works.

    Args:
        begin: The hour of the day at which work begins, 0–24.
        end: The hour of the day at which it ends, above ``begin``, at most 24.
        days: The days of the week with work, 0 for Monday to 6 for Sunday.
        zone: The time zone of the hours.
    """

    begin: float
    end: float
    days: Collection[int]
    zone: tzinfo

    def on(self, day: date) -> Slot | None:
        """Return the working time of a day; None if it is a day off."""
        if day.weekday() not in self.days:
            return None
        return Slot(self._at(day, self.begin), self._at(day, self.end))

    def _at(self, day: date, hour: float) -> datetime:
        # By the clock of the zone: nine o'clock also on the day on which clocks change.
        return (datetime.combine(day, time()) + timedelta(hours=hour)).replace(tzinfo=self.zone).astimezone(UTC)


def free_slots(working: WorkingTime, since: datetime, until: datetime, busy: Iterable[Slot]) -> dict[date, list[Slot]]:
    """Return the free time of each day within working hours, on the grid, in order; days without any are left out.

    Args:
        working: The hours and days of work.
        since: The earliest time, in UTC.
        until: The latest time, in UTC.
        busy: The time that is taken.
    """
    by_start = sorted(busy)
    days: dict[date, list[Slot]] = {}
    first, last = since.astimezone(working.zone).date(), until.astimezone(working.zone).date()
    for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
        hours = working.on(day)
        if hours is None:
            continue
        within = Slot(max(hours.starts, since), min(hours.ends, until))
        on_grid = (
            Slot(_rounded(gap.starts, QUARTER - timedelta(microseconds=1)), _rounded(gap.ends, timedelta()))
            for gap in _gaps(within, by_start)
        )
        slots = [slot for slot in on_grid if slot.length >= SHORTEST]
        if slots:
            days[day] = slots
    return days


def choose_slots(days: dict[date, list[Slot]], hours: timedelta, per_day: timedelta) -> list[Slot]:
    """Choose slots adding up to ``hours``, latest day first, at most ``per_day`` a day while that is enough.

    Args:
        days: The free time of each day.
        hours: The time to choose, a multiple of a quarter of an hour.
        per_day: The most time a day, a multiple of a quarter of an hour, unless it must be more.

    Returns:
        The slots, in order; less than ``hours`` together if there is not enough free time.
    """
    available = {day: sum((slot.length for slot in slots), timedelta()) for day, slots in days.items()}
    chosen = dict.fromkeys(days, timedelta())
    for limit in (per_day, 2 * DAY):
        for day in sorted(days, reverse=True):
            more = min(hours, available[day] - chosen[day], limit - chosen[day])
            chosen[day] += more
            hours -= more
    return [slot for day in sorted(days) for slot in take_slots(days[day], chosen[day])[0]]


def take_slots(slots: Iterable[Slot], length: timedelta) -> tuple[list[Slot], list[Slot]]:
    """Return the slots up to a length together, and the rest; no slot is empty."""
    before: list[Slot] = []
    after: list[Slot] = []
    for slot in slots:
        first, rest = slot.cut(min(length, slot.length))
        length -= first.length
        before += [first] if first.length else []
        after += [rest] if rest.length else []
    return before, after


def _gaps(within: Slot, busy: Iterable[Slot]) -> Iterator[Slot]:
    """Yield the gaps between the busy slots, sorted by start; a gap may end before it starts."""
    starts = within.starts
    for slot in busy:
        yield Slot(starts, min(slot.starts, within.ends))
        starts = max(starts, slot.ends)
    yield Slot(starts, within.ends)


def _rounded(moment: datetime, up: timedelta) -> datetime:
    """Return the quarter of an hour at or before a moment that is first moved on by `up`."""
    moment += up
    return moment - (moment - moment.replace(hour=0, minute=0, second=0, microsecond=0)) % QUARTER
