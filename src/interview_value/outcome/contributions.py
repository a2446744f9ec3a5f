"""The parts of an evaluation: what each criterion, gate and quantity had to do with it."""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from typing import Protocol

from attrs import define, field, frozen

from ..model.estimate import Estimate
from ..scoring.criterion import Kind
from ..scoring.summary import Hours, Summary, new_summary

__all__ = ["Reasoning", "Answer", "Contribution", "Finding", "Input", "Origin", "Verdict"]


class Origin(str, Enum):
    """Where a value comes from: given by a person, read from a file, or assumed (the prior)."""

    GIVEN = "given"
    READ = "read"
    ASSUMED = "assumed"


class Answer(str, Enum):
    """What a gate says: decline, go on, or that it cannot tell yet."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@frozen
class Input:
    """One quantity as it went into the evaluation.

    Args:
        name: The quantity's name.
        unit: Its unit.
        estimate: The value or 90 % range that was used; None if it was derived from others.
        origin: Given, read or assumed.
        where: Where it was read, or how it was assumed: the source of the prior, or the formula.
        ask: Who could answer: ``"yourself"``, ``"recruiter"`` or ``"nobody"``.
        question: The question that asks for it.
    """

    name: str
    unit: str
    estimate: Estimate | None
    origin: Origin
    where: str
    ask: str
    question: str


class Verdict(str, Enum):
    """What to do about the invitation."""

    ATTEND = "attend"
    ASK_FIRST = "ask_first"
    DECLINE = "decline"


class Reasoning(Protocol):
    """What stands behind the numbers of an evaluation; asked only when somebody looks."""

    def reason(self, scorer: str) -> str:
        """Say in words where a scorer's hours come from; empty if it failed."""
        ...

    def assumed(self, scorer: str) -> tuple[str, ...]:
        """Name the quantities behind a scorer that nobody gave."""
        ...

    def inputs(self) -> tuple[Input, ...]:
        """List every quantity that was used, sorted by name, with where its value comes from."""
        ...


@define(eq=False)
class Contribution:
    """What one criterion adds to the net value, or takes from it.

    Args:
        name: The scorer's name.
        kind: ``"benefit"`` or ``"cost"``.
        sign: The factor on its hours in the net value: its weight, negative for a cost.
        draws: Its hours before weighting, one number or one a draw; NaN if the scorer failed.
        error: Why the scorer failed; empty if it did not.
        reasoning: What stands behind the hours.
        mean: Their expected value, hours.
    """

    name: str
    kind: Kind
    sign: float
    draws: Hours = field(repr=False)
    error: str
    reasoning: Reasoning = field(repr=False)
    mean: float
    _reason: str | None = field(default=None, init=False, repr=False)

    @property
    def hours(self) -> Summary:
        """The scorer's own hours, before weighting; for a cost, the hours that it costs. NaN if it failed."""
        mean = self.mean
        return self._summary if self.draws.__class__ is list else new_summary(Summary, (mean, mean, mean))

    @cached_property
    def _summary(self) -> Summary:
        return Summary.of(self.draws)

    @property
    def counts(self) -> bool:
        """Whether it is part of the net value: it neither failed nor has weight 0."""
        return bool(self.sign) and not self.error

    @property
    def reason(self) -> str:
        """Where the hours come from, in words."""
        if self._reason is None:
            self._reason = self.reasoning.reason(self.name)
        return self._reason

    @property
    def assumed(self) -> tuple[str, ...]:
        """The quantities behind it that nobody gave, by name."""
        return self.reasoning.assumed(self.name)

    @property
    def effect(self) -> Summary:
        """What it adds to the net value: its hours times its weight, negative for a cost."""
        mean, low, high = (self.sign * hours for hours in self.hours)
        return Summary(mean, min(low, high), max(low, high))

    @property
    def effect_draws(self) -> Hours:
        """What it adds to the net value, draw by draw; nothing if the scorer failed."""
        if self.error or not self.sign:
            return 0.0
        sign = self.sign
        if isinstance(self.draws, list):
            return [sign * hours for hours in self.draws]
        return sign * self.draws

    @property
    def weight(self) -> float:
        """The factor on its hours, ≥ 0."""
        return abs(self.sign)


@define
class Finding:
    """What a gate said.

    Args:
        name: The gate's name.
        answer: `Answer.YES` to decline, `Answer.NO` to go on, `Answer.UNKNOWN` while it cannot tell.
        reason: Why its veto is right, in words.
        missing: The quantities it reads that nobody gave, by name, if it cannot tell.
        error: Why the gate failed; empty if it did not. A gate that failed cannot tell.
        asks: Whether the verdict waits while it cannot tell.
    """

    name: str
    answer: Answer
    reason: str
    missing: tuple[str, ...] = ()
    error: str = ""
    asks: bool = True

    @property
    def declines(self) -> bool:
        """Whether it is a veto; a gate that failed neither vetoes nor asks."""
        return self.answer is Answer.YES and not self.error

    @property
    def waits(self) -> bool:
        """Whether the verdict waits for what is missing; a gate that failed neither vetoes nor asks."""
        return self.answer is Answer.UNKNOWN and self.asks and not self.error
