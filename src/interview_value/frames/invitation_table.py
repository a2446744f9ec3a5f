"""Invitation table: what the rows of a frame say, and each row as an invitation and a seeker again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import narwhals as nw
import numpy as np
from attrs import define

from ..errors import FieldError
from ..model.estimate import Estimate
from ..model.invitation import Invitation, Stage
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..plugins.calls import MAX_WEIGHT
from ..scoring.values import Plan
from .cells import (
    YES,
    Bools,
    Codes,
    EstimateColumn,
    FactColumn,
    cell_values,
    constant_column,
    entry_at,
    parse_remote,
    parse_stage,
    read_estimates,
    read_fact,
    weight_parser,
)
from .headings import Headings

__all__ = ["COMBINATIONS", "InvitationTable", "read_frame"]

STAGES = (*(stage for stage in Stage if stage is not Stage.UNKNOWN), Stage.UNKNOWN)
REMOTE = (True, False, None)
COMBINATIONS = [Invitation(stage=stage, remote=remote) for stage in STAGES for remote in REMOTE]
"""An invitation for each combination of the facts on which priors hang."""


@define(eq=False)
class InvitationTable:
    """What the rows of a frame say.

    Args:
        rows: The number of rows.
        seeker: The person of all rows, as far as the rows do not say otherwise.
        own: What the rows say, by quantity.
        columns: The same, filled up with what the seeker of all rows says.
        facts: The columns of the stage and of whether it is remote, as far as they are there.
        texts: The role, organization and location, as far as the table has them and something reads them.
        weights: The weights of each row, by scorer.
        combination: For each row, or for all, the place of its stage and remoteness in `COMBINATIONS`.
        bad: Whether anything in a row cannot be used.
    """

    rows: int
    seeker: Seeker
    own: Mapping[str, EstimateColumn]
    columns: Mapping[str, EstimateColumn]
    facts: Mapping[str, FactColumn]
    texts: Mapping[str, list[Any]]
    weights: Mapping[str, EstimateColumn]
    combination: Codes
    bad: Bools

    def case(self, row: int) -> tuple[Invitation, Seeker]:
        """Return a row as an invitation and a seeker.

        Raises:
            InvalidInputError: A text of the row cannot be used.
        """
        estimates = _estimates(self.own, row)
        of_seeker = {name: value for name, value in estimates.items() if name in Seeker.own_quantities()}
        of_invitation = {name: value for name, value in estimates.items() if name not in of_seeker}
        facts = COMBINATIONS[int(entry_at(self.combination, row))]
        texts = {name: cells[row] for name, cells in self.texts.items()}
        invitation = Invitation(stage=facts.stage, remote=facts.remote, **texts).with_quantities(**of_invitation)
        return invitation, self.seeker.with_quantities(**of_seeker) if of_seeker else self.seeker

    def weights_in(self, row: int) -> dict[str, float]:
        """Return the weights that stand in a row."""
        return {name: weight.low for name, weight in _estimates(self.weights, row).items()}

    def mistakes(self, row: int) -> Iterator[FieldError]:
        """Yield everything in a row that cannot be used."""
        columns: list[EstimateColumn | FactColumn] = [*self.own.values(), *self.weights.values(), *self.facts.values()]
        for column in columns:
            if entry_at(column.bad, row):
                try:
                    column.parse(column.cell(row))
                except FieldError as mistake:
                    yield mistake


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
    values = {"stage": (STAGES, parse_stage), "remote": (REMOTE, parse_remote)}
    facts = {name: read_fact(frame[name], *values[name]) for name in headings.facts}
    weights: dict[str, EstimateColumn] = {}
    for name, column in headings.weights.items():
        factor = Quantity(f"weight_{name}", unit="factor", bounds=(0, MAX_WEIGHT), prior=1)
        weights[name] = read_estimates([frame[column]], factor, weight_parser(factor))
    bad = np.zeros(len(frame), bool)
    all_columns: list[EstimateColumn | FactColumn] = [*own.values(), *weights.values(), *facts.values()]
    for read_column in all_columns:
        bad |= read_column.bad
    stage = facts["stage"].codes if "stage" in facts else np.array([STAGES.index(Stage.UNKNOWN)])
    remote = facts["remote"].codes if "remote" in facts else np.array([REMOTE.index(None)])
    return InvitationTable(
        rows=len(frame),
        seeker=seeker,
        own=own,
        columns={
            **{name: constant_column(estimate) for name, estimate in seeker.known.items()},
            **{name: _filled(column, seeker.known.get(name)) for name, column in own.items()},
        },
        facts=facts,
        texts={name: cell_values(frame[name]) for name in headings.texts if texts},
        weights=weights,
        combination=np.asarray(stage * len(REMOTE) + remote),
        bad=bad,
    )


def _filled(column: EstimateColumn, estimate: Estimate | None) -> EstimateColumn:
    """Return a column with an estimate, if there is one, where nothing is known."""
    if estimate is None or column.known.all():
        return column
    low = np.where(column.known, column.low, estimate.low)
    exact = column.low is column.high and estimate.low == estimate.high
    high = low if exact else np.where(column.known, column.high, estimate.high)
    return EstimateColumn(low, high, YES, column.bad, column.cell, column.parse)
