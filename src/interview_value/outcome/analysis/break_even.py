"""Break-even: the weights and values at which the verdict would turn."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import pairwise

from attrs import frozen

from ...display.plain import Plain
from ...model.bounds import Bounds
from ...plugins.calls import MAX_WEIGHT
from ..valuation import Valuation
from .conditional import Conditional

__all__ = ["BreakEven", "ValueTurn", "WeightTurn", "break_even", "value_turn"]

STEPS = 64
"""Intervals that the search cuts the bounds into. Two zeros within one are found too, except in the outermost."""

DECADES = (-3, 6)
"""Powers of ten between which the search looks for values where there is no bound."""

MAX_STEPS = 200
"""Steps after which the search for a zero ends; a net value that jumps across zero has no zero."""

MAX_DIP_STEPS = 30
"""Steps in which the search for a dip across zero narrows its interval to about a millionth."""

SECTION = 2 - (1 + math.sqrt(5)) / 2
"""The smaller part of 1 divided by the golden section."""

PRECISION = 1e-9
"""The largest net value that counts as zero, hours."""


@frozen
class WeightTurn(Plain):
    """The weight of one criterion at which the expected net value is zero, all else as it is.

    Args:
        criterion: The name of the scorer.
        weight: Its weight now.
        turn: The weight at which the verdict turns; None if no weight that an evaluator takes turns it.
        attend_above: Whether attending pays at higher weights; if False, it pays at lower ones. Where no weight turns
            the verdict, whether attending pays at all weights.
    """

    criterion: str
    weight: float
    turn: float | None
    attend_above: bool


@frozen
class ValueTurn(Plain):
    """The values of one quantity at which the expected net value is zero, all else as it is.

    Args:
        quantity: The name of the quantity.
        unit: Its unit.
        turns: The values within its bounds at which the verdict turns, ascending; empty if there are none.
        attend_below: Whether attending pays below the first of ``turns``; at all values if there are none.
    """

    quantity: str
    unit: str
    turns: tuple[float, ...]
    attend_below: bool


@frozen
class BreakEven(Plain):
    """The weights and values at which the verdict turns.

    Args:
        weights: One entry for each scorer that counts, sorted by name; exact, as the net value is linear in weights.
        values: One entry for each quantity that counts, sorted by name.
    """

    weights: tuple[WeightTurn, ...]
    values: tuple[ValueTurn, ...]


def break_even(valuation: Valuation) -> BreakEven:
    """Find the weights and values at which the verdict would turn.

    Raises:
        NotAtHandError: The evaluation was read back.
    """
    conditional = Conditional(valuation)
    quantities = conditional.run.plan.quantities.values()
    names = [item.name for item in quantities if not item.is_label and conditional.depending_on(item.name)]
    return BreakEven(tuple(weight_turns(valuation)), tuple(value_turn(conditional, name) for name in names))


def weight_turns(valuation: Valuation) -> Iterator[WeightTurn]:
    """Yield the break-even weight of each scorer that counts."""
    net = valuation.expected_net
    for item in valuation.contributions:
        if not item.counts:
            continue
        slope = item.mean if item.sign > 0 else -item.mean
        turn = item.weight - net / slope if slope else -1.0
        allowed = 0 <= turn <= MAX_WEIGHT
        yield WeightTurn(item.name, item.weight, turn if allowed else None, slope > 0 if allowed else net > 0)


def value_turn(conditional: Conditional, name: str) -> ValueTurn:
    """Return all values of a quantity, within its bounds, at which the expected net value is zero."""
    quantity = conditional.run.plan.known[name]
    grid = list(_grid(quantity.bounds))
    nets = conditional.net(name, grid, partial=False)
    # A scorer may fail at values far from those it was made for: there the net value is not known.
    known = [point for point in zip(grid, nets, strict=True) if math.isfinite(point[1])]

    def net(value: float) -> float:
        return conditional.net(name, [value])[0]

    points = sorted([*known, *_dips(net, known)])
    turns = [_root(net, left, right) for left, right in pairwise(points) if (left[1] > 0) != (right[1] > 0)]
    below = known[0][1] if known else conditional.expected_net
    return ValueTurn(name, quantity.unit, tuple(turns), below > 0)


def _dips(net: Callable[[float], float], points: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield a point across zero for each place between the points where the net value crosses zero and comes back."""
    for left, middle, right in zip(points, points[1:], points[2:], strict=False):
        side = 1.0 if middle[1] > 0 else -1.0
        ends = (side * left[1], side * right[1])
        if side * middle[1] <= min(ends) and max(ends) > side * middle[1]:
            yield from _across(net, side, left[0], middle, right[0])


def _across(
    net: Callable[[float], float], side: float, a: float, middle: tuple[float, float], c: float
) -> Iterator[tuple[float, float]]:
    """Yield a point on the other side of zero if a golden section search for the extreme value meets one."""
    b, at_b = middle
    for _ in range(MAX_DIP_STEPS):
        d = b + SECTION * (c - b if c - b > b - a else a - b)
        at_d = net(d)
        if (at_d > 0) != (at_b > 0):
            yield d, at_d
            return
        if side * at_d < side * at_b:
            a, b, c, at_b = (b, d, c, at_d) if d > b else (a, d, b, at_d)
        else:
            a, c = (a, d) if d > b else (d, c)


def _grid(bounds: Bounds) -> Iterator[float]:
    """Yield values from one bound to the other, ascending; without a bound, distances grow by a factor."""
    if math.isfinite(bounds.low) and math.isfinite(bounds.high):
        for step in range(STEPS + 1):
            yield bounds.low + (bounds.high - bounds.low) * max(step, 1e-9 if bounds.open_low else 0) / STEPS
        return
    first, last = DECADES
    distances = [10 ** (first + (last - first) * step / (STEPS - 1)) for step in range(STEPS)]
    start = next((bound for bound in (bounds.low, bounds.high) if math.isfinite(bound)), 0.0)
    if bounds.low == -math.inf:
        yield from (start - distance for distance in reversed(distances))
    yield start + 1e-9 if bounds.open_low else start
    if bounds.high == math.inf:
        yield from (start + distance for distance in distances)


def _root(net: Callable[[float], float], left: tuple[float, float], right: tuple[float, float]) -> float:
    """Return a zero between two points of different sign, by the Illinois form of regula falsi."""
    (a, at_a), (b, at_b) = left, right
    middle = a
    for _ in range(MAX_STEPS):
        middle = (at_a * b - at_b * a) / (at_a - at_b)
        at_middle = net(middle)
        if abs(at_middle) < PRECISION:
            break
        if (at_middle > 0) == (at_b > 0):
            # Halving the value at the end that stays keeps it from staying for ever.
            at_a /= 2
        else:
            a, at_a = b, at_b
        b, at_b = middle, at_middle
    return middle
