"""Estimate: what is known of one number, exactly or as a 90 % range."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

from attrs import frozen

from ..errors import FieldError, is_number

__all__ = ["Estimate", "EstimateLike"]

_HOW_TO_WRITE = 'a finite number, a pair (low, high), or text such as "4" or "2..7"'
_AN_END = "finite numbers for both ends, such as (2, 7)"

LARGEST = 1e15
"""The largest number that is taken, either way: more than anybody counts, and little enough to multiply and add up."""


@frozen(slots=False, init=False)
class Estimate:
    """What is known of one number: exact, or a 90 % range.

    Args:
        low: The 5th percentile, or the number itself if it is exact.
        high: The 95th percentile; left out, or the same as ``low``, if the number is exact.

    Raises:
        FieldError: An end is not a finite number of at most 10¹⁵ either way, or ``low`` is above ``high``.
    """

    low: float
    high: float

    def __init__(self, low: float, high: float | None = None) -> None:
        low = _finite(low, _AN_END)
        high = low if high is None else _finite(high, _AN_END)
        if low > high:
            raise FieldError("estimate", (low, high), f"the low end first: ({high:g}, {low:g})")
        # As attrs itself writes to a frozen instance.
        self.__dict__.update(low=low, high=high)

    @classmethod
    def of(cls, value: EstimateLike) -> Estimate:
        """Make an estimate of what people and files write.

        Args:
            value: A number, a pair ``(low, high)``, text such as ``"4"`` or ``"2..7"``, or an `Estimate`.

        Returns:
            The estimate; the very same object if the value already was one.

        Raises:
            FieldError: The value is none of these, is not finite, or has its low end above its high end.
        """
        if isinstance(value, Estimate):
            return value
        if isinstance(value, str):
            return cls(*_ends_of_text(value))
        if not isinstance(value, Sequence):
            return cls(_finite(value, _HOW_TO_WRITE))
        if isinstance(value, bytes) or len(value) != 2:
            raise FieldError("estimate", value, _HOW_TO_WRITE)
        return cls(*[_finite(end, _AN_END) for end in value])

    @property
    def exact(self) -> bool:
        """Whether the number is known exactly."""
        return self.low == self.high

    def to_plain(self) -> float | list[float]:
        """Return the number if it is exact, else the list ``[low, high]``: JSON-ready, read back by `of`."""
        return self.low if self.exact else [self.low, self.high]

    def __str__(self) -> str:
        return f"{self.low:g}" if self.exact else f"{self.low:g}..{self.high:g}"


EstimateLike: TypeAlias = float | str | Sequence[float] | Estimate
"""What an estimate can be made of: a number, text such as ``"2..7"``, a pair, or an `Estimate`."""


def _finite(value: object, allowed: str) -> float:
    try:
        number = float(value) if is_number(value) else math.nan
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise FieldError("estimate", value, allowed)
    if abs(number) > LARGEST:
        raise FieldError("estimate", value, f"a number of at most {LARGEST:g}, either way")
    return number


def _ends_of_text(text: str) -> list[float]:
    ends = text.split("..")
    try:
        if len(ends) > 2:
            raise ValueError
        numbers = [float(end) for end in ends]
    except ValueError:
        raise FieldError("estimate", text, _HOW_TO_WRITE) from None
    return [_finite(number, _HOW_TO_WRITE) for number in numbers]
