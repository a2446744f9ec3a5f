"""Means: expected hours of scorers, on arrays where NumPy is loaded anyway, else draw by draw."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ..errors import ScorerError
from .criterion import Scorer
from .hours import mean_of
from .values import ScorerValues, hours_of

if TYPE_CHECKING:
    from .arrays import ColumnMeans

__all__ = ["Means", "has_arrays"]


class Means:
    """Expected hours of scorers on several values each; columns that come again are made into arrays once."""

    def __init__(self) -> None:
        self._columns: ColumnMeans | None = None
        if has_arrays():
            from .arrays import ColumnMeans

            self._columns = ColumnMeans()

    def of(self, scorer: Scorer[...], variants: Sequence[ScorerValues]) -> list[float]:
        """Return a scorer's expected hours on each of some values; NaN where it fails.

        Args:
            scorer: The scorer.
            variants: What it reads, each time with the same number of draws.
        """
        # Where nothing varies, one call on floats takes a small part of the time of one on arrays.
        if (
            self._columns is None
            or not scorer.columnar
            or all(values.columns.keys().isdisjoint(scorer.reads) for values in variants)
        ):
            return [_mean(scorer, values) for values in variants]
        means = self._columns.means(scorer, variants)
        # On floats it shows in which draw a scorer fails, and whether it fails at all.
        return [_mean(scorer, values) if mean is None else mean for mean, values in zip(means, variants, strict=True)]


def has_arrays() -> bool:
    """Tell whether the process has loaded NumPy anyway, and SciPy can be: loading NumPy takes longer than it saves."""
    return "numpy" in sys.modules and _has_scipy()


@cache
def _has_scipy() -> bool:
    return find_spec("scipy") is not None


def _mean(scorer: Scorer[...], values: ScorerValues) -> float:
    try:
        return mean_of(hours_of(scorer, values))
    except ScorerError:
        return math.nan
