"""Break-even: the weights and values at which the verdict would turn."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import pairwise

from attrs import frozen

from ..evaluation import Evaluation
from ..quantity import Bounds
from .conditional import Conditional

__all__ = ["BreakEven", "ValueTurn", "WeightTurn", "break_even", "value_turn"]

STEPS = 64
"""Intervals that the bounds are cut into in the search; of two crossings within one interval none is seen."""

DECADES = (-3, 6)
"""The powers of ten between which values lie in the search where there is no bound."""

MAX_STEPS = 200
"""Steps after which the search for a zero ends; a net value that jumps across zero has none."""

PRECISION = 1e-9
"""The net value that counts as zero, hours."""


@frozen
class WeightTurn:
    """The weight of one criterion at which the expected net value is zero, all else as it is.

    Args:
        criterion: The scorer's name.
        weight: Its weight now.
        turn: The weight at which the verdict turns; None if none does.
        attend_above: Whether attending pays at higher weights; at lower ones if False.
            Where no weight turns the verdict, whether it pays at all weights.
    """

    criterion: str
    weight: float
    turn: float | None
    attend_above: bool


@frozen
class ValueTurn:
    """The values of one quantity at which the expected net value is zero, all else as it is.

    Args:
        quantity: Its name.
        unit: Its unit.
        turns: The values within its bounds at which the verdict turns, ascending; empty if none does.
        attend_below: Whether attending pays below the first of them; at all values if there is none.
    """

    quantity: str
    unit: str
    turns: tuple[float, ...]
    attend_below: bool


@frozen
class BreakEven:
    """Where the verdict turns.

    Args:
        weights: One for each criterion that counts, sorted by name; exact, because the net value is linear in them.
        values: One for each quantity that counts, sorted by name.
    """

    weights: tuple[WeightTurn, ...]
    values: tuple[ValueTurn, ...]


def break_even(evaluation: Evaluation) -> BreakEven:
    """Find the weights and values at which the verdict would turn.

    Raises:
        NotAtHandError: The evaluation was read back.
    """
    conditional = Conditional(evaluation)
    names = [name for name in sorted(conditional.run.plan.order) if conditional.readers(name)]
    return BreakEven(tuple(weight_turns(evaluation)), tuple(value_turn(conditional, name) for name in names))


def weight_turns(evaluation: Evaluation) -> Iterator[WeightTurn]:
    """Yield the break-even weight of each criterion that counts."""
    net = evaluation.expected_net
    for item in evaluation.contributions:
        if not item.weight or item.error:
            continue
        slope = item.mean if item.sign > 0 else -item.mean
        turn = item.weight - net / slope if slope else -1.0
        reached = math.isfinite(turn) and turn >= 0
        yield WeightTurn(item.name, item.weight, turn if reached else None, slope > 0 if reached else net > 0)


def value_turn(conditional: Conditional, name: str) -> ValueTurn:
    """Find all values of a quantity, within its bounds, at which the expected net value is zero."""
    quantity = conditional.run.plan.known[name]
    grid = list(_grid(quantity.bounds))
    nets = conditional.net(name, grid)

    def net(value: float) -> float:
        return conditional.net(name, [value])[0]

    turns = [
        _root(net, (a, at_a), (b, at_b))
        for (a, at_a), (b, at_b) in pairwise(zip(grid, nets, strict=True))
        if (at_a > 0) != (at_b > 0)
    ]
    return ValueTurn(name, quantity.unit, tuple(turns), nets[0] > 0)


def _grid(bounds: Bounds) -> Iterator[float]:
    """Yield values from one bound to the other, ascending; where there is no bound they grow by a factor."""
    if math.isfinite(bounds.low) and math.isfinite(bounds.high):
        for step in range(STEPS + 1):
            yield bounds.low + (bounds.high - bounds.low) * max(step, 1e-9 if bounds.open_low else 0) / STEPS
        return
    first, last = DECADES
    away = [10 ** (first + (last - first) * step / (STEPS - 1)) for step in range(STEPS)]
    start = next((bound for bound in (bounds.low, bounds.high) if math.isfinite(bound)), 0.0)
    if bounds.low == -math.inf:
        yield from (start - distance for distance in reversed(away))
    yield start + 1e-9 if bounds.open_low else start
    if bounds.high == math.inf:
        yield from (start + distance for distance in away)


def _root(net: Callable[[float], float], left: tuple[float, float], right: tuple[float, float]) -> float:
    """Find a zero between two points of different sign, by regula falsi in the form called Illinois."""
    (a, at_a), (b, at_b) = left, right
    for _ in range(MAX_STEPS):
        middle = (at_a * b - at_b * a) / (at_a - at_b)
        at_middle = net(middle)
        if abs(at_middle) < PRECISION:
            break
        if (at_middle > 0) == (at_b > 0):
            # The end that stays gets half its weight, lest it stay for ever.
            at_a /= 2
        else:
            a, at_a = b, at_b
        b, at_b = middle, at_middle
    return middle
