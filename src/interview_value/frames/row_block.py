"""Row block: the results of scorers and gates for some rows at once, on arrays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, cast

import numpy as np

from ..errors import InvalidInputError, ScorerError
from ..model.quantity import Belief, DerivedPrior, Quantity
from ..scoring.arrays import ARRAYS
from ..scoring.criterion import Gate, Scorer
from ..scoring.ops import FLOATS
from ..scoring.run import ask_gate, hours_of
from ..scoring.ternary import Maybe, Ternary
from ..scoring.values import Plan, ScorerValues
from .cells import NO, YES, Bools, EstimateColumn, Floats, Rows, entry_at, rows_of
from .invitation_table import InvitationTable
from .range_draws import draws_of_ranges, merge_rows, prior_ends

__all__ = ["WHOLE_FACTS", "RowBlock"]

WHOLE_FACTS = frozenset({"invitation", "seeker"})
"""What a scorer or gate can read besides quantities; it cannot run on columns then."""

FAILED = np.full((1, 1), np.nan)
"""The hours of a scorer that fails in every row."""


class RowBlock:
    """Some rows of a table, with the draws of what they do not know exactly.

    Args:
        table: The table.
        rows: The rows, at least one.
        plan: The scorers and gates, and the quantities that they read.
        priors: The draws of the priors, as `prior_draws` has them.
        draws: The number of draws, at least 1; of a single one, every quantity is at its median.
    """

    def __init__(self, table: InvitationTable, rows: Rows, plan: Plan, priors: Mapping[str, Any], draws: int) -> None:
        self.size: int = rows.stop - rows.start if isinstance(rows, slice) else len(rows)
        self._table, self._rows, self._plan, self._priors, self._draws = table, rows, plan, priors, draws
        self._values: dict[str, Any] = {"ops": ARRAYS}
        for name in plan.order:
            self._values[name] = self._draw(plan.known[name], self._values)

    def hours(self, scorer: Scorer[...], overrides: Mapping[str, Any] = MappingProxyType({})) -> Floats:
        """Return a scorer's hours, of shape (rows or 1, draws or 1), with NaN in a row in which it fails.

        Args:
            scorer: The scorer; one that cannot run on columns is called row by row.
            overrides: What it reads instead of the draws, by name, as `values_with` returns it.
        """
        values = {**self._values, **overrides} if overrides else self._values
        if any(values[name] is None for name in scorer.reads):
            return FAILED
        if not scorer.columnar:
            return self._each_row(lambda place: self._hours_on_floats(scorer, values, place))
        try:
            return self._hours_on_arrays(scorer, values, self.size)
        except Exception:  # noqa: BLE001 - a plugin's scorer may raise anything on arrays; it can still run on floats
            # An array operation does not say in which row it fails; on the arrays of one row each, that shows.
            return self._each_row(lambda place: self._hours_on_arrays(scorer, _row_arrays(scorer, values, place), 1))

    def values_with(self, name: str, values: Floats) -> dict[str, Any]:
        """Return what is read if a quantity is held at a value in each row: it, and what is derived from it anew.

        Args:
            name: The quantity, which is no belief.
            values: Its values, in its unit, of shape (rows,).
        """
        overrides: dict[str, Any] = {name: _read_only(values[:, None])}
        for derived in self._plan.order:
            prior = self._plan.known[derived].prior
            if derived != name and isinstance(prior, DerivedPrior) and name in prior.reads:
                overrides[derived] = self._draw(self._plan.known[derived], {**self._values, **overrides})
        return overrides

    def range_of(self, quantity: Quantity) -> tuple[Floats, Floats]:
        """Return the two ends of a quantity's range in each row, as far as the row or its prior has one.

        Returns:
            The 5th and the 95th percentile, in its unit; where it is derived from others, both are 0.
        """
        ends = [np.broadcast_to(end, self.size).copy() for end in self.stated_range(quantity.name)]
        if not isinstance(quantity.prior, DerivedPrior):
            for end, of_prior in zip(ends, prior_ends(quantity), strict=True):
                np.copyto(end, self._by_facts(of_prior), where=~self.known(quantity.name))
        return ends[0], ends[1]

    def stated_range(self, name: str) -> tuple[Floats, Floats]:
        """Return the two ends of the range that the rows state for a quantity; both are 0 where they state none."""
        column = self._column(name)
        return (np.zeros(1), np.zeros(1)) if column is None else (column.low, column.high)

    def known(self, name: str) -> Bools:
        """Return in which rows the table or the seeker has a value of a quantity."""
        column = self._column(name)
        return NO if column is None else column.known

    def answer(self, gate: Gate[...]) -> tuple[Bools, Bools, Bools]:
        """Return in which rows a gate says yes, in which it says no, and in which it fails."""
        if not WHOLE_FACTS.isdisjoint(gate.arguments):
            answers = [self._answer_of_row(gate, row) for row in self._row_numbers()]
            yes, no = (np.array([bool(getattr(answer, side, False)) for answer in answers]) for side in ("yes", "no"))
            return yes, no & ~yes, np.array([answer is None for answer in answers])
        try:
            answer = gate.function(*[ARRAYS if name == "ops" else self._maybe(name) for name in gate.arguments])
        except Exception:  # noqa: BLE001 - a plugin's gate may raise anything on arrays; it can still run on floats
            answer = None
        if not isinstance(answer, Ternary):
            return NO, NO, YES
        yes, no = (np.broadcast_to(np.asarray(side, bool), self.size) for side in (answer.yes, answer.no))
        return yes, no & ~yes, NO

    def _answer_of_row(self, gate: Gate[...], row: int) -> Ternary | None:
        """Return a gate's answer in one row, as one evaluation asks it; None if it fails or the row cannot be used."""
        try:
            return ask_gate(gate, self._scorer_values(row, {}))
        except (InvalidInputError, ScorerError):
            return None

    def _hours_on_arrays(self, scorer: Scorer[...], values: Mapping[str, Any], rows: int) -> Floats:
        """Return a columnar scorer's hours.

        Raises:
            TypeError: It returned something else than numbers.
            ValueError: It returned an array of another shape than (rows or 1, draws or 1).
            Exception: Whatever it raises itself.
        """
        hours = np.asarray(scorer.function(*scorer.pick(values)))
        if hours.dtype.kind not in "fiu":
            raise TypeError(f"{scorer.name} returned no numbers")
        np.broadcast_to(hours, (rows, self._draws))
        return np.asarray(np.broadcast_to(hours, np.broadcast_shapes(hours.shape, (1, 1))), float)

    def _hours_on_floats(self, scorer: Scorer[...], values: Mapping[str, Any], place: int) -> Floats:
        """Return a scorer's hours in one row, called as one evaluation calls it.

        Raises:
            ScorerError: It fails.
        """
        read = {name: _row_floats(values[name], place) for name in scorer.reads}
        return np.atleast_2d(np.asarray(hours_of(scorer, self._scorer_values(self._row_numbers()[place], read)), float))

    def _each_row(self, hours_of_row: Callable[[int], Floats]) -> Floats:
        """Return the hours of each row, one after the other, with NaN where the function fails."""
        rows: list[Floats] = []
        for place in range(self.size):
            try:
                rows.append(hours_of_row(place))
            except Exception:  # noqa: BLE001 - the row is evaluated by itself then, which says what failed
                rows.append(FAILED)
        width = max(row.shape[1] for row in rows)
        return np.concatenate([np.broadcast_to(row, (1, width)) for row in rows])

    def _row_numbers(self) -> list[int]:
        """Return the numbers of the rows in the table."""
        rows = self._rows
        return list(range(rows.start, rows.stop)) if isinstance(rows, slice) else rows.tolist()

    def _scorer_values(self, row: int, values: Mapping[str, Any]) -> ScorerValues:
        """Return the values of one row as a single evaluation would read them."""
        invitation, seeker = self._table.case(row)
        context = {"ops": FLOATS, "invitation": invitation, "seeker": seeker}
        fixed = {name: value for name, value in values.items() if not isinstance(value, list)}
        columns: dict[str, list[Any]] = {name: value for name, value in values.items() if isinstance(value, list)}
        return ScorerValues(invitation, seeker, {**fixed, **context}, columns, {})

    def _maybe(self, name: str) -> Maybe:
        column = self._column(name)
        if column is None:
            return Maybe.of(None)
        return Maybe(*map(_read_only, (column.low, column.high, column.known)))

    def _column(self, name: str) -> EstimateColumn | None:
        """Return the values of a quantity in these rows; None if the whole table has none."""
        column = self._table.columns.get(name)
        return None if column is None else column.at(self._rows)

    def _draw(self, quantity: Quantity, values: Mapping[str, Any]) -> Any:
        """Return a quantity's draws, read-only; None if they cannot be derived on arrays where they must be.

        Args:
            quantity: The quantity.
            values: The draws of those from which it may be derived.
        """
        column = self._column(quantity.name)
        if column is not None and column.known.all():
            return _read_only(draws_of_ranges(quantity, column.low, column.high, self._draws))
        assumed = self._assumed(quantity, values)
        if assumed is None or column is None or not column.known.any():
            return _read_only(assumed)
        known = column.known
        stated = draws_of_ranges(quantity, column.low[known], column.high[known], self._draws)
        if not quantity.belief:
            return _read_only(merge_rows(known, stated, assumed))
        return _read_only(Belief(*(merge_rows(known, *sides) for sides in zip(stated, assumed, strict=True))))

    def _assumed(self, quantity: Quantity, values: Mapping[str, Any]) -> Any:
        """Return the draws of a quantity where it is unknown; None if they cannot be derived on arrays."""
        if isinstance(quantity.prior, DerivedPrior):
            try:
                return quantity.prior.function(*[values[name] for name in quantity.prior.reads])
            except Exception:  # noqa: BLE001 - a plugin's formula may raise anything on arrays; it can still run on floats
                return None
        prior = self._priors[quantity.name]
        if quantity.belief:
            return Belief(*map(cast("Any", self._by_facts), prior))
        return self._by_facts(prior)

    def _by_facts(self, prior: Floats) -> Floats:
        """Return a prior in each row, if it depends on the facts."""
        if len(prior) == 1:
            return prior
        return np.asarray(prior[rows_of(self._table.combination, self._rows)])


def _read_only(values: Any) -> Any:
    """Return read-only views, so that no scorer can change the values that others read."""
    if values is None:
        return None
    if isinstance(values, Belief):
        return Belief(*map(_read_only, values))
    view = np.asarray(values).view()
    view.flags.writeable = False
    return view


def _row_arrays(scorer: Scorer[...], values: Mapping[str, Any], place: int) -> dict[str, Any]:
    """Return what a columnar scorer reads in one row, as arrays of shape (1, draws or 1)."""
    return {"ops": ARRAYS, **{name: _row_array(values[name], place) for name in scorer.reads}}


def _row_array(values: Any, place: int) -> Any:
    if isinstance(values, Belief):
        return Belief(*(_row_array(side, place) for side in values))
    return entry_at(values, place)[None, :]


def _row_floats(values: Any, place: int) -> Any:
    """Return the values of one row: a number or belief, or a list of them if they vary from draw to draw."""
    if isinstance(values, Belief):
        sides = np.broadcast_arrays(*(np.atleast_2d(side) for side in values))
        beliefs = [Belief(*pair) for pair in zip(*(entry_at(side, place).tolist() for side in sides), strict=True)]
        return beliefs if len(beliefs) > 1 else beliefs[0]
    numbers = entry_at(np.atleast_2d(values), place).tolist()
    return numbers if len(numbers) > 1 else numbers[0]
