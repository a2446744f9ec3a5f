"""Preparation: a decision, taken at the hours at which going is worth most."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import ScorerError
from .criterion import SIGNS, Scorer
from .hours import mean_of
from .scorers import BUILT_IN_SCORERS
from .values import ScorerValues, hours_of

__all__ = ["CHOICES", "DECIDERS", "PREPARATION", "best_hours", "decided"]

PREPARATION = "preparation"
"""The name of the quantity that is decided."""

CHOICES = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0)
"""The hours that are compared. Whoever goes reads at least the invitation and their page, a quarter of an hour."""

DECIDERS: tuple[Scorer[...], ...] = tuple(scorer for scorer in BUILT_IN_SCORERS if PREPARATION in scorer.reads)
"""The scorers that decide: the built-in ones at weight 1, whatever is added, blocked, reweighed or failing.

So contributions stay additive, and the net value linear in the weights.
"""


def decided(values: ScorerValues) -> ScorerValues:
    """Return what scorers read with the preparation at its best hours, whatever somebody planned.

    Args:
        values: What the scorers read, of which the preparation counts nothing.
    """
    for scorer in DECIDERS:
        for name in scorer.reads:
            if name not in values.fixed and name not in values.columns:
                values.settle(name)  # a blocked scorer decides all the same
    return values.holding(PREPARATION, best_hours(values))


def best_hours(values: ScorerValues) -> float:
    """Return the hours of preparation at which going is worth most, by the built-in scorers on the same draws.

    The expected net value has one peak, so that it is found by halving.

    Args:
        values: What the scorers read, all but the preparation.
    """
    nets: dict[int, float] = {}

    def net(place: int) -> float:
        if place not in nets:
            nets[place] = _net_of(DECIDERS, values.holding(PREPARATION, CHOICES[place]))
        return nets[place]

    low, high = 0, len(CHOICES) - 1
    while low < high:
        middle = (low + high) // 2
        if net(middle) < net(middle + 1):
            low = middle + 1
        else:
            high = middle
    return CHOICES[low]


def _net_of(scorers: Sequence[Scorer[...]], values: ScorerValues) -> float:
    """Return the expected hours of some scorers together; one that fails counts nothing."""
    net = 0.0
    for scorer in scorers:
        try:
            net += SIGNS[scorer.kind] * mean_of(hours_of(scorer, values))
        except ScorerError:
            continue
    return net
