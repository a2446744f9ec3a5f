"""Summary: hours as an expected value and a 90 % range, and the sums that lead there."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeAlias, cast

__all__ = ["Hours", "Summary", "mean_of", "percentile", "total"]

Hours: TypeAlias = float | list[float]
"""Hours: one number if nothing that was read is uncertain, else one a draw."""


class Summary(NamedTuple):
    """Hours, as an expected value and a 90 % range.

    Args:
        mean: The expected value, the mean of the draws, hours.
        low: The 5th percentile of the draws, hours.
        high: The 95th percentile of the draws, hours.
    """

    mean: float
    low: float
    high: float

    @classmethod
    def of(cls, hours: Hours) -> Summary:
        """Return the summary of one number, or of the draws of one, hours."""
        if not isinstance(hours, list):
            return cls(hours, hours, hours)
        ordered = sorted(hours)
        return cls(mean_of(hours), percentile(ordered, 0.05), percentile(ordered, 0.95))


new_summary: Callable[..., Any] = cast("Any", tuple).__new__
"""Makes a summary of a tuple without the detour through its own constructor, on the hot path."""


def mean_of(hours: Hours) -> float:
    """Return the expected value. Summed exactly, because sum() rounds differently in different Python versions."""
    return math.fsum(hours) / len(hours) if isinstance(hours, list) else hours


def percentile(ordered: list[float], share: float) -> float:
    """Return the value below which a share of the ordered draws lies, each draw standing for its own stratum."""
    place = max(share * len(ordered) - 0.5, 0.0)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def total(parts: Iterable[Hours]) -> Hours:
    """Add hours draw by draw; a number counts in every draw."""
    parts = list(parts)
    columns = [part for part in parts if isinstance(part, list)]
    constant = math.fsum(part for part in parts if not isinstance(part, list))
    if not columns:
        return constant
    return [math.fsum((constant, *row)) for row in zip(*columns, strict=True)]
