"""Slots: where hours of work fit between other things, on the days before a date."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from attrs import frozen

__all__ = ["QUARTER", "Slot", "WorkingTime", "fit", "free", "parted"]

QUARTER = timedelta(minutes=15)
"""The grid on which work is planned (assumption)."""

LEAST = timedelta(minutes=30)
"""The shortest free time in which anything is begun (assumption)."""

DAY = timedelta(days=1)


@frozen(order=True)
class Slot:
    """A stretch of time, in UTC, so that hours are counted as they pass.

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
        """Part it after that length."""
        middle = self.starts + length
        return Slot(self.starts, middle), Slot(middle, self.ends)


@frozen
class WorkingTime:
    """When somebody is ready to work.

    Args:
        begin: The hour of the day from which on, 0–24.
        end: The hour of the day up to which, above ``begin``, at most 24.
        days: The days of the week, 0 for Monday to 6 for Sunday.
        zone: The time zone of the hours.
    """

    begin: float
    end: float
    days: Collection[int]
    zone: tzinfo

    def on(self, day: date) -> Slot | None:
        """Return the time on that day, or None if it is a day off."""
        if day.weekday() not in self.days:
            return None
        return Slot(self._at(day, self.begin), self._at(day, self.end))

    def _at(self, day: date, hour: float) -> datetime:
        # Counted by the clock: nine is nine on the day that clocks are put back, too.
        return (datetime.combine(day, time()) + timedelta(hours=hour)).replace(tzinfo=self.zone).astimezone(UTC)


def free(working: WorkingTime, since: datetime, until: datetime, busy: Iterable[Slot]) -> dict[date, list[Slot]]:
    """Return the free time of each day within working hours, on the grid, in order; days without any are left out.

    Args:
        working: When work is possible.
        since: Nothing before this, in UTC.
        until: Nothing after this, in UTC.
        busy: What is taken.
    """
    taken = sorted(busy)
    days: dict[date, list[Slot]] = {}
    first, last = since.astimezone(working.zone).date(), until.astimezone(working.zone).date()
    for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
        open_ = working.on(day)
        if open_ is None:
            continue
        within = Slot(max(open_.starts, since), min(open_.ends, until))
        slots = [slot for slot in map(_on_grid, _gaps(within, taken)) if slot.length >= LEAST]
        if slots:
            days[day] = slots
    return days


def fit(days: dict[date, list[Slot]], hours: timedelta, a_day: timedelta) -> list[Slot]:
    """Take that many hours of free time: the last days first, and not more than so much a day unless it must be.

    Args:
        days: The free time of each day.
        hours: How much is needed, a multiple of a quarter of an hour.
        a_day: How much a day is good, a multiple of a quarter of an hour.

    Returns:
        What was taken, in order; less than was asked for if there is no more.
    """
    room = {day: sum((slot.length for slot in slots), timedelta()) for day, slots in days.items()}
    share = dict.fromkeys(days, timedelta())
    for most in (a_day, 2 * DAY):
        for day in sorted(days, reverse=True):
            more = min(hours, room[day] - share[day], most - share[day])
            share[day] += more
            hours -= more
    return [slot for day in sorted(days) for slot in parted(days[day], share[day])[0]]


def parted(slots: Iterable[Slot], length: timedelta) -> tuple[list[Slot], list[Slot]]:
    """Part stretches of time in two after that length together; none of the parts is empty."""
    before: list[Slot] = []
    after: list[Slot] = []
    for slot in slots:
        first, rest = slot.cut(min(length, slot.length))
        length -= first.length
        before += [first] if first.length else []
        after += [rest] if rest.length else []
    return before, after


def _gaps(within: Slot, taken: Iterable[Slot]) -> Iterator[Slot]:
    """Yield what is left of a stretch of time, which may have no length or less."""
    starts = within.starts
    for one in taken:
        yield Slot(starts, min(one.starts, within.ends))
        starts = max(starts, one.ends)
    yield Slot(starts, within.ends)


def _on_grid(slot: Slot) -> Slot:
    """Return the part of a stretch that begins and ends at a quarter of an hour."""
    return Slot(_rounded(slot.starts, QUARTER - timedelta(microseconds=1)), _rounded(slot.ends, timedelta()))


def _rounded(moment: datetime, up: timedelta) -> datetime:
    moment += up
    return moment - (moment - moment.replace(hour=0, minute=0, second=0, microsecond=0)) % QUARTER
