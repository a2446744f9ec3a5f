"""Arrays: the mathematics that a scorer may use, and runs of scorers, on NumPy arrays. Needs the extra ``columns``."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from scipy.special import ndtr

from .criterion import Scorer
from .hours import MAX_HOURS
from .ops import INV_SQRT_2PI, Ops
from .values import ScorerValues

__all__ = ["ARRAYS", "ColumnMeans"]

_normal_cdf: Any = ndtr


class _Arrays:
    """`Ops` on NumPy arrays; what gives infinity or NaN there does so without a warning."""

    exp = staticmethod(np.exp)
    sqrt = staticmethod(np.sqrt)
    minimum = staticmethod(np.minimum)
    maximum = staticmethod(np.maximum)
    normal_cdf = staticmethod(_normal_cdf)

    @staticmethod
    def where(condition: Any, a: Any, b: Any, /) -> Any:
        return cast("Any", np).where(condition, a, b)

    @staticmethod
    def log(x: Any, /) -> Any:
        with np.errstate(divide="ignore"):
            return np.log(x)

    @staticmethod
    def logistic(x: Any, /) -> Any:
        # Neither exponential can overflow; for x ≥ 0 the upper one is 1, which is faster than `where`.
        return np.exp(np.minimum(x, 0.0)) / (1.0 + np.exp(-np.abs(x)))

    @staticmethod
    def logit(p: Any, /) -> Any:
        with np.errstate(divide="ignore"):
            return np.log(np.divide(p, np.subtract(1.0, p)))

    @staticmethod
    def normal_pdf(z: Any, /) -> Any:
        return INV_SQRT_2PI * np.exp(-0.5 * z * z)

    @staticmethod
    def expected_excess(mean: Any, sd: Any, threshold: Any = 0.0, /) -> Any:
        gain: Any = np.subtract(mean, threshold)
        certain = np.less_equal(sd, 0.0)
        some_certain = certain.any()
        spread = np.where(certain, 1.0, sd) if some_certain else sd
        z = gain / spread
        surprise: Any = np.exp(-0.5 * (z * z))
        surprise *= spread * INV_SQRT_2PI
        surprise += gain * _normal_cdf(z)
        return cast("Any", np).where(certain, np.maximum(gain, 0.0), surprise) if some_certain else surprise


ARRAYS: Ops = _Arrays()
"""`Ops` on NumPy arrays."""


class ColumnMeans:
    """Expected hours of scorers on NumPy arrays, so that each is called once for all draws."""

    def __init__(self) -> None:
        self._arrays: dict[int, tuple[list[float], Any]] = {}

    def mean(self, scorer: Scorer[...], values: ScorerValues) -> float | None:
        """Return a scorer's expected hours on some values.

        Args:
            scorer: A scorer that is columnar.
            values: What it reads.

        Returns:
            Hours; None if the scorer fails on arrays, or gives what is no number of hours.
        """
        try:
            # What is too large on some draw shows in the mean below, and needs no warning.
            with np.errstate(all="ignore"):
                hours = scorer.function(*[self._argument(name, values) for name in scorer.arguments])
            column = np.asarray(hours, dtype=float)
        except Exception:  # noqa: BLE001 - whatever a plugin's scorer raises on arrays, it can still run on floats
            return None
        if not -MAX_HOURS <= column.min() <= column.max() <= MAX_HOURS:
            return None
        return float(column.mean())

    def _argument(self, name: str, values: ScorerValues) -> Any:
        """Return an argument, its draws as an array, which is made once."""
        if name == "ops":
            return ARRAYS
        if name not in values.columns:
            return values.fixed[name]
        draws = values.columns[name]
        if id(draws) not in self._arrays:
            self._arrays[id(draws)] = (
                draws,
                np.array(draws, dtype=float),
            )  # the list is kept, so that its id stays its own
        return self._arrays[id(draws)][1]
