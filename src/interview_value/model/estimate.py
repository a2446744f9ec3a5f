"""Estimate: what is known of one number, exactly or as a 90 % range."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from ..display.plain import Plain
from ..errors import FieldError
from .numerals import as_number
from .typed import NumberReader

if TYPE_CHECKING:
    from ..display.page import Page

__all__ = ["Estimate", "EstimateLike", "read_estimate"]

ANY_UNIT = NumberReader()
"""Reads text where nobody knows the unit."""

BOTH_ENDS = "finite numbers for both ends, such as (2, 7)"

LARGEST = 1e15
"""The largest number that is taken, either way: more than anybody counts, and little enough to multiply and add up."""

Z95 = 1.6448536269514722
"""The standard normal's 95th percentile: half the width of a 90 % range, in standard deviations."""


@frozen(slots=False, init=False)
class Estimate(Plain):
    """What is known of one number: exact, or a 90 % range.

    Args:
        low: The 5th percentile, or the number itself if it is exact.
        high: The 95th percentile; left out, or the same as ``low``, if the number is exact.
        choice: The name of the choice that it was given as, so that it is shown as it was said; empty if it was none.

    Raises:
        FieldError: An end is not a finite number of at most 10¹⁵ either way, or ``low`` is above ``high``.
    """

    low: float
    high: float
    choice: str = field(default="", eq=False)

    def __init__(self, low: float, high: float | None = None, choice: str = "") -> None:
        low = _finite(low)
        high = low if high is None else _finite(high)
        if low > high:
            raise FieldError("estimate", (low, high), f"the low end first: ({high:g}, {low:g})")
        # As attrs itself writes to a frozen instance.
        self.__dict__.update(low=low, high=high, choice=choice)

    @classmethod
    def of(cls, value: EstimateLike) -> Estimate:
        """Make an estimate of what people and files write; `Quantity.estimate` knows units too.

        Args:
            value: A number of any make, a pair ``(low, high)``, text such as ``"4"``, ``"2..7"`` or ``"about 200"``, or
                an `Estimate`.

        Returns:
            The estimate; the very same object if the value already was one.

        Raises:
            FieldError: The value is none of these, is not finite, or has its low end above its high end.
        """
        return read_estimate(value, ANY_UNIT)

    @property
    def exact(self) -> bool:
        """Whether the number is known exactly."""
        return self.low == self.high

    def to_plain(self) -> float | str | list[float]:
        """Return the name of the choice that was made, or the number, or the list ``[low, high]``: JSON-ready."""
        return self.choice or self.numbers

    @property
    def numbers(self) -> float | list[float]:
        """The number if it is exact, else the list ``[low, high]``."""
        return self.low if self.exact else [self.low, self.high]

    def _within(self) -> float | str | list[float]:
        return self.to_plain()

    def _page(self) -> Page:
        from ..display.page import Page

        return Page(str(self))

    def __str__(self) -> str:
        return f"{self.low:g}" if self.exact else f"{self.low:g}..{self.high:g}"


EstimateLike: TypeAlias = float | str | Sequence[float] | Estimate
"""What an estimate can be made of: a number, text such as ``"2..7"``, a pair, or an `Estimate`."""


def _finite(value: object) -> float:
    number = as_number(value)
    if number is None or math.isinf(number):
        raise FieldError("estimate", value, BOTH_ENDS)
    if abs(number) > LARGEST:
        raise FieldError("estimate", value, f"a number of at most {LARGEST:g}, either way")
    return number


def read_estimate(value: EstimateLike, reader: NumberReader) -> Estimate:
    """Make an estimate of what people and files write.

    Args:
        value: What `Estimate.of` takes.
        reader: Reads text, and says what can be written.

    Raises:
        FieldError: The value is no estimate.
    """
    if isinstance(value, Estimate):
        return value
    if isinstance(value, str):
        try:
            low, high = reader.read(value)[:2]
        except FieldError as mistake:
            raise FieldError("estimate", value, mistake.allowed) from None
        if math.isfinite(low) and math.isfinite(high):
            return Estimate(low, high)
    elif isinstance(value, Sequence) and len(value) == 2 and not isinstance(value, (bytes, bytearray, memoryview)):
        low, high = map(_finite, value)  # not None, which the constructor takes
        return Estimate(low, high)
    elif (number := as_number(value)) is not None and math.isfinite(number):
        return Estimate(number)
    raise FieldError("estimate", value, reader.allowed)
