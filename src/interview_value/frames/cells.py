"""Cells: the columns of a frame as arrays: values, whether they are known, and whether they cannot be used."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

import narwhals as nw
import numpy as np
from attrs import define

from ..errors import FieldError, short
from ..model.choice import UNKNOWN
from ..model.estimate import LARGEST, Estimate
from ..model.quantity import Quantity
from ..model.yes_no import is_unknown
from ..plugins.calls import MAX_WEIGHT
from ..reading.tables.values import is_blank

__all__ = [
    "Bools",
    "Codes",
    "EstimateColumn",
    "Floats",
    "LabelColumn",
    "Rows",
    "cell_values",
    "choices_of",
    "constant_column",
    "entry_at",
    "read_estimates",
    "read_label",
    "rows_of",
    "weight_parser",
]

Floats: TypeAlias = "np.ndarray[Any, np.dtype[np.float64]]"
Bools: TypeAlias = "np.ndarray[Any, np.dtype[np.bool_]]"
Codes: TypeAlias = "np.ndarray[Any, np.dtype[np.signedinteger[Any]]]"
Rows: TypeAlias = "slice | Codes"
Parse: TypeAlias = Callable[[Any], object]
"""Takes what stands in a cell and returns its value; raises a FieldError if it cannot be used."""

YES, NO = np.ones(1, bool), np.zeros(1, bool)
"""A condition that holds in all rows, and one that holds in none."""


@define(eq=False)
class EstimateColumn:
    """Values of one quantity. Each array has one entry a row, or a single one that holds for all.

    Args:
        low: The 5th percentile, in the quantity's unit; 0 where unknown.
        high: The 95th percentile; the very array ``low`` if all are exact.
        known: Whether there is a value.
        bad: Whether the cell holds something that cannot be used.
        cell: Returns what stands in the cell of a row.
        parse: Raises a `FieldError` for what cannot be used.
    """

    low: Floats
    high: Floats
    known: Bools
    bad: Bools
    cell: Callable[[int], object]
    parse: Parse

    def at(self, rows: Rows) -> EstimateColumn:
        """Return the values of some rows."""
        low = rows_of(self.low, rows)
        high = low if self.high is self.low else rows_of(self.high, rows)
        return EstimateColumn(low, high, rows_of(self.known, rows), rows_of(self.bad, rows), self.cell, self.parse)


@define(eq=False)
class LabelColumn:
    """The choice of each row of one label, such as its stage.

    Args:
        codes: The place of each row's choice among `choices_of` the label.
        bad: Whether the cell holds something that cannot be used; a single entry holds for all rows.
        cell: Returns what stands in the cell of a row.
        parse: Raises a `FieldError` for what cannot be used.
    """

    codes: Codes
    bad: Bools
    cell: Callable[[int], object]
    parse: Parse


def rows_of(array: Any, rows: Rows) -> Any:
    """Return some rows of an array; all of it if it has a single entry, which holds for every row."""
    return array if len(array) == 1 else array[rows]


def entry_at(array: Any, row: int) -> Any:
    """Return the entry of an array that holds for a row."""
    return array[0 if len(array) == 1 else row]


def constant_column(estimate: Estimate) -> EstimateColumn:
    """Return a column with the same estimate in all rows."""
    low = np.array([estimate.low])
    high = low if estimate.low == estimate.high else np.array([estimate.high])
    return EstimateColumn(low, high, YES, NO, lambda _: estimate, lambda _: None)


def read_estimates(series: Sequence[nw.Series[Any]], quantity: Quantity, parse: Parse) -> EstimateColumn:
    """Read a quantity from its column, or from those of the two ends of its range.

    Args:
        series: One column, or two.
        quantity: The quantity, whose bounds count.
        parse: Takes what stands in a cell and returns an `Estimate`.
    """
    if all(column.dtype.is_numeric() for column in series):
        return _from_numbers([_numbers(column) for column in series], quantity, parse)
    return _from_objects([cell_values(column, quantity) for column in series], parse)


def _numbers(series: nw.Series[Any]) -> Floats:
    """Return the numbers of a column, with NaN for null: both are unknown."""
    numbers = series if series.dtype == nw.Float64 else series.cast(nw.Float64())
    filled = numbers.fill_null(math.nan) if numbers.null_count() else numbers
    return np.asarray(filled.to_numpy(), dtype=float)


def _from_numbers(ends: list[Floats], quantity: Quantity, parse: Parse) -> EstimateColumn:
    low, high = ends[0], ends[-1]

    def cell(row: int) -> object:
        numbers = [None if math.isnan(values[row]) else float(values[row]) for values in ends]
        return numbers[0] if len(ends) == 1 else None if numbers == [None, None] else tuple(numbers)

    if _all_fit(quantity, low, high):
        return EstimateColumn(low, high, YES, NO, cell, parse)
    low_known, high_known = ~np.isnan(low), ~np.isnan(high)
    known = low_known & high_known
    bad = (low_known ^ high_known) | (known & ~_fit(quantity, low, high))
    low = _or_zero(low, known)
    high = low if len(ends) == 1 else _or_zero(high, known)
    return EstimateColumn(low, high, known, bad if bad.any() else NO, cell, parse)


def _or_zero(values: Floats, known: Bools) -> Floats:
    """Return values with 0 where they are not known."""
    filled = values.copy()
    np.copyto(filled, 0.0, where=~known)
    return filled


def _all_fit(quantity: Quantity, low: Floats, high: Floats) -> bool:
    """Tell whether all of some ranges are known, and such as `Quantity.check` lets pass, by their extremes alone."""
    least, most = float(low.min()), float(high.max())  # of which NaN is one if it is there at all
    inside = quantity.bounds.contains(least) and quantity.bounds.contains(most) and -LARGEST <= least <= most <= LARGEST
    if quantity.bounds.or_zero and least < quantity.bounds.low:
        return False  # the extremes do not tell what lies between zero and the lowest value
    return inside and (low is high or bool((low <= high).all()))


def _fit(quantity: Quantity, low: Floats, high: Floats) -> Bools:
    """Tell which ranges `Quantity.check` would let pass."""
    fit = _within(quantity, low) & _within(quantity, high) & (low <= high)
    return fit & ((quantity.bounds.low <= low) | (low == high)) if quantity.bounds.or_zero else fit


def _within(quantity: Quantity, values: Floats) -> Bools:
    """Tell which values `Bounds.contains`, as far as an `Estimate` takes them."""
    bounds = quantity.bounds
    inside = (bounds.low <= values) & (values <= bounds.high) & (np.abs(values) <= LARGEST)
    if bounds.open_low:
        inside &= values != bounds.low
    return inside | (values == 0) if bounds.or_zero else inside


def cell_values(series: nw.Series[Any], quantity: Quantity | None = None) -> list[Any]:
    """Return what stands in a column, with None for what is unknown, as in any other table.

    Args:
        series: The column.
        quantity: What it holds values of; a word such as ``"none"`` may be one of its choices.
    """

    def is_known(value: Any) -> bool:
        if isinstance(value, str):
            return not is_blank(value, quantity)
        return not is_blank(value) and not (isinstance(value, float) and math.isnan(value))

    cells = zip(series.is_null().to_list(), series.to_list(), strict=True)
    return [None if is_null or not is_known(value) else value for is_null, value in cells]


def _from_objects(ends: list[list[Any]], parse: Parse) -> EstimateColumn:
    cells = ends[0]
    if len(ends) == 2:
        cells = [_range_of(*pair) for pair in zip(*ends, strict=True)]
    low, high = np.zeros(len(cells)), np.zeros(len(cells))
    bad = np.zeros(len(cells), bool)
    for row, value in enumerate(cells):
        try:
            estimate = None if value is None else parse(value)
        except FieldError:
            bad[row] = True
        else:
            low[row], high[row] = (estimate.low, estimate.high) if isinstance(estimate, Estimate) else (0.0, 0.0)
    known = np.array([value is not None for value in cells], bool) & ~bad
    return EstimateColumn(low, high, known, bad, cells.__getitem__, parse)


def _range_of(low: Any, high: Any) -> Any:
    """Return what two cells with the ends of a range say together; text is read as text, with one unit for both."""
    if low is None and high is None:
        return None
    is_text = isinstance(low, str) or isinstance(high, str)
    return f"{low} .. {high}" if is_text and None not in (low, high) else (low, high)


def choices_of(label: Quantity) -> tuple[str, ...]:
    """Return the names of the choices of a label, of which the last is that nobody has said anything."""
    return (*label.choices, UNKNOWN)


def read_label(series: nw.Series[Any], label: Quantity) -> LabelColumn:
    """Read the choices of a label from its column.

    Args:
        series: The column.
        label: The label.
    """

    def parse(value: Any) -> str:
        return UNKNOWN if is_unknown(value) or value == UNKNOWN else label.chosen(value)

    choices = choices_of(label)
    codes = np.full(len(series), len(choices) - 1, np.int16)
    has_nulls = bool(series.null_count())
    read = np.array(series.is_null().to_numpy(), dtype=bool)
    for place, spelling in _usual_spellings(choices, series):
        same = series == spelling
        where = np.asarray((same.fill_null(value=False) if has_nulls else same).to_numpy(), dtype=bool)
        codes += (place - codes) * where  # three times as fast as to write where it is true
        read |= where
    rows = np.flatnonzero(~read)
    cells = cell_values(series[rows], label) if len(rows) else []
    keys = [_key(cell) for cell in cells]
    places = {key: _code(key, choices, parse) for key in set(keys)}
    codes[rows] = [places[key] for key in keys]
    bad = codes < 0
    codes[bad] = len(choices) - 1
    unusual = dict(zip(rows.tolist(), cells, strict=True))
    return LabelColumn(codes, bad if bad.any() else NO, unusual.get, parse)


def _usual_spellings(choices: Sequence[str], series: nw.Series[Any]) -> Iterator[tuple[int, object]]:
    """Yield the place of each choice with how it usually stands in a column, as far as the column can hold that."""
    texts = isinstance(series.dtype, (nw.String, nw.Categorical, nw.Enum))
    categories = getattr(series.dtype, "categories", None)  # with others, an older Polars does not compare
    truths: dict[str, bool] = {"yes": True, "no": False} if series.dtype == nw.Boolean else {}
    for place, choice in enumerate(choices):
        if texts and (categories is None or choice in categories):
            yield place, choice
        elif choice in truths:
            yield place, truths[choice]


def _key(cell: object) -> object:
    """Return what can be looked up for a cell: itself, or a text that names no choice if the cell cannot hold one."""
    # A number is no yes or no, although 1 equals True.
    return cell if cell is None or isinstance(cell, (str, bool)) else f"<{short(cell)}>"


def _code(key: object, choices: Sequence[str], parse: Parse) -> int:
    try:
        return choices.index(str(parse(key)))
    except FieldError:
        return -1


def weight_parser(weight: Quantity) -> Parse:
    """Return the function that reads the weight of a scorer from a cell, an exact number within the bounds."""

    def parse(value: Any) -> Estimate:
        try:
            estimate = weight.estimate(value)
        except FieldError:
            estimate = None
        if estimate is None or not estimate.exact:
            raise FieldError(weight.name, value, f'a factor from 0 to {MAX_WEIGHT:,}, such as "2" or "0,5"')
        return estimate

    return parse
