"""Table: what the rows of a frame say, and each row as an invitation and a seeker again."""

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
    Column,
    Fact,
    cells_of,
    codes_of,
    entry,
    estimates_of,
    remote_of,
    settled,
    stage_of,
    weight_of,
)
from .headings import Headings

__all__ = ["COMBINATIONS", "Table", "table_of"]

STAGES = (*(stage for stage in Stage if stage is not Stage.UNKNOWN), Stage.UNKNOWN)
REMOTE = (True, False, None)
COMBINATIONS = [Invitation(stage=stage, remote=remote) for stage in STAGES for remote in REMOTE]
"""An invitation for each combination of the facts on which priors hang."""


@define(eq=False)
class Table:
    """What the rows of a frame say.

    Args:
        rows: How many there are.
        seeker: The person of all rows, as far as the rows do not say otherwise.
        own: What the rows say, by quantity.
        columns: The same, and what the seeker of all rows says.
        facts: The columns of the stage and of whether it is remote, as far as they are there.
        texts: What else an invitation holds, by field.
        weights: The weights of each row, by scorer.
        combination: For each row, or for all, the place of its stage and remoteness in `COMBINATIONS`.
        bad: Whether anything in a row cannot be used.
    """

    rows: int
    seeker: Seeker
    own: Mapping[str, Column]
    columns: Mapping[str, Column]
    facts: Mapping[str, Fact]
    texts: Mapping[str, list[Any]]
    weights: Mapping[str, Column]
    combination: Codes
    bad: Bools

    def case(self, row: int) -> tuple[Invitation, Seeker]:
        """Return a row as an invitation and a seeker.

        Raises:
            InvalidInputError: A text of the row cannot be used.
        """
        said = {name: estimate for name, column in self.own.items() if (estimate := _estimate(column, row))}
        theirs = {name: value for name, value in said.items() if name in Seeker.own_quantities()}
        ours = {name: value for name, value in said.items() if name not in theirs}
        like = COMBINATIONS[int(entry(self.combination, row))]
        texts = {name: cells[row] for name, cells in self.texts.items()}
        invitation = Invitation(stage=like.stage, remote=like.remote, **texts)
        return invitation.with_quantities(**ours), self.seeker.with_quantities(**theirs) if theirs else self.seeker

    def weights_in(self, row: int) -> dict[str, float]:
        """Return the weights that stand in a row."""
        said = {name: _estimate(column, row) for name, column in self.weights.items()}
        return {name: weight.low for name, weight in said.items() if weight}

    def mistakes(self, row: int) -> Iterator[FieldError]:
        """Yield everything in a row that cannot be used."""
        parts: tuple[Column | Fact, ...] = (*self.own.values(), *self.weights.values(), *self.facts.values())
        for column in parts:
            if entry(column.bad, row):
                try:
                    column.check(column.cell(row))
                except FieldError as mistake:
                    yield mistake


def _estimate(column: Column, row: int) -> Estimate | None:
    """Return what a row says of a quantity, if anything."""
    if not entry(column.known, row):
        return None
    return Estimate(float(entry(column.low, row)), float(entry(column.high, row)))


def table_of(frame: nw.DataFrame[Any], headings: Headings, plan: Plan, seeker: Seeker, *, texts: bool) -> Table:
    """Read a frame.

    Args:
        frame: The frame.
        headings: Which columns hold what.
        plan: Who reads what.
        seeker: The person of all rows, as far as the rows do not say otherwise.
        texts: Whether anybody looks at the texts.
    """
    own = {name: _column(frame, columns, plan.known[name]) for name, columns in headings.quantities.items()}
    checks = {"stage": (STAGES, stage_of), "remote": (REMOTE, remote_of)}
    facts = {name: codes_of(frame[name], *checks[name]) for name in headings.facts}
    weights = {name: _weights(frame[column], name) for name, column in headings.weights.items()}
    bad = np.zeros(len(frame), bool)
    parts: tuple[Column | Fact, ...] = (*own.values(), *weights.values(), *facts.values())
    for each in parts:
        bad |= each.bad
    return Table(
        len(frame),
        seeker,
        own,
        {**{name: settled(estimate) for name, estimate in seeker.known.items()}, **_filled(own, seeker)},
        facts,
        {name: cells_of(frame[name]) for name in headings.texts if texts},
        weights,
        _combination(facts),
        bad,
    )


def _column(frame: nw.DataFrame[Any], columns: tuple[str, ...], quantity: Quantity) -> Column:
    return estimates_of([frame[name] for name in columns], quantity, quantity.estimate)


def _weights(series: nw.Series[Any], name: str) -> Column:
    factor = Quantity(f"weight_{name}", unit="factor", bounds=(0, MAX_WEIGHT), prior=1)
    return estimates_of([series], factor, weight_of(name))


def _filled(own: Mapping[str, Column], seeker: Seeker) -> dict[str, Column]:
    """Return what the rows say, and what the seeker of all rows says where they say nothing."""
    return {name: _or(column, seeker.known.get(name)) for name, column in own.items()}


def _or(column: Column, estimate: Estimate | None) -> Column:
    if estimate is None or column.known.all():
        return column
    low = np.where(column.known, column.low, estimate.low)
    exact = column.low is column.high and estimate.low == estimate.high
    high = low if exact else np.where(column.known, column.high, estimate.high)
    return Column(low, high, YES, column.bad, column.cell, column.check)


def _combination(facts: Mapping[str, Fact]) -> Codes:
    stage = facts["stage"].codes if "stage" in facts else np.array([STAGES.index(Stage.UNKNOWN)])
    remote = facts["remote"].codes if "remote" in facts else np.array([REMOTE.index(None)])
    return np.asarray(stage * len(REMOTE) + remote)
