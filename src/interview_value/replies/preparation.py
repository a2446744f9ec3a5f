"""Preparation plans: when to prepare for an interview and what to do, as text and as a calendar file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from attrs import field, frozen

from ..display.language import say, say_count, speaking
from ..display.page import Items, Page
from ..display.plain import Plain
from ..display.words import factor
from .ics import calendar_file

__all__ = ["Block", "PreparationPlan"]

HOUR = timedelta(hours=1)


@frozen
class Block(Plain):
    """A stretch of time, and what to do in it.

    Args:
        starts: When it starts, in the plan's time zone.
        ends: When it ends.
        benefit: The benefit that it serves, by the name of its scorer; empty if it serves none.
        title: The task on one line.
        text: What to do, in plain text.
    """

    starts: datetime
    ends: datetime
    benefit: str
    title: str
    text: str

    @property
    def hours(self) -> float:
        """How long it lasts, hours."""
        return (self.ends.astimezone(UTC) - self.starts.astimezone(UTC)) / HOUR


@frozen
class PreparationPlan(Plain):
    """When to prepare for an interview, and what to do.

    Args:
        title: The interview that it prepares for, on one line.
        starts: When the interview starts, in the plan's time zone.
        blocks: The blocks, in order.
        hours: The hours of preparation that were wanted.
        missing: The hours of those for which there is no free time.
        notes: What a person should know about how the plan was made.
        stamp: When it was made.
        language: The language in which it is told.
    """

    title: str
    starts: datetime
    blocks: tuple[Block, ...]
    hours: float
    missing: float
    notes: tuple[str, ...]
    stamp: datetime = field(repr=False)
    language: str = field(default="en", repr=False)

    def _page(self) -> Page:
        with speaking(self.language):
            title = f"{self.title}: {self.starts:%Y-%m-%d %H:%M} ({self.starts.tzname()})"
            notes = Items(say("Notes"), self.notes)
            return Page(title, (_found(self),), (*map(_items, self.blocks), notes))

    @property
    def ics(self) -> bytes:
        """A calendar file with the blocks, to be imported; empty if there are none.

        Raises:
            ImportError: The extra ``readers`` is not installed.
        """
        return calendar_file("PUBLISH", (_event(self, block) for block in self.blocks)) if self.blocks else b""


def _items(block: Block) -> Items:
    heading = f"{block.starts:%Y-%m-%d %H:%M}–{block.ends:%H:%M}  {block.title}"
    return Items(heading, tuple(line.removeprefix("- ") for line in block.text.split("\n") if line))


def _found(plan: PreparationPlan) -> str:
    """Return in one sentence how much time was found."""
    planned, wanted, missing = map(_length, (plan.hours - plan.missing, plan.hours, plan.missing))
    if not plan.missing:
        return say("{planned} of preparation.", planned=planned)
    if plan.missing == plan.hours:
        return say("There is no free time for {wanted} of preparation.", wanted=wanted)
    return say("{planned} of preparation; there is no free time for {missing} more.", planned=planned, missing=missing)


def _length(hours: float) -> str:
    """Return a length of whole quarters of an hour in words."""
    if hours < 1:
        return say("{n} minutes", n=round(hours * 60))
    return say_count("{n} hour", "{n} hours", hours, n=factor(hours))


def _event(plan: PreparationPlan, block: Block) -> dict[str, object]:
    starts = block.starts.astimezone(UTC)
    # The same block has the same UID, so that importing a plan twice does not add it twice.
    name = f"{plan.title} {plan.starts.astimezone(UTC)} {starts} {block.title}"
    return {
        "UID": f"{uuid5(NAMESPACE_URL, name)}@interview-value",
        "DTSTAMP": plan.stamp.astimezone(UTC).replace(microsecond=0),
        "DTSTART": starts,
        "DTEND": block.ends.astimezone(UTC),
        "SUMMARY": block.title,
        "DESCRIPTION": f"{plan.title}\n\n{block.text}",
    }
