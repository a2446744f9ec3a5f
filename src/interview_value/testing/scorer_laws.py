"""The laws of scorers alone: hours are numbers, also at the bounds, and move as declared."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from hypothesis import strategies as st

from ..errors import ScorerError
from .laws import BOUNDS, FINITE, MONOTONE, Breach
from .strategies import Case, at_an_end, grid_steps, interior, ordered_pairs
from .trial import Trial, close, outcome_text, show_case

__all__ = ["finite", "monotone"]

Move: TypeAlias = tuple[Case, tuple[float, float]]
"""A case, and two values of one of its quantities, the smaller one first."""

Wrong: TypeAlias = tuple[float, float, float, float]
"""Two values, the smaller one first, and the hours at each, where they move the wrong way."""


def finite(trial: Trial) -> Breach | None:
    """Check that hours are numbers: strictly within the bounds first, then at their ends."""

    def broken(case: Case) -> str | None:
        outcome = trial.subject.call_on(case)
        return f"It {outcome_text(outcome)}." if isinstance(outcome, ScorerError) else None

    breach = trial.search(FINITE, trial.cases(interior), broken, show_case)
    if breach or not trial.subject.quantities:
        return breach
    at_ends = [trial.cases(number) for number in at_an_end(trial.subject.quantities)]
    return trial.search(BOUNDS, st.one_of(at_ends), broken, show_case)


def monotone(trial: Trial, direction: Literal["increasing", "decreasing"], name: str) -> Breach | None:
    """Check that hours move with a quantity as declared while all others stay: step by step, and at a leap."""
    steps = grid_steps(trial.subject.quantities[name])
    rises = direction == "increasing"

    def wrong(drawn: Move) -> Wrong | None:
        case, leap = drawn
        for low, high in (leap, *steps):
            first, second = _hours_at(trial, case, name, low), _hours_at(trial, case, name, high)
            if first is not None and second is not None and not close(first, second) and (first < second) != rises:
                return low, high, first, second
        return None

    def broken(drawn: Move) -> str | None:
        if (step := wrong(drawn)) is None:
            return None
        low, high, first, second = step
        return (
            f"It returned {first!r} with {name} at {low:g} and {second!r} at {high:g}, but it was declared {direction}."
        )

    def show(drawn: Move) -> dict[str, Any]:
        step = wrong(drawn)
        return {**show_case(drawn[0]), name: list(step[:2] if step else drawn[1])}

    drawn = st.tuples(trial.cases(), ordered_pairs(trial.subject.quantities[name]))
    return trial.search(MONOTONE, drawn, broken, show)


def _hours_at(trial: Trial, case: Case, name: str, value: float) -> float | None:
    """Return the hours with one quantity at a value; None if it fails."""
    values = trial.subject.values(case)
    values.fixed[name] = value
    outcome = trial.subject.call(values)
    return outcome if isinstance(outcome, float) else None
