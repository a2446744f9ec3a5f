"""Best preparation: the hours of preparation at which going is worth most in each row, as `best_hours` has them."""

from __future__ import annotations

import numpy as np

from ..scoring.criterion import SIGNS
from ..scoring.preparation import CHOICES, CLOSE, DECIDERS, FEW_DRAWS, LAST, PREPARATION, READ
from .cells import Bools, Codes, Floats
from .row_calls import row_means, scorer_hours
from .row_values import RowValues

__all__ = ["best_preparation"]

HOURS = np.array(CHOICES)


def best_preparation(values: RowValues) -> tuple[Floats, Bools]:
    """Return the best hours of each row, and in which rows two choices are too near to tell on arrays.

    Args:
        values: What is read in the rows, of which the preparation counts nothing.
    """
    search = _Search(values.size)
    if values.draws <= FEW_DRAWS:
        search.find_peak(values)
    else:
        few = values.first_draws(FEW_DRAWS, READ)
        search.find_peak(few)
        search.climb(values, search.better_side(few))
    return HOURS[search.places], search.too_near


class _Search:
    """The search for the choice with the largest net value in each row.

    Args:
        rows: The number of rows.
    """

    def __init__(self, rows: int) -> None:
        self.places: Codes = np.zeros(rows, int)
        """The place of the best choice that was found in each row."""
        self.too_near: Bools = np.zeros(rows, bool)

    def find_peak(self, values: RowValues) -> None:
        """Find by halving where the net value, which has one peak, is largest."""
        low, high = np.zeros_like(self.places), np.full_like(self.places, LAST)
        while (searched := low < high).any():
            middle = (low + high) // 2
            more = self._is_more(values, middle, np.minimum(middle + 1, LAST), searched)
            low, high = np.where(searched & more, middle + 1, low), np.where(searched & ~more, middle, high)
        self.places = low

    def better_side(self, values: RowValues) -> Codes:
        """Return on which side of its place the net value of each row is larger: −1 or 1."""
        below, above = np.maximum(self.places - 1, 0), np.minimum(self.places + 1, LAST)
        inside = (below < self.places) & (self.places < above)
        more = self._is_more(values, below, above, inside)
        return np.where((inside & more) | (self.places == 0), 1, -1)

    def climb(self, values: RowValues, steps: Codes) -> None:
        """Go on to the next choice in some direction while it is better."""
        climbing = np.ones(len(steps), bool)
        while (climbing := climbing & (self.places + steps >= 0) & (self.places + steps <= LAST)).any():
            after = np.clip(self.places + steps, 0, LAST)
            climbing = climbing & self._is_more(values, self.places, after, climbing)
            self.places = np.where(climbing, after, self.places)

    def _is_more(self, values: RowValues, places: Codes, others: Codes, where: Bools) -> Bools:
        """Return in which rows the other choice has the larger net value; note where that is too near to tell."""
        net, size = _net(values, places)
        other_net, other_size = _net(values, others)
        self.too_near |= where & (np.abs(other_net - net) <= CLOSE * (size + other_size))
        return np.asarray(net < other_net)


def _net(values: RowValues, places: Codes) -> tuple[Floats, Floats]:
    """Return the expected net value of the scorers that decide, and what adds up to it, both in hours.

    Args:
        values: What is read in the rows.
        places: The place of the hours of each row among the choices.
    """
    held = values.holding(PREPARATION, HOURS[places])
    net, size = np.zeros(values.size), np.zeros(values.size)
    for scorer in DECIDERS:
        mean = row_means(scorer_hours(scorer, held))  # finite, as what the built-in scorers read is bounded
        net, size = net + SIGNS[scorer.kind] * mean, size + np.abs(mean)
    return net, size
