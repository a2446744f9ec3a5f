"""Plain data: where JSON may hold less than a constructor takes, so that a JSON Schema can say all that it may hold.

Text as people type it, such as ``2-7`` or ``60%``, is for forms: no schema could say which texts can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import FieldError, is_list, is_mapping, short

__all__ = [
    "DAY",
    "MAX_ITEMS",
    "MOMENT",
    "NAME",
    "NUMBER_OR_PAIR",
    "is_version",
    "no_nulls",
    "plain_day",
    "plain_days",
    "plain_moment",
]

MAX_ITEMS = 10_000
"""The most entries that a list or mapping of a field holds."""

COMMON_YEAR_DAY = (
    "([0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})"
    "-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
)
LEAP_DAY = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29"

DAY = f"({COMMON_YEAR_DAY}|{LEAP_DAY})"
"""The pattern of a date, from 0001-01-01 to 9999-12-31: what JSON Schema and Python both understand."""

MOMENT = (
    DAY + r"([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?"
    r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{6})?)?)?)?"
)
"""The pattern of a date, or of a date and a time, with a time zone or without."""

NAME = r"([A-Za-z_]|[^\x00-\x9f\u2028\u2029])([A-Za-z0-9_]|[^\x00-\x9f\u2028\u2029])*"
"""The pattern of a quantity's name: letters, digits and underscores, of which no digit of ASCII stands first."""

NUMBER_OR_PAIR = "a number, or the pair [low, high]; text as people type it is for reading.form"


def is_version(value: object, version: int) -> bool:
    """Whether plain data names this version; true, which Python takes for 1, is none."""
    return value == version and not isinstance(value, bool)


def no_nulls(name: str, values: object) -> Iterator[FieldError]:
    """Yield a mistake for each value of a mapping that is none."""
    for key, value in values.items() if is_mapping(values) else ():
        if value is None:
            yield FieldError(f"{name}[{short(key)}]", value, f"{NUMBER_OR_PAIR}; or the name of a choice")


def plain_day(name: str, value: object) -> Iterator[FieldError]:
    """Yield a mistake unless the value is the text of a date."""
    yield from _written_as(DAY, name, value, "a date such as 2026-11-23")


def plain_days(name: str, values: object) -> Iterator[FieldError]:
    """Yield a mistake unless the value is a list, and for each item that is not the text of a date."""
    if not is_list(values):
        yield FieldError(name, values, f"a list of at most {MAX_ITEMS:,} dates, such as ['2026-11-23']")
        return
    for index, value in enumerate(values):
        yield from plain_day(f"{name}[{index}]", value)


def plain_moment(name: str, value: object) -> Iterator[FieldError]:
    """Yield a mistake unless the value is the text of a date, or of a date and a time."""
    yield from _written_as(MOMENT, name, value, "a date and a time such as 2026-12-03T14:00+01:00")


def _written_as(pattern: str, name: str, value: object, allowed: str) -> Iterator[FieldError]:
    if not isinstance(value, str) or not re.fullmatch(pattern, value):
        yield FieldError(name, value, allowed)
