"""Preparation: a decision, taken at the hours at which going is worth most."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import ScorerError
from .criterion import SIGNS, Scorer
from .hours import mean_of
from .scorers import BUILT_IN_SCORERS
from .values import ScorerValues, hours_of

__all__ = ["CHOICES", "DECIDERS", "PREPARATION", "best_hours", "decide"]

PREPARATION = "preparation"
"""The name of the quantity that is decided."""

CHOICES = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0)
"""The hours that are compared. Whoever goes reads at least the invitation and their page, a quarter of an hour."""

DECIDERS: tuple[Scorer[...], ...] = tuple(scorer for scorer in BUILT_IN_SCORERS if PREPARATION in scorer.reads)
"""The scorers that decide: the built-in ones at weight 1, whatever is added, blocked, reweighed or failing.

So contributions stay additive, and the net value linear in the weights.
"""

READ: frozenset[str] = frozenset(name for scorer in DECIDERS for name in scorer.reads) - {PREPARATION}
"""What they read besides the preparation itself."""

LAST = len(CHOICES) - 1

BESIDE = tuple([place for place in (middle - 1, middle + 1) if 0 <= place <= LAST] for middle in range(LAST + 1))
"""The places of the choices beside each choice."""

FEW_DRAWS = 64
"""On how many draws the peak is looked for first: of 200 cases at 512 draws that lost .015 h at most, 0 on average."""


def decide(values: ScorerValues) -> None:
    """Set the preparation to its best hours, whatever somebody planned.

    Args:
        values: What the scorers read, of which the preparation counts nothing; it is changed.
    """
    for name in READ:
        if name not in values.fixed and name not in values.columns:
            values.settle(name)  # a blocked scorer decides all the same
    values.columns.pop(PREPARATION, None)
    values.hold(PREPARATION, best_hours(values))


def best_hours(values: ScorerValues) -> float:
    """Return the hours of preparation at which going is worth most, by the built-in scorers on the same draws.

    The expected net value has one peak, which is found by halving. Where there are many draws it is found on a few of
    them, and the better one of the two choices beside it is then compared with it on all of them, and so on that way.

    Args:
        values: What the scorers read, all but the preparation, which is tried out in it.
    """
    if values.draws <= FEW_DRAWS or values.columns.keys().isdisjoint(READ):
        return CHOICES[_peak(_Nets(values))]
    few = _Nets(values.first_draws(FEW_DRAWS))
    place = _peak(few)
    beside = max(BESIDE[place], key=few.__getitem__)
    nets, step = _Nets(values), beside - place
    while 0 <= place + step <= LAST and nets[place] < nets[place + step]:
        place += step
    return CHOICES[place]


class _Nets(dict[int, float]):
    """The expected hours of the scorers that decide, together, at each of the choices that is looked at."""

    def __init__(self, values: ScorerValues) -> None:
        super().__init__()
        self.read: ScorerValues = values

    def __missing__(self, place: int) -> float:
        values, net = self.read, 0.0
        values.fixed[PREPARATION] = CHOICES[place]
        for scorer in DECIDERS:
            try:
                net += SIGNS[scorer.kind] * mean_of(hours_of(scorer, values))
            except ScorerError:
                continue  # one that fails counts nothing
        self[place] = net
        return net


def _peak(nets: Mapping[int, float]) -> int:
    """Return the place of the largest net value, which rises up to it and falls from there."""
    low, high = 0, LAST
    while low < high:
        middle = (low + high) // 2
        if nets[middle] < nets[middle + 1]:
            low = middle + 1
        else:
            high = middle
    return low
