"""What each scorer, gate and quantity contributes to an outcome, and the names of verdicts and answers."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from attrs import define, field, frozen

from ..display.plain import Plain, plain
from ..errors import NotAtHandError
from ..model.estimate import Estimate
from ..scoring.criterion import Kind
from ..scoring.hours import Hours, Summary, new_summary

if TYPE_CHECKING:
    from ..display.page import Page

__all__ = ["Answer", "Contribution", "Finding", "Input", "Origin", "Reasoning", "Verdict"]


class Origin(StrEnum):
    """Where a value comes from: a person gave it, a file has it, it is assumed (the prior), or it is decided."""

    GIVEN = "given"
    READ = "read"
    ASSUMED = "assumed"
    DECIDED = "decided"


class Answer(StrEnum):
    """The answer of a gate: its rule holds, does not hold, or cannot tell yet."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@frozen
class Input(Plain):
    """One quantity as it was used in the evaluation.

    Args:
        name: The quantity's name.
        label_text: What people call it.
        unit: The unit of its values; empty for a label.
        estimate: The value or 90 % range that was used; None for a label.
        origin: Given, read, assumed or decided.
        where: Where it was read, or how it was assumed: the source of the prior, or the formula.
        ask: Who could answer: ``"yourself"``, ``"recruiter"`` or ``"nobody"``.
        question: The question that asks for it.
        label: The name of the choice of a label, or ``"unknown"``; empty for a number.
        said: The words of the choice that was made; empty if none was.
    """

    name: str
    label_text: str
    unit: str
    estimate: Estimate | None
    origin: Origin
    where: str
    ask: str
    question: str
    label: str = ""
    said: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return plain, JSON-ready data, the estimate as numbers beside the name of the choice that it was given as."""
        estimate = self.estimate
        numbers = {"estimate": estimate and estimate.numbers, "choice": estimate.choice if estimate else ""}
        return {**super().to_dict(), **numbers}


class Verdict(StrEnum):
    """What to do about the invitation."""

    ATTEND = "attend"
    DECLINE = "decline"
    ASK_THEM = "ask_them"
    ASK_YOURSELF = "ask_yourself"

    @property
    def asks(self) -> bool:
        """Whether something is to be asked first."""
        return self in (Verdict.ASK_THEM, Verdict.ASK_YOURSELF)


class Reasoning(Protocol):
    """The reasons and sources behind the numbers of an evaluation, worked out only when they are looked at."""

    def label(self, scorer: str) -> str:
        """Return what people call a scorer."""
        ...

    def reason(self, scorer: str) -> str:
        """Return in words where a scorer's hours come from; empty if it failed."""
        ...

    def assumed(self, scorer: str) -> tuple[str, ...]:
        """Return the names of the quantities behind a scorer that nobody gave."""
        ...

    def inputs(self) -> tuple[Input, ...]:
        """Return every quantity that was used, sorted by name, with where its value comes from."""
        ...


# Not frozen: an evaluation makes one for each scorer, and would take an eighth longer.
@define(eq=False, slots=False)
class Contribution(Plain):
    """The hours of one scorer, and what they add to the net value or take from it.

    Args:
        name: The scorer's name.
        kind: ``"benefit"`` or ``"cost"``.
        sign: The factor on its hours in the net value: the weight, negative for a cost.
        draws: Its hours before weighting, one number or one for each draw; NaN if the scorer failed. Their summary, if
            it was read back without draws.
        error: Why the scorer failed; empty if it did not.
        reasoning: Where the hours come from.
        mean: The expected hours before weighting.
    """

    name: str
    kind: Kind
    sign: float
    _draws: Hours | Summary = field(repr=False)
    error: str
    reasoning: Reasoning = field(repr=False)
    mean: float

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Contribution):
            return NotImplemented
        return self is other or self._value() == other._value()

    def __hash__(self) -> int:
        return hash((self.name, self.kind, self.sign))

    def _value(self) -> tuple[object, ...]:
        draws = None if self.error else self._draws  # not a number, which equals nothing
        return self.name, self.label, self.kind, self.sign, draws, self.error, self.reason, self.assumed

    @property
    def hours(self) -> Summary:
        """The hours before weighting, positive where a cost costs hours; NaN if the scorer failed."""
        mean = self.mean
        return self._summary if isinstance(self._draws, tuple) else new_summary(Summary, (mean, mean, mean))

    @cached_property
    def _summary(self) -> Summary:
        return self._draws if isinstance(self._draws, Summary) else Summary.of(self._draws)

    @property
    def draws(self) -> Hours:
        """The hours before weighting, one number or one for each draw; NaN if the scorer failed.

        Raises:
            NotAtHandError: The evaluation was read back without draws.
        """
        if isinstance(self._draws, Summary):
            raise NotAtHandError("has no draws")
        return self._draws

    @property
    def counts(self) -> bool:
        """Whether it is part of the net value: the scorer did not fail, and its weight is not 0."""
        return bool(self.sign) and not self.error

    @property
    def label(self) -> str:
        """What people call the scorer."""
        return self.reasoning.label(self.name)

    @property
    def reason(self) -> str:
        """Where the hours come from, in words; empty if the scorer failed."""
        return self.reasoning.reason(self.name)

    @property
    def assumed(self) -> tuple[str, ...]:
        """The names of the quantities behind the hours that nobody gave."""
        return self.reasoning.assumed(self.name)

    @property
    def effect(self) -> Summary:
        """The hours that it adds to the net value: weighted, and negative for a cost."""
        mean, low, high = (self.sign * hours for hours in self.hours)
        return Summary(mean, min(low, high), max(low, high))

    @property
    def effect_draws(self) -> Hours:
        """The hours that it adds to the net value, draw by draw; 0 if the scorer failed."""
        if self.error or not self.sign:
            return 0.0
        sign, draws = self.sign, self.draws
        return tuple([sign * hours for hours in draws]) if isinstance(draws, tuple) else sign * draws

    @property
    def weight(self) -> float:
        """The factor on the hours, ≥ 0."""
        return abs(self.sign)

    def to_dict(self, *, draws: bool = True) -> dict[str, Any]:
        """Return plain, JSON-ready data; a scorer that failed has None for its hours.

        Args:
            draws: Whether the draws are included, if there are any.

        Returns:
            The fields of the JSON Schema ``schema/evaluation.json``.
        """
        names = ("name", "label", "kind", "weight", "reason", "assumed", "error")
        data = {name: plain(getattr(self, name)) for name in names}
        data["hours"] = None if self.error else self.hours.to_dict()
        if draws and not isinstance(self._draws, Summary):
            data["draws"] = plain(self._draws)
        return data

    def _within(self) -> dict[str, Any]:
        return self.to_dict(draws=False)

    def _page(self) -> Page:
        from ..display.plain_page import plain_page

        return plain_page("Contribution", self.to_dict(draws=False))


@define
class Finding(Plain):
    """The answer of a gate, and what it lacks to give a sure one.

    Args:
        name: The gate's name.
        label: What people call it.
        answer: `Answer.YES` if its rule holds, `Answer.NO` if not, `Answer.UNKNOWN` while it cannot tell.
        reason: Why its verdict is right, in words.
        verdict: What it says where it holds: `Verdict.DECLINE` or `Verdict.ATTEND`.
        missing: The names of the quantities it would need to know, or to know exactly, if it cannot tell.
        error: Why the gate failed; empty if it did not. The answer is then `Answer.UNKNOWN`.
        asks: Whether what it lacks is among the questions.
    """

    name: str
    label: str
    answer: Answer
    reason: str
    verdict: Verdict = Verdict.DECLINE
    missing: tuple[str, ...] = ()
    error: str = ""
    asks: bool = True

    @property
    def decides(self) -> bool:
        """Whether the rule holds; that of one that failed does not."""
        return self.answer is Answer.YES and not self.error

    @property
    def lacks(self) -> bool:
        """Whether it is to be asked what the gate lacks; it is not for a gate that failed."""
        return self.answer is Answer.UNKNOWN and self.asks and not self.error
