"""Arrays: the mathematics that a scorer may use, and runs of scorers, on NumPy arrays. Needs the extra ``columns``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from scipy.special import ndtr

from .criterion import Scorer
from .hours import MAX_HOURS
from .ops import INV_SQRT_2PI, Ops
from .values import ScorerValues

__all__ = ["ARRAYS", "ColumnMeans", "MeansAt"]

_normal_cdf: Any = ndtr

MOST_VALUES = 32_768
"""How many values an array of several values' draws has at most, unless one column alone has more."""


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
    """Expected hours of scorers on NumPy arrays, so that each is called once for all draws of several values."""

    def __init__(self) -> None:
        self._arrays: dict[int, tuple[list[float], Any]] = {}

    def means(self, scorer: Scorer[...], variants: Sequence[ScorerValues]) -> list[float | None]:
        """Return a scorer's expected hours on each of some values.

        Args:
            scorer: A scorer that is columnar.
            variants: What it reads, each time with the same number of draws.

        Returns:
            Hours; None where the scorer fails on arrays, or gives what is no number of hours.
        """
        at_once = max(MOST_VALUES // variants[0].draws, 1)
        parts = [variants[start : start + at_once] for start in range(0, len(variants), at_once)]
        return [mean for part in parts for mean in self._means(scorer, part)]

    def _means(self, scorer: Scorer[...], variants: Sequence[ScorerValues]) -> list[float | None]:
        try:
            # What is too large on some draw shows in the hours below, and needs no warning.
            with np.errstate(all="ignore"):
                hours = scorer.function(*[self._argument(name, variants) for name in scorer.arguments])
                rows = np.asarray(hours, dtype=float)
                rows = np.broadcast_to(rows, (len(variants), rows.shape[-1] if rows.ndim else 1))
                means: list[float] = rows.mean(axis=1).tolist()
        except Exception:  # noqa: BLE001 - whatever a plugin's scorer raises on arrays, it can still run on floats
            return [None] * len(variants)
        if -MAX_HOURS <= rows.min() <= rows.max() <= MAX_HOURS:
            return [*means]
        possible: Any = np.logical_and(rows >= -MAX_HOURS, rows <= MAX_HOURS).all(axis=1)
        return [mean if row else None for mean, row in zip(means, possible, strict=True)]

    def _argument(self, name: str, variants: Sequence[ScorerValues]) -> Any:
        """Return an argument: one value or its draws if it is the same in all, else a row for each."""
        if name == "ops":
            return ARRAYS
        first = variants[0]
        if all(values.same(first, name) for values in variants):
            return self._array(first.columns[name]) if name in first.columns else first.fixed[name]
        if not any(name in values.columns for values in variants):
            return np.array([[values.fixed[name]] for values in variants], dtype=float)
        rows = [values.columns.get(name) or [values.fixed[name]] * values.draws for values in variants]
        return np.array(rows, dtype=float)

    def _array(self, draws: list[float]) -> Any:
        """Return a column as an array, which is made once."""
        known = self._arrays.get(id(draws))
        if known is None:
            # The list is kept, so that its id stays its own.
            known = self._arrays[id(draws)] = draws, np.array(draws, dtype=float)
        return known[1]


class MeansAt:
    """Expected hours of scorers that read a quantity, with it held at some values at once; nothing follows it.

    Args:
        scorers: The scorers, which are columnar and never fail.
        values: What they read.
        name: The quantity.
    """

    def __init__(self, scorers: Sequence[Scorer[...]], values: ScorerValues, name: str) -> None:
        self._scorers, self._name = scorers, name
        read = {name for scorer in scorers for name in scorer.reads} & values.columns.keys()
        self._read = {**values.fixed, **{name: np.array(values.columns[name], dtype=float) for name in read}}

    def __call__(self, numbers: Sequence[float]) -> list[list[float]]:
        """Return for each scorer its expected hours at each of some values of the quantity."""
        read = {**self._read, self._name: np.array(numbers)[:, np.newaxis], "ops": ARRAYS}
        with np.errstate(all="ignore"):
            by_draw: list[Any] = [scorer.function(*scorer.pick(read)) for scorer in self._scorers]
        return [hours.mean(axis=1).tolist() for hours in by_draw]
