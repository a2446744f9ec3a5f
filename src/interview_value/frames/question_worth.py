"""Question worth: what answers are worth in many rows, as `outcome.analysis.questions` has it for one, and over all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from attrs import define

from ..model.quantity import Z95, DerivedPrior, Quantity
from ..outcome.analysis.conditional import KNOTS, LEVELS
from ..outcome.analysis.questions import Question
from ..scoring.criterion import Gate, Scorer
from ..scoring.draws import normal_quantiles
from ..scoring.values import Plan
from .cells import NO, Bools, Codes, Floats
from .net_values import NetValues, beyond_limits, multiply, row_means
from .range_draws import quantile_values
from .row_block import RowBlock

__all__ = ["QuestionTotals", "QuestionWorth", "question_worth"]

LEVEL = np.array(normal_quantiles(LEVELS))
INNER = np.array([LEVEL[0], *KNOTS, LEVEL[-1]])
KNOT = np.array([LEVEL[0], -Z95, *KNOTS, Z95, LEVEL[-1]])
RIGHT = np.clip(np.searchsorted(KNOT, LEVEL), 1, len(KNOT) - 1)
"""For each level, the place of the knot to its right: the values of a quantity ascend with their deviates."""


@define(eq=False)
class QuestionWorth:
    """What the answers to the questions are worth in some rows.

    Args:
        names: The quantities that can be asked for, as `_askable` has them.
        hours: The expected value of each answer, hours, of shape (rows, quantities); 0 where nothing is uncertain.
        waiting: Whether a gate that asks waits for the quantity, of the same shape.
        needs_single_evaluation: Whether the row must be evaluated by itself, because a scorer failed at some value.
    """

    names: tuple[str, ...]
    hours: Floats
    waiting: Bools
    needs_single_evaluation: Bools

    def first(self) -> tuple[Codes, Floats]:
        """Return the place of the question to ask first in each row, or −1, and what its answer is worth, hours."""
        if not self.names:
            return np.full(len(self.hours), -1), np.zeros(len(self.hours))
        # What a gate waits for comes first, then what is worth most; of equals the first by name.
        waits: Bools = np.asarray(self.waiting.any(axis=1))[:, None]
        best = np.argmax(np.where(waits & ~self.waiting, -1.0, self.hours), axis=1)
        worth = self.hours[np.arange(len(best)), best]
        return np.where((worth > 0) | waits[:, 0], best, -1), worth


def question_worth(block: RowBlock, plan: Plan, signs: Mapping[str, Any], net: NetValues) -> QuestionWorth:
    """Work out what the answer to each question is worth in some rows.

    Args:
        block: The rows.
        plan: The scorers and gates.
        signs: The factor on each scorer's hours in the net value, of all rows or one for each, by name.
        net: The net value of the rows.
    """
    names = _askable(plan)
    hours, failing = np.zeros((block.size, len(names))), np.zeros(block.size, bool)
    for place, name in enumerate(names):
        quantity, scorers = plan.known[name], _scorers_reading(plan, name)
        if not scorers or quantity.belief:
            continue
        low, high = block.range_of(quantity)
        uncertain = low < high
        if uncertain.any():
            curve = _Curve(block, quantity, np.where(uncertain, low, high), high)
            net_at_knots, failed = curve.net_at_knots(scorers, signs, net)
            hours[:, place] = np.where(uncertain, curve.worth(net_at_knots), 0.0)
            failing |= failed & uncertain
    # Rounded to a nanohour, far below what the draws resolve, because NumPy sums in another order.
    worth: Floats = np.asarray(np.minimum(hours, np.reshape(net.perfect_information, (-1, 1)))).round(9)
    return QuestionWorth(names, worth, _waiting(block, plan, names), failing)


def _askable(plan: Plan) -> tuple[str, ...]:
    """Return the names of the quantities that are read and that somebody can answer, sorted."""
    return tuple(name for name, quantity in sorted(plan.quantities.items()) if quantity.ask != "nobody")


def _scorers_reading(plan: Plan, name: str) -> list[Scorer[...]]:
    """Return the scorers that read a quantity, directly or through a derived prior."""
    names = {name}
    for derived in plan.order:
        prior = plan.known[derived].prior
        if isinstance(prior, DerivedPrior) and name in prior.reads:
            names.add(derived)
    return [scorer for scorer in plan.scorers if not names.isdisjoint(scorer.reads)]


@define(eq=False)
class _Curve:
    """The net value of each row as a function of one quantity, between knots on the quantity's range.

    Args:
        block: The rows.
        quantity: The quantity.
        low: Its 5th percentile in each row; the same as ``high`` where it is not uncertain.
        high: Its 95th percentile in each row.
    """

    block: RowBlock
    quantity: Quantity
    low: Floats
    high: Floats

    def values(self, deviates: Floats) -> Floats:
        """Return the quantity's values at standard normal deviates, of shape (rows, deviates)."""
        uncertain = self.low < self.high
        values = np.repeat(self.low[:, None], len(deviates), axis=1)
        values[uncertain] = quantile_values(self.quantity, self.low[uncertain], self.high[uncertain], deviates)
        return values

    @property
    def knots(self) -> Floats:
        """The values at which the net value is worked out, ascending, of shape (rows, knots)."""
        inner = self.values(INNER)
        return np.column_stack([inner[:, :1], self.low, inner[:, 1:-1], self.high, inner[:, -1:]])

    def net_at_knots(
        self, scorers: list[Scorer[...]], signs: Mapping[str, Any], net: NetValues
    ) -> tuple[Floats, Bools]:
        """Return the expected net value at the knots, hours, and in which rows a scorer failed at one of them."""
        knots, failed = self.knots, NO
        nets = np.repeat(np.broadcast_to(net.mean, self.block.size)[:, None], knots.shape[1], axis=1)
        for place in range(knots.shape[1]):
            overrides = self.block.values_with(self.quantity.name, knots[:, place])
            for scorer in scorers:
                # What is too large on some draw shows in the hours, and needs no warning.
                with np.errstate(all="ignore"):
                    hours = self.block.hours(scorer, overrides)
                if (beyond := beyond_limits(hours)) is not None:
                    failed = failed | beyond
                    hours = np.where(beyond[:, None], np.nan, hours)
                change = row_means(hours) - net.means[scorer.name]
                nets[:, place] += multiply(change, signs[scorer.name])
        return nets, failed

    def worth(self, net_at_knots: Floats) -> Floats:
        """Return E[max(net, 0)] − max(E[net], 0) over equally likely levels, hours; linear between the knots."""
        knots, values = self.knots, self.values(LEVEL)
        span = knots[:, RIGHT] - knots[:, RIGHT - 1]
        # Values that are clipped to the same bound are one knot.
        share = (values - knots[:, RIGHT - 1]) / np.where(span > 0, span, 1.0)
        left, right = net_at_knots[:, RIGHT - 1], net_at_knots[:, RIGHT]
        levels = left + share * (right - left)
        gain = np.maximum(levels, 0.0).mean(axis=1) - np.maximum(levels.mean(axis=1), 0.0)
        return np.asarray(np.maximum(gain, 0.0))


def _waiting(block: RowBlock, plan: Plan, names: tuple[str, ...]) -> Bools:
    """Return for each row and quantity whether a gate that asks and cannot tell waits for it."""
    waiting = np.zeros((block.size, len(names)), bool)
    for gate in plan.gates:
        if gate.asks:
            yes, no, _ = block.answer(gate)
            for name, missing in _missing(block, gate):
                if name in names:
                    waiting[:, names.index(name)] |= missing & ~(yes | no)
    return waiting


def _missing(block: RowBlock, gate: Gate[...]) -> Iterator[tuple[str, Bools]]:
    """Yield each quantity of a gate with the rows in which it is missing: unknown, or where all are known not exact."""
    unknown = {name: ~block.known(name) for name in gate.reads}
    some = np.any([np.broadcast_to(rows, block.size) for rows in unknown.values()], axis=0)
    for name, rows in unknown.items():
        low, high = block.stated_range(name)
        yield name, np.where(some, rows, low < high)


class QuestionTotals:
    """What the answer to each question is worth over many rows; each array has one entry a question.

    Args:
        plan: The scorers and gates.
        cost: What asking a question costs, hours.
    """

    def __init__(self, plan: Plan, cost: float) -> None:
        self.names: tuple[str, ...] = _askable(plan)
        self._cost = cost
        number = len(self.names)
        self.hours: Floats = np.zeros(number)
        """The sum over the rows, hours."""
        self.rows: Any = np.zeros(number, int)
        """In how many rows the answer is worth more than asking costs."""
        self.best: Floats = np.zeros(number)
        """The worth in the row where it is largest, hours."""
        self.best_row: Any = np.full(number, -1)
        """That row; −1 while there is none."""

    def add(self, rows: Codes, worth: Floats) -> None:
        """Add what the answers are worth in some rows.

        Args:
            rows: The numbers of the rows, at least one.
            worth: What each answer is worth in each of them, hours, of shape (rows, questions).
        """
        place = worth.argmax(axis=0)
        self._add(worth.sum(axis=0), (worth > self._cost).sum(axis=0), worth.max(axis=0), rows[place])

    def add_one(self, row: int, questions: Iterable[Question]) -> None:
        """Add what the answers are worth in a row that was evaluated by itself."""
        worth = {question.quantity: question.worth for question in questions}
        self.add(np.array([row]), np.array([[worth.get(name, 0.0) for name in self.names]]))

    def merge(self, other: QuestionTotals, start: int) -> None:
        """Add the totals of a part of the table whose first row is the row ``start``."""
        self._add(other.hours, other.rows, other.best, other.best_row + start)

    def _add(self, hours: Floats, rows: Any, best: Floats, best_row: Any) -> None:
        self.hours += hours
        self.rows += rows
        # Of equals the first row stays, whichever part of the table is done first.
        better = (best > self.best) | ((best == self.best) & (best > 0) & (best_row < self.best_row))
        self.best, self.best_row = np.where(better, best, self.best), np.where(better, best_row, self.best_row)
