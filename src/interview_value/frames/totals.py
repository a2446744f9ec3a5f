"""Totals: what the answer to each question is worth over all rows of a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from ..outcome.analysis.questions import Question
from ..scoring.values import Plan
from .cells import Codes, Floats
from .worth import askable

__all__ = ["Totals"]


class Totals:
    """What the answers are worth over some rows, by the place of the question among those that somebody can answer.

    Args:
        plan: Who reads what.
        cost: What asking a question costs, hours.
    """

    def __init__(self, plan: Plan, cost: float) -> None:
        self.names: tuple[str, ...] = askable(plan)
        self._cost = cost
        number = len(self.names)
        self.hours: Floats = np.zeros(number)
        self.rows: Any = np.zeros(number, int)
        """In how many rows the answer is worth more than asking costs."""
        self.best: Floats = np.zeros(number)
        self.best_row: Any = np.full(number, -1)

    def add(self, rows: Codes, worth: Floats) -> None:
        """Count some rows.

        Args:
            rows: Their numbers, at least one.
            worth: What each answer is worth in each of them, hours, of shape (rows, questions).
        """
        place = worth.argmax(axis=0)
        self._take(worth.sum(axis=0), (worth > self._cost).sum(axis=0), worth.max(axis=0), rows[place])

    def add_one(self, row: int, questions: Iterable[Question]) -> None:
        """Count a row that was evaluated by itself."""
        worth = {question.quantity: question.worth for question in questions}
        self.add(np.array([row]), np.array([[worth.get(name, 0.0) for name in self.names]]))

    def merge(self, other: Totals, start: int) -> None:
        """Count the rows of another part of the table, whose first row is the row ``start``."""
        self._take(other.hours, other.rows, other.best, other.best_row + start)

    def _take(self, hours: Floats, rows: Any, best: Floats, best_row: Any) -> None:
        self.hours += hours
        self.rows += rows
        # Of equals the first row stays, whichever part of the table is done first.
        better = (best > self.best) | ((best == self.best) & (best > 0) & (best_row < self.best_row))
        self.best, self.best_row = np.where(better, best, self.best), np.where(better, best_row, self.best_row)
