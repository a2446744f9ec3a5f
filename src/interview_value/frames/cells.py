"""Cells: a column of a frame as arrays of values and of whether they are known, with what cannot be used."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

import narwhals as nw
import numpy as np
from attrs import define

from ..errors import FieldError, InvalidInputError, short
from ..model.estimate import LARGEST, Estimate
from ..model.invitation import Invitation, Stage
from ..model.quantity import Quantity
from ..plugins.calls import MAX_WEIGHT, mistakes_in_weights

__all__ = [
    "Bools",
    "Codes",
    "Column",
    "Fact",
    "Floats",
    "Rows",
    "cells_of",
    "codes_of",
    "entry",
    "estimates_of",
    "part",
    "remote_of",
    "settled",
    "stage_of",
    "weight_of",
]

Floats: TypeAlias = "np.ndarray[Any, np.dtype[np.float64]]"
Bools: TypeAlias = "np.ndarray[Any, np.dtype[np.bool_]]"
Codes: TypeAlias = "np.ndarray[Any, np.dtype[np.signedinteger[Any]]]"
Rows: TypeAlias = "slice | Codes"
Check: TypeAlias = Callable[[Any], object]
"""Takes what stands in a cell; raises a FieldError if it cannot be used."""

YES, NO = np.ones(1, bool), np.zeros(1, bool)
"""What holds for all rows."""


@define(eq=False)
class Column:
    """What the rows say of one quantity. Each array has one entry a row, or a single one that holds for all.

    Args:
        low: The 5th percentile, in the quantity's unit; 0 where unknown.
        high: The 95th percentile; the very array ``low`` if all are exact.
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

    def at(self, rows: Rows) -> Column:
        """Return what some rows say."""
        low = part(self.low, rows)
        high = low if self.high is self.low else part(self.high, rows)
        return Column(low, high, part(self.known, rows), part(self.bad, rows), self.cell, self.check)


@define(eq=False)
class Fact:
    """What the rows say of the stage, or of whether the interview is remote.

    Args:
        codes: The place of each row's value among the possible ones.
        bad: Whether what was said cannot be used; a single entry holds for all rows.
        cell: What stands in a row.
        check: Raises a `FieldError` for what cannot be used.
    """

    codes: Codes
    bad: Bools
    cell: Callable[[int], object]
    check: Check


def part(array: Any, rows: Rows) -> Any:
    """Return some rows of an array; all of it if it has a single entry, which holds for every row."""
    return array if len(array) == 1 else array[rows]


def entry(array: Any, row: int) -> Any:
    """Return the entry of an array that holds for a row."""
    return array[0 if len(array) == 1 else row]


def settled(estimate: Estimate) -> Column:
    """Return an estimate that holds for all rows."""
    low = np.array([estimate.low])
    high = low if estimate.low == estimate.high else np.array([estimate.high])
    return Column(low, high, YES, NO, lambda _: estimate, lambda _: None)


def estimates_of(series: Sequence[nw.Series[Any]], quantity: Quantity, check: Check) -> Column:
    """Read a quantity from its column, or from those of the two ends of its range.

    Args:
        series: One column, or two.
        quantity: Whose bounds count.
        check: Takes what stands in a cell and returns an `Estimate`.
    """
    if all(one.dtype.is_numeric() for one in series):
        return _from_numbers([_numbers(one) for one in series], quantity, check)
    return _from_objects([cells_of(one) for one in series], check)


def _numbers(series: nw.Series[Any]) -> Floats:
    """Return the numbers of a column, with NaN, which is as unknown as null, for null."""
    numbers = series if series.dtype == nw.Float64 else series.cast(nw.Float64())
    filled = numbers.fill_null(math.nan) if numbers.null_count() else numbers
    return np.asarray(filled.to_numpy(), dtype=float)


def _from_numbers(ends: list[Floats], quantity: Quantity, check: Check) -> Column:
    low, high = ends[0], ends[-1]

    def cell(row: int) -> object:
        shown = [None if math.isnan(values[row]) else float(values[row]) for values in ends]
        return shown[0] if len(ends) == 1 else None if shown == [None, None] else tuple(shown)

    if _all_fit(quantity, low, high):
        return Column(low, high, YES, NO, cell, check)
    low_known, high_known = ~np.isnan(low), ~np.isnan(high)
    known = low_known & high_known
    bad = (low_known ^ high_known) | (known & ~_fit(quantity, low, high))
    low = _or_zero(low, known)
    return Column(low, low if len(ends) == 1 else _or_zero(high, known), known, bad if bad.any() else NO, cell, check)


def _or_zero(values: Floats, known: Bools) -> Floats:
    filled = values.copy()
    np.copyto(filled, 0.0, where=~known)
    return filled


def _all_fit(quantity: Quantity, low: Floats, high: Floats) -> bool:
    """Tell whether all of some ranges are known, and such as `Quantity.check` lets pass, by their extremes alone."""
    least, most = float(low.min()), float(high.max())  # of which NaN is one if it is there at all
    inside = quantity.bounds.contains(least) and quantity.bounds.contains(most) and -LARGEST <= least <= most <= LARGEST
    return inside and (low is high or bool((low <= high).all() and (quantity.scale != "log" or least > 0)))


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


def cells_of(series: nw.Series[Any]) -> list[Any]:
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
    codes = np.full(len(series), len(values) - 1, np.int8)
    some_null = bool(series.null_count())
    seen = np.array(series.is_null().to_numpy(), dtype=bool)
    for place, word in _spelt(values, series):
        same = series == word
        found = np.asarray((same.fill_null(value=False) if some_null else same).to_numpy(), dtype=bool)
        codes += (place - codes) * found  # three times as fast as to write where it is true
        seen |= found
    rows = np.flatnonzero(~seen)
    cells = cells_of(series[rows]) if len(rows) else []
    keys = [_key(cell) for cell in cells]
    places = {key: _code(key, values, check) for key in set(keys)}
    codes[rows] = [places[key] for key in keys]
    bad = codes < 0
    codes[bad] = 0
    said = dict(zip(rows.tolist(), cells, strict=True))
    return Fact(codes, bad if bad.any() else NO, said.get, check)


def _spelt(values: Sequence[object], series: nw.Series[Any]) -> Iterator[tuple[int, object]]:
    """Yield how the values usually stand in a column, each with its place, as far as the column can hold them."""
    texts = isinstance(series.dtype, (nw.String, nw.Categorical, nw.Enum))
    held = getattr(series.dtype, "categories", None)  # with others, an older Polars does not compare
    for place, value in enumerate(values):
        if texts and isinstance(value, Stage) and (held is None or value.value in held):
            yield place, value.value
        elif series.dtype == nw.Boolean and isinstance(value, bool):
            yield place, value


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
        if any(mistakes_in_weights({scorer: value})):
            raise FieldError(f"weight_{scorer}", value, f"a factor from 0 to {MAX_WEIGHT:,}")
        return Estimate(value)

    return read
