"""Block: what the scorers and gates say of some rows at once, on arrays."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, cast

import numpy as np

from ..model.quantity import Belief, DerivedPrior, Quantity
from ..scoring.arrays import ARRAYS
from ..scoring.criterion import Gate, Scorer
from ..scoring.ops import FLOATS
from ..scoring.run import ask_gate, hours_of
from ..scoring.ternary import Maybe, Ternary
from ..scoring.values import Plan, ScorerValues
from .cells import NO, Bools, Column, Floats, Rows, entry, part
from .drawn import drawn, mixed, prior_ends
from .table import Table

__all__ = ["WHOLE", "Block"]

WHOLE = frozenset({"invitation", "seeker"})
"""What a scorer or gate can read besides quantities; it cannot run on columns then."""


class Block:
    """Some rows of a table, with the draws of what they do not know exactly.

    Args:
        table: The table.
        rows: The rows.
        plan: Who reads what.
        priors: The draws of the priors, as `priors_of` has them.
        draws: The number of draws, at least 1; of a single one, every quantity is at its median.
    """

    def __init__(self, table: Table, rows: Rows, plan: Plan, priors: Mapping[str, Any], draws: int) -> None:
        self.size: int = rows.stop - rows.start if isinstance(rows, slice) else len(rows)
        self._table, self._rows, self._plan, self._priors, self._draws = table, rows, plan, priors, draws
        self._values: dict[str, Any] = {"ops": ARRAYS}
        for name in plan.order:
            self._values[name] = _fixed(self._value(plan.known[name], self._values))

    def hours(self, scorer: Scorer[...], held: Mapping[str, Any] = MappingProxyType({})) -> Floats:
        """Return a scorer's hours, of shape (rows or 1, draws or 1).

        Args:
            scorer: The scorer; one that cannot run on columns is called row by row.
            held: What it reads instead of the draws, by name, as `held` has it.

        Raises:
            TypeError: It returned something else than numbers.
            Exception: Whatever a scorer raises that fails in some row.
        """
        values = {**self._values, **held} if held else self._values
        if not scorer.columnar:
            return self._hours_by_row(scorer, values)
        hours = np.asarray(scorer.function(*scorer.pick(values)))
        if hours.dtype.kind not in "fiu":
            raise TypeError(f"{scorer.name} returned no numbers")
        return np.asarray(np.broadcast_to(hours, np.broadcast_shapes(hours.shape, (1, 1))), float)

    def held(self, name: str, values: Floats) -> dict[str, Any]:
        """Return what is read if a quantity is held at a value in each row: it, and what is derived from it anew.

        Args:
            name: The quantity, which is no belief.
            values: Its values, in its unit, of shape (rows,).
        """
        held: dict[str, Any] = {name: values[:, None]}
        for derived in self._plan.order:
            prior = self._plan.known[derived].prior
            if derived != name and isinstance(prior, DerivedPrior) and name in prior.reads:
                held[derived] = self._value(self._plan.known[derived], {**self._values, **held})
        return {each: _fixed(value) for each, value in held.items()}

    def range_of(self, quantity: Quantity) -> tuple[Floats, Floats]:
        """Return the two ends of a quantity's range in each row, as far as the row or its prior has one.

        Returns:
            The 5th and the 95th percentile, in its unit; where it is derived from others, both are 0.
        """
        ends = [np.broadcast_to(end, self.size).copy() for end in self.said(quantity.name)]
        if not isinstance(quantity.prior, DerivedPrior):
            for end, of_prior in zip(ends, prior_ends(quantity), strict=True):
                np.copyto(end, self._by_facts(of_prior), where=~self.known(quantity.name))
        return ends[0], ends[1]

    def said(self, name: str) -> tuple[Floats, Floats]:
        """Return the two ends of what the rows say of a quantity; both are 0 where they say nothing."""
        column = self._column(name)
        return (np.zeros(1), np.zeros(1)) if column is None else (column.low, column.high)

    def known(self, name: str) -> Bools:
        """Return in which rows somebody said something of a quantity."""
        column = self._column(name)
        return NO if column is None else column.known

    def answer(self, gate: Gate[...]) -> tuple[Bools, Bools]:
        """Return in which rows a gate says yes, and in which it says no.

        Raises:
            TypeError: It returned something else than a `Ternary`.
            Exception: Whatever a gate raises that fails in some row.
        """
        if not WHOLE.isdisjoint(gate.arguments):
            each = [ask_gate(gate, self._inputs(row, {})) for row in self._numbers()]
            answers = [np.array([getattr(answer, side) for answer in each], bool) for side in ("yes", "no")]
        else:
            answer = gate.function(*[ARRAYS if name == "ops" else self._maybe(name) for name in gate.arguments])
            if not isinstance(answer, Ternary):
                raise TypeError(f"{gate.name} returned no answer")
            answers = [np.broadcast_to(np.asarray(side, bool), self.size) for side in (answer.yes, answer.no)]
        yes, no = answers
        return yes, no & ~yes

    def _numbers(self) -> list[int]:
        """Return the numbers of the rows in the table."""
        rows = self._rows
        return list(range(rows.start, rows.stop)) if isinstance(rows, slice) else rows.tolist()

    def _hours_by_row(self, scorer: Scorer[...], values: Mapping[str, Any]) -> Floats:
        """Return the hours of a scorer that cannot run on columns."""
        each: list[Any] = []
        for place, row in enumerate(self._numbers()):
            read = {name: _row_of(values[name], place) for name in scorer.reads}
            hours = hours_of(scorer, self._inputs(row, read))
            each.append(hours if isinstance(hours, list) else [hours])
        width = max(map(len, each))
        return np.array([hours * (width // len(hours)) for hours in each])

    def _inputs(self, row: int, read: Mapping[str, Any]) -> ScorerValues:
        """Return what is read in a row, as one evaluation has it."""
        invitation, seeker = self._table.case(row)
        context = {"ops": FLOATS, "invitation": invitation, "seeker": seeker}
        settled = {name: value for name, value in read.items() if not isinstance(value, list)}
        columns: dict[str, list[Any]] = {name: value for name, value in read.items() if isinstance(value, list)}
        return ScorerValues(invitation, seeker, {**settled, **context}, columns, {})

    def _maybe(self, name: str) -> Maybe:
        column = self._column(name)
        return Maybe.of(None) if column is None else Maybe(*map(_fixed, (column.low, column.high, column.known)))

    def _column(self, name: str) -> Column | None:
        """Return what these rows say of a quantity; None if nothing is said of it in the whole table."""
        whole = self._table.columns.get(name)
        return None if whole is None else whole.at(self._rows)

    def _value(self, quantity: Quantity, values: Mapping[str, Any]) -> Any:
        """Return a quantity's draws.

        Args:
            quantity: The quantity.
            values: The draws of those from which it may be derived.
        """
        column = self._column(quantity.name)
        if column is None or not column.known.any():
            return self._assumed(quantity, values)
        if column.known.all():
            return drawn(quantity, column.low, column.high, self._draws)
        known, high = column.known, column.high[column.known]
        given = drawn(quantity, column.low[known], high, self._draws)
        assumed = self._assumed(quantity, values)
        if not quantity.belief:
            return mixed(known, given, assumed)
        return Belief(*(mixed(known, *sides) for sides in zip(given, assumed, strict=True)))

    def _assumed(self, quantity: Quantity, values: Mapping[str, Any]) -> Any:
        """Return what is taken for a quantity where nobody knows it."""
        if isinstance(quantity.prior, DerivedPrior):
            return quantity.prior.function(*[values[name] for name in quantity.prior.reads])
        prior = self._priors[quantity.name]
        if quantity.belief:
            return Belief(*map(cast("Any", self._by_facts), prior))
        return self._by_facts(prior)

    def _by_facts(self, prior: Floats) -> Floats:
        """Return a prior in each row, if it hangs on the facts."""
        if len(prior) == 1:
            return prior
        return np.asarray(prior[part(self._table.combination, self._rows)])


def _fixed(values: Any) -> Any:
    """Return values so that no scorer can change them under the hands of the others: then it runs row by row."""
    if isinstance(values, Belief):
        return Belief(*map(_fixed, values))
    held = np.asarray(values).view()
    held.flags.writeable = False
    return held


def _row_of(values: Any, place: int) -> Any:
    """Return the values of one row: a number or belief, or a list of them if they vary from draw to draw."""
    if isinstance(values, Belief):
        sides = np.broadcast_arrays(*(np.atleast_2d(side) for side in values))
        each = [Belief(*pair) for pair in zip(*(entry(side, place).tolist() for side in sides), strict=True)]
    else:
        each = entry(np.atleast_2d(values), place).tolist()
    return each if len(each) > 1 else each[0]
