"""Bounds: the values that a quantity can take."""

from __future__ import annotations

import math

from attrs import frozen

from ..errors import FieldError, is_list
from .numerals import as_number

__all__ = ["SHARE", "Bounds", "as_bounds"]


@frozen
class Bounds:
    """The values that a quantity can take.

    Args:
        low: The lowest value.
        high: The highest value.
        open_low: Whether ``low`` itself is excluded, as for a length of time that cannot be 0.
        or_zero: Whether exactly 0 is possible too, though it lies below ``low``.
    """

    low: float = -math.inf
    high: float = math.inf
    open_low: bool = False
    or_zero: bool = False

    def contains(self, value: float) -> bool:
        """Tell whether a value lies within the bounds; NaN never does."""
        if self.or_zero and value == 0:
            return True
        return self.low <= value <= self.high and not (self.open_low and value == self.low)

    def contains_range(self, low: float, high: float) -> bool:
        """Tell whether a range lies within the bounds; one from an exact 0 on would reach below ``low``."""
        return self.contains(low) and self.contains(high) and (self.low <= low or low == high)

    def cut(self, value: float) -> float:
        """Return the value itself if it lies within the bounds, or else the nearer end."""
        return value if self.contains(value) else min(max(value, self.low), self.high)

    def __str__(self) -> str:
        if self.low == -math.inf and self.high == math.inf:
            return "any number"
        if self.low == -math.inf:
            return f"≤ {self.high:g}"
        if self.high == math.inf:
            return f"> {self.low:g}" if self.open_low else f"≥ {self.low:g}"
        zero = "0, or " if self.or_zero else ""
        return f"{zero}{'> ' if self.open_low else ''}{self.low:g} to {self.high:g}"


SHARE = Bounds(0, 1)


def as_bounds(value: Bounds | tuple[float, float]) -> Bounds:
    """Return bounds, also of the pair of both ends; raise a `FieldError` for anything else."""
    if isinstance(value, Bounds):
        return value
    if not is_list(value) or len(value) != 2 or any(as_number(end) is None for end in value):
        raise FieldError("bounds", value, "Bounds, or a pair of numbers: the lowest value and the highest")
    if not value[0] <= value[1]:
        raise FieldError("bounds", value, "the lowest value, and then the highest")
    low, high = (end if isinstance(end, (int, float)) else float(end) for end in value)
    return Bounds(low, high)
