"""Account: what stands behind the numbers of a run, in words and with the origin of every input."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import define

from .criterion import Gate, Scorer
from .errors import ScorerError
from .parts import Input, Origin
from .quantity import Belief, DerivedPrior, Quantity
from .run import Run, central
from .summary import Summary
from .words import about

__all__ = ["RunAccount", "missing_for"]

MAX_REASON = 500
"""The longest reason that is shown, in characters."""


@define(eq=False)
class RunAccount:
    """The `Account` of a run whose scorers are at hand.

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


def missing_for(gate: Gate[...], done: Run) -> tuple[str, ...]:
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
