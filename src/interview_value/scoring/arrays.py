"""Arrays: the mathematics that a scorer may use, and runs of scorers, on NumPy arrays. Needs the extra ``columns``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from scipy.special import ndtr

from ..model.quantity import Belief
from .criterion import Scorer
from .hours import MAX_HOURS
from .ops import INV_SQRT_2PI, Ops
from .run import Run

__all__ = ["ARRAYS", "ColumnRun"]

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


class ColumnRun:
    """A run whose draws are NumPy arrays, so that a scorer is called once for all draws of all values of a quantity.

    Args:
        run: The run.
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        self._arrays: dict[str, Any] = {}

    def means(self, scorer: Scorer[...], name: str, values: Sequence[float]) -> list[float] | None:
        """Return a scorer's expected hours with one quantity held at each of some values.

        Args:
            scorer: A scorer that is columnar.
            name: The quantity.
            values: Its values, in its unit.

        Returns:
            Hours, one for each value; None if the scorer fails on arrays, or gives what is no number of hours.
        """
        draws = max((len(column) for column in self.run.values.columns.values()), default=1)
        try:
            # What is too large on some draw shows in the grid below, and needs no warning.
            with np.errstate(all="ignore"):
                hours = scorer.function(*self._arguments(scorer, name, np.array(values, dtype=float)[:, None]))
            grid = np.broadcast_to(np.asarray(hours, dtype=float), (len(values), draws))
        except Exception:  # noqa: BLE001 - whatever a plugin's scorer raises on arrays, it can still run on floats
            return None
        if not -MAX_HOURS <= grid.min() <= grid.max() <= MAX_HOURS:
            return None
        means: list[float] = grid.mean(axis=1).tolist()
        return means

    def _arguments(self, scorer: Scorer[...], name: str, held: Any) -> list[Any]:
        """Return a scorer's arguments, with one quantity held and what is derived from it derived anew."""
        arguments = {"ops": ARRAYS, name: Belief(held, 0.0) if self.run.plan.known[name].belief else held}
        for derived, prior in self.run.derived():
            if derived != name and name in prior.reads:
                sources = [held if source == name else self._argument(source) for source in prior.reads]
                arguments[derived] = prior.function(*sources)
        return [arguments[key] if key in arguments else self._argument(key) for key in scorer.arguments]

    def _argument(self, name: str) -> Any:
        """Return an argument as the run has it, its draws as an array, which is made once."""
        if name not in self.run.values.columns:
            return self.run.values.fixed[name]
        if name not in self._arrays:
            table = np.array(self.run.values.columns[name], dtype=float)
            self._arrays[name] = table if table.ndim == 1 else Belief(*table.T)
        return self._arrays[name]
