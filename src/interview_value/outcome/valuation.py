"""Valuation: the contributions of the scorers, the findings of the gates, and the totals in hours."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from ..display.language import mark, say
from ..display.words import listed
from ..errors import NotAtHandError, UnknownNameError
from ..model.invitation import Invitation
from ..model.seeker import Seeker
from ..scoring.criterion import Kind
from ..scoring.gates import obligation
from ..scoring.hours import Hours, Summary, total
from ..scoring.run import Run
from .contributions import Contribution, Finding, Input, Origin, Reasoning, Verdict

__all__ = ["Totals", "Valuation", "contradiction"]

SAYS = {Verdict.ATTEND: mark("“{rule}” says to go"), Verdict.DECLINE: mark("“{rule}” says to decline")}
"""What a rule says that holds, as a message."""


def contradiction(findings: Iterable[Finding]) -> str:
    """Return in words which rules that hold contradict each other; empty if none do, or an obligation settles it."""
    deciding = [finding for finding in findings if finding.decides]
    if len({finding.verdict for finding in deciding}) < 2 or any(item.name == obligation.name for item in deciding):
        return ""
    said = listed([say(SAYS[finding.verdict], rule=say(finding.label)) for finding in deciding])
    return say("{rules}: settle for yourself which of them counts", rules=said)


@frozen
class Totals:
    """What is known of the totals where there are no draws to work them out from.

    Args:
        net: The net value, hours.
        benefit: The weighted benefits together, hours.
        cost: The weighted costs together, hours, as a positive number.
        chance_positive: The share of the draws in which the net value is above 0.
    """

    net: Summary
    benefit: Summary
    cost: Summary
    chance_positive: float


@frozen(eq=False, slots=False)
class Valuation:
    """The contributions of the scorers, the findings of the gates, and the totals in hours.

    The analysis works on this; `Outcome` adds the verdict, which depends on the analysis.

    Args:
        invitation: The invitation that was evaluated.
        seeker: The person it was evaluated for.
        contributions: One for each scorer, sorted by name.
        findings: One for each gate, sorted by name.
        notes: What a person should know about how the facts were read and valued.
        failures: Failures besides those of scorers and gates: plugins and weights hooks, each with its reason.
        asking_cost: The cost of asking a question, hours, ≥ 0.
        reasoning: Where the numbers come from.
        slow_after: How long a scorer or gate may take before `slow` names it, seconds.
        run: The run of the scorers, which the analysis varies; None if the evaluation was read back.
        totals: The ranges and the chance of an evaluation that was read back without draws; None with draws.
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
    totals: Totals | None = field(default=None, repr=False)

    def __getitem__(self, name: str) -> Contribution:
        """Return the contribution of the scorer of that name.

        Raises:
            UnknownNameError: There is no such scorer; the nearest name is offered.
        """
        for contribution in self.contributions:
            if contribution.name == name:
                return contribution
        raise UnknownNameError("criterion", name, [contribution.name for contribution in self.contributions])

    def __iter__(self) -> Iterator[Contribution]:
        return iter(self.contributions)

    def __len__(self) -> int:
        return len(self.contributions)

    def __bool__(self) -> bool:
        return True  # also where there is no scorer

    def __contains__(self, name: object) -> bool:
        """Tell whether there is a scorer of that name, or whether that is one of the contributions."""
        return any(name in (contribution.name, contribution) for contribution in self.contributions)

    @cached_property
    def net_draws(self) -> Hours:
        """The net value, draw by draw, hours; one number if nothing varies.

        Raises:
            NotAtHandError: The evaluation was read back without draws.
        """
        if self.totals is not None:
            raise NotAtHandError("has no draws")
        return total(item.effect_draws for item in self.contributions if item.counts)

    @property
    def expected_net(self) -> float:
        """The expected net value, hours; the mean of `net`, without working out the draws."""
        return math.fsum([item.sign * item.mean for item in self.contributions if not item.error])

    @cached_property
    def net(self) -> Summary:
        """The net value: weighted benefits less weighted costs, hours."""
        return self._summary("benefit", "cost") if self.totals is None else self.totals.net

    @cached_property
    def benefit(self) -> Summary:
        """The weighted benefits together, hours."""
        return self._summary("benefit") if self.totals is None else self.totals.benefit

    @cached_property
    def cost(self) -> Summary:
        """The weighted costs together, hours, as a positive number."""
        if self.totals is not None:
            return self.totals.cost
        net = self._summary("cost")
        return Summary(0.0 - net.mean, 0.0 - net.high, 0.0 - net.low)

    def _summary(self, *kinds: Kind) -> Summary:
        """Return the sum of the effects of some kinds; its mean is the sum of their means, to the last bit."""
        counting = [item for item in self.contributions if item.counts and item.kind in kinds]
        _, low, high = Summary.of(total(item.effect_draws for item in counting))
        return Summary(math.fsum(item.sign * item.mean for item in counting), low, high)

    @cached_property
    def chance_positive(self) -> float:
        """The share of the draws in which the net value is above 0."""
        if self.totals is not None:
            return self.totals.chance_positive
        draws = self.net_draws if isinstance(self.net_draws, tuple) else (self.net_draws,)
        return sum(net > 0 for net in draws) / len(draws)

    @property
    def ruling(self) -> Finding | None:
        """The finding that decides whatever the hours: an obligation first, else the first by name.

        It is None where no rule holds, and where rules of plugins contradict each other.
        """
        deciding = [finding for finding in self.findings if finding.decides]
        first = sorted(deciding, key=lambda finding: finding.name != obligation.name)[:1]
        return first[0] if first and not contradiction(deciding) else None

    @property
    def leaning(self) -> Verdict:
        """What a gate says, or else the verdict by the expected net value alone: attend if it is positive."""
        if self.ruling is not None:
            return self.ruling.verdict
        return Verdict.ATTEND if self.expected_net > 0 else Verdict.DECLINE

    @property
    def best_hours(self) -> float | None:
        """The best hours of preparation by the built-in criteria, each counted once; None if nothing reads them.

        All that is shown of going is worked out at these hours.
        """
        decided = next((item for item in self.inputs if item.origin is Origin.DECIDED), None)
        return decided.estimate.low if decided and decided.estimate else None

    @cached_property
    def inputs(self) -> tuple[Input, ...]:
        """Every quantity that was used, sorted by name, with where it comes from."""
        return self.reasoning.inputs()

    @property
    def assumed(self) -> tuple[str, ...]:
        """The names of the quantities that nobody gave, also those that only a gate reads."""
        return tuple(item.name for item in self.inputs if item.origin is Origin.ASSUMED)

    @property
    def complete(self) -> bool:
        """Whether nothing failed."""
        return not self.errors

    @property
    def errors(self) -> tuple[str, ...]:
        """The failures of scorers, gates, plugins and weights hooks, each with its reason."""
        failed = [*(item.error for item in self.contributions), *(item.error for item in self.findings)]
        return (*filter(None, failed), *self.failures)

    @property
    def seconds(self) -> Mapping[str, float]:
        """How long each scorer and gate took, seconds, by name; empty if the evaluation was read back.

        The times differ from run to run and are not part of the plain data.
        """
        return {} if self.run is None else self.run.seconds

    @property
    def slow(self) -> tuple[str, ...]:
        """The scorers and gates that took longer than `slow_after`, by name, the slowest first."""
        slow = [(-seconds, name) for name, seconds in self.seconds.items() if seconds > self.slow_after]
        return tuple(name for _, name in sorted(slow))
