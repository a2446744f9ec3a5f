"""Worth: what the answer to each question is worth in many rows at once, as `analysis.questions` has it for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from attrs import define

from ..model.quantity import Z95, DerivedPrior, Quantity
from ..outcome.analysis.conditional import KNOTS, LEVELS
from ..scoring.criterion import Gate, Scorer
from ..scoring.draws import normal_quantiles
from ..scoring.hours import MAX_HOURS
from ..scoring.values import Plan
from .block import Block
from .cells import NO, Bools, Codes, Floats
from .drawn import values_at
from .sums import Sums, mean_of_each, times

__all__ = ["Worths", "askable", "worths_of"]

LEVEL = np.array(normal_quantiles(LEVELS))
INNER = np.array([LEVEL[0], *KNOTS, LEVEL[-1]])
KNOT = np.array([LEVEL[0], -Z95, *KNOTS, Z95, LEVEL[-1]])
RIGHT = np.clip(np.searchsorted(KNOT, LEVEL), 1, len(KNOT) - 1)
"""For each level, the knot to its right; the values of a quantity stand in the order of their deviates."""


@define(eq=False)
class Worths:
    """What the answers are worth in some rows.

    Args:
        names: The quantities that somebody can answer and that some scorer reads, in the order of their names.
        hours: The expected value of each answer, hours, of shape (rows, quantities); 0 where nothing is uncertain.
        waiting: Whether a gate that asks waits for the quantity, of the same shape.
        odd: Whether a row must be looked at by itself, because a scorer failed at some value.
    """

    names: tuple[str, ...]
    hours: Floats
    waiting: Bools
    odd: Bools

    def first(self) -> tuple[Codes, Floats]:
        """Return the place of the question to ask first in each row, or −1, and what its answer is worth, hours."""
        if not self.names:
            return np.full(len(self.hours), -1), np.zeros(len(self.hours))
        # What a gate waits for comes first, then what is worth most; of equals the first by name.
        waits: Bools = np.asarray(self.waiting.any(axis=1))[:, None]
        best = np.argmax(np.where(waits & ~self.waiting, -1.0, self.hours), axis=1)
        worth = self.hours[np.arange(len(best)), best]
        return np.where((worth > 0) | waits[:, 0], best, -1), worth


def worths_of(block: Block, plan: Plan, signs: Mapping[str, Any], sums: Sums) -> Worths:
    """Work out what each answer is worth in some rows.

    Args:
        block: The rows.
        plan: The scorers and gates.
        signs: The factor on each scorer's hours in the net value, of all rows or one for each, by name.
        sums: What came out for the rows.

    Raises:
        Exception: Whatever a scorer raises that fails at some value.
    """
    names = askable(plan)
    hours, odd = np.zeros((block.size, len(names))), np.zeros(block.size, bool)
    for place, name in enumerate(names):
        quantity, readers = plan.known[name], _readers(plan, name)
        if not readers or quantity.belief:
            continue
        low, high = block.range_of(quantity)
        uncertain = low < high
        if uncertain.any():
            curve = _Curve(block, quantity, np.where(uncertain, low, high), high)
            nets, failed = curve.nets(readers, signs, sums)
            hours[:, place] = np.where(uncertain, curve.worth(nets), 0.0)
            odd |= failed & uncertain
    # A nanohour is far below what the draws resolve, and hides that NumPy sums in another order.
    worth: Floats = np.asarray(np.minimum(hours, np.reshape(sums.everything, (-1, 1)))).round(9)
    return Worths(names, worth, _waiting(block, plan, names), odd)


def askable(plan: Plan) -> tuple[str, ...]:
    """Return the quantities that are read and that somebody can answer, in the order of their names."""
    return tuple(name for name, quantity in sorted(plan.quantities.items()) if quantity.ask != "nobody")


def _readers(plan: Plan, name: str) -> list[Scorer[...]]:
    """Return the scorers that hang on a quantity, directly or through a derived prior."""
    named = {name}
    for derived in plan.order:
        prior = plan.known[derived].prior
        if isinstance(prior, DerivedPrior) and name in prior.reads:
            named.add(derived)
    return [scorer for scorer in plan.scorers if not named.isdisjoint(scorer.reads)]


@define(eq=False)
class _Curve:
    """A quantity over its range in each row.

    Args:
        block: The rows.
        quantity: The quantity.
        low: Its 5th percentile in each row; the same as ``high`` where it is not uncertain.
        high: Its 95th percentile in each row.
    """

    block: Block
    quantity: Quantity
    low: Floats
    high: Floats

    def values(self, deviates: Floats) -> Floats:
        """Return the quantity's values at standard normal deviates, of shape (rows, deviates)."""
        uncertain = self.low < self.high
        values = np.repeat(self.low[:, None], len(deviates), axis=1)
        values[uncertain] = values_at(self.quantity, self.low[uncertain], self.high[uncertain], deviates)
        return values

    @property
    def knots(self) -> Floats:
        """The values at which the net value is worked out, ascending, of shape (rows, knots)."""
        inner = self.values(INNER)
        return np.column_stack([inner[:, :1], self.low, inner[:, 1:-1], self.high, inner[:, -1:]])

    def nets(self, readers: list[Scorer[...]], signs: Mapping[str, Any], sums: Sums) -> tuple[Floats, Bools]:
        """Return the expected net value at the knots, hours, and in which rows a scorer failed at one of them."""
        knots, failed = self.knots, NO
        nets = np.repeat(np.broadcast_to(sums.net, self.block.size)[:, None], knots.shape[1], axis=1)
        for place in range(knots.shape[1]):
            held = self.block.held(self.quantity.name, knots[:, place])
            for scorer in readers:
                # What is too large on some draw shows in the bounds, and needs no warning.
                with np.errstate(all="ignore"):
                    hours = self.block.hours(scorer, held)
                if not -MAX_HOURS <= hours.min() <= hours.max() <= MAX_HOURS:
                    failed = failed | ~((hours >= -MAX_HOURS) & (hours <= MAX_HOURS)).all(axis=1)
                nets[:, place] += times(mean_of_each(hours) - sums.means[scorer.name], signs[scorer.name])
        return nets, failed

    def worth(self, nets: Floats) -> Floats:
        """Return E[max(net, 0)] − max(E[net], 0) over equally likely levels, between knots interpolated, hours."""
        knots, values = self.knots, self.values(LEVEL)
        span = knots[:, RIGHT] - knots[:, RIGHT - 1]
        # Values that are clipped to the same bound are one knot.
        share = (values - knots[:, RIGHT - 1]) / np.where(span > 0, span, 1.0)
        levels = nets[:, RIGHT - 1] + share * (nets[:, RIGHT] - nets[:, RIGHT - 1])
        gain = np.maximum(levels, 0.0).mean(axis=1) - np.maximum(levels.mean(axis=1), 0.0)
        return np.asarray(np.maximum(gain, 0.0))


def _waiting(block: Block, plan: Plan, names: tuple[str, ...]) -> Bools:
    """Return for each row and quantity whether a gate that asks and cannot tell waits for it."""
    waiting = np.zeros((block.size, len(names)), bool)
    for gate in plan.gates:
        if gate.asks:
            yes, no = block.answer(gate)
            for name, missing in _missing(block, gate):
                if name in names:
                    waiting[:, names.index(name)] |= missing & ~(yes | no)
    return waiting


def _missing(block: Block, gate: Gate[...]) -> Iterator[tuple[str, Bools]]:
    """Yield for each quantity of a gate in which rows it is missing: what nobody gave, or else what is not exact."""
    unknown = {name: ~block.known(name) for name in gate.reads}
    some = np.any([np.broadcast_to(rows, block.size) for rows in unknown.values()], axis=0)
    for name, rows in unknown.items():
        low, high = block.said(name)
        yield name, np.where(some, rows, low < high)
