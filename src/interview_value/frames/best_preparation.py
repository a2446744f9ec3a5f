"""Best preparation: the hours of preparation at which going is worth most in each row, as `best_hours` has them."""

from __future__ import annotations

import numpy as np

from ..scoring.criterion import SIGNS
from ..scoring.preparation import CHOICES, DECIDERS, PREPARATION
from .cells import Bools, Codes, Floats
from .row_calls import beyond_limits, row_means, scorer_hours
from .row_values import RowValues

__all__ = ["best_preparation"]

HOURS = np.array(CHOICES)

CLOSE = 1e-12
"""How near two nets may come, relative to what adds up to them, before the order of adding decides which is more."""


def best_preparation(values: RowValues) -> tuple[Floats, Bools]:
    """Return the best hours of each row, and in which rows two choices are too near to tell on arrays.

    The expected net value of the built-in scorers has one peak, so that it is found by halving.

    Args:
        values: What is read in the rows, of which the preparation counts nothing.
    """
    low, high = np.zeros(values.size, int), np.full(values.size, len(CHOICES) - 1)
    too_near = np.zeros(values.size, bool)
    while (low < high).any():
        middle = (low + high) // 2
        searched = low < high
        net, size = _net(values, middle)
        next_net, next_size = _net(values, np.where(searched, middle + 1, middle))
        too_near |= searched & (np.abs(next_net - net) <= CLOSE * (size + next_size))
        more = next_net > net
        low, high = np.where(searched & more, middle + 1, low), np.where(searched & ~more, middle, high)
    return HOURS[low], too_near


def _net(values: RowValues, places: Codes) -> tuple[Floats, Floats]:
    """Return the expected net value of the scorers that decide, and what adds up to it, both in hours.

    Args:
        values: What is read in the rows.
        places: The place of the hours of each row among the choices.
    """
    held = values.holding(PREPARATION, HOURS[places])
    net, size = np.zeros(values.size), np.zeros(values.size)
    for scorer in DECIDERS:
        # What is too large on some draw shows in the hours, and needs no warning.
        with np.errstate(all="ignore"):
            hours = scorer_hours(scorer, held)
        mean = row_means(hours)
        if (beyond := beyond_limits(hours)) is not None:
            mean = np.where(beyond, 0.0, mean)  # a scorer that fails counts nothing
        net, size = net + SIGNS[scorer.kind] * mean, size + np.abs(mean)
    return net, size
