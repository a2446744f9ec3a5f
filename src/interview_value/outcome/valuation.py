"""Valuation: what the scorers and gates of an evaluation came to, and what that adds up to."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property

from attrs import define, field

from ..errors import UnknownNameError
from ..model.invitation import Invitation
from ..model.seeker import Seeker
from ..scoring.criterion import Kind
from ..scoring.run import Run
from ..scoring.summary import Hours, Summary, total
from .contributions import Contribution, Finding, Input, Origin, Reasoning, Verdict

__all__ = ["Valuation"]


@define(eq=False)
class Valuation:
    """What scorers and gates came to, and what that adds up to.

    Args:
        invitation: The invitation that was evaluated.
        seeker: The person for whom it was.
        contributions: One for each scorer, sorted by name.
        findings: One for each gate, sorted by name.
        notes: What a person should know about how the answer was come by.
        failures: What failed besides scorers and gates: plugins and weights hooks, each with its reason.
        asking_cost: What asking a question costs, hours, ≥ 0.
        reasoning: What stands behind the numbers.
        slow_after: How long a scorer or gate may take before `slow` names it, seconds.
        run: The run behind it, from which further questions are answered; None if it was read back.
    """

    invitation: Invitation
    seeker: Seeker
    contributions: tuple[Contribution, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    failures: tuple[str, ...]
    asking_cost: float
    reasoning: Reasoning = field(repr=False)
    slow_after: float = math.inf
    run: Run | None = field(default=None, repr=False)

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
    def leaning(self) -> Verdict:
        """What the expected net value alone says: attend if it is positive, else decline."""
        return Verdict.ATTEND if self.expected_net > 0 else Verdict.DECLINE

    @cached_property
    def inputs(self) -> tuple[Input, ...]:
        """Every quantity that was used, sorted by name, with where it comes from."""
        return self.reasoning.inputs()

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
