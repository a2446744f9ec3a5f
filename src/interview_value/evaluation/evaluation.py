"""Evaluation: what comes out, with where each number comes from. All but the hours is worked out when looked at."""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import define, field

from ..display.showing import Showing
from ..errors import UnknownNameError
from ..model.invitation import Invitation
from ..model.seeker import Seeker
from ..outcome.parts import Account, Contribution, Finding, Input, Origin
from ..scoring.criterion import Kind
from ..scoring.run import Run
from ..scoring.summary import Hours, Summary, total
from .answering import Answering

if TYPE_CHECKING:
    from ..outcome.analysis.break_even import BreakEven
    from ..outcome.analysis.discovery import Discovery
    from ..outcome.analysis.questions import Question
    from ..outcome.analysis.robustness import Robustness
    from ..outcome.analysis.swings import Swing
    from ..plots.canvas import Ax, Axes

__all__ = ["Evaluation", "Verdict"]


class Verdict(str, Enum):
    """What to do about the invitation."""

    ATTEND = "attend"
    ASK_FIRST = "ask_first"
    DECLINE = "decline"


@define(eq=False)
class Evaluation(Answering, Showing):
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
        slow_after: How long a scorer or gate may take before `slow` names it, seconds.
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
    slow_after: float = math.inf
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
        """The contributions that count, of one kind or of both."""
        return [c for c in self.contributions if c.counts and kind in (None, c.kind)]

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
        undecided = False
        for finding in self.findings:
            if finding.declines:
                return Verdict.DECLINE
            undecided = undecided or finding.waits
        if undecided or self.worth_asking:
            return Verdict.ASK_FIRST
        return self.leaning

    @property
    def vetoed(self) -> bool:
        """Whether a gate declines."""
        return self.veto is not None

    @property
    def veto(self) -> Finding | None:
        """The first gate that declines, by name; None if none does."""
        return next((finding for finding in self.findings if finding.declines), None)

    @property
    def undecided(self) -> bool:
        """Whether a gate that asks cannot tell yet."""
        return any(finding.waits for finding in self.findings)

    @property
    def worth_asking(self) -> bool:
        """Whether the best question is worth more than asking costs."""
        # What is exact throughout, the hot path, has no questions.
        return (self.run is None or bool(self.run.inputs.columns)) and self._worth_asking

    @cached_property
    def _worth_asking(self) -> bool:
        from ..outcome.analysis.questions import knowing_everything

        # No question is worth more than knowing everything, which is quickly worked out and often settles it.
        if knowing_everything(self) <= self.asking_cost:
            return False
        return any(question.worth > self.asking_cost for question in self.questions)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What to find out: what a gate waits for first, then the most valuable answer first."""
        if self.run is None:
            return self.stored_questions
        from ..outcome.analysis.questions import questions

        return questions(self)

    @cached_property
    def swings(self) -> tuple[Swing, ...]:
        """How far each uncertain quantity moves the expected net value, widest first."""
        from ..outcome.analysis.swings import swings

        return swings(self)

    @cached_property
    def break_even(self) -> BreakEven:
        """The weights and values at which the verdict would turn."""
        from ..outcome.analysis.break_even import break_even

        return break_even(self)

    @cached_property
    def robustness(self) -> Robustness:
        """In what share of all weightings of the benefits the verdict stays."""
        from ..outcome.analysis.robustness import robustness

        return robustness(self)

    @cached_property
    def discovery(self) -> Discovery | None:
        """The chance to change your mind about the role, and the reservation value."""
        from ..outcome.analysis.discovery import discovery

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
        """The quantities that nobody gave, by name, also those that only a gate would like to know."""
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

    @property
    def seconds(self) -> Mapping[str, float]:
        """How long each scorer and gate took, seconds, by name; empty if it was read back.

        It differs from run to run, is no part of the answer, and is not recorded.
        """
        return {} if self.run is None else self.run.seconds

    @property
    def slow(self) -> tuple[str, ...]:
        """The scorers and gates that took longer than `slow_after`, by name, the slowest first."""
        late = [(-seconds, name) for name, seconds in self.seconds.items() if seconds > self.slow_after]
        return tuple(name for _, name in sorted(late))

    def to_dict(self) -> dict[str, Any]:
        """Return plain, JSON-ready data, the draws included, that `from_dict` reads back.

        Its JSON Schema ships with the package as ``schema/evaluation.json``.
        """
        from .record import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Evaluation:
        """Read back what `to_dict` returned.

        Args:
            plain: The data.

        Returns:
            An evaluation of the same draws and questions, without the run behind it: what needs that raises a
            `NotAtHandError`.

        Raises:
            InvalidInputError: The data has not the form that `to_dict` gives it.
        """
        from .record import from_dict

        return from_dict(plain)

    def plot(self, kind: str = "waterfall", ax: Ax = None) -> Axes:
        """Draw it: ``"waterfall"``, ``"tornado"``, ``"distribution"`` or ``"weights"`` of `interview_value.plots`.

        Args:
            kind: Which picture.
            ax: Where to draw; left out, on a new one.

        Returns:
            The Axes, as the function of that name returns them.

        Raises:
            InvalidInputError: An argument cannot be used.
            NotAtHandError: A tornado of an evaluation that was read back.
            ImportError: The extra ``plots`` is not installed.
        """
        from ..plots.kinds import plot

        return plot(self, kind, ax)
