"""The scale on which the widget draws hours, in per cent from its left to its right edge."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from ..display.words import in_full
from ..scoring.hours import Summary

__all__ = ["Scale"]

INTERVALS = 5
"""Roughly the most intervals between marks, so that their numbers stand apart in a narrow notebook."""

STEPS = (1, 2, 5, 10)
"""The intervals that there are between two marks, times a power of ten."""

NEGLIGIBLE = 1e-9
"""The width of a range below which nothing is seen, hours."""


@frozen
class Scale:
    """A linear scale of hours.

    Args:
        low: The hours at the left edge, at most 0.
        high: The hours at the right edge, at least 0.
        step: The hours between two marks, > 0.
    """

    low: float
    high: float
    step: float

    @classmethod
    def around(cls, summaries: Iterable[Summary]) -> Scale:
        """Return a scale between round numbers that holds 0 and all ranges of the summaries."""
        ends = [end for summary in summaries for end in summary if math.isfinite(end)]
        low, high = min([0.0, *ends]), max([0.0, *ends])
        if high - low < NEGLIGIBLE:
            return cls(0.0, 1.0, 1.0)
        step = _round_step((high - low) / INTERVALS)
        return cls(math.floor(low / step) * step, math.ceil(high / step) * step, step)

    def place(self, hours: float) -> float:
        """Return the place of hours, per cent of the way from the left edge to the right one."""
        return round(100 * (hours - self.low) / (self.high - self.low), 3)

    @property
    def marks(self) -> list[dict[str, Any]]:
        """The marks, from left to right, each with its place and its hours in print."""
        count = round((self.high - self.low) / self.step)
        marks: list[dict[str, Any]] = []
        for hours in (self.low + number * self.step for number in range(count + 1)):
            # Two digits are exact for a few round steps.
            text = in_full(hours, 2) if abs(hours) > self.step / 2 else "0"
            marks.append({"at": self.place(hours), "text": f"+{text}" if hours > self.step / 2 else text})
        return marks

    def bar(self, summary: Summary) -> dict[str, Any]:
        """Return the ends of a bar from 0 to the expected hours, and of its range.

        Both are None if the hours are not known.
        """
        if not math.isfinite(summary.mean):
            return {"bar": None, "range": None}
        ends = sorted((self.place(0.0), self.place(summary.mean)))
        return {"bar": ends, "range": [self.place(summary.low), self.place(summary.high)]}


def _round_step(least: float) -> float:
    """Return the smallest round number that is at least `least`."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * step for step in STEPS if power * step >= least * (1 - 1e-9))
