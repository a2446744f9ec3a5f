"""Cells: a column of a frame as arrays of values and of whether they are known, with what cannot be used."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import narwhals as nw
import numpy as np
from attrs import define

from ..errors import FieldError, InvalidInputError, short
from ..estimate import LARGEST, Estimate
from ..invitation import Invitation, Stage
from ..policy import mistakes_in_weights
from ..quantity import Quantity

__all__ = [
    "Bools",
    "Codes",
    "Column",
    "Fact",
    "Floats",
    "codes_of",
    "estimates_of",
    "remote_of",
    "settled",
    "stage_of",
    "weight_of",
]

Floats: TypeAlias = "np.ndarray[Any, np.dtype[np.float64]]"
Bools: TypeAlias = "np.ndarray[Any, np.dtype[np.bool_]]"
Codes: TypeAlias = "np.ndarray[Any, np.dtype[np.intp]]"
Check: TypeAlias = Callable[[Any], object]
"""Takes what stands in a cell; raises a FieldError if it cannot be used."""


@define(eq=False)
class Column:
    """What the rows say of one quantity: one entry a row, or a single one that holds for all.

    Args:
        low: The 5th percentile, in the quantity's unit; 0 where unknown.
        high: The 95th percentile; the same as ``low`` if exact.
        known: Whether anybody said anything.
        bad: Whether what was said cannot be used.
        cell: What stands in a row.
        check: Raises a `FieldError` for what cannot be used.
    """

    low: Floats
    high: Floats
    known: Bools
    bad: Bools
    cell: Callable[[int], object]
    check: Check


@define(eq=False)
class Fact:
    """What the rows say of the stage, or of whether the interview is remote.

    Args:
        codes: The place of each row's value among the possible ones.
        bad: Whether what was said cannot be used.
        cell: What stands in a row.
        check: Raises a `FieldError` for what cannot be used.
    """

    codes: Codes
    bad: Bools
    cell: Callable[[int], object]
    check: Check


def settled(estimate: Estimate) -> Column:
    """Return an estimate that holds for all rows."""
    yes, no = np.ones(1, bool), np.zeros(1, bool)
    return Column(np.array([estimate.low]), np.array([estimate.high]), yes, no, lambda _: estimate, lambda _: None)


def estimates_of(series: Sequence[nw.Series[Any]], quantity: Quantity, check: Check) -> Column:
    """Read a quantity from its column, or from those of the two ends of its range.

    Args:
        series: One column, or two.
        quantity: Whose bounds count.
        check: Takes what stands in a cell and returns an `Estimate`.
    """
    if all(one.dtype.is_numeric() for one in series):
        return _from_numbers([_numbers(one) for one in series], quantity, check)
    return _from_objects([_objects(one) for one in series], check)


def _numbers(series: nw.Series[Any]) -> tuple[Floats, Bools]:
    """Return the numbers of a column, and which of them are known; NaN is as unknown as null."""
    null = series.is_null()
    values = np.array(series.cast(nw.Float64()).fill_null(0.0).to_numpy(), dtype=float)
    known = ~(np.asarray(null.to_numpy(), dtype=bool) | np.isnan(values))
    return np.where(known, values, 0.0), known


def _from_numbers(ends: list[tuple[Floats, Bools]], quantity: Quantity, check: Check) -> Column:
    (low, low_known), (high, high_known) = ends[0], ends[-1]
    known = low_known & high_known
    bad = (low_known ^ high_known) | (known & ~_fit(quantity, low, high))

    def cell(row: int) -> object:
        shown = [float(values[row]) if given[row] else None for values, given in ends]
        return shown[0] if len(ends) == 1 else None if shown == [None, None] else tuple(shown)

    return Column(np.where(known, low, 0.0), np.where(known, high, 0.0), known, bad, cell, check)


def _fit(quantity: Quantity, low: Floats, high: Floats) -> Bools:
    """Tell which ranges `Quantity.check` would let pass."""
    bounds = quantity.bounds
    fit = (bounds.low <= low) & (low <= high) & (high <= bounds.high) & (np.abs(low) <= LARGEST)
    fit &= np.abs(high) <= LARGEST
    if bounds.open_low:
        fit &= low != bounds.low
    if quantity.scale == "log":
        fit &= (low > 0) | (high <= 0)
    return fit


def _objects(series: nw.Series[Any]) -> list[Any]:
    """Return what stands in a column, with None for what is unknown."""
    null = series.is_null().to_list()
    values = series.to_list()
    return [None if no or _is_nan(value) else value for no, value in zip(null, values, strict=True)]


def _is_nan(value: object) -> bool:
    return isinstance(value, float) and math.isnan(value)


def _from_objects(ends: list[list[Any]], check: Check) -> Column:
    cells = ends[0] if len(ends) == 1 else [_pair(*pair) for pair in zip(*ends, strict=True)]
    low, high = np.zeros(len(cells)), np.zeros(len(cells))
    bad = np.zeros(len(cells), bool)
    for row, value in enumerate(cells):
        try:
            estimate = None if value is None else check(value)
        except FieldError:
            bad[row] = True
        else:
            low[row], high[row] = (estimate.low, estimate.high) if isinstance(estimate, Estimate) else (0.0, 0.0)
    known = np.array([value is not None for value in cells], bool) & ~bad
    return Column(low, high, known, bad, cells.__getitem__, check)


def _pair(low: object, high: object) -> tuple[object, object] | None:
    return None if low is None and high is None else (low, high)


def codes_of(series: nw.Series[Any], values: Sequence[object], check: Check) -> Fact:
    """Read a fact from its column.

    Args:
        series: The column.
        values: The values that the fact can take; a row that says nothing has the last.
        check: Takes what stands in a cell and returns one of them.
    """
    cells = _objects(series)
    keys = [_key(cell) for cell in cells]
    codes = {key: _code(key, values, check) for key in set(keys)}
    found = np.array([codes[key] for key in keys], np.intp)
    return Fact(np.where(found < 0, 0, found), found < 0, cells.__getitem__, check)


def _key(cell: object) -> object:
    """Return what stands for a cell and can be looked up: a text that is no fact for all that cannot be one."""
    # A number that equals True is none.
    return cell if cell is None or isinstance(cell, (str, bool)) else f"<{short(cell)}>"


def _code(key: object, values: Sequence[object], check: Check) -> int:
    try:
        return values.index(check(key))
    except FieldError:
        return -1


def stage_of(value: Any) -> Stage:
    """Return the stage that a cell names.

    Raises:
        FieldError: It names none.
    """
    stage: Stage = _fact("stage", value)
    return stage


def remote_of(value: Any) -> bool | None:
    """Return whether the interview is remote, as a cell says.

    Raises:
        FieldError: It is neither True nor False nor unknown.
    """
    remote: bool | None = _fact("remote", value)
    return remote


def _fact(name: str, value: Any) -> Any:
    try:
        return getattr(Invitation(**{name: value}), name)
    except InvalidInputError as group:
        raise group.mistakes[0] from None


def weight_of(scorer: str) -> Check:
    """Return what reads the weight of a scorer from a cell."""

    def read(value: Any) -> Estimate:
        for mistake in mistakes_in_weights({scorer: value}):
            raise mistake
        return Estimate(value)

    return read
