"""Block: the numbers of some rows at once, on arrays that fit the processor's cache."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, cast

import numpy as np
from attrs import define

from ..columns import ARRAYS
from ..criterion import Gate, Scorer
from ..draws import LARGEST_LOG, deviates
from ..plan import Plan
from ..quantity import Z95, Belief, DerivedPrior, Quantity
from ..run import MAX_HOURS
from ..ternary import Maybe, Ternary
from .cells import Bools, Codes, Column, Floats
from .table import Table

__all__ = ["Block", "Sums", "sums_of"]

CLOSE = 1e-12
"""How near to 0, relative to what adds up to it, a sum may come before the order of adding decides its sign."""


@define(eq=False)
class Sums:
    """What comes out for some rows.

    Args:
        means: The expected hours of each scorer before weighting, by name.
        benefit: The expected weighted benefits together, hours.
        cost: The expected weighted costs together, hours.
        low: The 5th percentile of the net value, hours.
        high: The 95th percentile of the net value, hours.
        positive: The share of the draws in which the net value is above 0.
        everything: What it would be worth to know every quantity exactly, hours.
        vetoed: Whether a gate declines.
        waits: Whether a gate that asks cannot tell.
        odd: Whether a row must be looked at by itself, because a scorer failed or a sum is too close to 0.
    """

    means: Mapping[str, Floats]
    benefit: Floats
    cost: Floats
    low: Floats
    high: Floats
    positive: Floats
    everything: Floats
    vetoed: Bools
    waits: Bools
    odd: Bools


class Block:
    """Some rows of a table, with the draws of what they do not know exactly.

    Args:
        table: The table.
        rows: The rows.
        plan: Who reads what.
        draws: The number of draws, at least 1; of a single one, every quantity is at its median.
    """

    def __init__(self, table: Table, rows: Codes, plan: Plan, draws: int) -> None:
        self.size: int = len(rows)
        self._table, self._rows, self._plan, self._draws = table, rows, plan, draws
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
        yes, no = (np.broadcast_to(np.asarray(part, bool), self.size) for part in (answer.yes, answer.no))
        return yes, no & ~yes

    def _maybe(self, name: str) -> Maybe:
        column = self._column(name)
        return Maybe.of(None) if column is None else Maybe(column.low, column.high, column.known)

    def _column(self, name: str) -> Column | None:
        """Return what these rows say of a quantity; None if none of them says anything."""
        whole = self._table.columns.get(name)
        if whole is None or len(whole.known) == 1 != self._table.rows:
            return whole
        rows = self._rows
        return Column(whole.low[rows], whole.high[rows], whole.known[rows], whole.bad[rows], whole.cell, whole.check)

    def _value(self, quantity: Quantity) -> Any:
        column = self._column(quantity.name)
        if column is not None and column.known.all():
            return self._drawn(quantity, column.low, column.high)
        if isinstance(quantity.prior, DerivedPrior):
            derived: Any = quantity.prior.function(*[self._values[name] for name in quantity.prior.reads])
            return derived if column is None else self._either(quantity, column, derived)
        low, high = self._table.prior(quantity, self._rows)
        if column is not None:
            low, high = np.where(column.known, column.low, low), np.where(column.known, column.high, high)
        return self._drawn(quantity, low, high)

    def _either(self, quantity: Quantity, column: Column, derived: Any) -> Any:
        """Return what is known, and what is derived where nothing is."""
        known: Bools = column.known[:, None]
        given = self._drawn(quantity, column.low, column.high)
        if not quantity.belief:
            return cast("Any", np).where(known, given, derived)
        return Belief(np.where(known, given.mean, derived.mean), np.where(known, given.sd, derived.sd))

    def _drawn(self, quantity: Quantity, low: Floats, high: Floats) -> Any:
        """Return the draws of 90 % ranges, one row each; a single column if all of them are exact."""
        low, high = low[:, None], high[:, None]
        if quantity.belief:
            return Belief((low + high) / 2, (high - low) / (2 * Z95))  # type: ignore[arg-type]  # of columns
        exact = low == high
        if exact.all():
            return low
        normals = _normals(quantity.name, self._draws)
        if quantity.scale == "log":
            low_log, high_log = np.log(np.where(exact, 1.0, low)), np.log(np.where(exact, 1.0, high))
            values = (high_log - low_log) / (2 * Z95) * normals
            values += (low_log + high_log) / 2
            np.exp(np.minimum(values, LARGEST_LOG, out=values), out=values)
        else:
            values = (high - low) / (2 * Z95) * normals
            values += (low + high) / 2
        np.clip(values, quantity.bounds.low, quantity.bounds.high, out=values)
        return np.where(exact, low, values) if exact.any() else values


@lru_cache(maxsize=256)
def _normals(name: str, draws: int) -> Floats:
    return np.array(deviates(name, draws))


def sums_of(block: Block, plan: Plan, signs: Mapping[str, float | Floats]) -> Sums:
    """Add up what the scorers and gates say of some rows.

    Args:
        block: The rows.
        plan: The scorers and gates.
        signs: The factor on each scorer's hours in the net value, of all rows or one for each, by name.

    Raises:
        Exception: Whatever a scorer or gate raises that fails in some row.
    """
    size = block.size
    means: dict[str, Floats] = {}
    by_kind = {"benefit": np.zeros(size), "cost": np.zeros(size)}
    net, scale, odd = np.zeros((size, 1)), np.zeros(size), np.zeros(size, bool)
    # What is beyond all numbers in some row is raised, as it would be on floats.
    with np.errstate(divide="raise", over="raise", invalid="raise", under="ignore"):
        for scorer in plan.scorers:
            hours = block.hours(scorer)
            odd |= ~((hours >= -MAX_HOURS) & (hours <= MAX_HOURS)).all(axis=1)
            mean = means[scorer.name] = np.broadcast_to(hours.mean(axis=1), size)
            sign = np.broadcast_to(signs[scorer.name], size)
            by_kind[scorer.kind] += sign * mean
            scale += np.abs(sign * mean)
            net = net + sign[:, None] * hours
    vetoed, waits = _asked(block, plan)
    expected = by_kind["benefit"] + by_kind["cost"]
    gain = np.maximum(net, 0.0).mean(axis=1) - np.maximum(expected, 0.0)
    nearest = np.minimum(np.abs(net).min(axis=1), np.abs(expected))
    low, high = _percentiles(net)
    return Sums(
        means,
        by_kind["benefit"],
        0.0 - by_kind["cost"],
        low,
        high,
        (net > 0).mean(axis=1),
        np.maximum(gain, 0.0),
        vetoed,
        waits,
        odd | ((nearest <= CLOSE * scale) & (scale > 0)),
    )


def _asked(block: Block, plan: Plan) -> tuple[Bools, Bools]:
    """Return in which rows a gate declines, and in which one that asks cannot tell."""
    vetoed, waits = np.zeros(block.size, bool), np.zeros(block.size, bool)
    for gate in plan.gates:
        yes, no = block.answer(gate)
        vetoed |= yes
        if gate.asks:
            waits |= ~(yes | no)
    return vetoed, waits


def _percentiles(net: Floats) -> tuple[Floats, Floats]:
    """Return the 5th and the 95th percentile of each row, as `summary.percentile` does."""
    last = net.shape[1] - 1
    places = [min(max(share * (last + 1) - 0.5, 0.0), float(last)) for share in (0.05, 0.95)]
    below = [int(place) for place in places]
    above = [min(place + 1, last) for place in below]
    ordered = np.partition(net, sorted({*below, *above}), axis=1)
    low, high = (
        ordered[:, under] + (place - under) * (ordered[:, over] - ordered[:, under])
        for place, under, over in zip(places, below, above, strict=True)
    )
    return low, high
