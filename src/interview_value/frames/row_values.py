"""Row values: what scorers and gates read in some rows of a table, as arrays; `ScorerValues` for many rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

import numpy as np

from ..model.estimate import LARGEST
from ..model.prior import DerivedPrior, PriorBy
from ..model.quantity import Quantity
from ..scoring.arrays import ARRAYS
from ..scoring.preparation import PREPARATION, READ
from ..scoring.values import Plan, read_by_prior
from .cells import Bools, Codes, EstimateColumn, Floats, Rows, entry_at, rows_of
from .invitation_table import InvitationTable
from .range_draws import draws_of_ranges, merge_rows, prior_draws, prior_ends

__all__ = ["Drawing", "Ends", "RowValues", "read_only"]


class Ends(NamedTuple):
    """The 90 % range of a quantity in each row, which the formula of a prior gets instead of an `Estimate`.

    Args:
        low: The 5th percentiles, in its unit, of shape (rows,), or (1,) if all rows have the same.
        high: The 95th percentiles.
    """

    low: Floats
    high: Floats


class Drawing:
    """The draws of all that is not said in the rows themselves, made once for all blocks of a table.

    Args:
        plan: The scorers and gates, and the quantities that they read.
        draws: The number of draws, at least 1; of a single one, every quantity is at its median.
    """

    def __init__(self, plan: Plan, draws: int) -> None:
        self.plan: Plan = plan
        self.draws: int = draws
        self.decides: bool = PREPARATION in plan.order
        self.names: frozenset[str] = frozenset((*plan.order, *READ) if self.decides else plan.order)
        """What is drawn: all that scorers read, and what the best hours of preparation depend on."""
        self.priors: Mapping[str, Floats] = prior_draws(plan, self.names, draws)


class RowValues:
    """What scorers and gates read in some rows; each value has the shape (rows or 1, draws or 1).

    Args:
        table: The table.
        rows: The rows, at least one.
        drawing: The draws of what they do not say.
    """

    def __init__(self, table: InvitationTable, rows: Rows, drawing: Drawing) -> None:
        self.size: int = rows.stop - rows.start if isinstance(rows, slice) else len(rows)
        self.table: InvitationTable = table
        self.rows: Rows = rows
        self.drawing: Drawing = drawing
        self.plan: Plan = drawing.plan
        self.draws: int = drawing.draws
        self._drawn: dict[str, Any] = {"ops": ARRAYS}
        self._held: dict[str, Floats] = {}
        self._codes: dict[str, Codes] = {name: rows_of(codes, rows) for name, codes in table.codes.items()}

    def __getitem__(self, name: str) -> Any:
        """Return the draws of a quantity, read-only, so that no scorer can change what others read."""
        if name not in self._drawn:
            self._drawn[name] = read_only(self._draw(self.plan.known[name]))
        return self._drawn[name]

    def reads(self, *names: str) -> bool:
        """Tell whether these quantities are among what is drawn."""
        return self.drawing.names.issuperset(names)

    def said(self, name: str) -> EstimateColumn | None:
        """Return what the rows or the seeker of all rows say of a quantity; None if they say nothing."""
        column = self.table.columns.get(name)
        return None if column is None else column.at(self.rows)

    def known(self, name: str) -> Bools:
        """Return in which rows a quantity or label was given."""
        return np.asarray(rows_of(self.table.known(name), self.rows))

    def labels(self, name: str) -> Any:
        """Return the name of the choice of a label in each row, or ``"unknown"``."""
        return np.array(self.table.choices[name])[self._codes[name]]

    def ends(self, name: str) -> Ends:
        """Return the 90 % range of a quantity in each row: what is held, said, or else assumed."""
        if name in self._held:
            return Ends(self._held[name], self._held[name])
        column = self.said(name)
        if column is not None and column.known.all():
            return Ends(column.low, column.high)
        assumed = self._assumed_ends(self.plan.known[name])
        if column is None:
            return assumed
        sides = zip((column.low, column.high), assumed, strict=True)
        return Ends(*(np.where(column.known, said, other) for said, other in sides))

    def holding(self, name: str, values: Floats) -> RowValues:
        """Return what is read if a quantity has a value in each row; what is assumed because of it is assumed anew.

        Args:
            name: The quantity.
            values: Its values, in its unit, of shape (rows,) or (1,).
        """
        changed = self.replaced({name: values[:, None]})
        changed._held[name] = values
        changed._forget(name)
        return changed

    def labelled(self, name: str, choice: str) -> RowValues:
        """Return what is read if every row made a choice of a label, whose priors are then assumed anew."""
        changed = self.replaced({})
        changed._codes[name] = np.array([self.table.choices[name].index(choice)])
        changed._forget(name)
        return changed

    def replaced(self, others: Mapping[str, Floats]) -> RowValues:
        """Return what is read if some quantities had other values, draw by draw; nothing else follows them."""
        changed = RowValues(self.table, self.rows, self.drawing)
        changed.draws = self.draws
        changed._drawn = {**self._drawn, **{name: read_only(values) for name, values in others.items()}}
        changed._held, changed._codes = {**self._held}, {**self._codes}
        return changed

    def first_draws(self, draws: int, names: Iterable[str]) -> RowValues:
        """Return the first of the draws alone, of some quantities."""
        changed = self.replaced({name: self[name][:, :draws] for name in names})
        changed.draws = draws
        return changed

    def differs(self, other: RowValues, names: Iterable[str]) -> bool:
        """Tell whether any of some arguments has other values than elsewhere."""
        return any(self._drawn.get(name) is not other._drawn.get(name) for name in names)

    def row_numbers(self) -> list[int]:
        """Return the numbers of the rows in the table."""
        rows = self.rows
        return list(range(rows.start, rows.stop)) if isinstance(rows, slice) else rows.tolist()

    def _forget(self, source: str) -> None:
        """Forget the draws that depend on a label or quantity, so that they are made anew."""
        for name in [*self._drawn]:
            if name in self._drawn and name != "ops" and name not in self._held:
                quantity = self.plan.known[name]
                if source in read_by_prior(quantity) and not self.known(name).all():
                    del self._drawn[name]
                    self._forget(name)

    def _draw(self, quantity: Quantity) -> Floats:
        """Return a quantity's draws: of what is said of it, and where nothing is, of what is assumed."""
        column, draws = self.said(quantity.name), self.draws
        if column is not None and column.known.all():
            return draws_of_ranges(quantity, column.low, column.high, draws)
        if isinstance(quantity.prior, DerivedPrior):
            assumed = draws_of_ranges(quantity, *self._derived_ends(quantity), draws)
        else:
            assumed = self._by_label(quantity, self.drawing.priors[quantity.name])
        if column is None or not column.known.any():
            return assumed
        known = column.known
        return merge_rows(known, draws_of_ranges(quantity, column.low[known], column.high[known], draws), assumed)

    def _assumed_ends(self, quantity: Quantity) -> Ends:
        """Return the 90 % range that is assumed of a quantity in each row."""
        if isinstance(quantity.prior, DerivedPrior):
            return self._derived_ends(quantity)
        return Ends(*(self._by_label(quantity, ends) for ends in prior_ends(self.plan, quantity)))

    def _by_label(self, quantity: Quantity, cases: Floats) -> Floats:
        """Return the case of a prior in each row, if it depends on a label."""
        prior = quantity.prior
        return np.asarray(cases[self._codes[prior.label]]) if isinstance(prior, PriorBy) else cases

    def _derived_ends(self, quantity: Quantity) -> Ends:
        """Return the 90 % range that is derived in each row, with NaN where it cannot be derived on arrays.

        Labels are text for the formula, so that it is called once for each combination of labels that occurs.
        """
        prior = quantity.prior
        assert isinstance(prior, DerivedPrior)
        ends = {name: self.ends(name) for name in prior.reads if not self.plan.known[name].is_label}
        labels = {name: self.labels(name) for name in prior.reads if name not in ends}
        size = max([1, *(len(side) for pair in ends.values() for side in pair), *map(len, labels.values())])
        low, high = np.full(size, np.nan), np.full(size, np.nan)
        for rows in self._rows_by_labels(labels):
            first = 0 if isinstance(rows, slice) else int(rows[0])
            arguments = {
                **{name: str(entry_at(choices, first)) for name, choices in labels.items()},
                **{name: Ends(*(rows_of(side, rows) for side in pair)) for name, pair in ends.items()},
            }
            # A plugin's formula may raise anything on arrays; it can still run on floats.
            with suppress(Exception):
                low[rows], high[rows] = prior.function(**arguments)
        with np.errstate(invalid="ignore"):
            possible = (np.abs(low) <= LARGEST) & (np.abs(high) <= LARGEST) & (low <= high)
        return Ends(np.where(possible, low, np.nan), np.where(possible, high, np.nan))

    def _rows_by_labels(self, labels: Mapping[str, Any]) -> Iterator[Rows]:
        """Yield the rows of each combination of labels that occurs; all of them if there is but one."""
        combined = np.zeros(1, int)
        for name in labels:
            combined = combined * len(self.table.choices[name]) + self._codes[name]
        _, groups = np.unique(combined, return_inverse=True)
        groups = groups.reshape(-1)
        if not groups.any():
            yield slice(None)
            return
        for group in range(int(groups.max()) + 1):
            yield np.flatnonzero(groups == group)


def read_only(values: Any) -> Any:
    """Return a read-only view of values."""
    view = np.asarray(values).view()
    view.flags.writeable = False
    return view
