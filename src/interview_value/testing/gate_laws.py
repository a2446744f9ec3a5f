"""The laws that are a gate's alone: three values, nothing concluded from an unknown, and answers that last."""

from __future__ import annotations

from functools import partial
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..errors import FieldError, ScorerError, cause, short
from ..model.estimate import Estimate
from ..model.invitation import Invitation
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..scoring.criterion import CONTEXT, Gate
from ..scoring.ternary import Maybe, Ternary
from .arrays import array, cells, mathematics
from .breach import Breach
from .law import COLUMNS, DECIDES, KNOWLEDGE, TERNARY, UNKNOWN
from .strategies import Case, estimates, make_case, numbers
from .trial import Trial, in_words, show_case, show_cases

__all__ = ["decides", "knowledge", "ternary", "ternary_columns", "unknown"]


def partly_known(trial: Trial) -> SearchStrategy[Case]:
    """Draw cases in which each quantity is exact, a range, or unknown."""
    known = {name: estimates(quantity) for name, quantity in trial.subject.quantities.items()}
    return trial.with_facts(st.fixed_dictionaries({}, optional=known).map(make_case))


def exact(trial: Trial) -> SearchStrategy[Case]:
    """Draw cases in which each quantity is exact, a belief too."""
    known = {name: numbers(quantity) for name, quantity in trial.subject.quantities.items()}
    return trial.with_facts(st.fixed_dictionaries(known).map(make_case))


def ternary(trial: Trial) -> Breach | None:
    """Check that every answer is a Ternary of booleans, at most one of them true."""

    def broken(case: Case) -> str | None:
        outcome = trial.subject.answer(case)
        if isinstance(outcome, ScorerError):
            return f"It {outcome.reason}."
        assert isinstance(outcome, Ternary)
        parts = (outcome.yes, outcome.no)
        if not all(isinstance(part, bool) for part in parts) or all(parts):
            return f"It answered {short(outcome)}."
        return None

    return trial.look(TERNARY, partly_known(trial), broken, show_case)


def unknown(trial: Trial) -> Breach | None:
    """Check that nothing is declined while nothing is known."""
    nothing = Invitation(), Seeker()
    if _sure(trial, nothing) == "answered yes":
        return Breach(UNKNOWN, "It answered yes.", show_case(nothing))
    return None


def _sure(trial: Trial, case: Case) -> str:
    """Return yes or no in words; empty if it cannot tell, or fails."""
    outcome = trial.subject.answer(case)
    sure = isinstance(outcome, Ternary) and bool(outcome.yes) != bool(outcome.no)
    return in_words(outcome) if sure else ""


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

    return trial.look(KNOWLEDGE, _growing(trial), broken, show)


def _growing(trial: Trial) -> SearchStrategy[tuple[Case, Case]]:
    """Draw pairs of cases: little is known in the first, and all of it exactly in the second."""
    quantities = trial.subject.quantities
    drawn = {name: st.tuples(numbers(q), st.none() | numbers(q)) for name, q in quantities.items()}
    facts = trial.with_facts(st.just((Invitation(), Seeker())))
    return st.builds(partial(_grown, quantities), st.fixed_dictionaries(drawn), facts)


def _grown(quantities: Any, values: dict[str, Any], facts: Case) -> tuple[Case, Case]:
    coarse = {name: _around(quantities[name], *pair) for name, pair in values.items()}
    return make_case(coarse, *facts), make_case({name: value for name, (value, _) in values.items()}, *facts)


def _around(quantity: Quantity, value: float, other: float | None) -> Estimate | None:
    """Return a range from the value to another; unknown if there is none, or if the quantity cannot have it."""
    if other is None:
        return None
    try:
        return quantity.estimate((min(value, other), max(value, other)))
    except FieldError:
        return None


def decides(trial: Trial) -> Breach | None:
    """Check that nothing stays open once everything is known exactly."""

    def broken(case: Case) -> str | None:
        outcome = trial.subject.answer(case)
        open_still = isinstance(outcome, Ternary) and not outcome.yes and not outcome.no
        return "It answered unknown." if open_still else None

    return trial.look(DECIDES, exact(trial), broken, show_case)


def ternary_columns(trial: Trial) -> Breach | None:
    """Check that columns of what is known give the same answers as row by row."""
    subject, gate = trial.subject, trial.subject.criterion
    assert isinstance(gate, Gate)
    if mathematics is None or not subject.quantities or not set(CONTEXT).isdisjoint(gate.arguments):
        return None

    def broken(cases: list[Case]) -> str | None:
        expected = [subject.answer(case) for case in cases]
        answers = [(answer.yes, answer.no) for answer in expected if isinstance(answer, Ternary)]
        if len(answers) < len(cases):
            return None  # a row on which it fails has no answer to be the same as
        known = {
            name: [Maybe.of({**ours.known, **theirs.known}.get(name)) for ours, theirs in cases] for name in gate.reads
        }
        try:
            found = gate.function(*gate.pick({name: _column(rows) for name, rows in known.items()}))
            parts = [cells(part, (len(cases),)) for part in (found.yes, found.no)]
        except Exception as error:  # noqa: BLE001 - whatever a stranger's gate does to a column is what is reported
            return f"On columns it raised {cause(error)}."
        same = parts == [list(map(bool, part)) for part in zip(*answers, strict=True)]
        return None if same else f"On columns it answered {short(found, 200)}, row by row {short(expected, 200)}."

    return trial.look(COLUMNS, st.lists(partly_known(trial), min_size=2, max_size=3), broken, show_cases)


def _column(rows: list[Maybe]) -> Maybe:
    return Maybe(*(array([getattr(row, part) for row in rows]) for part in ("low", "high", "known")))
