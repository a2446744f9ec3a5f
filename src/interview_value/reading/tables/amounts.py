"""Amounts: the numbers, ranges and units that people write into cells, as estimates of quantities."""

from __future__ import annotations

from datetime import date, time, timedelta

from attrs import evolve

from ...errors import FieldError
from ...model.estimate import Estimate
from ...model.numerals import DecimalMark
from ...model.quantity import Quantity
from .cells import Cell

__all__ = ["is_number_text", "read_amount"]

MOST_HOURS = 8
LEAST_MINUTES = 15
"""A bare number up to the one is a length in hours, and from the other on in minutes (assumption; it is told)."""

IN_A_WORKBOOK = "; a program has made a date of it: write 1..3, or format the cells as text"


def read_amount(
    cell: Cell, quantity: Quantity, factor: float | None = None, decimal: DecimalMark = "."
) -> tuple[Estimate, str]:
    """Read a cell as an estimate of a quantity.

    Args:
        cell: A number; or text that `NumberReader` reads, such as ``2``, ``1-3``, ``1 to 3``, ``45 min`` or ``60 %``.
        quantity: The quantity, whose unit and bounds the cell must fit.
        factor: What a number without a unit is multiplied by, if the heading names a unit.
        decimal: The decimal mark of the column.

    Returns:
        The estimate, and how the cell was taken if it does not plainly say; else empty text.

    Raises:
        FieldError: The cell is no number, or lies outside the quantity's bounds.
    """
    if isinstance(cell, (time, timedelta)) and _is_time(quantity):
        return quantity.estimate(_hours(cell)), ""
    if isinstance(cell, (date, time)):
        raise FieldError(quantity.name, cell, quantity.allowed + IN_A_WORKBOOK)
    if cell is None or isinstance(cell, (bool, timedelta)):
        raise FieldError(quantity.name, cell, quantity.allowed)
    if not isinstance(cell, str):
        return _estimate([cell * (factor or 1.0)], quantity, bare=factor is None)
    try:
        reading = evolve(quantity.reader, decimal=decimal, bare=factor or 1.0).read(cell)
    except FieldError:
        raise FieldError(quantity.name, cell, quantity.allowed) from None
    bare = factor is None and not reading.has_unit
    estimate, how = _estimate([reading.low, reading.high], quantity, bare=bare)
    return estimate, f'{how}, "about" as {estimate}'.removeprefix(", ") if reading.about else how


def _estimate(ends: list[float], quantity: Quantity, *, bare: bool) -> tuple[Estimate, str]:
    scale, how = _usual_factor(ends, quantity) if bare else (1.0, "")
    return quantity.estimate((ends[0] * scale, ends[-1] * scale)), how


def is_number_text(text: str) -> bool:
    """Whether a text is a number as programs write it."""
    try:
        float(text)
    except ValueError:
        return False
    return "_" not in text and text.isascii()


def _usual_factor(ends: list[float], quantity: Quantity) -> tuple[float, str]:
    """Return what numbers without any unit are multiplied by, and how they were taken if they do not say."""
    if quantity.name != "duration" or max(ends) <= MOST_HOURS:
        return 1.0, ""
    if min(ends) >= LEAST_MINUTES:
        return 1 / 60, "taken as minutes"
    raise FieldError(quantity.name, ends[0], "a length with its unit, such as 1.5 h or 90 min")


def _hours(cell: time | timedelta) -> float:
    if isinstance(cell, timedelta):
        return cell.total_seconds() / 3600
    return cell.hour + cell.minute / 60 + cell.second / 3600


def _is_time(quantity: Quantity) -> bool:
    return quantity.unit.split(",")[0].split()[:1] == ["h"]
