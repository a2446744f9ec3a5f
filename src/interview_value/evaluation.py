"""Evaluation: what comes out, with where each number comes from. All but the hours is worked out when looked at."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from attrs import define, field, frozen

from .criterion import Kind
from .errors import UnknownNameError
from .estimate import Estimate
from .invitation import Invitation
from .run import Hours, Run
from .seeker import Seeker

if TYPE_CHECKING:
    from .analysis.break_even import BreakEven
    from .analysis.discovery import Discovery
    from .analysis.questions import Question
    from .analysis.robustness import Robustness
    from .analysis.swings import Swing

__all__ = ["Account", "Answer", "Contribution", "Evaluation", "Finding", "Input", "Origin", "Summary", "Verdict"]


class Verdict(str, Enum):
    """What to do about the invitation."""

    ATTEND = "attend"
    ASK_FIRST = "ask_first"
    DECLINE = "decline"


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


class Summary(NamedTuple):
    """Hours, as an expected value and a 90 % range.

    Args:
        mean: The expected value, the mean of the draws, hours.
        low: The 5th percentile of the draws, hours.
        high: The 95th percentile of the draws, hours.
    """

    mean: float
    low: float
    high: float

    @classmethod
    def of(cls, hours: Hours) -> Summary:
        """Summarise one number, or the draws of one."""
        if not isinstance(hours, list):
            return cls(hours, hours, hours)
        ordered = sorted(hours)
        return cls(mean_of(hours), percentile(ordered, 0.05), percentile(ordered, 0.95))


_new: Callable[..., Any] = cast("Any", tuple).__new__
"""Makes a named tuple of a tuple, without the detour through its own constructor, on the hot path."""


def mean_of(hours: Hours) -> float:
    """Return the expected value. Summed exactly, because sum() rounds differently in different Python versions."""
    return math.fsum(hours) / len(hours) if isinstance(hours, list) else hours


def percentile(ordered: list[float], share: float) -> float:
    """Return the value below which a share of the ordered draws lies, each draw standing for its own stratum."""
    place = min(max(share * len(ordered) - 0.5, 0.0), len(ordered) - 1.0)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def total(parts: Iterable[Hours]) -> Hours:
    """Add hours draw by draw; a number counts in every draw."""
    parts = list(parts)
    columns = [part for part in parts if isinstance(part, list)]
    constant = math.fsum(part for part in parts if not isinstance(part, list))
    if not columns:
        return constant
    return [math.fsum((constant, *row)) for row in zip(*columns, strict=True)]


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


class Account(Protocol):
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
        account: What stands behind the hours.
        mean: Their expected value, hours.
    """

    name: str
    kind: Kind
    sign: float
    draws: Hours = field(repr=False)
    error: str
    account: Account = field(repr=False)
    mean: float
    _reason: str | None = field(default=None, init=False, repr=False)

    @property
    def hours(self) -> Summary:
        """The scorer's own hours, before weighting; for a cost, the hours that it costs. NaN if it failed."""
        mean = self.mean
        return self._summary if self.draws.__class__ is list else _new(Summary, (mean, mean, mean))

    @cached_property
    def _summary(self) -> Summary:
        return Summary.of(self.draws)

    @property
    def reason(self) -> str:
        """Where the hours come from, in words."""
        if self._reason is None:
            self._reason = self.account.reason(self.name)
        return self._reason

    @property
    def assumed(self) -> tuple[str, ...]:
        """The quantities behind it that nobody gave, by name."""
        return self.account.assumed(self.name)

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
    """

    name: str
    answer: Answer
    reason: str
    missing: tuple[str, ...] = ()
    error: str = ""


@define(eq=False)
class Evaluation:
    """What an invitation is worth, and why. Made by `Evaluator.evaluate` or read back by `from_dict`.

    Args:
        invitation: The invitation that was evaluated.
        seeker: The person for whom it was.
        contributions: One for each scorer, sorted by name.
        findings: One for each gate, sorted by name.
        notes: What a person should know about how the answer was come by.
        failures: What failed besides scorers and gates: plugins and weights hooks, each with its reason.
        asking_cost: What asking a question costs, hours, ≥ 0.
        account: What stands behind the numbers.
        run: The run behind it, from which further questions are answered; None if it was read back.
        stored_questions: The questions of an evaluation that was read back.
    """

    invitation: Invitation
    seeker: Seeker
    contributions: tuple[Contribution, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    failures: tuple[str, ...]
    asking_cost: float
    account: Account = field(repr=False)
    run: Run | None = field(default=None, repr=False)
    stored_questions: tuple[Question, ...] = field(default=(), repr=False)

    def __getitem__(self, name: str) -> Contribution:
        """Return the contribution of the scorer of that name.

        Raises:
            UnknownNameError: There is none; the nearest name is offered.
        """
        for contribution in self.contributions:
            if contribution.name == name:
                return contribution
        raise UnknownNameError("criterion", name, [contribution.name for contribution in self.contributions])

    def _effects(self, kind: Kind | None = None) -> list[Contribution]:
        """The contributions that count: neither failed nor weighted 0."""
        return [c for c in self.contributions if c.sign and not c.error and kind in (None, c.kind)]

    @cached_property
    def net_draws(self) -> Hours:
        """The net value, draw by draw, hours."""
        return total(c.effect_draws for c in self._effects())

    @property
    def expected_net(self) -> float:
        """The expected net value alone, hours: the sum of what the criteria add to it."""
        return math.fsum([c.sign * c.mean for c in self.contributions if not c.error])

    @cached_property
    def net(self) -> Summary:
        """The net value: weighted benefits less weighted costs, hours."""
        return self._summary(None)

    @cached_property
    def benefit(self) -> Summary:
        """The weighted benefits together, hours."""
        return self._summary("benefit")

    @cached_property
    def cost(self) -> Summary:
        """The weighted costs together, hours, as a positive number."""
        net = self._summary("cost")
        return Summary(0.0 - net.mean, 0.0 - net.high, 0.0 - net.low)

    def _summary(self, kind: Kind | None) -> Summary:
        """Summarise what criteria of a kind add together; the expected value is the sum of theirs, to the last bit."""
        effects = self._effects(kind)
        _, low, high = Summary.of(total(c.effect_draws for c in effects))
        return Summary(math.fsum(c.sign * c.mean for c in effects), low, high)

    @cached_property
    def chance_positive(self) -> float:
        """The share of the draws in which the net value is above 0."""
        draws = self.net_draws if isinstance(self.net_draws, list) else [self.net_draws]
        return sum(net > 0 for net in draws) / len(draws)

    @property
    def verdict(self) -> Verdict:
        """What to do: gates first; then whether a question is worth asking; then the expected net value's sign."""
        # A gate that failed is reported among the errors; it neither vetoes nor asks.
        answers = [finding.answer for finding in self.findings if not finding.error]
        if Answer.YES in answers:
            return Verdict.DECLINE
        if Answer.UNKNOWN in answers or self.worth_asking:
            return Verdict.ASK_FIRST
        return self.leaning

    @property
    def vetoed(self) -> bool:
        """Whether a gate declines."""
        return any(finding.answer is Answer.YES for finding in self.findings)

    @property
    def undecided(self) -> bool:
        """Whether a gate cannot tell yet."""
        return any(finding.answer is Answer.UNKNOWN and not finding.error for finding in self.findings)

    @property
    def worth_asking(self) -> bool:
        """Whether the best question is worth more than asking costs."""
        # What is exact throughout, the hot path, has no questions.
        return (self.run is None or bool(self.run.inputs.columns)) and self._worth_asking

    @cached_property
    def _worth_asking(self) -> bool:
        from .analysis.questions import knowing_everything

        # No question is worth more than knowing everything, which is quickly worked out and often settles it.
        if knowing_everything(self) <= self.asking_cost:
            return False
        return any(question.worth > self.asking_cost for question in self.questions)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What to find out: what a gate waits for first, then the most valuable answer first."""
        if self.run is None:
            return self.stored_questions
        from .analysis.questions import questions

        return questions(self)

    @cached_property
    def swings(self) -> tuple[Swing, ...]:
        """How far each uncertain quantity moves the expected net value, widest first."""
        from .analysis.swings import swings

        return swings(self)

    @cached_property
    def break_even(self) -> BreakEven:
        """The weights and values at which the verdict would turn."""
        from .analysis.break_even import break_even

        return break_even(self)

    @cached_property
    def robustness(self) -> Robustness:
        """In what share of all weightings of the benefits the verdict stays."""
        from .analysis.robustness import robustness

        return robustness(self)

    @cached_property
    def discovery(self) -> Discovery | None:
        """The chance to change your mind about the role, and the reservation value."""
        from .analysis.discovery import discovery

        return discovery(self)

    @property
    def leaning(self) -> Verdict:
        """What the expected net value alone says: attend if it is positive, else decline."""
        return Verdict.ATTEND if self.expected_net > 0 else Verdict.DECLINE

    @property
    def confidence(self) -> float:
        """How sure the answer is: the share of the draws that agree with the verdict.

        For ask first it is the share that agrees with the leaning. A gate's veto rests on what is known and
        not on draws: its confidence is 1.
        """
        if self.vetoed:
            return 1.0
        return self.chance_positive if self.leaning is Verdict.ATTEND else 1 - self.chance_positive

    @cached_property
    def inputs(self) -> tuple[Input, ...]:
        """Every quantity that was used, sorted by name, with where it comes from."""
        return self.account.inputs()

    @property
    def assumed(self) -> tuple[str, ...]:
        """The quantities that nobody gave, by name."""
        return tuple(entry.name for entry in self.inputs if entry.origin is Origin.ASSUMED)

    @property
    def complete(self) -> bool:
        """Whether everything that should have counted did."""
        return not self.errors

    @property
    def errors(self) -> tuple[str, ...]:
        """What failed, each with its reason: scorers, gates, weights hooks and plugins."""
        found = [*(item.error for item in self.contributions), *(item.error for item in self.findings)]
        return (*filter(None, found), *self.failures)

    def to_dict(self) -> dict[str, Any]:
        """Return plain, JSON-ready data, the draws included, that `from_dict` reads back."""
        from .record import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Evaluation:
        """Read back what `to_dict` returned.

        Args:
            plain: The data.

        Raises:
            InvalidInputError: The data has not the form that `to_dict` gives it.
        """
        from .record import from_dict

        return from_dict(plain)

    def __str__(self) -> str:
        from .display.text import evaluation_text

        return evaluation_text(self)

    def _repr_html_(self) -> str:
        from .display.html import evaluation_html

        return evaluation_html(self)
