"""The expected net value with one quantity held at a value, all others as they are."""

from __future__ import annotations

import math
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING

from attrs import frozen

from ...errors import NotAtHandError, ScorerError
from ...model.estimate import Estimate
from ...model.quantity import Quantity
from ...scoring.criterion import Scorer
from ...scoring.draws import normal_quantiles, values_at
from ...scoring.hours import mean_of
from ...scoring.run import Run, hours_of
from ..contributions import Contribution
from ..valuation import Valuation

if TYPE_CHECKING:
    from ...scoring.arrays import ColumnRun

__all__ = ["Conditional", "Curve", "curves"]

LEVELS = 64
"""How many levels of equal probability the value of knowing a quantity is averaged over."""

KNOTS = (-1.0, -0.45, 0.0, 0.45, 1.0)
"""Normal deviates at which the expected net value is worked out, besides the 5th and 95th percentile and the outermost
levels. In between it is interpolated, which is exact where it is linear in the quantity, and coarse at a jump."""


@frozen
class Curve:
    """The expected net value over the values of one uncertain quantity.

    Args:
        quantity: The quantity.
        low: Its 5th percentile, in its unit.
        high: Its 95th percentile, in its unit.
        values: Some of its values, ascending, in its unit.
        nets: The expected net value at each of ``values``, hours.
        net_low: The expected net value at ``low``, hours.
        net_high: The expected net value at ``high``, hours.
    """

    quantity: Quantity
    low: float
    high: float
    values: tuple[float, ...]
    nets: tuple[float, ...]
    net_low: float
    net_high: float

    def at(self, value: float) -> float:
        """Return the expected net value at a value between the outermost ones, interpolated linearly, hours."""
        right = min(max(bisect_left(self.values, value), 1), len(self.values) - 1)
        x0, x1 = self.values[right - 1], self.values[right]
        y0, y1 = self.nets[right - 1], self.nets[right]
        return y0 + (y1 - y0) * (value - x0) / (x1 - x0)

    @property
    def levels(self) -> list[float]:
        """The expected net value at levels of equal probability of the quantity, hours."""
        return [self.at(value) for value in values_at(self.quantity, self.low, self.high, normal_quantiles(LEVELS))]


class Conditional:
    """A valuation of which one quantity at a time is held at a value; only scorers that read it run again.

    Args:
        valuation: The numbers that are varied.

    Raises:
        NotAtHandError: The evaluation was read back, and has no scorers.
    """

    def __init__(self, valuation: Valuation) -> None:
        if valuation.run is None:
            raise NotAtHandError
        self.run: Run = valuation.run
        self.counting: dict[str, Contribution] = {item.name: item for item in valuation.contributions if item.counts}
        self.expected_net: float = valuation.expected_net

    def depending_on(self, name: str) -> list[Contribution]:
        """Return the contributions that count and depend on a quantity, directly or through a derived prior."""
        names = {name, *(derived for derived, prior in self.run.derived() if name in prior.reads)}
        return [
            self.counting[scorer.name]
            for scorer in self.run.plan.scorers
            if scorer.name in self.counting and not names.isdisjoint(scorer.reads)
        ]

    def net(self, name: str, values: Sequence[float], *, partial: bool = True) -> list[float]:
        """Return the expected net value with a quantity held at each of some values.

        Args:
            name: The name of the quantity.
            values: Its values, within its bounds, in its unit.
            partial: Whether a scorer that fails at a value counts there with the hours that it has otherwise;
                if False, the net value there is NaN.

        Returns:
            Hours, one number for each value.
        """
        nets = [self.expected_net] * len(values)
        for item in self.depending_on(name):
            for place, mean in enumerate(self._means(item, name, values)):
                nets[place] += 0.0 if partial and math.isnan(mean) else item.sign * (mean - item.mean)
        return nets

    def _means(self, item: Contribution, name: str, values: Sequence[float]) -> list[float]:
        scorer = self.run.plan.scorer[item.name]
        means = self._columns.means(scorer, name, values) if self._columns and scorer.columnar else None
        return means if means is not None else [self._mean(scorer, name, value) for value in values]

    def _mean(self, scorer: Scorer[...], name: str, value: float) -> float:
        """Return the expected hours of a scorer with a quantity held at a value; NaN if it fails there."""
        try:
            return mean_of(hours_of(scorer, self.run.values_with(name, value)))
        except ScorerError:
            return math.nan

    @cached_property
    def _columns(self) -> ColumnRun | None:
        """The run on NumPy arrays, if the process has loaded NumPy anyway: loading it takes longer than it saves."""
        if "numpy" not in sys.modules or find_spec("scipy") is None:
            return None
        from ...scoring.arrays import ColumnRun

        return ColumnRun(self.run)


def curves(conditional: Conditional, *, constants: bool) -> Iterator[Curve]:
    """Yield the curve of each uncertain quantity that counts.

    Args:
        conditional: The valuation to vary.
        constants: Whether constants of the model are among the quantities, or only what somebody can answer.
    """
    run = conditional.run
    for name, column in run.values.columns.items():
        quantity = run.plan.known[name]
        if quantity.ask == "nobody" and not constants:
            continue
        estimate = run.values.known(name) or run.values.priors[name]
        if estimate is not None and column and conditional.depending_on(name):
            yield _curve(conditional, quantity, estimate)


def _curve(conditional: Conditional, quantity: Quantity, estimate: Estimate) -> Curve:
    levels = normal_quantiles(LEVELS)
    inner = values_at(quantity, estimate.low, estimate.high, (levels[0], *KNOTS, levels[-1]))
    values = [inner[0], estimate.low, *inner[1:-1], estimate.high, inner[-1]]
    nets = conditional.net(quantity.name, values)
    # Values that are clipped to the same bound become one knot.
    knots = dict(zip(values, nets, strict=True))
    return Curve(quantity, estimate.low, estimate.high, tuple(knots), tuple(knots.values()), nets[1], nets[-2])
