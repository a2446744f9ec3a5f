"""Net values: the sum of the scorers' hours in some rows, its range and confidence, and the gates' answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Any

import numpy as np
from attrs import define

from ..scoring.gates import obligation
from ..scoring.preparation import PREPARATION
from .best_preparation import best_preparation
from .cells import NO, Bools, Floats
from .row_calls import beyond_limits, gate_answers, row_means, scorer_hours
from .row_values import RowValues

__all__ = ["NetValues", "multiply", "net_values"]

CLOSE = 1e-12
"""How near to 0, relative to what adds up to it, a sum may come before the order of adding decides its sign."""


@define(eq=False)
class NetValues:
    """The net value of some rows; each array has one entry a row, or a single one that holds for all.

    Args:
        values: What was read, with the preparation at its best hours.
        signs: The factor on each scorer's hours in the net value, of all rows or one for each, by name.
        hours: The hours of each scorer before weighting, of shape (rows or 1, draws or 1), by name; NaN where it
            failed.
        means: The expected hours of each scorer before weighting, by name; NaN where it failed.
        benefit: The expected weighted benefits together, hours.
        cost: The expected weighted costs together, hours.
        mean: The expected net value, hours.
        low: The 5th percentile of the net value, hours.
        high: The 95th percentile of the net value, hours.
        confidence: The share of the draws that agree with the leaning; 1 where a gate decides.
        everything: What it is worth to know every quantity before deciding, hours, ≥ 0.
        attends: Whether gates say to attend: an obligation, or one that no other contradicts.
        declines: Whether gates say to decline, and none to attend.
        contradicts: Whether some say to attend and some to decline, and no obligation settles it.
        needs_single_evaluation: Whether a criterion failed or a sum is too close to 0, so that the row must be
            evaluated by itself.
    """

    values: RowValues
    signs: Mapping[str, float | Floats]
    hours: Mapping[str, Floats]
    means: Mapping[str, Floats]
    benefit: Floats
    cost: Floats
    mean: Floats
    low: Floats
    high: Floats
    confidence: Floats
    everything: Floats
    attends: Bools
    declines: Bools
    contradicts: Bools
    needs_single_evaluation: Bools

    @property
    def ruled(self) -> Bools:
        """Whether a gate decides."""
        return self.attends | self.declines

    @property
    def leans_to_attend(self) -> Bools:
        """Whether a gate, or else the expected net value, says to attend."""
        return self.attends | (~self.declines & (self.mean > 0))

    @property
    def best_hours(self) -> Floats | None:
        """The hours of preparation at which going is worth most; None if nothing reads them."""
        return self.values.ends(PREPARATION).low if self.values.drawing.decides else None


@define(eq=False)
class _Spread:
    """The spread of the net value over the draws; each array has one entry a row, or a single one that holds for all.

    Args:
        low: Its 5th percentile, hours.
        high: Its 95th percentile, hours.
        agreeing: The share of the draws that have the sign of its mean.
        everything: What the mean of its positive parts exceeds its mean or 0 by, hours.
        nearest: How near any draw or the mean comes to 0, hours.
    """

    low: Floats
    high: Floats
    agreeing: Floats
    everything: Floats
    nearest: Floats


def net_values(values: RowValues, signs: Mapping[str, float | Floats]) -> NetValues:
    """Add up what the scorers of some rows return at their best hours of preparation, and ask the gates.

    Args:
        values: What is read in the rows.
        signs: The factor on each scorer's hours in the net value, of all rows or one for each, by name.
    """
    plan, failed = values.plan, NO
    if values.drawing.decides:
        best, failed = best_preparation(values)
        values = values.holding(PREPARATION, best)
    all_hours: dict[str, Floats] = {}
    means: dict[str, Floats] = {}
    weighted: dict[str, Floats] = {}
    varying: list[str] = []
    varying_sum: Any = None
    for scorer in plan.scorers:
        # An overflow in some row is raised, as it would be on floats.
        with np.errstate(divide="raise", over="raise", invalid="raise", under="ignore"):
            hours = scorer_hours(scorer, values)
        name, sign = scorer.name, signs[scorer.name]
        if (beyond := beyond_limits(hours)) is not None:
            failed = failed | beyond
            # Such hours could overflow in the sum; the row is evaluated by itself.
            hours = np.where(beyond[:, None], np.nan, hours)
        all_hours[name], means[name] = hours, row_means(hours)
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
    said = {"attend": NO, "decline": NO}
    obliged = NO
    for gate in plan.gates:
        holds, gate_failed = gate_answers(gate, values)
        said[gate.verdict], failed = said[gate.verdict] | holds, failed | gate_failed
        obliged = holds if gate.name == obligation.name else obliged
    contradicts = said["attend"] & said["decline"] & ~obliged
    attends, declines = said["attend"] & ~contradicts, said["decline"] & ~said["attend"]
    return NetValues(
        values=values,
        signs=signs,
        hours=all_hours,
        means=means,
        benefit=benefit,
        cost=0.0 - loss,
        mean=mean,
        low=spread.low,
        high=spread.high,
        confidence=np.where(attends | declines, 1.0, spread.agreeing),
        everything=spread.everything,
        attends=attends,
        declines=declines,
        contradicts=contradicts,
        needs_single_evaluation=(
            failed | _cancelling(spread.nearest, list(weighted.values())) | _cancelled(mean, spread)
        ),
    )


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
    return _Spread(
        _percentile(ordered, 0.05),
        _percentile(ordered, 0.95),
        np.asarray(np.where(mean > 0, positive, 1.0 - positive)),
        np.maximum(np.maximum(ordered, 0.0).mean(axis=1) - np.maximum(mean, 0.0), 0.0),
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
