"""Conditional: the expected net value with something held at a value, all else as it is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from ...errors import NotAtHandError, ScorerError
from ...model.estimate import Estimate
from ...model.quantity import Quantity
from ...scoring.draws import normal_quantiles, values_at
from ...scoring.hours import Hours, total
from ...scoring.means import Means
from ...scoring.preparation import PREPARATION
from ...scoring.run import Run
from ...scoring.values import ScorerValues, hours_of
from ..contributions import Contribution
from ..valuation import Valuation

__all__ = ["Conditional", "levels", "uncertain"]

Values: TypeAlias = Mapping[str, float | list[float]]

NOT_ALONE: Mapping[str, Values] = MappingProxyType({})

LEVELS = 7
"""How many levels of equal probability an answer is averaged over; docs/explanation/accuracy.md has the error."""


class Conditional:
    """A valuation of which something at a time is held at a value; only scorers that read it run again.

    The preparation stays at its best hours.

    Args:
        valuation: The numbers that are varied.

    Raises:
        NotAtHandError: The evaluation was read back, and has no scorers.
    """

    def __init__(self, valuation: Valuation) -> None:
        if valuation.run is None:
            raise NotAtHandError
        self.run: Run = valuation.run
        self._means = Means()
        self.counting: dict[str, Contribution] = {item.name: item for item in valuation.contributions if item.counts}
        self.expected_net: float = valuation.expected_net

    def depending_on(self, name: str) -> list[Contribution]:
        """Return what counts and depends on a label or quantity, also through what is assumed of others."""
        names = self.run.values.depending_on(name)
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
        items = self.depending_on(name)
        return self._nets([self.run.values.holding(name, value) for value in values], items, partial=partial)

    def net_labelled(self, name: str, choices: Iterable[str]) -> list[float]:
        """Return the expected net value if somebody had made each of some choices of a label, hours."""
        items = self.depending_on(name)
        return self._nets([self.run.values.labelled(name, choice) for choice in choices], items)

    def net_draws(self, others: Values, alone: Mapping[str, Values] = NOT_ALONE) -> Hours:
        """Return the net value, draw by draw, with other values of some quantities.

        Args:
            others: The other values, by quantity: one number, or one a draw.
            alone: For each scorer that gets still other values, these instead.
        """
        values, base = self.run.values.replaced(others), self.run.values
        apart = {name: base.replaced(those) for name, those in alone.items()}
        return total(self._effect(item, apart.get(name, values)) for name, item in self.counting.items())

    def _effect(self, item: Contribution, values: ScorerValues) -> Hours:
        """Return what a scorer adds to the net value on some values; what it has otherwise if it fails there."""
        scorer, base = self.run.plan.scorer[item.name], self.run.values
        if all(values.same(base, name) for name in scorer.reads):
            return item.effect_draws
        try:
            hours = hours_of(scorer, values)
        except ScorerError:
            return item.effect_draws
        return tuple([item.sign * one for one in hours]) if isinstance(hours, tuple) else item.sign * hours

    def _nets(
        self, variants: Sequence[ScorerValues], items: Iterable[Contribution], *, partial: bool = True
    ) -> list[float]:
        nets = [self.expected_net] * len(variants)
        for item in items:
            for place, mean in enumerate(self._means.of(self.run.plan.scorer[item.name], variants)):
                nets[place] += 0.0 if partial and math.isnan(mean) else item.sign * (mean - item.mean)
        return nets


def uncertain(conditional: Conditional, *, constants: bool) -> Iterator[tuple[Quantity, Estimate]]:
    """Yield each quantity that counts and is not known exactly, with its range, also if only an assumption reads it.

    Args:
        conditional: The valuation to vary.
        constants: Whether constants of the model are among the quantities, or only what somebody can answer.
    """
    run = conditional.run
    for name, quantity in run.plan.quantities.items():
        if quantity.is_label or name == PREPARATION or (quantity.ask == "nobody" and not constants):
            continue
        if name in run.values.failed or not conditional.depending_on(name):
            continue
        estimate = run.values.argument(name)
        if not estimate.exact:
            yield quantity, estimate


def levels(quantity: Quantity, low: float, high: float) -> list[float]:
    """Return a quantity's values at levels of equal probability, ascending, given its 90 % range."""
    return values_at(quantity, low, high, normal_quantiles(LEVELS))
