"""Amounts: the numbers, ranges and units that people write into cells, as estimates of quantities."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time, timedelta

from ...errors import FieldError
from ...model.estimate import Estimate
from ...model.quantity import Quantity
from .cells import Cell

__all__ = ["is_number_text", "parse_number", "read_amount"]

MOST_HOURS = 8
LEAST_MINUTES = 15
"""A bare number up to the one is a length in hours, and from the other on in minutes (assumption; it is told)."""

NUMBER = r"[+−-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)"
BETWEEN_ENDS = re.compile(r"(?<=[\w%.])\s*(?:\.\.|…|–|—|-|\bto\b)\s*(?=[+−.,\d-])")
NUMBER_WITH_UNIT = re.compile(
    rf"(?P<before>[€$£₹¥])?\s*(?P<number>{NUMBER})\s*(?P<unit>%|[^\W\d_.]+|[€$£₹¥])?\.?", re.IGNORECASE
)
CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::[0-5]\d)?\s*(?:h|hrs?|hours?)?", re.IGNORECASE)
HOURS_AND_MINUTES = re.compile(
    r"(\d{1,3})\s*(?:h|hrs?|hours?)\.?\s*(?:and\s*)?([0-5]?\d)\s*(?:m|min|mins|minutes?)?\.?", re.IGNORECASE
)
THOUSANDS = re.compile(r"[+−-]?[1-9]\d{0,2},\d{3}")

TIME: Mapping[str, float] = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "std"), 1.0),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 1 / 60),
}
OTHER_UNITS: Mapping[str, Mapping[str, float]] = {
    "share": {"%": 0.01},
    "people": dict.fromkeys(("people", "persons", "person", "interviewer", "interviewers"), 1.0),
    "money": dict.fromkeys((*"€$£₹¥", "eur", "usd", "gbp", "chf", "inr", "euro", "euros", "dollars", "pounds"), 1.0),
}
"""By the first word of a quantity's unit: the units that a cell may name, and what each multiplies a number by."""

IN_A_WORKBOOK = "; a program has made a date of it: write 1..3, or format the cells as text"


def read_amount(cell: Cell, quantity: Quantity, factor: float | None = None) -> tuple[Estimate, str]:
    """Read a cell as an estimate of a quantity.

    Args:
        cell: A number; or text such as ``2``, ``1-3``, ``1..3``, ``1 to 3``, ``45 min``, ``1h30`` or ``60 %``.
        quantity: The quantity, whose unit and bounds the cell must fit.
        factor: What a number without a unit is multiplied by, if the heading names a unit.

    Returns:
        The estimate, and how the cell was taken if it does not plainly say; else empty text.

    Raises:
        FieldError: The cell is no number, or lies outside the quantity's bounds.
    """
    if isinstance(cell, (time, timedelta)) and _is_time(quantity):
        return quantity.estimate(_hours(cell)), ""
    if isinstance(cell, (date, time)):
        raise FieldError(quantity.name, cell, _allowed(quantity) + IN_A_WORKBOOK)
    if cell is None or isinstance(cell, (bool, timedelta)):
        raise FieldError(quantity.name, cell, _allowed(quantity))
    text = cell if isinstance(cell, str) else repr(cell)
    texts = [text] if is_number_text(text) else BETWEEN_ENDS.split(text, maxsplit=1)
    numbers = [_number_and_factor(end, quantity) for end in texts]
    last_factor = numbers[-1][1]
    # In "30-45 min" the unit of the high end is that of both.
    ends = [number * (own_factor or last_factor or 1) for number, own_factor in numbers]
    how = ""
    if last_factor is None:
        scale, how = (factor, "") if factor is not None else _usual_factor(ends, quantity)
        ends = [end * scale for end in ends]
    return quantity.estimate(ends if len(ends) == 2 else ends[0]), how


def is_number_text(text: str) -> bool:
    """Whether a text is a number as programs write it."""
    try:
        float(text)
    except ValueError:
        return False
    return "_" not in text


def parse_number(text: str) -> float | None:
    """Return a number as programs or people write it; None if it is none, or its comma may mean thousands."""
    if is_number_text(text):
        return float(text)
    return _with_point(text) if re.fullmatch(NUMBER, text) and not THOUSANDS.fullmatch(text) else None


def _with_point(text: str) -> float:
    """Return a number that is written with a point or a comma, and with a hyphen or a minus sign."""
    return float(text.replace(",", ".").replace("−", "-"))


def _number_and_factor(text: str, quantity: Quantity) -> tuple[float, float | None]:
    """Return one end's number, and what its unit multiplies it by; None if it has no unit."""
    text = text.strip()
    if is_number_text(text):
        return float(text), None
    if _is_time(quantity) and (clock := CLOCK.fullmatch(text) or HOURS_AND_MINUTES.fullmatch(text)):
        return int(clock[1]) + int(clock[2]) / 60, 1.0
    match = NUMBER_WITH_UNIT.fullmatch(text[:100])
    if match is None:
        raise FieldError(quantity.name, text, _allowed(quantity))
    factors = TIME if _is_time(quantity) else OTHER_UNITS.get((quantity.unit.split() or [""])[0], {})
    unit = (match["unit"] or match["before"] or "").lower()
    if unit and unit not in factors and unit != quantity.unit.lower():
        raise FieldError(quantity.name, text, _allowed(quantity))
    if THOUSANDS.fullmatch(match["number"]):
        raise FieldError(quantity.name, text, f"{_allowed(quantity)}; the comma may mean thousands or a fraction")
    return _with_point(match["number"]), factors.get(unit, 1.0) if unit else None


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


def _allowed(quantity: Quantity) -> str:
    return f"a number or a range such as 1..3, in {quantity.unit}, {quantity.bounds}"
