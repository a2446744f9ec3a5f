"""Run: the only room that calls scorers and gates. What they read is put together once, before the first call."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, repeat
from time import perf_counter
from types import MappingProxyType
from typing import Any

from attrs import define, field

from ..errors import FieldError, InvalidInputError, ScorerError, cause, is_number, nearest_name, short
from ..model.estimate import Estimate
from ..model.invitation import Invitation
from ..model.quantity import Belief, DerivedPrior, Quantity
from ..model.seeker import Seeker
from .criterion import CONTEXT, Gate, Scorer
from .draws import SALT, column
from .ops import FLOATS
from .plan import Plan
from .summary import Hours
from .ternary import Maybe, Ternary

__all__ = ["MAX_HOURS", "Hours", "Inputs", "Run", "ask_gate", "central", "hours_of", "inputs", "run"]

MAX_HOURS = 1e9
"""The most hours that a scorer may return, either way: a hundred thousand years are a mistake, no number of hours."""


@define(eq=False)
class Inputs:
    """What scorers and gates read in one evaluation.

    Args:
        invitation: What is known of the interview.
        seeker: The person.
        values: What does not vary from draw to draw, by argument name.
        columns: The draws of what does, by argument name; read-only, because they are shared.
        priors: The priors that were taken for what nobody gave, by name; None for one that was derived.
        failed: What the formulas raised of those that could not be derived, by name; their values are NaN.
    """

    invitation: Invitation
    seeker: Seeker
    values: dict[str, Any]
    columns: dict[str, list[Any]]
    priors: dict[str, Estimate | None]
    failed: dict[str, Exception] = field(factory=dict[str, Exception])

    def known(self, name: str) -> Estimate | None:
        """Return what somebody gave or a file said of a quantity; the invitation counts more than the seeker."""
        return self.invitation.known.get(name) or self.seeker.known.get(name)


@define(eq=False)
class Run:
    """One run of all scorers and gates of a plan.

    Args:
        plan: Who reads what.
        inputs: What they read.
        hours: The hours of each scorer by name, or why it failed; in the plan's order.
        answers: The answer of each gate by name, or why it failed; in the plan's order.
        clock: When the first began, and when each of them ended, seconds on a clock that starts anywhere.
    """

    plan: Plan
    inputs: Inputs
    hours: Mapping[str, Hours | ScorerError]
    answers: Mapping[str, Ternary | ScorerError]
    clock: Sequence[float]

    @property
    def seconds(self) -> Mapping[str, float]:
        """How long each scorer and gate took, seconds, by name."""
        times = (end - begun for begun, end in pairwise(self.clock))
        return dict(zip((*self.hours, *self.answers), times, strict=True))

    def derived(self) -> Iterator[tuple[str, DerivedPrior]]:
        """Yield the quantities that nobody gave and that were derived from others, with how."""
        for name, estimate in self.inputs.priors.items():
            prior = self.plan.known[name].prior
            if estimate is None and isinstance(prior, DerivedPrior):
                yield name, prior

    def held(self, name: str, value: float) -> Inputs:
        """Return the inputs with one quantity held at a value, and what is derived from it derived anew.

        Args:
            name: The quantity.
            value: Its value, in its unit.
        """
        given = self.inputs
        columns = {other: column for other, column in given.columns.items() if other != name}
        values = {**given.values, name: Belief(value, 0.0) if self.plan.known[name].belief else value}
        changed = Inputs(given.invitation, given.seeker, values, columns, given.priors, dict(given.failed))
        changed.failed.pop(name, None)
        for derived, prior in self.derived():
            if derived != name and name in prior.reads:
                columns.pop(derived, None)
                _derive(derived, prior, changed)
        return changed


def run(
    plan: Plan, invitation: Invitation, seeker: Seeker, draws: int, salts: Mapping[str, str] = MappingProxyType({})
) -> Run:
    """Call every scorer and gate of a plan once on the same inputs; one that fails leaves the others alone.

    Args:
        plan: Who reads what.
        invitation: What is known of the interview.
        seeker: The person.
        draws: The number of draws, at least 1.
        salts: A salt for each quantity whose draws come in another order than usual, by name.

    Raises:
        InvalidInputError: A quantity without a field of its own is unknown to the plan, or out of bounds.
    """
    given = inputs(plan, invitation, seeker, draws, salts)
    hours: dict[str, Hours | ScorerError] = {}
    answers: dict[str, Ternary | ScorerError] = {}
    clock = [perf_counter()]
    for scorer in plan.scorers:
        try:
            hours[scorer.name] = hours_of(scorer, given)
        except ScorerError as error:
            hours[scorer.name] = error
        clock.append(perf_counter())
    for gate in plan.gates:
        try:
            answers[gate.name] = ask_gate(gate, given)
        except ScorerError as error:
            answers[gate.name] = error
        clock.append(perf_counter())
    return Run(plan, given, hours, answers, clock)


def central(name: str, given: Inputs) -> Any:
    """Return the central value of an argument: what it is if it does not vary, else the mean of its draws."""
    if name not in given.columns:
        return given.values[name]
    column = given.columns[name]
    if isinstance(column[0], Belief):
        return Belief(*(math.fsum(part) / len(column) for part in zip(*column, strict=True)))
    return math.fsum(column) / len(column)


def inputs(plan: Plan, invitation: Invitation, seeker: Seeker, draws: int, salts: Mapping[str, str]) -> Inputs:
    """Put together what the scorers and gates of a plan read.

    Args:
        plan: Who reads what.
        invitation: Its values count more than the seeker's, should both hold one of the same name.
        seeker: The person.
        draws: The number of draws, at least 1.
        salts: A salt for each quantity whose draws come in another order than usual, by name.

    Raises:
        InvalidInputError: A quantity without a field of its own is unknown to the plan, or out of bounds.
    """
    for facts in (invitation, seeker):
        if facts.quantities and facts.__dict__.get("_checked_by") is not plan:
            _check(plan, facts.quantities)
            facts.__dict__["_checked_by"] = plan  # frozen as it is, it needs no second look
    values: dict[str, Any] = {**seeker.settled, **invitation.settled}
    for name in (*invitation.ranges, *plan.beliefs):
        values.pop(name, None)
    given = Inputs(invitation, seeker, values, {}, {})
    # What is settled is in place by now; what remains is uncertain or unknown.
    if not plan.order.keys() <= values.keys():
        for name in [name for name in plan.order if name not in values]:
            _place(plan.known[name], given, draws, salts)
    values["ops"], values["invitation"], values["seeker"] = FLOATS, invitation, seeker
    return given


def _place(quantity: Quantity, given: Inputs, draws: int, salts: Mapping[str, str]) -> None:
    """Put one quantity among the values or the columns, by what is known of it or else by its prior."""
    name = quantity.name
    estimate = given.known(name)
    if estimate is None:
        prior = quantity.prior_given(given.invitation)
        if isinstance(prior, DerivedPrior):
            given.priors[name] = None
            _derive(name, prior, given)
            return
        given.priors[name] = estimate = prior
    if quantity.belief:
        given.values[name] = Belief.of(estimate)
    elif estimate.low == estimate.high:
        given.values[name] = estimate.low
    else:
        given.columns[name] = column(quantity, estimate.low, estimate.high, draws, salts.get(name, SALT))


def _derive(name: str, prior: DerivedPrior, given: Inputs) -> None:
    given.failed.pop(name, None)
    try:
        if given.columns.keys().isdisjoint(prior.reads):
            given.values[name] = prior.function(*[given.values[source] for source in prior.reads])
        else:
            given.columns[name] = list(map(prior.function, *_rows(prior.reads, given.values, given.columns)))
    except Exception as error:  # noqa: BLE001 - whatever a stranger's formula raises, those who do not read it go on
        given.values[name], given.failed[name] = math.nan, error


def _rows(names: tuple[str, ...], values: dict[str, Any], columns: dict[str, list[Any]]) -> list[Any]:
    return [columns[name] if name in columns else repeat(values[name]) for name in names]


def _check(plan: Plan, quantities: Mapping[str, Estimate]) -> None:
    """Check the values that have no field, which only the plan knows the quantities of."""
    mistakes: list[FieldError] = []
    for name, estimate in quantities.items():
        try:
            plan.known[name].check(estimate, name)
        except KeyError:
            allowed = "a quantity that a scorer or gate of this evaluator brings"
            mistakes.append(FieldError(name, estimate.to_plain(), allowed, nearest_name(name, plan.known)))
        except FieldError as mistake:
            mistakes.append(mistake)
    if mistakes:
        raise InvalidInputError("set of quantities", mistakes)


def hours_of(scorer: Scorer[...], given: Inputs) -> Hours:
    """Call a scorer: once if nothing that it reads varies, else once a draw.

    Raises:
        ScorerError: It raised, returned what is not a finite number, or reads what could not be derived.
    """
    for name in scorer.reads if given.failed else ():
        if error := given.failed.get(name):
            raise ScorerError(scorer.name, f"the prior of {name} raised {cause(error)}") from error
    values, columns = given.values, given.columns
    try:
        if not columns or columns.keys().isdisjoint(scorer.reads):
            hours = scorer.function(*scorer.pick(values))
            # The built-in float is checked first because it is the rule, and this is the hot path.
            if hours.__class__ is float and -MAX_HOURS <= hours <= MAX_HOURS:
                return hours
            return _number(scorer.name, hours)
        column = list(map(scorer.function, *_rows(scorer.arguments, values, columns)))
    except ScorerError:
        raise
    except Exception as error:
        raise ScorerError(scorer.name, f"raised {cause(error)}") from error
    if set(map(type, column)) == {float} and sum(map(abs, column)) <= MAX_HOURS:
        return column
    return [_number(scorer.name, hours) for hours in column]


def _number(name: str, hours: object) -> float:
    if not is_number(hours):
        raise ScorerError(name, f"returned {short(hours)}, which is no number of hours")
    if not -MAX_HOURS <= hours <= MAX_HOURS:
        raise ScorerError(
            name, f"returned {short(hours)}, which is beyond {MAX_HOURS:g} hours either way, or no number"
        )
    return float(hours)


def ask_gate(gate: Gate[...], given: Inputs) -> Ternary:
    """Ask a gate, which sees what is known and never a prior.

    Raises:
        ScorerError: It raised, or returned what is no `Ternary`.
    """
    try:
        answer = gate.function(
            *[given.values[name] if name in CONTEXT else Maybe.of(given.known(name)) for name in gate.arguments]
        )
    except Exception as error:
        raise ScorerError(gate.name, f"raised {cause(error)}") from error
    if not isinstance(answer, Ternary):
        raise ScorerError(gate.name, f"returned {short(answer)}; a gate returns what comparing its arguments gives")
    return answer
