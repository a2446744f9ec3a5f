"""Run: all scorers and gates of an evaluator, called once on the same values. Nothing else calls them to evaluate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from time import perf_counter

from attrs import define

from ..errors import ScorerError, cause, short
from ..model.invitation import Invitation
from ..model.seeker import Seeker
from .criterion import CONTEXT, Gate
from .hours import Hours
from .preparation import PREPARATION, decide
from .ternary import Maybe, Ternary
from .values import NO_SALTS, Plan, ScorerValues, hours_of, values_for

__all__ = ["Run", "ask_gate", "maybe", "run_plan"]


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
    if PREPARATION in plan.order:
        decide(values)
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


def ask_gate(gate: Gate[...], values: ScorerValues) -> Ternary:
    """Ask a gate, which sees what is known and never a prior.

    Raises:
        ScorerError: It raised, or returned what is no `Ternary`.
    """
    try:
        answer = gate.function(
            *[values.fixed[name] if name in CONTEXT else maybe(values, name) for name in gate.arguments]
        )
    except Exception as error:
        raise ScorerError(gate.name, f"raised {cause(error)}") from error
    if not isinstance(answer, Ternary):
        raise ScorerError(gate.name, f"returned {short(answer)}; a gate returns what comparing its arguments gives")
    return answer


def maybe(values: ScorerValues, name: str) -> Maybe:
    """Return what a gate gets for a quantity or label: what is known of it, never a prior."""
    is_label = values.plan.known[name].is_label
    return Maybe.of_label(values.label(name)) if is_label else Maybe.of(values.known(name))
