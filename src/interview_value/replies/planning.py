"""Planning: from an evaluation and what is in the calendar to the plan of preparation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from math import ceil, sqrt
from typing import cast
from zoneinfo import ZoneInfo

from attrs import frozen

from ..errors import FieldError, InvalidInputError
from ..model.guards import is_number
from ..model.invitation import Invitation
from ..model.quantity import DerivedPrior
from ..model.source import Readable
from ..outcome.contributions import Verdict
from ..outcome.outcome import Outcome
from ..reading.calendars.agenda import read_agenda
from ..reading.findings import clean
from .letter import MAX_VALUE, lacking
from .preparation import HOUR, Block, PreparationPlan
from .slots import QUARTER, Slot, WorkingTime, fit, free, parted
from .tasks import NEEDED, Task, tasks

__all__ = ["WEEKDAYS", "Wishes", "plan"]

HORIZON = timedelta(days=60)
"""How long before the interview the earliest block may be: what is prepared earlier is forgotten (assumption)."""

BREAK = timedelta(minutes=30)
"""What is kept free right before one leaves, or before a call (assumption)."""

MOST_HOURS = 100
"""The most hours of preparation that are planned."""

WEEKDAYS = (0, 1, 2, 3, 4)


@frozen
class Wishes:
    """How somebody wants to prepare; `Evaluation.preparation` says what each means."""

    hours: float | None
    zone: tzinfo | str | None
    working_hours: tuple[float, float]
    working_days: Collection[int]
    hours_a_day: float
    since: datetime | None
    owner: str | None
    words: Mapping[str, str]

    def mistakes(self) -> Iterator[FieldError]:
        """Yield every value that cannot be used."""
        if self.hours is not None and not _within(self.hours, 0, MOST_HOURS):
            yield FieldError("hours", self.hours, f"a number of hours above 0, at most {MOST_HOURS}")
        if not _within(self.hours_a_day, 0, 24):
            yield FieldError("hours_a_day", self.hours_a_day, "a number of hours above 0, at most 24")
        if not _is_span(self.working_hours):
            yield FieldError("working_hours", self.working_hours, "two hours of the day, such as (9, 18)")
        if not set(self.working_days) <= set(range(7)) or not self.working_days:
            yield FieldError("working_days", self.working_days, "days of the week, 0 for Monday to 6 for Sunday")
        if self.since is not None and self.since.tzinfo is None:
            yield FieldError("since", self.since, "a datetime with a time zone")
        if isinstance(self.zone, str) and _named(self.zone) is None:
            yield FieldError("zone", self.zone, "the name of a time zone, such as Europe/Berlin")
        yield from lacking(self.words, NEEDED)

    def zone_for(self, starts: datetime) -> tzinfo:
        """Return the time zone to plan in: the one asked for, else that of the interview, else the machine's."""
        zone = _named(self.zone) if isinstance(self.zone, str) else self.zone
        return zone or starts.tzinfo or cast(tzinfo, datetime.now().astimezone().tzinfo)


def plan(
    evaluation: Outcome, calendars: Readable | Sequence[Readable], wishes: Wishes, *, now: datetime
) -> PreparationPlan:
    """Plan what `Evaluation.preparation` returns.

    Args:
        evaluation: The evaluation.
        calendars: What is taken already.
        wishes: How to prepare.
        now: The time, in UTC.

    Raises:
        InvalidInputError: Every mistake in the wishes, or a start that is not known or is past.
        ReadError: A calendar cannot be read.
    """
    invitation, since = evaluation.invitation, wishes.since or now
    mistakes = list(wishes.mistakes())
    if invitation.starts is None:
        mistakes.append(FieldError("invitation.starts", None, "the time at which the interview starts"))
    if mistakes or invitation.starts is None:
        raise InvalidInputError("preparation", mistakes)
    zone = wishes.zone_for(invitation.starts)
    starts = invitation.starts if invitation.starts.tzinfo else invitation.starts.replace(tzinfo=zone)
    if starts <= since:
        allowed = "a start that is still ahead; to plan as of another time, pass since="
        raise InvalidInputError("preparation", [FieldError("invitation.starts", str(starts), allowed)])
    wanted, why = _wanted(invitation, wishes.hours)
    leave = starts.astimezone(UTC) - BREAK - _way_there(invitation)
    begin = max(since.astimezone(UTC), leave - HORIZON)
    busy, notes = _busy(calendars, begin, leave, zone, wishes.owner)
    working = WorkingTime(*wishes.working_hours, wishes.working_days, zone)
    slots = fit(free(working, begin, leave, busy), wanted, _quarters(wishes.hours_a_day))
    planned = sum((slot.length for slot in slots), timedelta())
    return PreparationPlan(
        title=_title(invitation, wishes.words),
        starts=starts.astimezone(zone),
        blocks=tuple(_blocks(slots, tasks(evaluation, planned, wishes.words), zone)),
        hours=wanted / HOUR,
        missing=(wanted - planned) / HOUR,
        notes=(*_doubts(evaluation), why, *notes),
        stamp=now,
    )


def _within(value: object, low: float, high: float) -> bool:
    return is_number(value) and low < value <= high


def _is_span(hours: Sequence[float]) -> bool:
    return len(hours) == 2 and all(map(is_number, hours)) and 0 <= hours[0] < hours[1] <= 24


def _named(zone: str) -> tzinfo | None:
    try:
        return ZoneInfo(zone)
    except (OSError, ValueError, LookupError):
        return None


def _quarters(hours: float) -> timedelta:
    """Return hours as whole quarters, at least one."""
    return max(ceil(round(hours * 4, 6)), 1) * QUARTER


def _wanted(invitation: Invitation, hours: float | None) -> tuple[timedelta, str]:
    """Return how long to prepare, and where that comes from."""
    if hours is not None:
        return _quarters(hours), f"{hours:g} h of preparation, as you asked for"
    held, assumed = _held(invitation, "preparation")
    low, high = held
    middle = sqrt(low * high)  # the median of a quantity that ranges over a factor
    said = f"{low:g} h" if low == high else f"{middle:.2g} h, the middle of {low:g} to {high:g} h"
    where = "as is assumed while nobody says how much" if assumed else "as the invitation has it"
    return _quarters(min(middle, MOST_HOURS)), f"{said} of preparation, {where}"


def _way_there(invitation: Invitation) -> timedelta:
    """Return how long the way there takes: half the way there and back, and nothing while nobody knows it."""
    (low, high), assumed = _held(invitation, "travel")
    return timedelta() if assumed else (low + high) / 4 * HOUR


def _held(invitation: Invitation, name: str) -> tuple[tuple[float, float], bool]:
    """Return the range of a quantity, and whether it is assumed."""
    given = getattr(invitation, name)
    estimate = given or invitation.own_quantities()[name].prior_given(invitation)
    assert not isinstance(estimate, DerivedPrior), "neither is derived from others"
    return (estimate.low, estimate.high), given is None


def _busy(
    calendars: Readable | Sequence[Readable], since: datetime, until: datetime, zone: tzinfo, owner: str | None
) -> tuple[list[Slot], list[str]]:
    """Return what is taken, and what to know about it."""
    several = type(calendars) in (list, tuple)
    sources = cast(Sequence[Readable], calendars) if several else [cast(Readable, calendars)]
    slots: list[Slot] = []
    notes: list[str] = []
    for source in sources:
        agenda = read_agenda(source, since, until, zone=zone, owner=owner)
        taken = [one for one in agenda.occurrences if one.busy]
        slots += [Slot(one.starts.astimezone(UTC), one.ends.astimezone(UTC)) for one in taken]
        notes += [f"{one.starts:%Y-%m-%d} is taken by {one.summary!r}" for one in taken if one.whole_day]
        notes += agenda.notes
    return slots, notes


def _blocks(slots: list[Slot], todo: Iterable[Task], zone: tzinfo) -> Iterator[Block]:
    """Put the tasks into the free time, one after another; a slot in which one ends and another begins is parted."""
    for task in todo:
        parts, slots = parted(slots, task.length)
        for part in parts:
            starts, ends = part.starts.astimezone(zone), part.ends.astimezone(zone)
            yield Block(starts, ends, task.benefit, task.title, task.text)


def _title(invitation: Invitation, words: Mapping[str, str]) -> str:
    parts = (invitation.role, invitation.organization)
    return ", ".join(filter(None, (clean(part or "", MAX_VALUE) for part in parts))) or words["role"]


def _doubts(evaluation: Outcome) -> Iterator[str]:
    if evaluation.verdict is Verdict.DECLINE:
        yield "the verdict is to decline; this is for the case that you go all the same"
    if evaluation.verdict is Verdict.ASK_FIRST:
        yield "the verdict is to ask first; what is open may change what is worth preparing"
    starts = evaluation.invitation.starts
    if starts is not None and starts.tzinfo is None:
        yield "the start has no time zone, and is taken as your local time"
