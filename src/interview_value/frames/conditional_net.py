"""Conditional net: the net value of some rows with something held at other values, as `Conditional` has it for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from attrs import define

from ..scoring.criterion import Scorer
from .cells import Bools, Floats
from .net_values import NetValues, multiply
from .row_calls import beyond_limits, row_means, scorer_hours
from .row_values import RowValues

__all__ = ["ConditionalNet"]

NOT_ALONE: Mapping[str, RowValues] = MappingProxyType({})


@define(eq=False)
class ConditionalNet:
    """The net value of some rows, with something at a time held at other values; only scorers that read it run again.

    The preparation stays at its best hours. A scorer that fails in a row counts there with the hours it has otherwise.

    Args:
        net: The net value as things are.
    """

    net: NetValues

    @property
    def values(self) -> RowValues:
        """What was read, as things are."""
        return self.net.values

    def depends_on(self, changed: RowValues) -> bool:
        """Tell whether any scorer reads what has changed."""
        return any(changed.differs(self.values, scorer.reads) for scorer in self.values.plan.scorers)

    def expected(self, changed: RowValues, alone: Mapping[str, RowValues] = NOT_ALONE) -> Floats:
        """Return the expected net value on changed values, hours, one number a row.

        Args:
            changed: What is read.
            alone: For each scorer that reads still other values, these instead.
        """
        expected = np.broadcast_to(self.net.mean, self.values.size)
        for scorer, hours in self._changed_hours(changed, alone):
            change = row_means(hours) - self.net.means[scorer.name]
            expected = expected + multiply(change, self.net.signs[scorer.name])
        return expected

    def expected_times(self, chance: Floats, changed: RowValues, alone: Mapping[str, RowValues] = NOT_ALONE) -> Floats:
        """Return the expectation of a chance times the net value on changed values, draw by draw, hours.

        Args:
            chance: Of shape (rows or 1, draws or 1).
            changed: What is read.
            alone: For each scorer that reads still other values, these instead.
        """
        rerun = {scorer.name: hours for scorer, hours in self._changed_hours(changed, alone)}
        expected: Any = np.zeros(self.values.size)
        for name, base in self.net.hours.items():
            expected = expected + multiply(row_means(chance * rerun.get(name, base)), self.net.signs[name])
        return np.asarray(expected)

    def _changed_hours(
        self, changed: RowValues, alone: Mapping[str, RowValues]
    ) -> Iterator[tuple[Scorer[...], Floats]]:
        """Yield each scorer that reads something that has changed, with its hours then."""
        for scorer in self.values.plan.scorers:
            read = alone.get(scorer.name, changed)
            if not read.differs(self.values, scorer.reads):
                continue
            # What is too large on some draw shows in the hours, and needs no warning.
            with np.errstate(all="ignore"):
                hours = scorer_hours(scorer, read)
            beyond: Bools | None = beyond_limits(hours)
            base = self.net.hours[scorer.name]
            yield scorer, hours if beyond is None else np.where(beyond[:, None], base, hours)
