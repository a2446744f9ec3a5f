"""Invitation table: what the rows of a frame say, and each row as an invitation and a seeker again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import narwhals as nw
import numpy as np
from attrs import define

from ..errors import FieldError
from ..model.choice import UNKNOWN
from ..model.estimate import Estimate
from ..model.invitation import Invitation
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..plugins.calls import MAX_WEIGHT
from ..scoring.values import Plan
from .cells import (
    NO,
    YES,
    Bools,
    Codes,
    EstimateColumn,
    LabelColumn,
    cell_values,
    choices_of,
    constant_column,
    entry_at,
    read_estimates,
    read_label,
    weight_parser,
)
from .headings import Headings

__all__ = ["OF_SEEKER", "InvitationTable", "read_frame"]


@define(eq=False)
class InvitationTable:
    """What the rows of a frame say.

    Args:
        rows: The number of rows.
        seeker: The person of all rows, as far as the rows do not say otherwise.
        own: What the rows say, by quantity.
        columns: The same, filled up with what the seeker of all rows says.
        own_labels: What the rows say, by label.
        codes: For each label the place of each row's choice among `choices_of` it, or that of all rows; filled up with
            what the seeker of all rows says.
        choices: For each label `choices_of` it.
        texts: The role, organization and location, as far as the table has them and something reads them.
        weights: The weights of each row, by scorer.
        bad: Whether anything in a row cannot be used.
    """

    rows: int
    seeker: Seeker
    own: Mapping[str, EstimateColumn]
    columns: Mapping[str, EstimateColumn]
    own_labels: Mapping[str, LabelColumn]
    codes: Mapping[str, Codes]
    choices: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, list[Any]]
    weights: Mapping[str, EstimateColumn]
    bad: Bools

    def case(self, row: int) -> tuple[Invitation, Seeker]:
        """Return a row as an invitation and a seeker.

        Raises:
            InvalidInputError: A text of the row cannot be used.
        """
        places = {name: int(column.codes[row]) for name, column in self.own_labels.items()}
        choices = {name: self.choices[name][place] for name, place in places.items()}
        said: dict[str, Any] = {name: choice for name, choice in choices.items() if choice != UNKNOWN}
        said |= _estimates(self.own, row)
        of_seeker = {name: said.pop(name) for name in tuple(said) if name in OF_SEEKER}
        texts = {name: cells[row] for name, cells in self.texts.items()}
        invitation = Invitation(**texts).with_quantities(**said)
        return invitation, self.seeker.with_quantities(**of_seeker) if of_seeker else self.seeker

    def weights_in(self, row: int) -> dict[str, float]:
        """Return the weights that stand in a row."""
        return {name: weight.low for name, weight in _estimates(self.weights, row).items()}

    def known(self, name: str) -> Bools:
        """Return in which rows, or whether in all, something is said of a quantity or label."""
        if name in self.codes:
            return np.asarray(self.codes[name] != self.choices[name].index(UNKNOWN))
        return self.columns[name].known if name in self.columns else NO

    def mistakes(self, row: int) -> Iterator[FieldError]:
        """Yield everything in a row that cannot be used."""
        for column in self.read_columns():
            if entry_at(column.bad, row):
                try:
                    column.parse(column.cell(row))
                except FieldError as mistake:
                    yield mistake

    def read_columns(self) -> list[EstimateColumn | LabelColumn]:
        """Return the columns of the table as they were read."""
        return [*self.own.values(), *self.weights.values(), *self.own_labels.values()]


OF_SEEKER: frozenset[str] = frozenset((*Seeker.own_quantities(), *Seeker.own_labels()))
"""The quantities and labels that are fields of a seeker."""


def _estimates(columns: Mapping[str, EstimateColumn], row: int) -> dict[str, Estimate]:
    """Return the estimates that stand in a row, by name."""
    return {
        name: Estimate(float(entry_at(column.low, row)), float(entry_at(column.high, row)))
        for name, column in columns.items()
        if entry_at(column.known, row)
    }


def read_frame(
    frame: nw.DataFrame[Any], headings: Headings, plan: Plan, seeker: Seeker, *, texts: bool
) -> InvitationTable:
    """Read the columns of a frame.

    Args:
        frame: The frame, of at least one row.
        headings: Which columns hold what.
        plan: The scorers and gates, and the quantities that they read.
        seeker: The person of all rows, as far as the rows do not say otherwise.
        texts: Whether a scorer or gate can see the texts.
    """
    own: dict[str, EstimateColumn] = {}
    for name, columns in headings.quantities.items():
        quantity = plan.known[name]
        own[name] = read_estimates([frame[column] for column in columns], quantity, quantity.estimate)
    labels = {name: read_label(frame[name], plan.known[name]) for name in headings.labels}
    weights: dict[str, EstimateColumn] = {}
    for name, column in headings.weights.items():
        factor = Quantity(f"weight_{name}", unit="factor", bounds=(0, MAX_WEIGHT), prior=1)
        weights[name] = read_estimates([frame[column]], factor, weight_parser(factor))
    choices = {name: choices_of(quantity) for name, quantity in plan.known.items() if quantity.is_label}
    table = InvitationTable(
        rows=len(frame),
        seeker=seeker,
        own=own,
        columns={
            **{name: constant_column(estimate) for name, estimate in seeker.known.items()},
            **{name: _filled(column, seeker.known.get(name)) for name, column in own.items()},
        },
        own_labels=labels,
        codes={name: _codes(labels.get(name), names, seeker.label(name)) for name, names in choices.items()},
        choices=choices,
        texts={name: cell_values(frame[name]) for name in headings.texts if texts},
        weights=weights,
        bad=np.zeros(len(frame), bool),
    )
    for read_column in table.read_columns():
        table.bad |= read_column.bad
    return table


def _filled(column: EstimateColumn, estimate: Estimate | None) -> EstimateColumn:
    """Return a column with an estimate, if there is one, where nothing is known."""
    if estimate is None or column.known.all():
        return column
    low = np.where(column.known, column.low, estimate.low)
    exact = column.low is column.high and estimate.low == estimate.high
    high = low if exact else np.where(column.known, column.high, estimate.high)
    return EstimateColumn(low, high, YES, column.bad, column.cell, column.parse)


def _codes(column: LabelColumn | None, choices: tuple[str, ...], choice: str) -> Codes:
    """Return the place of each row's choice, with another choice where nothing is known; of all rows if no column."""
    otherwise = choices.index(choice)
    if column is None:
        return np.array([otherwise])
    return np.where(column.codes == choices.index(UNKNOWN), otherwise, column.codes)
