"""Amounts: the numbers that people write into cells, as estimates of quantities."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time, timedelta

from ...errors import FieldError
from ...model.estimate import Estimate
from ...model.quantity import Quantity
from .cells import Cell

__all__ = ["MOST_HOURS", "amount", "is_number_like", "number_of", "number_typed"]

MOST_HOURS = 8
LEAST_MINUTES = 15
"""A bare number up to the one is a length in hours, and from the other on in minutes (assumption; it is told)."""

NUMBER = r"[+−-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)"
BETWEEN_ENDS = re.compile(r"(?<=[\w%.])\s*(?:\.\.|…|–|—|-|\bto\b)\s*(?=[+−.,\d-])")
PART = re.compile(rf"(?P<before>[€$£₹¥])?\s*(?P<number>{NUMBER})\s*(?P<unit>%|[^\W\d_.]+|[€$£₹¥])?\.?", re.IGNORECASE)
CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::[0-5]\d)?\s*(?:h|hrs?|hours?)?", re.IGNORECASE)
HOURS_AND_MINUTES = re.compile(
    r"(\d{1,3})\s*(?:h|hrs?|hours?)\.?\s*(?:and\s*)?([0-5]?\d)\s*(?:m|min|mins|minutes?)?\.?", re.IGNORECASE
)
THOUSANDS = re.compile(r"[+−-]?[1-9]\d{0,2},\d{3}")

HOURS: Mapping[str, float] = dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "std"), 1.0)
MINUTES: Mapping[str, float] = dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 1 / 60)
PEOPLE: Mapping[str, float] = dict.fromkeys(("people", "persons", "person", "interviewer", "interviewers"), 1.0)
MONEY: Mapping[str, float] = dict.fromkeys(
    (*"€$£₹¥", "eur", "usd", "gbp", "chf", "inr", "euro", "euros", "dollars", "pounds"), 1.0
)
PER_CENT: Mapping[str, float] = {"%": 0.01}

IN_A_WORKBOOK = "; a program has made a date of it: write 1..3, or format the cells as text"


def amount(cell: Cell, quantity: Quantity, factor: float | None = None) -> tuple[Estimate, str]:
    """Read a cell as an estimate of a quantity.

    Args:
        cell: A number; or text such as ``2``, ``1-3``, ``1..3``, ``1 to 3``, ``45 min``, ``1h30`` or ``60 %``.
        quantity: The quantity.
        factor: What a number without a unit is multiplied by, if the heading says it.

    Returns:
        The estimate, and how it was taken if the cell does not plainly say; else empty.

    Raises:
        FieldError: It is no number, or lies outside the quantity's bounds.
    """
    if isinstance(cell, (time, timedelta)) and _is_time(quantity):
        return quantity.estimate(_hours(cell)), ""
    if isinstance(cell, (date, time)):
        raise FieldError(quantity.name, cell, _allowed(quantity) + IN_A_WORKBOOK)
    if cell is None or isinstance(cell, (bool, timedelta)):
        raise FieldError(quantity.name, cell, _allowed(quantity))
    parts = [_part(text, quantity) for text in _ends(cell)]
    unit = parts[-1][1]
    ends = [value * (own or unit or 1) for value, own in parts]
    how = ""
    if unit is None:
        scale, how = (factor, "") if factor is not None else _scale(ends, quantity)
        ends = [end * scale for end in ends]
    return quantity.estimate(ends if len(ends) == 2 else ends[0]), how


def _ends(cell: str | float) -> list[str]:
    text = str(cell) if isinstance(cell, str) else repr(cell)
    return [text] if is_number_like(text) else BETWEEN_ENDS.split(text, maxsplit=1)


def is_number_like(text: str) -> bool:
    """Whether a text is a number as programs write them."""
    try:
        float(text)
    except ValueError:
        return False
    return "_" not in text


def _part(text: str, quantity: Quantity) -> tuple[float, float | None]:
    """Read one end: its number, and what its unit multiplies it by, if it has one."""
    text = text.strip()
    if is_number_like(text):
        return float(text), None
    if _is_time(quantity) and (found := CLOCK.fullmatch(text) or HOURS_AND_MINUTES.fullmatch(text)):
        return int(found[1]) + int(found[2]) / 60, 1.0
    found = PART.fullmatch(text[:100])
    if found is None:
        raise FieldError(quantity.name, text, _allowed(quantity))
    units = _units(quantity)
    unit = (found["unit"] or found["before"] or "").lower()
    if unit and unit not in units and unit != quantity.unit.lower():
        raise FieldError(quantity.name, text, _allowed(quantity))
    if THOUSANDS.fullmatch(found["number"]):
        raise FieldError(quantity.name, text, f"{_allowed(quantity)}; the comma may mean thousands or a fraction")
    return number_of(found["number"]), units.get(unit, 1.0) if unit else None


def number_typed(text: str) -> float | None:
    """Return a number as programs or people write it; None if it is none, or its comma may mean thousands."""
    if is_number_like(text):
        return float(text)
    return number_of(text) if re.fullmatch(NUMBER, text) and not THOUSANDS.fullmatch(text) else None


def number_of(text: str) -> float:
    """Return a number that was written with a point or a comma, and with whichever minus."""
    return float(text.replace(",", ".").replace("−", "-"))


def _scale(ends: list[float], quantity: Quantity) -> tuple[float, str]:
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


def _units(quantity: Quantity) -> Mapping[str, float]:
    if _is_time(quantity):
        return {**HOURS, **MINUTES}
    kinds: dict[str, Mapping[str, float]] = {"share": PER_CENT, "people": PEOPLE, "money": MONEY}
    return kinds.get(quantity.unit.split()[0] if quantity.unit else "", {})


def _allowed(quantity: Quantity) -> str:
    return f"a number or a range such as 1..3, in {quantity.unit}, {quantity.bounds}"
