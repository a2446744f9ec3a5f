"""Sums: what the scorers of some rows come to together, and what the draws say of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Any

import numpy as np
from attrs import define

from ..scoring.hours import MAX_HOURS
from ..scoring.values import Plan
from .block import Block
from .cells import NO, Bools, Floats

__all__ = ["Sums", "mean_of_each", "sums_of", "times"]

CLOSE = 1e-12
"""How near to 0, relative to what adds up to it, a sum may come before the order of adding decides its sign."""


@define(eq=False)
class Sums:
    """What comes out for some rows; each array has one entry a row, or a single one that holds for all.

    Args:
        means: The expected hours of each scorer before weighting, by name.
        benefit: The expected weighted benefits together, hours.
        cost: The expected weighted costs together, hours.
        net: What remains, hours.
        low: The 5th percentile of the net value, hours.
        high: The 95th percentile of the net value, hours.
        confidence: The share of the draws that agree with the sign of the net value; 1 where a gate declines.
        everything: What it would be worth to know every quantity exactly, hours.
        vetoed: Whether a gate declines.
        waits: Whether a gate that asks cannot tell.
        odd: Whether a row must be looked at by itself, because a scorer failed or a sum is too close to 0.
    """

    means: Mapping[str, Floats]
    benefit: Floats
    cost: Floats
    net: Floats
    low: Floats
    high: Floats
    confidence: Floats
    everything: Floats
    vetoed: Bools
    waits: Bools
    odd: Bools


@define(eq=False)
class _Spread:
    """What the draws say of the net value: its 90 % range, the share that agrees with its sign, and so on."""

    low: Floats
    high: Floats
    agreeing: Floats
    everything: Floats
    nearest: Floats
    """How near any draw comes to 0, hours."""


def sums_of(block: Block, plan: Plan, signs: Mapping[str, float | Floats]) -> Sums:
    """Add up what the scorers and gates say of some rows.

    Args:
        block: The rows.
        plan: The scorers and gates.
        signs: The factor on each scorer's hours in the net value, of all rows or one for each, by name.

    Raises:
        Exception: Whatever a scorer or gate raises that fails in some row.
    """
    means: dict[str, Floats] = {}
    weighted: dict[str, Floats] = {}
    varying: list[str] = []
    drawn: Any = None
    odd = NO
    # What is beyond all numbers in some row is raised, as it would be on floats.
    with np.errstate(divide="raise", over="raise", invalid="raise", under="ignore"):
        for scorer in plan.scorers:
            hours, name, sign = block.hours(scorer), scorer.name, signs[scorer.name]
            if not -MAX_HOURS <= hours.min() <= hours.max() <= MAX_HOURS:
                odd = odd | ~((hours >= -MAX_HOURS) & (hours <= MAX_HOURS)).all(axis=1)
            means[name] = mean_of_each(hours)
            weighted[name] = times(means[name], sign)
            if hours.shape[1] > 1:
                varying.append(name)
                effect = times(hours, np.reshape(sign, (-1, 1)))
                drawn = effect if drawn is None else drawn + effect
    kinds = {scorer.name: scorer.kind for scorer in plan.scorers}
    benefit, loss = (_sum(weighted[n] for n in weighted if kinds[n] == kind) for kind in ("benefit", "cost"))
    net = benefit + loss
    exact = [weighted[name] for name in weighted if name not in varying]
    spread = _without(net) if drawn is None else _spread(drawn + _sum(exact)[:, None], net)
    vetoed, waits = _asked(block, plan)
    return Sums(
        means,
        benefit,
        0.0 - loss,
        net,
        spread.low,
        spread.high,
        np.where(vetoed, 1.0, spread.agreeing) if vetoed.any() else spread.agreeing,
        spread.everything,
        vetoed,
        waits,
        odd | _cancelling(spread.nearest, list(weighted.values())) | _cancelled(net, spread),
    )


def mean_of_each(values: Floats) -> Floats:
    """Return the mean of each row; NumPy takes ten times as long for the mean of a single value."""
    return values[:, 0] if values.shape[1] == 1 else np.asarray(values.mean(axis=1))


def times(values: Floats, sign: Any) -> Floats:
    """Return weighted hours, without a multiplication by 1."""
    return values if np.size(sign) == 1 and sign == 1 else values * sign


def _sum(columns: Iterable[Floats]) -> Floats:
    parts = list(columns)
    return reduce(np.add, parts) if parts else np.zeros(1)


def _without(net: Floats) -> _Spread:
    """Return the spread of what does not vary."""
    return _Spread(net, net, np.ones(1), np.zeros(1), np.abs(net))


def _spread(draws: Floats, net: Floats) -> _Spread:
    """Return the spread of the net value.

    Args:
        draws: It in each draw, hours, of shape (rows, draws).
        net: Its expectation, hours.
    """
    ordered = np.sort(draws, axis=1)
    positive: Floats = np.count_nonzero(ordered > 0, axis=1) / ordered.shape[1]
    gain = np.maximum(ordered, 0.0).mean(axis=1) - np.maximum(net, 0.0)
    return _Spread(
        _percentile(ordered, 0.05),
        _percentile(ordered, 0.95),
        np.asarray(np.where(net > 0, positive, 1.0 - positive)),
        np.maximum(gain, 0.0),
        np.minimum(np.abs(ordered).min(axis=1), np.abs(net)),
    )


def _percentile(ordered: Floats, share: float) -> Floats:
    """Return a percentile of each row of ascending values, as `summary.percentile` does."""
    last = ordered.shape[1] - 1
    place = min(max(share * (last + 1) - 0.5, 0.0), float(last))
    under, over = ordered[:, int(place)], ordered[:, min(int(place) + 1, last)]
    return np.asarray(under + (place - int(place)) * (over - under))


def _cancelling(nearest: Floats, weighted: Sequence[Floats]) -> Bools:
    """Tell in which rows benefits and costs cancel so nearly that the order of adding decides the sign."""
    # Their extremes alone say that it is so nowhere, as a rule.
    if nearest.min() > CLOSE * sum(max(abs(hours.min()), abs(hours.max())) for hours in weighted):
        return NO
    scale = _sum(map(np.abs, weighted))
    return np.asarray((nearest <= CLOSE * scale) & (scale > 0))


def _cancelled(net: Floats, spread: _Spread) -> Bools:
    """Tell in which rows the draws cancel so nearly that the order of adding them decides the sign of their mean."""
    if spread.low is spread.high:
        return NO
    widest = np.maximum(np.abs(spread.low), np.abs(spread.high))
    return np.asarray((np.abs(net) <= CLOSE * widest) & (widest > 0))


def _asked(block: Block, plan: Plan) -> tuple[Bools, Bools]:
    """Return in which rows a gate declines, and in which one that asks cannot tell."""
    vetoed, waits = NO, NO
    for gate in plan.gates:
        yes, no = block.answer(gate)
        vetoed = vetoed | yes
        if gate.asks:
            waits = waits | ~(yes | no)
    return vetoed, waits
