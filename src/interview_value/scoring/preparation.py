"""Preparation: a decision, taken at the hours at which going is worth most."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from itertools import repeat
from typing import TypeAlias

from .criterion import SIGNS, Scorer
from .means import has_arrays
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

CALLS = tuple((SIGNS[scorer.kind], scorer, scorer.arguments.index(PREPARATION)) for scorer in DECIDERS)
"""For each of them the sign of its hours, itself, and the place of the preparation among its arguments."""

Net: TypeAlias = Callable[[int], float]
Rises: TypeAlias = Callable[[int, int], bool]

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
        return CHOICES[_peak(_rises(values))]
    few = _rises(values.first_draws(FEW_DRAWS))
    place = _peak(few)
    below, above = place - 1, place + 1
    step = 1 if below < 0 or (above <= LAST and few(below, above)) else -1
    rises = _rises(values)
    while 0 <= place + step <= LAST and rises(place, place + step):
        place += step
    return CHOICES[place]


def _peak(rises: Rises) -> int:
    """Return the place of the largest net value, which rises up to it and falls from there."""
    low, high = 0, LAST
    while low < high:
        middle = (low + high) // 2
        if rises(middle, middle + 1):
            low = middle + 1
        else:
            high = middle
    return low


def _rises(values: ScorerValues) -> Rises:
    """Return what tells whether the net value is larger at the other one of two choices."""
    if values.columns.keys().isdisjoint(READ):
        net = _net_exactly(values)
        return lambda place, other: net(place) < net(other)
    values = values.replaced({PREPARATION: CHOICES[0]})
    net = _net_by_draw(values)
    if not has_arrays():
        return lambda place, other: net(place) < net(other)
    from .arrays import MeansAt

    means_at, nets = MeansAt(DECIDERS, values, PREPARATION), dict[int, tuple[float, float]]()

    def rises(place: int, other: int) -> bool:
        if not {place, other} <= nets.keys():
            # At once some choices take hardly longer than one, and with few draws all of them.
            places = range(len(CHOICES)) if values.draws <= FEW_DRAWS else (place, other)
            for one, *hours in zip(places, *means_at([CHOICES[one] for one in places]), strict=True):
                effects = [sign * mean for (sign, *_), mean in zip(CALLS, hours, strict=True)]
                nets[one] = sum(effects), sum(map(abs, effects))
        (here, size), (there, other_size) = nets[place], nets[other]
        if abs(there - here) > CLOSE * (size + other_size):
            return here < there
        return net(place) < net(other)

    return rises


def _net_exactly(values: ScorerValues) -> Net:
    """Return the net value by choice where nothing varies.

    The scorers are called without the checks of `hours_of`, as a built-in one never fails within the bounds; of what
    they read, which is looked up once, the preparation alone is set for each choice.
    """
    fixed = {**values.fixed, PREPARATION: CHOICES[0]}
    calls = [(sign, scorer.function, [*scorer.pick(fixed)], at) for sign, scorer, at in CALLS]

    @cache
    def net(place: int) -> float:
        total, hours = 0.0, CHOICES[place]
        for sign, function, arguments, at in calls:
            arguments[at] = hours
            total += sign * function(*arguments)
        return total

    return net


def _net_by_draw(values: ScorerValues) -> Net:
    """Return the mean of the net value by choice, worked out draw by draw."""
    calls = [(sign, scorer.function, values.by_draw(scorer.arguments), at) for sign, scorer, at in CALLS]

    @cache
    def net(place: int) -> float:
        total = 0.0
        for sign, function, arguments, at in calls:
            arguments[at] = repeat(CHOICES[place], values.draws)  # the others may be without end
            total += sign * (math.fsum(map(function, *arguments)) / values.draws)
        return total

    return net
