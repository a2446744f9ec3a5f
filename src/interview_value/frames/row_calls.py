"""Row calls: scorers and gates called on the values of some rows at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ..errors import InvalidInputError, ScorerError
from ..scoring.arrays import ARRAYS
from ..scoring.criterion import Gate, Scorer
from ..scoring.hours import MAX_HOURS
from ..scoring.ops import FLOATS
from ..scoring.run import ask_gate
from ..scoring.ternary import Maybe, Ternary
from ..scoring.values import NO_SALTS, ScorerValues, hours_of
from .cells import NO, YES, Bools, Floats, entry_at
from .row_values import RowValues, read_only

__all__ = ["WHOLE_FACTS", "beyond_limits", "gate_answers", "row_means", "scorer_hours"]

WHOLE_FACTS = frozenset({"invitation", "seeker"})
"""What a scorer or gate can read besides quantities; it cannot run on columns then."""

FAILED = np.full((1, 1), np.nan)
"""The hours of a scorer that fails in every row."""


def scorer_hours(scorer: Scorer[...], values: RowValues) -> Floats:
    """Return a scorer's hours, of shape (rows or 1, draws or 1), with NaN in a row in which it fails.

    Args:
        scorer: The scorer; one that cannot run on columns is called row by row.
        values: What it reads.
    """
    size, draws = values.size, values.draws
    if not scorer.columnar:
        return _each_row(lambda place: _hours_on_floats(scorer, values, place), size)
    try:
        return _hours_on_arrays(scorer, {name: values[name] for name in scorer.arguments}, (size, draws))
    except Exception:  # noqa: BLE001 - a plugin's scorer may raise anything on arrays; it can still run on floats
        # An array operation does not say in which row it fails; on the arrays of one row each, that shows.
        return _each_row(lambda place: _hours_on_arrays(scorer, _row_arrays(scorer, values, place), (1, draws)), size)


def beyond_limits(hours: Floats) -> Bools | None:
    """Return in which rows a scorer failed: some hours are NaN or beyond `MAX_HOURS`; None if it failed in none.

    Args:
        hours: Of shape (rows or 1, draws or 1).
    """
    if -MAX_HOURS <= hours.min() <= hours.max() <= MAX_HOURS:
        return None
    return np.asarray(~((hours >= -MAX_HOURS) & (hours <= MAX_HOURS)).all(axis=1))


def row_means(values: Floats) -> Floats:
    """Return the mean of each row; NumPy takes ten times as long for the mean of a single value."""
    return values[:, 0] if values.shape[1] == 1 else np.asarray(values.mean(axis=1))


def gate_answers(gate: Gate[...], values: RowValues) -> tuple[Bools, Bools]:
    """Return in which rows a gate's rule holds, and in which it fails."""
    if not WHOLE_FACTS.isdisjoint(gate.arguments):
        answers = [_answer_of_row(gate, values, row) for row in values.row_numbers()]
        yes = [answer is not None and bool(answer.yes) for answer in answers]
        return np.array(yes), np.array([answer is None for answer in answers])
    try:
        answer = gate.function(*[ARRAYS if name == "ops" else _maybe(values, name) for name in gate.arguments])
    except Exception:  # noqa: BLE001 - a plugin's gate may raise anything on arrays; it can still run on floats
        answer = None
    if not isinstance(answer, Ternary):
        return NO, YES
    return np.broadcast_to(np.asarray(answer.yes, bool), values.size), NO


def _answer_of_row(gate: Gate[...], values: RowValues, row: int) -> Ternary | None:
    """Return a gate's answer in one row, as one evaluation asks it; None if it fails or the row cannot be used."""
    try:
        return ask_gate(gate, _scorer_values(values, row, {}))
    except (InvalidInputError, ScorerError):
        return None


def _hours_on_arrays(scorer: Scorer[...], arguments: dict[str, Any], shape: tuple[int, int]) -> Floats:
    """Return a columnar scorer's hours.

    Args:
        scorer: The scorer.
        arguments: What it reads, by name.
        shape: The number of rows, and that of draws.

    Raises:
        TypeError: It returned something else than numbers.
        ValueError: It returned an array of another shape, in which either number may be 1.
        Exception: Whatever it raises itself.
    """
    hours = np.asarray(scorer.function(*scorer.pick(arguments)))
    if hours.dtype.kind not in "fiu":
        raise TypeError(f"{scorer.name} returned no numbers")
    np.broadcast_to(hours, shape)
    return np.asarray(np.broadcast_to(hours, np.broadcast_shapes(hours.shape, (1, 1))), float)


def _hours_on_floats(scorer: Scorer[...], values: RowValues, place: int) -> Floats:
    """Return a scorer's hours in one row, called as one evaluation calls it.

    Raises:
        ScorerError: It fails.
    """
    read = {name: _row_floats(values[name], place) for name in scorer.reads}
    of_row = _scorer_values(values, values.row_numbers()[place], read)
    return np.atleast_2d(np.asarray(hours_of(scorer, of_row), float))


def _each_row(hours_of_row: Callable[[int], Floats], size: int) -> Floats:
    """Return the hours of each row, one after the other, with NaN where the function fails."""
    rows: list[Floats] = []
    for place in range(size):
        try:
            rows.append(hours_of_row(place))
        except Exception:  # noqa: BLE001 - the row is evaluated by itself then, which says what failed
            rows.append(FAILED)
    width = max(row.shape[1] for row in rows)
    return np.concatenate([np.broadcast_to(row, (1, width)) for row in rows])


def _scorer_values(values: RowValues, row: int, read: dict[str, Any]) -> ScorerValues:
    """Return the values of one row as a single evaluation would read them."""
    invitation, seeker = values.table.case(row)
    context = {"ops": FLOATS, "invitation": invitation, "seeker": seeker}
    fixed = {name: value for name, value in read.items() if not isinstance(value, list)}
    columns: dict[str, list[float]] = {name: value for name, value in read.items() if isinstance(value, list)}
    return ScorerValues(values.plan, invitation, seeker, values.draws, NO_SALTS, {**fixed, **context}, columns, {})


def _maybe(values: RowValues, name: str) -> Maybe:
    """Return what a gate gets for a quantity or label in all rows at once."""
    if values.plan.known[name].is_label:
        labels = values.labels(name)
        return Maybe(labels, labels, read_only(values.known(name)))
    column = values.said(name)
    return Maybe.of(None) if column is None else Maybe(*map(read_only, (column.low, column.high, column.known)))


def _row_arrays(scorer: Scorer[...], values: RowValues, place: int) -> dict[str, Any]:
    """Return what a columnar scorer reads in one row, as arrays of shape (1, draws or 1)."""
    return {"ops": ARRAYS, **{name: entry_at(values[name], place)[None, :] for name in scorer.reads}}


def _row_floats(values: Floats, place: int) -> Any:
    """Return the values of one row: a number, or a list of them if they vary from draw to draw."""
    numbers = entry_at(values, place).tolist()
    return numbers if len(numbers) > 1 else numbers[0]
