"""Numbers: what the ticks of an axis say, hours above all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from matplotlib.ticker import Formatter

from .texts import label

__all__ = ["HOURS", "in_hours", "numbered"]

HOURS = "hours of your time"

DIGITS = range(6, 18)
"""Of which the fewest that tell the numbers of an axis apart are written; 17 are all that there are."""

NOISE = 1e-9
"""The share of the largest number of an axis below which another is a zero that was added up from fractions."""


class _Whole(Formatter):
    """Say each number in full, such as 2e+09: matplotlib's own puts what they share where the axis's label is."""

    def __call__(self, x: float, _: object = None) -> str:
        """Return one number, as where the mouse points."""
        return self.format_ticks([x])[0]

    def format_ticks(self, values: Iterable[float]) -> list[str]:
        """Return the numbers of an axis."""
        ticks = list(values)
        least = NOISE * max(map(abs, ticks), default=0.0)
        ways = ([f"{tick if abs(tick) > least else 0:.{digits}g}" for tick in ticks] for digits in DIGITS)
        told_apart = next(way for way in ways if len(set(way)) == len(set(ticks)))
        return [text.replace("-", "−") for text in told_apart]


def numbered(axis: Any) -> None:
    """Have an axis say its numbers in full."""
    axis.set_major_formatter(_Whole())


def in_hours(axis: Any, *sentences: str) -> None:
    """Label an axis that shows hours, and have it say them in full."""
    numbered(axis)
    label(axis, *sentences)
