"""The laws that are a scorer's alone: its hours are numbers, also at the bounds, and move as declared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeAlias

from hypothesis import strategies as st

from ..errors import ScorerError
from ..quantity import Belief
from .breach import Breach
from .law import BOUNDS, FINITE, MONOTONE
from .strategies import Case, at_an_end, inner, steps
from .trial import Trial, close, in_words, show_case

__all__ = ["finite", "monotone"]

Move: TypeAlias = tuple[Case, tuple[float, float]]
"""A case, and two values of one of its quantities, the smaller one first."""


def finite(trial: Trial) -> Breach | None:
    """Check that hours are numbers: strictly within the bounds first, then at their ends."""
    fails = _failing(trial)
    found = trial.look(FINITE, trial.cases(inner), fails, show_case)
    if found or not trial.subject.quantities:
        return found
    at_ends = [trial.cases(number) for number in at_an_end(trial.subject.quantities)]
    return trial.look(BOUNDS, st.one_of(at_ends), fails, show_case)


def _failing(trial: Trial) -> Callable[[Case], str | None]:
    def broken(case: Case) -> str | None:
        outcome = trial.subject.answer(case)
        return f"It {in_words(outcome)}." if isinstance(outcome, ScorerError) else None

    return broken


def monotone(trial: Trial, direction: Literal["increasing", "decreasing"], name: str) -> Breach | None:
    """Check that hours move with a quantity as declared, all others staying as they are."""

    def broken(drawn: Move) -> str | None:
        case, (low, high) = drawn
        first, second = _hours_at(trial, case, name, low), _hours_at(trial, case, name, high)
        if first is None or second is None or close(first, second) or (first < second) == (direction == "increasing"):
            return None
        return (
            f"It returned {first!r} with {name} at {low:g} and {second!r} at {high:g}, but it was declared {direction}."
        )

    def show(drawn: Move) -> dict[str, Any]:
        case, values = drawn
        return {**show_case(case), name: list(values)}

    moves = st.tuples(trial.cases(), steps(trial.subject.quantities[name]))
    return trial.look(MONOTONE, moves, broken, show)


def _hours_at(trial: Trial, case: Case, name: str, value: float) -> float | None:
    """Return the hours with one quantity at a value, a belief keeping its width; None if it fails."""
    given = trial.subject.inputs(case)
    held = given.values[name]
    given.values[name] = Belief(value, held.sd) if isinstance(held, Belief) else value
    outcome = trial.subject.ask(given)
    return outcome if isinstance(outcome, float) else None
