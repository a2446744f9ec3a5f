"""Planning: from an outcome and the appointments in calendars to a preparation plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from math import ceil
from typing import cast
from zoneinfo import ZoneInfo

from attrs import frozen

from ..display.language import say, spoken
from ..errors import FieldError, InvalidInputError, is_number
from ..model.invitation import Invitation
from ..model.source import Readable
from ..outcome.contributions import Verdict
from ..outcome.outcome import Outcome
from ..reading.calendars.agenda import read_agenda
from ..reading.text import clean
from .letter import MAX_VALUE
from .preparation import HOUR, Block, PreparationPlan
from .slots import QUARTER, Slot, WorkingTime, choose_slots, free_slots, take_slots
from .tasks import Task, tasks

__all__ = ["PreparationOptions", "plan_preparation"]

HORIZON = timedelta(days=60)
"""The earliest block may be so long before the interview; what is prepared earlier is forgotten (assumption)."""

BREAK = timedelta(minutes=30)
"""The time that is kept free before leaving for the interview, or before a call (assumption)."""

LEAST = 0.25
"""What is prepared where no criterion says how much: reading the invitation and their page (assumption)."""

MOST_HOURS = 100
"""The most hours of preparation that are planned."""


@frozen
class PreparationOptions:
    """The options of a preparation plan, as `Evaluation.preparation` describes them."""

    hours: float | None
    zone: tzinfo | str | None
    working_hours: tuple[float, float]
    working_days: Collection[int]
    hours_a_day: float
    since: datetime | None
    owner: str | None

    def mistakes(self) -> Iterator[FieldError]:
        """Yield a mistake for each option that cannot be used."""
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
        if isinstance(self.zone, str) and _zone_called(self.zone) is None:
            yield FieldError("zone", self.zone, "the name of a time zone, such as Europe/Berlin")

    def zone_for(self, starts: datetime) -> tzinfo:
        """Return the time zone of the plan: the option, else that of the interview's start, else the machine's."""
        zone = _zone_called(self.zone) if isinstance(self.zone, str) else self.zone
        return zone or starts.tzinfo or cast(tzinfo, datetime.now().astimezone().tzinfo)


def plan_preparation(
    outcome: Outcome, calendars: Readable | Sequence[Readable], options: PreparationOptions, *, now: datetime
) -> PreparationPlan:
    """Return a preparation plan.

    Args:
        outcome: The outcome whose interview is prepared.
        calendars: The calendars with appointments.
        options: When and how long to prepare.
        now: The present time, in UTC.

    Raises:
        InvalidInputError: Every mistake in the options, or a start that is not known or is past.
        ReadError: A calendar cannot be read.
    """
    invitation, since = outcome.invitation, options.since or now
    mistakes = list(options.mistakes())
    if invitation.starts is None:
        mistakes.append(FieldError("invitation.starts", None, "the time at which the interview starts"))
    if mistakes or invitation.starts is None:
        raise InvalidInputError("preparation", mistakes)
    zone = options.zone_for(invitation.starts)
    starts = invitation.starts if invitation.starts.tzinfo else invitation.starts.replace(tzinfo=zone)
    if starts <= since:
        allowed = "a start that is still ahead; to plan as of another time, pass since="
        raise InvalidInputError("preparation", [FieldError("invitation.starts", str(starts), allowed)])
    wanted, why = _wanted(outcome, options.hours)
    leave = starts.astimezone(UTC) - BREAK - _way_there(invitation)
    begin = max(since.astimezone(UTC), leave - HORIZON)
    busy, notes = _busy(calendars, begin, leave, zone, options.owner)
    working = WorkingTime(*options.working_hours, options.working_days, zone)
    slots = choose_slots(free_slots(working, begin, leave, busy), wanted, _quarters(options.hours_a_day))
    planned = sum((slot.length for slot in slots), timedelta())
    names = (clean(part or "", MAX_VALUE) for part in (invitation.role, invitation.organization))
    return PreparationPlan(
        title=", ".join(filter(None, names)) or say("An interview"),
        starts=starts.astimezone(zone),
        blocks=tuple(_blocks(slots, tasks(outcome, planned), zone)),
        hours=wanted / HOUR,
        missing=(wanted - planned) / HOUR,
        notes=(*_warnings(outcome), *why, *notes),
        stamp=now,
        language=spoken(),
    )


def _within(value: object, low: float, high: float) -> bool:
    return is_number(value) and low < value <= high


def _is_span(hours: Sequence[float]) -> bool:
    return len(hours) == 2 and all(map(is_number, hours)) and 0 <= hours[0] < hours[1] <= 24


def _zone_called(zone: str) -> tzinfo | None:
    try:
        return ZoneInfo(zone)
    except (OSError, ValueError, LookupError):
        return None


def _quarters(hours: float) -> timedelta:
    """Return hours as whole quarters, at least one."""
    return max(ceil(round(hours * 4, 6)), 1) * QUARTER


def _wanted(outcome: Outcome, hours: float | None) -> tuple[timedelta, list[str]]:
    """Return how long to prepare, and notes on where that comes from, which name no other number."""
    if hours is not None:
        length = _quarters(hours)
        rounded = [] if length == hours * HOUR else [say("What you asked for was made whole quarters of an hour.")]
        return length, rounded
    if outcome.best_hours is None:
        return _quarters(LEAST), [
            say("That is to read the invitation and their page; no criterion counts preparation.")
        ]
    return _quarters(outcome.best_hours), [
        say("That is what the evaluation counts with: about as much as makes going worth most.")
    ]


def _way_there(invitation: Invitation) -> timedelta:
    """Return how long the way to the interview takes: half of `travel`; 0 if that is not known."""
    travel = invitation.travel
    return timedelta() if travel is None else (travel.low + travel.high) / 4 * HOUR


def _busy(
    calendars: Readable | Sequence[Readable], since: datetime, until: datetime, zone: tzinfo, owner: str | None
) -> tuple[list[Slot], list[str]]:
    """Return the time that appointments take, and notes about it."""
    several = type(calendars) in (list, tuple)
    sources = cast(Sequence[Readable], calendars) if several else [cast(Readable, calendars)]
    slots: list[Slot] = []
    notes: list[str] = []
    for source in sources:
        agenda = read_agenda(source, since, until, zone=zone, owner=owner)
        busy = [occurrence for occurrence in agenda.occurrences if occurrence.busy]
        slots += [Slot(occurrence.starts.astimezone(UTC), occurrence.ends.astimezone(UTC)) for occurrence in busy]
        whole_days = [occurrence for occurrence in busy if occurrence.whole_day]
        notes += [
            say("{day} is taken by “{summary}”.", day=f"{occurrence.starts:%Y-%m-%d}", summary=occurrence.summary)
            for occurrence in whole_days
        ]
        notes += agenda.notes
    return slots, notes


def _blocks(slots: list[Slot], to_do: Iterable[Task], zone: tzinfo) -> Iterator[Block]:
    """Yield the blocks of tasks that fill the slots one after another; a slot may be split between two tasks."""
    for task in to_do:
        own_slots, slots = take_slots(slots, task.length)
        for slot in own_slots:
            starts, ends = slot.starts.astimezone(zone), slot.ends.astimezone(zone)
            yield Block(starts, ends, task.benefit, task.title, task.text)


def _warnings(outcome: Outcome) -> Iterator[str]:
    if outcome.verdict is Verdict.DECLINE:
        yield say("The verdict is to decline; this is for the case that you go all the same.")
    if outcome.verdict is Verdict.ASK_THEM:
        yield say("The verdict is to ask them first; what they say may change what is worth preparing.")
    if outcome.verdict is Verdict.ASK_YOURSELF:
        yield say("The verdict is to settle one thing yourself first; that may change what is worth preparing.")
    starts = outcome.invitation.starts
    if starts is not None and starts.tzinfo is None:
        yield say("The start has no time zone, and is taken as your local time.")
