"""Run: all scorers and gates of an evaluator, called once on the same values. Nothing else calls them to evaluate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from time import perf_counter

from attrs import define

from ..errors import ScorerError, cause, short
from ..model.invitation import Invitation
from ..model.quantity import Belief, DerivedPrior
from ..model.seeker import Seeker
from ..model.typed import as_number
from .criterion import CONTEXT, Gate, Scorer
from .hours import MAX_HOURS, Hours
from .ternary import Maybe, Ternary
from .values import NO_SALTS, Plan, ScorerValues, values_for

__all__ = ["Run", "ask_gate", "hours_of", "run_plan"]


@define(eq=False)
class Run:
    """One run of all scorers and gates of a plan.

    Args:
        plan: The scorers and gates.
        values: What they read.
        hours: The hours of each scorer by name, or why it failed; in the plan's order.
        answers: The answer of each gate by name, or why it failed; in the plan's order.
        clock: When the first call began, and when each of them ended, seconds on a clock that starts anywhere.
    """

    plan: Plan
    values: ScorerValues
    hours: Mapping[str, Hours | ScorerError]
    answers: Mapping[str, Ternary | ScorerError]
    clock: Sequence[float]

    @property
    def seconds(self) -> Mapping[str, float]:
        """How long each scorer and gate took, seconds, by name."""
        times = (end - start for start, end in pairwise(self.clock))
        return dict(zip((*self.hours, *self.answers), times, strict=True))

    def derived(self) -> Iterator[tuple[str, DerivedPrior]]:
        """Yield each quantity that nobody gave and that was derived from others, with its prior."""
        for name, estimate in self.values.priors.items():
            prior = self.plan.known[name].prior
            if estimate is None and isinstance(prior, DerivedPrior):
                yield name, prior

    def values_with(self, name: str, value: float) -> ScorerValues:
        """Return what is read if one quantity has a value; what is derived from it is derived anew.

        Args:
            name: The quantity.
            value: Its value, in its unit.
        """
        values = self.values
        fixed = {**values.fixed, name: Belief(value, 0.0) if self.plan.known[name].belief else value}
        columns = {other: draws for other, draws in values.columns.items() if other != name}
        failed = {other: error for other, error in values.failed.items() if other != name}
        changed = ScorerValues(values.invitation, values.seeker, fixed, columns, values.priors, failed)
        for derived, prior in self.derived():
            if derived != name and name in prior.reads:
                columns.pop(derived, None)
                changed.derive(derived, prior)
        return changed


def run_plan(
    plan: Plan, invitation: Invitation, seeker: Seeker, draws: int, salts: Mapping[str, str] = NO_SALTS
) -> Run:
    """Call every scorer and gate of a plan once on the same values; one that fails leaves the others alone.

    Args:
        plan: The scorers and gates.
        invitation: What is known of the interview.
        seeker: The person.
        draws: The number of draws, at least 1.
        salts: A salt for each quantity whose draws come in another order than usual, by name.

    Raises:
        InvalidInputError: A quantity without a field of its own is unknown to the plan, or out of bounds.
    """
    values = values_for(plan, invitation, seeker, draws, salts)
    hours: dict[str, Hours | ScorerError] = {}
    answers: dict[str, Ternary | ScorerError] = {}
    clock = [perf_counter()]
    for scorer in plan.scorers:
        try:
            hours[scorer.name] = hours_of(scorer, values)
        except ScorerError as error:
            hours[scorer.name] = error
        clock.append(perf_counter())
    for gate in plan.gates:
        try:
            answers[gate.name] = ask_gate(gate, values)
        except ScorerError as error:
            answers[gate.name] = error
        clock.append(perf_counter())
    return Run(plan, values, hours, answers, clock)


def hours_of(scorer: Scorer[...], values: ScorerValues) -> Hours:
    """Call a scorer: once if nothing that it reads varies, else once a draw.

    Raises:
        ScorerError: It raised, returned what is not a finite number, or reads what could not be derived.
    """
    for name in scorer.reads if values.failed else ():
        if error := values.failed.get(name):
            raise ScorerError(scorer.name, f"the prior of {name} raised {cause(error)}") from error
    columns = values.columns
    try:
        if not columns or columns.keys().isdisjoint(scorer.reads):
            hours = scorer.function(*scorer.pick(values.fixed))
            # The built-in float is checked first because it is the rule, and this is the hot path.
            if hours.__class__ is float and -MAX_HOURS <= hours <= MAX_HOURS:
                return hours
            return _checked_hours(scorer, hours)
        by_draw = tuple(map(scorer.function, *values.by_draw(scorer.arguments)))
    except ScorerError:
        raise
    except Exception as error:
        raise ScorerError(scorer.name, f"raised {cause(error)}") from error
    if set(map(type, by_draw)) == {float} and sum(map(abs, by_draw)) <= MAX_HOURS:
        return by_draw
    return tuple([_checked_hours(scorer, hours) for hours in by_draw])


def _checked_hours(scorer: Scorer[...], hours: object) -> float:
    """Return what a scorer returned as a float; raise a `ScorerError` if it is no possible number of hours."""
    number = as_number(hours)
    if number is None:
        raise ScorerError(scorer.name, f"returned {short(hours)}, which is no number of hours")
    if not -MAX_HOURS <= number <= MAX_HOURS:
        raise ScorerError(scorer.name, f"returned {short(hours)}, which is beyond {MAX_HOURS:g} hours either way")
    return number


def ask_gate(gate: Gate[...], values: ScorerValues) -> Ternary:
    """Ask a gate, which sees what is known and never a prior.

    Raises:
        ScorerError: It raised, or returned what is no `Ternary`.
    """
    try:
        answer = gate.function(
            *[values.fixed[name] if name in CONTEXT else Maybe.of(values.known(name)) for name in gate.arguments]
        )
    except Exception as error:
        raise ScorerError(gate.name, f"raised {cause(error)}") from error
    if not isinstance(answer, Ternary):
        raise ScorerError(gate.name, f"returned {short(answer)}; a gate returns what comparing its arguments gives")
    return answer
