"""Block: what the scorers and gates say of some rows at once, on arrays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import numpy as np

from ..columns import ARRAYS
from ..criterion import Gate, Scorer
from ..plan import Plan
from ..quantity import Belief, DerivedPrior, Quantity
from ..ternary import Maybe, Ternary
from .cells import Bools, Column, Floats, Rows, part
from .drawn import drawn, mixed
from .table import Table

__all__ = ["Block"]


class Block:
    """Some rows of a table, with the draws of what they do not know exactly.

    Args:
        table: The table.
        rows: The rows.
        size: How many they are.
        plan: Who reads what.
        priors: The draws of the priors, as `priors_of` has them.
        draws: The number of draws, at least 1; of a single one, every quantity is at its median.
    """

    def __init__(self, table: Table, rows: Rows, size: int, plan: Plan, priors: Mapping[str, Any], draws: int) -> None:
        self.size, self._table, self._rows, self._priors, self._draws = size, table, rows, priors, draws
        self._values: dict[str, Any] = {"ops": ARRAYS}
        for name in plan.order:
            self._values[name] = self._value(plan.known[name])

    def hours(self, scorer: Scorer[...]) -> Floats:
        """Return a scorer's hours, of shape (rows or 1, draws or 1).

        Raises:
            TypeError: It returned something else than numbers.
            Exception: Whatever a scorer raises that fails in some row.
        """
        hours = np.asarray(scorer.function(*scorer.pick(self._values)))
        if hours.dtype.kind not in "fiu":
            raise TypeError(f"{scorer.name} returned no numbers")
        return np.asarray(np.broadcast_to(hours, np.broadcast_shapes(hours.shape, (1, 1))), float)

    def answer(self, gate: Gate[...]) -> tuple[Bools, Bools]:
        """Return in which rows a gate says yes, and in which it says no.

        Raises:
            TypeError: It returned something else than a `Ternary`.
            Exception: Whatever a gate raises that fails in some row.
        """
        answer = gate.function(*[ARRAYS if name == "ops" else self._maybe(name) for name in gate.arguments])
        if not isinstance(answer, Ternary):
            raise TypeError(f"{gate.name} returned no answer")
        yes, no = (np.broadcast_to(np.asarray(side, bool), self.size) for side in (answer.yes, answer.no))
        return yes, no & ~yes

    def _maybe(self, name: str) -> Maybe:
        column = self._column(name)
        return Maybe.of(None) if column is None else Maybe(column.low, column.high, column.known)

    def _column(self, name: str) -> Column | None:
        """Return what these rows say of a quantity; None if nothing is said of it in the whole table."""
        whole = self._table.columns.get(name)
        return None if whole is None else whole.at(self._rows)

    def _value(self, quantity: Quantity) -> Any:
        column = self._column(quantity.name)
        if column is None or not column.known.any():
            return self._assumed(quantity)
        if column.known.all():
            return drawn(quantity, column.low, column.high, self._draws)
        known, high = column.known, column.high[column.known]
        given = drawn(quantity, column.low[known], high, self._draws)
        assumed = self._assumed(quantity)
        if not quantity.belief:
            return mixed(known, given, assumed)
        return Belief(*(mixed(known, *sides) for sides in zip(given, assumed, strict=True)))

    def _assumed(self, quantity: Quantity) -> Any:
        """Return what is taken for a quantity where nobody knows it."""
        if isinstance(quantity.prior, DerivedPrior):
            return quantity.prior.function(*[self._values[name] for name in quantity.prior.reads])
        prior = self._priors[quantity.name]
        if quantity.belief:
            return Belief(*map(cast("Any", self._by_facts), prior))
        return self._by_facts(prior)

    def _by_facts(self, prior: Floats) -> Floats:
        """Return a prior in each row, if it hangs on the facts."""
        if len(prior) == 1:
            return prior
        return np.asarray(prior[part(self._table.combination, self._rows)])
