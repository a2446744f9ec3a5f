"""Net values: the sum of the scorers' hours in some rows, its range and confidence, and the gates' answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Any

import numpy as np
from attrs import define

from ..scoring.hours import MAX_HOURS
from ..scoring.values import Plan
from .cells import NO, Bools, Floats
from .row_block import RowBlock

__all__ = ["NetValues", "beyond_limits", "multiply", "net_values", "row_means"]

CLOSE = 1e-12
"""How near to 0, relative to what adds up to it, a sum may come before the order of adding decides its sign."""


@define(eq=False)
class NetValues:
    """The net value of some rows; each array has one entry a row, or a single one that holds for all.

    Args:
        means: The expected hours of each scorer before weighting, by name; NaN where it failed.
        benefit: The expected weighted benefits together, hours.
        cost: The expected weighted costs together, hours.
        mean: The expected net value, hours.
        low: The 5th percentile of the net value, hours.
        high: The 95th percentile of the net value, hours.
        confidence: The share of the draws that agree with the sign of the net value; 1 where a gate declines.
        perfect_information: What it would be worth to know every quantity exactly, hours.
        vetoed: Whether a gate declines.
        waits: Whether a gate that asks cannot tell.
        needs_single_evaluation: Whether a criterion failed or a sum is too close to 0, so that the row must be
            evaluated by itself.
    """

    means: Mapping[str, Floats]
    benefit: Floats
    cost: Floats
    mean: Floats
    low: Floats
    high: Floats
    confidence: Floats
    perfect_information: Floats
    vetoed: Bools
    waits: Bools
    needs_single_evaluation: Bools


@define(eq=False)
class _Spread:
    """The spread of the net value over the draws; each array has one entry a row, or a single one that holds for all.

    Args:
        low: Its 5th percentile, hours.
        high: Its 95th percentile, hours.
        agreeing: The share of the draws that have the sign of its mean.
        perfect_information: What it would be worth to know every quantity exactly, hours.
        nearest: How near any draw or the mean comes to 0, hours.
    """

    low: Floats
    high: Floats
    agreeing: Floats
    perfect_information: Floats
    nearest: Floats


def net_values(block: RowBlock, plan: Plan, signs: Mapping[str, float | Floats]) -> NetValues:
    """Add up what the scorers of some rows return, and ask the gates.

    Args:
        block: The rows.
        plan: The scorers and gates.
        signs: The factor on each scorer's hours in the net value, of all rows or one for each, by name.
    """
    means: dict[str, Floats] = {}
    weighted: dict[str, Floats] = {}
    varying: list[str] = []
    varying_sum: Any = None
    failed = NO
    for scorer in plan.scorers:
        # An overflow in some row is raised, as it would be on floats.
        with np.errstate(divide="raise", over="raise", invalid="raise", under="ignore"):
            hours = block.hours(scorer)
        name, sign = scorer.name, signs[scorer.name]
        if (beyond := beyond_limits(hours)) is not None:
            failed = failed | beyond
            # Such hours could overflow in the sum; the row is evaluated by itself.
            hours = np.where(beyond[:, None], np.nan, hours)
        means[name] = row_means(hours)
        weighted[name] = multiply(means[name], sign)
        if hours.shape[1] > 1:
            varying.append(name)
            effect = multiply(hours, np.reshape(sign, (-1, 1)))
            varying_sum = effect if varying_sum is None else varying_sum + effect
    kinds = {scorer.name: scorer.kind for scorer in plan.scorers}
    benefit, loss = (_sum(weighted[n] for n in weighted if kinds[n] == kind) for kind in ("benefit", "cost"))
    mean = benefit + loss
    if varying_sum is None:
        spread = _Spread(mean, mean, np.ones(1), np.zeros(1), np.abs(mean))
    else:
        exact = [weighted[name] for name in weighted if name not in varying]
        spread = _spread(varying_sum + _sum(exact)[:, None], mean)
    vetoed, waits = NO, NO
    for gate in plan.gates:
        yes, no, gate_failed = block.answer(gate)
        vetoed, failed = vetoed | yes, failed | gate_failed
        if gate.asks:
            waits = waits | ~(yes | no)
    return NetValues(
        means,
        benefit,
        0.0 - loss,
        mean,
        spread.low,
        spread.high,
        np.where(vetoed, 1.0, spread.agreeing) if vetoed.any() else spread.agreeing,
        spread.perfect_information,
        vetoed,
        waits,
        failed | _cancelling(spread.nearest, list(weighted.values())) | _cancelled(mean, spread),
    )


def beyond_limits(hours: Floats) -> Bools | None:
    """Return in which rows a scorer failed: some hours are NaN or beyond `MAX_HOURS`; None if it failed in none.

    Args:
        hours: Of shape (rows or 1, draws or 1).
    """
    if -MAX_HOURS <= hours.min() <= hours.max() <= MAX_HOURS:
        return None
    return np.asarray(~((hours >= -MAX_HOURS) & (hours <= MAX_HOURS)).all(axis=1))


def row_means(values: Floats) -> Floats:
    """Return the mean of each row; NumPy takes ten times as long for the mean of a single value."""
    return values[:, 0] if values.shape[1] == 1 else np.asarray(values.mean(axis=1))


def multiply(values: Floats, sign: Any) -> Floats:
    """Return weighted hours, without a multiplication by 1."""
    return values if np.size(sign) == 1 and sign == 1 else values * sign


def _sum(columns: Iterable[Floats]) -> Floats:
    addends = list(columns)
    return reduce(np.add, addends) if addends else np.zeros(1)


def _spread(draws: Floats, mean: Floats) -> _Spread:
    """Return the spread of the net value.

    Args:
        draws: The net value in each draw, hours, of shape (rows, draws).
        mean: Its expectation, hours.
    """
    ordered = np.sort(draws, axis=1)
    positive: Floats = np.count_nonzero(ordered > 0, axis=1) / ordered.shape[1]
    gain = np.maximum(ordered, 0.0).mean(axis=1) - np.maximum(mean, 0.0)
    return _Spread(
        _percentile(ordered, 0.05),
        _percentile(ordered, 0.95),
        np.asarray(np.where(mean > 0, positive, 1.0 - positive)),
        np.maximum(gain, 0.0),
        np.minimum(np.abs(ordered).min(axis=1), np.abs(mean)),
    )


def _percentile(ordered: Floats, share: float) -> Floats:
    """Return a percentile of each row of ascending values, as `scoring.hours.percentile` does."""
    last = ordered.shape[1] - 1
    place = min(max(share * (last + 1) - 0.5, 0.0), float(last))
    under, over = ordered[:, int(place)], ordered[:, min(int(place) + 1, last)]
    return np.asarray(under + (place - int(place)) * (over - under))


def _cancelling(nearest: Floats, weighted: Sequence[Floats]) -> Bools:
    """Tell in which rows benefits and costs cancel so nearly that the order of adding decides the sign."""
    # The extremes alone usually rule it out for all rows, which is faster.
    if nearest.min() > CLOSE * sum(max(abs(hours.min()), abs(hours.max())) for hours in weighted):
        return NO
    scale = _sum(map(np.abs, weighted))
    return np.asarray((nearest <= CLOSE * scale) & (scale > 0))


def _cancelled(mean: Floats, spread: _Spread) -> Bools:
    """Tell in which rows the draws cancel so nearly that the order of adding them decides the sign of their mean."""
    if spread.low is spread.high:
        return NO
    widest = np.maximum(np.abs(spread.low), np.abs(spread.high))
    return np.asarray((np.abs(mean) <= CLOSE * widest) & (widest > 0))
