"""Reasoning: where the numbers of a run come from, in words, and what its scorers and gates contribute."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from attrs import define

from ..display.language import say
from ..display.words import listed
from ..errors import ScorerError
from ..model.choice import UNKNOWN
from ..model.estimate import Estimate
from ..model.prior import DerivedPrior
from ..model.quantity import Quantity
from ..model.value_in_words import value_in_words
from ..outcome.contributions import Answer, Contribution, Finding, Input, Origin, Verdict
from ..scoring.criterion import Gate, Scorer
from ..scoring.hours import Summary, mean_of
from ..scoring.preparation import PREPARATION
from ..scoring.run import Run

__all__ = ["MAX_REASON", "RunReasoning", "contributions_of", "finding_of"]

MAX_REASON = 500
"""The longest reason that is shown of a scorer's own, in characters."""


@define(eq=False)
class RunReasoning:
    """The `Reasoning` of an evaluation whose run is at hand.

    Args:
        run: The run.
    """

    run: Run

    def label(self, scorer: str) -> str:
        """Return what people call a scorer."""
        return self.run.plan.scorer[scorer].label

    def reason(self, scorer: str) -> str:
        """Return in words where a scorer's hours come from, and which of it nobody said; empty if it failed."""
        if isinstance(self.run.hours[scorer], ScorerError):
            return ""
        explained = self.run.plan.scorer[scorer]
        return _with_assumed(_reason(explained, self.run), explained, self.run)

    def assumed(self, scorer: str) -> tuple[str, ...]:
        """Return the names of the quantities behind a scorer that nobody gave; the preparation is decided."""
        assumed = self.run.values.priors.keys() - {PREPARATION}
        return tuple(sorted(assumed & {*self.run.plan.scorer[scorer].reads}))

    def inputs(self) -> tuple[Input, ...]:
        """Return every quantity that was used, sorted by name, with where its value comes from."""
        return tuple(_input(quantity, self.run) for quantity in self.run.plan.quantities.values())


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
    answer, verdict = run.answers[gate.name], Verdict(gate.verdict)
    found, error = Answer.UNKNOWN, ""
    missing: tuple[str, ...] = ()
    if isinstance(answer, ScorerError):
        error = str(answer)
    elif answer.yes or answer.no:
        found = Answer.YES if answer.yes else Answer.NO
    else:
        missing = _missing_for(gate, run)
    return Finding(gate.name, gate.label, found, gate.reason, verdict, missing, error, gate.asks)


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
    summary = say(scorer.summary.rstrip("."))
    values = [_value_of(run.plan.known[name], run) for name in scorer.reads]
    if summary and values:
        return say("{summary}: {values}", summary=summary, values=listed(values))[:MAX_REASON]
    return (listed(values) if values else summary)[:MAX_REASON]


def _value_of(quantity: Quantity, run: Run) -> str:
    value = value_in_words(Estimate(run.values.central(quantity.name)), quantity.unit)
    return say("{label} {value}", label=say(quantity.label), value=value)


def _with_assumed(reason: str, scorer: Scorer[...], run: Run) -> str:
    """Return a reason with, at its end, which of the numbers that it names nobody gave.

    Constants of the model are not among them, which nobody could give, nor is the preparation, which is decided.
    """
    named = scorer.reads if scorer.reason is None else scorer.reason_arguments
    askable = [run.plan.known[name] for name in named if name in run.plan.known and name != PREPARATION]
    askable = [quantity for quantity in askable if quantity.ask != "nobody"]
    assumed = [say(quantity.label) for quantity in askable if quantity.name in run.values.priors]
    if not assumed:
        return reason
    if len(assumed) == len(askable):
        return say("{reason} (we assume this)", reason=reason)
    return say("{reason} (we assume {quantities})", reason=reason, quantities=listed(assumed))


def _missing_for(gate: Gate[...], run: Run) -> tuple[str, ...]:
    """Return what a gate that cannot tell would need: what nobody said, or else the quantities not known exactly."""
    values, known = run.values, run.plan.known
    unknown = [name for name in gate.reads if values.known(name) is None and values.label(name) == UNKNOWN]
    numbers = (name for name in gate.reads if not known[name].is_label)
    return tuple(unknown) or tuple(name for name in numbers if not _is_exact(name, run))


def _is_exact(name: str, run: Run) -> bool:
    estimate = run.values.known(name)
    return estimate is not None and estimate.exact


def _input(quantity: Quantity, run: Run) -> Input:
    name, values = quantity.name, run.values
    estimate, label = values.known(name), values.label(name) if quantity.is_label else ""
    if name == PREPARATION and name in values.fixed:
        return _made(quantity, Estimate(values.fixed[name]), Origin.DECIDED, quantity.source)
    if estimate is not None or label not in ("", UNKNOWN):
        of_invitation = name in values.invitation.known or values.invitation.label(name) != UNKNOWN
        where = (values.invitation if of_invitation else values.seeker).where(name)
        return _made(quantity, estimate, Origin.READ if where else Origin.GIVEN, where, label)
    prior = quantity.prior
    where = prior.words if isinstance(prior, DerivedPrior) else quantity.source
    assumed = None if quantity.is_label else values.argument(name) if name not in values.failed else None
    return _made(quantity, assumed, Origin.ASSUMED, where, label)


def _made(quantity: Quantity, estimate: Estimate | None, origin: Origin, where: str, label: str = "") -> Input:
    choice = quantity.choices.get(label or (estimate.choice if estimate else ""))
    said = choice.label if choice else ""
    return Input(
        *(quantity.name, quantity.label, quantity.unit, estimate, origin, where),
        *(quantity.ask, quantity.question, label, said),
    )
