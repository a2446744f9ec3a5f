"""Numerals: numbers as they are written with digits and marks alone."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, TypeAlias

from ..errors import FieldError, is_number

__all__ = [
    "DECIMAL_POINT",
    "DIGITS",
    "MAX_TYPED",
    "NOT_IN_A_NUMBER",
    "NUMBER",
    "DecimalMark",
    "as_number",
    "decimal_mark",
    "read_exact",
    "written_number",
]

DecimalMark: TypeAlias = Literal[".", ","]

MAX_TYPED = 250
"""The longest text that is read as a value, in characters; looked at before any pattern is."""

DIGITS = r"(?:[0-9]+(?:[.,][0-9]+)*|[.,][0-9]+)"
"""A number without its sign, with whatever marks: never other digits than those of ASCII."""

NOT_IN_A_NUMBER = r"(?<![0-9])(?<![0-9][.,:/–—-])(?<![0-9]\s[–—-])(?<![0-9]\s[–—-]\s)(?<![0-9]\sto\s)"
"""Stands before a number that is looked for in running text, so that none begins inside a number or a range."""

NUMBER = re.compile(rf"([+-]?)({DIGITS}\.?)(e[+-]?[0-9]+)?")
GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")

DECIMAL_POINT = r"(?:^|[^0-9.,])(?:0?\.[0-9]+|[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,}))(?:$|[^0-9.,]|[.,](?:$|[^0-9]))"
"""Finds a point that can group no thousands; without looking around, for engines that cannot."""


def as_number(value: object) -> float | None:
    """Return a number of any make as a float, also of Decimal, Fraction and NumPy; None for NaN and what is none."""
    if not is_number(value) and not isinstance(value, Decimal):
        return None
    try:
        number = float(value)
    except OverflowError:
        return math.inf
    except (ArithmeticError, TypeError, ValueError):
        return None
    return None if math.isnan(number) else number


def read_exact(text: str) -> float:
    """Read a number that has no unit and is no range, such as a weight.

    Raises:
        FieldError: It is none.
    """
    number = written_number(text.strip().replace("−", "-").lower(), ".") if len(text) <= MAX_TYPED else None
    if number is None:
        raise FieldError("number", text, 'a number such as "2" or "1,5"')
    return number


def decimal_mark(texts: Iterable[str]) -> DecimalMark:
    """Return the decimal mark of texts that may have either: the comma, unless a point in them can be nothing else."""
    return "." if any(re.search(DECIMAL_POINT, text[:MAX_TYPED]) for text in texts) else ","


def written_number(text: str, decimal: DecimalMark) -> float | None:
    """Return a number that is written with digits and marks alone; None if it is none, or its marks make no sense."""
    match = NUMBER.fullmatch(text)
    if match is None:
        return None
    sign, digits, exponent = match[1], match[2].removesuffix("."), match[3] or ""
    marks = digits.replace(",", ".").count(".")
    last = max(digits.rfind("."), digits.rfind(","))
    whole, part = (digits[:last], digits[last + 1 :]) if marks else (digits, "")
    if marks > 1 and len({*digits} & {".", ","}) == 1:
        if not GROUPED.fullmatch(digits):
            return None
        whole, part = digits, ""
    elif marks > 1 and not GROUPED.fullmatch(whole):
        return None
    elif marks == 1 and digits[last] != decimal and len(part) == 3 and not exponent and whole not in ("", "0"):
        if not GROUPED.fullmatch(digits):
            return None  # "1234,567" and "01,500" are neither plainly grouped nor plainly a fraction
        whole, part = digits, ""
    whole = whole.replace(".", "").replace(",", "")
    return float(f"{sign}{whole or 0}.{part or 0}{exponent}")
