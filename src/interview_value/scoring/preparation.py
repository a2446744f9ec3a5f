"""Preparation: a decision, taken at the hours at which going is worth most."""

from __future__ import annotations

import math

from .criterion import SIGNS, Scorer
from .means import Means
from .scorers import BUILT_IN_SCORERS
from .values import ScorerValues

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

FEW_DRAWS = 64
"""On how many draws the peak is looked for first: of 600 drawn cases at 256 draws that lost nothing."""

CLOSE = 1e-12
"""How near two nets may come, relative to what adds up to them, before the order of adding decides which is more."""


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
    The choice is the same whether NumPy is loaded or not.

    Args:
        values: What the scorers read, all but the preparation.
    """
    if values.draws <= FEW_DRAWS or values.columns.keys().isdisjoint(READ):
        return CHOICES[_peak(_Nets(values))]
    few = _Nets(values.first_draws(FEW_DRAWS))
    place = _peak(few)
    below, above = place - 1, place + 1
    step = 1 if below < 0 or (above <= LAST and few.rises(below, above)) else -1
    nets = _Nets(values)
    while 0 <= place + step <= LAST and nets.rises(place, place + step):
        place += step
    return CHOICES[place]


class _Nets:
    """The expected hours of the scorers that decide, together, at each of the choices that is looked at."""

    def __init__(self, values: ScorerValues) -> None:
        self.values = values
        self.fast, self.exact = Means(), Means(on_arrays=False)
        self.known: dict[tuple[int, Means], list[float]] = {}

    def rises(self, place: int, other: int) -> bool:
        """Tell whether the net value is larger at the other one of two choices."""
        here, there = self.terms(place, self.fast), self.terms(other, self.fast)
        if abs(sum(there) - sum(here)) <= CLOSE * sum(map(abs, here + there)):
            here, there = self.terms(place, self.exact), self.terms(other, self.exact)
        return sum(here) < sum(there)

    def terms(self, place: int, means: Means) -> list[float]:
        """Return what each scorer adds to the net value at a choice; one that fails counts nothing."""
        if (place, means) not in self.known:
            held = [self.values.replaced({PREPARATION: CHOICES[place]})]
            terms = [SIGNS[scorer.kind] * means.of(scorer, held)[0] for scorer in DECIDERS]
            self.known[place, means] = [term for term in terms if not math.isnan(term)]
        return self.known[place, means]


def _peak(nets: _Nets) -> int:
    """Return the place of the largest net value, which rises up to it and falls from there."""
    low, high = 0, LAST
    while low < high:
        middle = (low + high) // 2
        if nets.rises(middle, middle + 1):
            low = middle + 1
        else:
            high = middle
    return low
