"""Question worth: what answers are worth in many rows, as `outcome.analysis.questions` has it for one, and over all."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
from attrs import define

from ..model.quantity import Quantity
from ..outcome.analysis.conditional import LEVELS
from ..outcome.analysis.questions import DIGITS, HALVINGS, LOST, Question
from ..scoring.draws import normal_quantiles
from ..scoring.preparation import PREPARATION
from ..scoring.values import Plan
from .cells import Codes, Floats
from .conditional_net import ConditionalNet
from .range_draws import quantile_values
from .row_values import Ends
from .way_worth import message_cost

__all__ = ["QuestionTotals", "QuestionWorth", "question_worth", "turns"]

LEVEL = np.array(normal_quantiles(LEVELS))
"""The standard normal deviates of the levels of equal probability at which a quantity is held."""


@define(eq=False)
class QuestionWorth:
    """What the answers to the questions are worth in some rows.

    Args:
        names: The quantities and labels that can be asked for, as `_askable` has them.
        worth: The expected value of each answer, hours, of shape (rows, questions); 0 where it is known.
        cost: What asking costs, of the same shape.
    """

    names: tuple[str, ...]
    worth: Floats
    cost: Floats

    @property
    def gain(self) -> Floats:
        """What each answer is worth less what asking costs, hours; −∞ where it is worth nothing."""
        return np.where(self.worth > 0, self.worth - self.cost, -np.inf)

    def first(self) -> tuple[Codes, Floats]:
        """Return the place of the question to ask first in each row, or −1, and the largest gain, hours."""
        if not self.names:
            return np.full(len(self.worth), -1), np.full(len(self.worth), -np.inf)
        gain = self.gain
        best = np.argmax(gain, axis=1)  # of equals the first by name
        most = gain[np.arange(len(best)), best]
        return np.where(most > 0, best, -1), most


def question_worth(conditional: ConditionalNet, asking_cost: float) -> QuestionWorth:
    """Work out what the answer to each question is worth in some rows.

    Args:
        conditional: The net value of the rows.
        asking_cost: What asking oneself costs, hours; ∞ asks nothing.
    """
    values, plan = conditional.values, conditional.values.plan
    names = _askable(plan)
    everything = conditional.net.everything.round(DIGITS)
    worth = np.zeros((values.size, len(names)))
    for place, name in enumerate(names):
        known = values.known(name)
        if not known.all():
            find = _worth_of_label if plan.known[name].is_label else _worth_of_quantity
            worth[:, place] = np.where(known, 0.0, find(conditional, plan.known[name])).round(DIGITS)
            if find is _worth_of_quantity and name not in plan.assumed_by:
                worth[:, place] = np.minimum(worth[:, place], everything)
    theirs = message_cost(values) + LOST * np.maximum(conditional.net.mean, 0.0)
    if math.isinf(asking_cost):
        theirs = np.full(1, math.inf)
    costs = {"yourself": np.full(1, asking_cost), "recruiter": theirs}
    columns = [np.broadcast_to(costs[plan.known[name].ask], values.size) for name in names]
    return QuestionWorth(names, worth, np.column_stack(columns) if columns else worth)


def _askable(plan: Plan) -> tuple[str, ...]:
    """Return the names of the quantities and labels that are read and that somebody can answer, sorted."""
    return tuple(
        name
        for name, quantity in sorted(plan.quantities.items())
        if quantity.ask != "nobody" and name != PREPARATION and (not quantity.is_label or _shares(quantity))
    )


def _shares(label: Quantity) -> dict[str, float]:
    """Return how likely each choice of a label is before anybody says so, if it is one that is asked for."""
    shares = {name: choice.share for name, choice in label.choices.items() if choice.share > 0}
    total = math.fsum(shares.values())
    return {name: share / total for name, share in shares.items()}


def _worth_of_label(conditional: ConditionalNet, label: Quantity) -> Floats:
    shares = _shares(label)
    nets = [conditional.expected(conditional.values.labelled(label.name, choice)) for choice in shares]
    return _worth(np.column_stack(nets), np.array([*shares.values()]))


def _worth_of_quantity(conditional: ConditionalNet, quantity: Quantity) -> Any:
    ends = conditional.values.ends(quantity.name)
    if not (ends.low < ends.high).any():
        return 0.0
    levels = _levels(quantity, ends)
    held = (conditional.values.holding(quantity.name, levels[:, place]) for place in range(LEVELS))
    nets: list[Floats] = []
    for values in held:
        if not conditional.depends_on(values):
            return 0.0
        nets.append(conditional.expected(values))
    return _worth(np.column_stack(nets), np.full(LEVELS, 1 / LEVELS))


def _levels(quantity: Quantity, ends: Ends) -> Floats:
    """Return a quantity's values at levels of equal probability, of shape (rows or 1, levels)."""
    uncertain = ends.low < ends.high
    levels = np.repeat(ends.low[:, None], LEVELS, axis=1)
    levels[uncertain] = quantile_values(quantity, ends.low[uncertain], ends.high[uncertain], LEVEL)
    return levels


def _worth(nets: Floats, shares: Floats) -> Floats:
    """Return E[max(net, 0)] − max(E[net], 0) over the same levels, so that it is never negative, hours."""
    gain = np.maximum(nets, 0.0) @ shares - np.maximum(nets @ shares, 0.0)
    return np.maximum(gain, 0.0)


def turns(conditional: ConditionalNet, quantity: Quantity) -> Floats:
    """Return the value of a quantity at which the leaning turns in each row; NaN where it does not turn just once."""
    ends, values = conditional.values.ends(quantity.name), conditional.values
    levels = np.broadcast_to(_levels(quantity, ends), (values.size, LEVELS))
    positive = np.column_stack(
        [conditional.expected(values.holding(quantity.name, levels[:, place])) > 0 for place in range(LEVELS)]
    )
    changes = positive[:, 1:] != positive[:, :-1]
    place, every = changes.argmax(axis=1), np.arange(values.size)
    low, high, rising = levels[every, place], levels[every, place + 1], positive[every, place + 1]
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if quantity.scale == "log":
            middle = np.where(low > 0, np.sqrt(low * high), middle)
        beyond = (conditional.expected(values.holding(quantity.name, middle)) > 0) == rising
        low, high = np.where(beyond, low, middle), np.where(beyond, middle, high)
    return np.where(changes.sum(axis=1) == 1, high, np.nan)


class QuestionTotals:
    """What the answer to each question is worth over many rows; each array has one entry a question.

    Args:
        plan: The scorers and gates.
    """

    def __init__(self, plan: Plan) -> None:
        self.names: tuple[str, ...] = _askable(plan)
        number = len(self.names)
        self.hours: Floats = np.zeros(number)
        """The sum over the rows, hours."""
        self.rows: Any = np.zeros(number, int)
        """In how many rows the answer is worth more than asking costs."""
        self.best: Floats = np.zeros(number)
        """The worth in the row where it is largest, hours."""
        self.best_row: Any = np.full(number, -1)
        """That row; −1 while there is none."""

    def add(self, rows: Codes, worth: Floats, gain: Floats) -> None:
        """Add what the answers are worth in some rows.

        Args:
            rows: The numbers of the rows, at least one.
            worth: What each answer is worth in each of them, hours, of shape (rows, questions).
            gain: The same less what asking costs.
        """
        place = worth.argmax(axis=0)
        self._add(worth.sum(axis=0), (gain > 0).sum(axis=0), worth.max(axis=0), rows[place])

    def add_one(self, row: int, questions: Iterable[Question]) -> None:
        """Add what the answers are worth in a row that was evaluated by itself."""
        asked = {question.quantity: question for question in questions}
        worth = [asked[name].worth if name in asked else 0.0 for name in self.names]
        gain = [asked[name].gain if name in asked else -math.inf for name in self.names]
        self.add(np.array([row]), np.array([worth]), np.array([gain]))

    def merge(self, other: QuestionTotals, start: int) -> None:
        """Add the totals of a part of the table whose first row is the row ``start``."""
        self._add(other.hours, other.rows, other.best, other.best_row + start)

    def _add(self, hours: Floats, rows: Any, best: Floats, best_row: Any) -> None:
        self.hours += hours
        self.rows += rows
        # Of equals the first row stays, whichever part of the table is done first.
        better = (best > self.best) | ((best == self.best) & (best > 0) & (best_row < self.best_row))
        self.best, self.best_row = np.where(better, best, self.best), np.where(better, best_row, self.best_row)
