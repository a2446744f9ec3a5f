"""Reasoning: where the numbers of a run come from, in words, and what its scorers and gates contribute."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import define

from ..display.words import about
from ..errors import ScorerError
from ..model.quantity import Belief, DerivedPrior, Quantity
from ..outcome.contributions import Answer, Contribution, Finding, Input, Origin
from ..scoring.criterion import Gate, Scorer
from ..scoring.hours import Summary, mean_of
from ..scoring.run import Run

__all__ = ["MAX_REASON", "RunReasoning", "contributions_of", "finding_of"]

MAX_REASON = 500
"""The longest reason that is shown, in characters."""


@define(eq=False)
class RunReasoning:
    """The `Reasoning` of an evaluation whose run is at hand.

    Args:
        run: The run.
    """

    run: Run

    def reason(self, scorer: str) -> str:
        """Return in words where a scorer's hours come from; empty if it failed."""
        failed = isinstance(self.run.hours[scorer], ScorerError)
        return "" if failed else _reason(self.run.plan.scorer[scorer], self.run)

    def assumed(self, scorer: str) -> tuple[str, ...]:
        """Return the names of the priors behind a scorer, with those that another prior was derived from."""
        return tuple(
            sorted(_with_derivation(self.run.plan.scorer[scorer].reads, self.run) & self.run.values.priors.keys())
        )

    def inputs(self) -> tuple[Input, ...]:
        """Return every quantity that was used, sorted by name, with where its value comes from."""
        plan = self.run.plan
        read = {name for criterion in (*plan.scorers, *plan.gates) for name in criterion.reads}
        return tuple(_input(plan.known[name], self.run) for name in sorted(_with_derivation(read, self.run)))


def contributions_of(run: Run, signs: Mapping[str, float], reasoning: RunReasoning) -> tuple[Contribution, ...]:
    """Return the contribution of each scorer of a run.

    Args:
        run: The run.
        signs: The factor on the hours of each scorer in the net value, by name.
        reasoning: The reasoning of the run.
    """
    contributions: list[Contribution] = []
    for scorer in run.plan.scorers:
        name, error = scorer.name, ""
        hours = run.hours[name]
        if isinstance(hours, ScorerError):
            hours, error = math.nan, str(hours)
        mean = hours if isinstance(hours, float) else mean_of(hours)
        contributions.append(Contribution(name, scorer.kind, signs[name], hours, error, reasoning, mean))
    return tuple(contributions)


def finding_of(gate: Gate[...], run: Run) -> Finding:
    """Return the finding of a gate of a run."""
    answer = run.answers[gate.name]
    if isinstance(answer, ScorerError):
        return Finding(gate.name, Answer.UNKNOWN, gate.reason, error=str(answer), asks=gate.asks)
    if answer.yes:
        return Finding(gate.name, Answer.YES, gate.reason, asks=gate.asks)
    if answer.no:
        return Finding(gate.name, Answer.NO, gate.reason, asks=gate.asks)
    return Finding(gate.name, Answer.UNKNOWN, gate.reason, _missing_for(gate, run), asks=gate.asks)


def _with_derivation(names: Iterable[str], run: Run) -> set[str]:
    """Return some names of quantities, with those of the quantities that an unknown one was derived from."""
    sources = set(names)
    for name in tuple(sources):
        prior = run.plan.known[name].prior
        if isinstance(prior, DerivedPrior) and name in run.values.priors:
            sources.update(prior.reads)
    return sources


def _reason(scorer: Scorer[...], run: Run) -> str:
    """Return the scorer's own reason, or if it has none, its summary and the values that it read."""
    if scorer.reason is None:
        return _plain_reason(scorer, run)
    try:
        reason = scorer.reason(*[_reason_argument(name, scorer, run) for name in scorer.reason_arguments])
    except Exception as error:  # noqa: BLE001 - a reason that fails must not take the hours with it
        return f"{_plain_reason(scorer, run)} (its own words failed: {type(error).__name__})"
    return reason[:MAX_REASON] if isinstance(reason, str) and reason else _plain_reason(scorer, run)


def _reason_argument(name: str, scorer: Scorer[...], run: Run) -> Any:
    if name == "hours":
        return Summary.of(run.hours[scorer.name])  # type: ignore[arg-type]  # a scorer that failed has no reason
    return run.values.central(name)


def _plain_reason(scorer: Scorer[...], run: Run) -> str:
    def in_words(value: Any) -> str:
        return f"{about(value.mean)} ± {about(value.sd)}" if isinstance(value, Belief) else about(value)

    values = ", ".join(f"{name} {in_words(run.values.central(name))}" for name in scorer.reads)
    return ": ".join(filter(None, (scorer.summary.rstrip("."), values)))[:MAX_REASON]


def _missing_for(gate: Gate[...], run: Run) -> tuple[str, ...]:
    """Return what a gate that cannot tell would need: the quantities that nobody gave, or else those not exact."""
    estimates = {name: run.values.known(name) for name in gate.reads}
    unknown = tuple(name for name, estimate in estimates.items() if estimate is None)
    return unknown or tuple(name for name, estimate in estimates.items() if estimate and not estimate.exact)


def _input(quantity: Quantity, run: Run) -> Input:
    name, invitation = quantity.name, run.values.invitation
    estimate = run.values.known(name)
    if estimate is not None:
        facts = invitation if name in invitation.known else run.values.seeker
        where = facts.where(name)
        origin = Origin.READ if where else Origin.GIVEN
    else:
        prior, origin = quantity.prior_given(invitation), Origin.ASSUMED
        if isinstance(prior, DerivedPrior):
            where = prior.words
        else:
            estimate, where = prior, quantity.source
    return Input(name, quantity.unit, estimate, origin, where, quantity.ask, quantity.question)
