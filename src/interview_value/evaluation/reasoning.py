"""Reasoning: what stands behind the numbers of a run, in words and with the origin of every input."""

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
from ..scoring.run import Run, central
from ..scoring.summary import Summary, mean_of

__all__ = ["RunReasoning", "contributions_of", "finding_of"]

MAX_REASON = 500
"""The longest reason that is shown, in characters."""


@define(eq=False)
class RunReasoning:
    """The `Reasoning` of a run whose scorers are at hand.

    Args:
        done: The run.
    """

    done: Run

    def reason(self, scorer: str) -> str:
        """Say in words where a scorer's hours come from; empty if it failed."""
        failed = isinstance(self.done.hours[scorer], ScorerError)
        return "" if failed else _reason(self.done.plan.scorer[scorer], self.done)

    def assumed(self, scorer: str) -> tuple[str, ...]:
        """Name the priors behind a scorer, those that another prior was derived from included."""
        return tuple(sorted(_sources(self.done.plan.scorer[scorer].reads, self.done) & self.done.inputs.priors.keys()))

    def inputs(self) -> tuple[Input, ...]:
        """List every quantity that was used, sorted by name, with where its value comes from."""
        plan = self.done.plan
        read = {name for criterion in (*plan.scorers, *plan.gates) for name in criterion.reads}
        return tuple(_input(plan.known[name], self.done) for name in sorted(_sources(read, self.done)))


def contributions_of(done: Run, signs: Mapping[str, float], reasoning: RunReasoning) -> tuple[Contribution, ...]:
    """Return what each scorer of a run adds to the net value.

    Args:
        done: The run.
        signs: The factor on each scorer's hours in the net value, by name.
        reasoning: What stands behind the run.
    """
    contributions: list[Contribution] = []
    for scorer in done.plan.scorers:
        name, error = scorer.name, ""
        hours = done.hours[name]
        if isinstance(hours, ScorerError):
            hours, error = math.nan, str(hours)
        mean = hours if isinstance(hours, float) else mean_of(hours)
        contributions.append(Contribution(name, scorer.kind, signs[name], hours, error, reasoning, mean))
    return tuple(contributions)


def finding_of(gate: Gate[...], done: Run) -> Finding:
    """Return what a gate of a run said."""
    answer = done.answers[gate.name]
    if isinstance(answer, ScorerError):
        return Finding(gate.name, Answer.UNKNOWN, gate.reason, error=str(answer), asks=gate.asks)
    if answer.yes:
        return Finding(gate.name, Answer.YES, gate.reason, asks=gate.asks)
    if answer.no:
        return Finding(gate.name, Answer.NO, gate.reason, asks=gate.asks)
    return Finding(gate.name, Answer.UNKNOWN, gate.reason, _missing_for(gate, done), asks=gate.asks)


def _sources(names: Iterable[str], done: Run) -> set[str]:
    """Return the names, and those of the quantities from which an unknown one was derived."""
    sources = set(names)
    for name in tuple(sources):
        prior = done.plan.known[name].prior
        if isinstance(prior, DerivedPrior) and name in done.inputs.priors:
            sources.update(prior.reads)
    return sources


def _reason(scorer: Scorer[...], done: Run) -> str:
    """Word where a scorer's hours come from; what it cannot word itself falls back on what it read."""
    if scorer.reason is None:
        return _plain_reason(scorer, done)
    try:
        words = scorer.reason(*[_reason_argument(name, scorer, done) for name in scorer.reason_arguments])
    except Exception as error:  # noqa: BLE001 - words that fail must not take the hours with them
        return f"{_plain_reason(scorer, done)} (its own words failed: {type(error).__name__})"
    return words[:MAX_REASON] if isinstance(words, str) and words else _plain_reason(scorer, done)


def _reason_argument(name: str, scorer: Scorer[...], done: Run) -> Any:
    if name == "hours":
        return Summary.of(done.hours[scorer.name])  # type: ignore[arg-type]  # a scorer that failed has no reason
    return central(name, done.inputs)


def _plain_reason(scorer: Scorer[...], done: Run) -> str:
    read = ", ".join(f"{name} {_number(central(name, done.inputs))}" for name in scorer.reads)
    return ": ".join(part for part in (scorer.summary.rstrip("."), read) if part)[:MAX_REASON]


def _number(value: Any) -> str:
    if isinstance(value, Belief):
        return f"{about(value.mean)} ± {about(value.sd)}"
    return about(value)


def _missing_for(gate: Gate[...], done: Run) -> tuple[str, ...]:
    """Name what a gate that cannot tell would have to know: what nobody gave, or else what is not exact."""
    known = {name: done.inputs.known(name) for name in gate.reads}
    unknown = tuple(name for name, estimate in known.items() if estimate is None)
    return unknown or tuple(name for name, estimate in known.items() if estimate and not estimate.exact)


def _input(quantity: Quantity, done: Run) -> Input:
    name, invitation = quantity.name, done.inputs.invitation
    estimate = done.inputs.known(name)
    if estimate is not None:
        facts = invitation if name in invitation.known else done.inputs.seeker
        where = facts.where(name)
        origin = Origin.READ if where else Origin.GIVEN
    else:
        prior, origin = quantity.prior_given(invitation), Origin.ASSUMED
        if isinstance(prior, DerivedPrior):
            where = prior.words
        else:
            estimate, where = prior, quantity.source
    return Input(name, quantity.unit, estimate, origin, where, quantity.ask, quantity.question)
