"""Run: the only room that calls scorers and gates. What they read is put together once, before the first call."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import repeat
from numbers import Real
from typing import Any, TypeAlias, Union

from attrs import frozen

from .draws import belief_of, column
from .errors import InvalidInputError, FieldError, ScorerError, nearest_name, short
from .estimate import Estimate
from .invitation import Invitation
from .ops import FLOATS
from .plan import Plan
from .quantity import DerivedPrior
from .scorer import Gate, Scorer
from .seeker import Seeker
from .ternary import Maybe, Ternary

__all__ = ["Hours", "Inputs", "ask_gate", "hours_of", "inputs"]

Hours: TypeAlias = Union[float, list[float]]
"""Hours: one number if nothing that was read is uncertain, else one a draw."""


@frozen(slots=False)
class Inputs:
    """What scorers and gates read in one evaluation.

    Args:
        known: What somebody gave or a file said, by the name of the quantity.
        values: What does not vary from draw to draw, by argument name.
        columns: The draws of what does, by argument name; read-only, because they are shared.
        priors: The priors that were taken for what nobody gave, by name; None for one that was derived.
        draws: The number of draws.
    """

    known: Mapping[str, Estimate]
    values: dict[str, Any]
    columns: dict[str, list[Any]]
    priors: dict[str, Estimate | None]
    draws: int


def inputs(plan: Plan, invitation: Invitation, seeker: Seeker, draws: int) -> Inputs:
    """Put together what the scorers and gates of a plan read.

    Args:
        plan: Who reads what.
        invitation: Its values count more than the seeker's, should both hold one of the same name.
        seeker: The person.
        draws: The number of draws, at least 1.

    Raises:
        InvalidInputError: A quantity without a field of its own is unknown to the plan, or out of bounds.
    """
    known = {**seeker.known, **invitation.known}
    if invitation.quantities or seeker.quantities:
        _check(plan, {**seeker.quantities, **invitation.quantities})
    values: dict[str, Any] = {"ops": FLOATS, "invitation": invitation, "seeker": seeker}
    columns: dict[str, list[Any]] = {}
    priors: dict[str, Estimate | None] = {}
    for name, quantity in plan.sampled:
        estimate = known.get(name)
        if estimate is None:
            prior = quantity.prior_given(invitation)
            if isinstance(prior, DerivedPrior):
                priors[name] = None
                _derive(name, prior, values, columns)
                continue
            priors[name] = estimate = prior
        if quantity.belief:
            values[name] = belief_of(estimate.low, estimate.high)
        elif estimate.low == estimate.high:
            values[name] = estimate.low
        else:
            columns[name] = column(quantity, estimate.low, estimate.high, draws)
    return Inputs(known, values, columns, priors, draws)


def _derive(name: str, prior: DerivedPrior, values: dict[str, Any], columns: dict[str, list[Any]]) -> None:
    if columns.keys().isdisjoint(prior.reads):
        values[name] = prior.function(*[values[source] for source in prior.reads])
    else:
        columns[name] = list(map(prior.function, *_rows(prior.reads, values, columns)))


def _rows(names: tuple[str, ...], values: dict[str, Any], columns: dict[str, list[Any]]) -> list[Any]:
    return [columns[name] if name in columns else repeat(values[name]) for name in names]


def _check(plan: Plan, quantities: Mapping[str, Estimate]) -> None:
    """Check the values that have no field, which only the plan knows the quantities of."""
    mistakes = []
    for name, estimate in quantities.items():
        quantity = plan.known.get(name)
        if quantity is None:
            mistakes.append(
                FieldError(
                    f"quantities[{name!r}]",
                    estimate.to_plain(),
                    "a quantity that a scorer or gate of this evaluator brings",
                    nearest_name(name, plan.known),
                )
            )
            continue
        try:
            quantity.check(estimate, name)
        except FieldError as mistake:
            mistakes.append(mistake)
    if mistakes:
        raise InvalidInputError("set of quantities", mistakes)


def hours_of(scorer: Scorer[...], inputs: Inputs) -> Hours:
    """Call a scorer: once if nothing that it reads varies, else once a draw.

    Raises:
        ScorerError: It raised, or returned what is not a finite number.
    """
    values, columns = inputs.values, inputs.columns
    try:
        if columns.keys().isdisjoint(scorer.reads):
            hours = scorer.function(*[values[name] for name in scorer.arguments])
            # The built-in float is checked first because it is the rule, and this is the hot path.
            if hours.__class__ is float and math.isfinite(hours):
                return hours
            return _number(scorer.name, hours)
        column = list(map(scorer.function, *_rows(scorer.arguments, values, columns)))
    except ScorerError:
        raise
    except Exception as error:
        raise ScorerError(scorer.name, f"raised {type(error).__name__}: {short(str(error), 200)}") from error
    if set(map(type, column)) == {float} and math.isfinite(sum(column)):
        return column
    return [_number(scorer.name, hours) for hours in column]


def _number(name: str, hours: object) -> float:
    if isinstance(hours, bool) or not isinstance(hours, Real):
        raise ScorerError(name, f"returned {short(hours)}, which is no number of hours")
    if not math.isfinite(hours):
        raise ScorerError(name, f"returned {hours}, which is not finite")
    return float(hours)


def ask_gate(gate: Gate[...], inputs: Inputs) -> Ternary:
    """Ask a gate, which sees what is known and never a prior.

    Raises:
        ScorerError: It raised, or returned what is no `Ternary`.
    """
    known, values = inputs.known, inputs.values
    try:
        answer = gate.function(
            *[values[name] if name not in gate.reads else Maybe.of(known.get(name)) for name in gate.arguments]
        )
    except Exception as error:
        raise ScorerError(gate.name, f"raised {type(error).__name__}: {short(str(error), 200)}") from error
    if not isinstance(answer, Ternary):
        raise ScorerError(gate.name, f"returned {short(answer)}; a gate returns what comparing its arguments gives")
    return answer
