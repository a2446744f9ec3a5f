"""The laws of gates alone: three values, nothing concluded from an unknown, and answers that last."""

from __future__ import annotations

from functools import partial
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..errors import FieldError, ScorerError, short
from ..model.estimate import Estimate
from ..model.invitation import Invitation
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..scoring.ternary import Ternary
from .laws import DECIDES, KNOWLEDGE, TERNARY, UNKNOWN, Breach
from .strategies import Case, make_case, values
from .trial import Trial, outcome_text, show_case

__all__ = ["decides", "knowledge", "ternary", "unknown"]


def ternary(trial: Trial) -> Breach | None:
    """Check that every answer is a Ternary of booleans, at most one of them true."""

    def broken(case: Case) -> str | None:
        outcome = trial.subject.call_on(case)
        if isinstance(outcome, ScorerError):
            return f"It {outcome.reason}."
        assert isinstance(outcome, Ternary)
        parts = (outcome.yes, outcome.no)
        if not all(isinstance(part, bool) for part in parts) or all(parts):
            return f"It answered {short(outcome)}."
        return None

    return trial.search(TERNARY, trial.partly_known_cases(), broken, show_case)


def unknown(trial: Trial) -> Breach | None:
    """Check that nothing is decided while nothing is known."""
    nothing = Invitation(), Seeker()
    if _sure(trial, nothing) == "answered yes":
        return Breach(UNKNOWN, "It answered yes.", show_case(nothing))
    return None


def _sure(trial: Trial, case: Case) -> str:
    """Return the answer in words if it is yes or no; empty if it is unknown, or the call fails."""
    outcome = trial.subject.call_on(case)
    sure = isinstance(outcome, Ternary) and bool(outcome.yes) != bool(outcome.no)
    return outcome_text(outcome) if sure else ""


def knowledge(trial: Trial) -> Breach | None:
    """Check that an answer given while little was known still stands when all is known exactly."""

    def broken(drawn: tuple[Case, Case]) -> str | None:
        before, after = (_sure(trial, case) for case in drawn)
        if not before or before == after:
            return None
        return f"It {before} at first; once all was known it {after or 'could not tell'}."

    def show(drawn: tuple[Case, Case]) -> dict[str, Any]:
        before, after = map(show_case, drawn)
        return {**before, **{f"{name}_then": value for name, value in after.items()}}

    return trial.search(KNOWLEDGE, _growing_knowledge(trial), broken, show)


def _growing_knowledge(trial: Trial) -> SearchStrategy[tuple[Case, Case]]:
    """Draw pairs of cases: little is known in the first, and all of it exactly in the second."""
    quantities = trial.subject.quantities
    drawn = {name: st.tuples(values(q), st.none() | values(q)) for name, q in quantities.items()}
    facts = trial.with_facts(st.just((Invitation(), Seeker())))
    return st.builds(partial(_grown, quantities), st.fixed_dictionaries(drawn), facts)


def _grown(quantities: Any, values: dict[str, Any], facts: Case) -> tuple[Case, Case]:
    coarse = {name: _around(quantities[name], *pair) for name, pair in values.items()}
    return make_case(coarse, *facts), make_case({name: value for name, (value, _) in values.items()}, *facts)


def _around(quantity: Quantity, value: Any, other: Any) -> Estimate | str | None:
    """Return a range from the value to another, or a label's choice; unknown if it is to be, or cannot be a range."""
    if other is None:
        return None
    if quantity.is_label:
        return str(value)
    try:
        return quantity.estimate((min(value, other), max(value, other)))
    except FieldError:
        return None


def decides(trial: Trial) -> Breach | None:
    """Check that nothing stays open once everything is known exactly."""

    def broken(case: Case) -> str | None:
        outcome = trial.subject.call_on(case)
        open_still = isinstance(outcome, Ternary) and not outcome.yes and not outcome.no
        return "It answered unknown." if open_still else None

    return trial.search(DECIDES, trial.cases(), broken, show_case)
