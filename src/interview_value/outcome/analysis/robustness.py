"""Robustness: in how many of all weightings of the benefits the leaning stays, worked out without sampling."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from ...display.plain import Plain
from ...scoring.hours import Hours, Summary
from ..valuation import Valuation

__all__ = ["Robustness", "robustness", "share_above"]


@frozen
class Robustness(Plain):
    """How far the verdict depends on the weights of the benefits.

    Args:
        share: The share of all weightings, 0 to 1, in which the expected net value has the same sign as now. The
            weightings are those with the same total over the benefits, all equally likely.
        draws: The same share worked out for each draw alone: its mean and 5th and 95th percentile, 0 to 1.
    """

    share: float
    draws: Summary


def robustness(valuation: Valuation) -> Robustness:
    """Return in what share of all weightings of the benefits the verdict stays.

    Args:
        valuation: The numbers; the costs keep their weights.
    """
    benefits = [item for item in valuation.contributions if item.counts and item.kind == "benefit"]
    costs = [item for item in valuation.contributions if item.counts and item.kind == "cost"]
    weight = sum(item.weight for item in benefits)
    attend = valuation.expected_net > 0

    def share(hours: Sequence[float], cost: float) -> float:
        above = share_above([weight * benefit for benefit in hours], cost)
        return above if attend else 1 - above

    rows = len(valuation.net_draws) if isinstance(valuation.net_draws, tuple) else 1
    hours_by_draw = _transposed([item.draws for item in benefits], rows)
    cost_by_draw = [-sum(effects) for effects in _transposed([item.effect_draws for item in costs], rows)]
    shares = tuple([share(hours, cost) for hours, cost in zip(hours_by_draw, cost_by_draw, strict=True)])
    cost = -sum(item.sign * item.mean for item in costs)
    return Robustness(share([item.mean for item in benefits], cost), Summary.of(shares))


def _transposed(columns: Sequence[Hours], rows: int) -> list[tuple[float, ...]]:
    """Return the rows of some columns of hours, one row for each draw; empty rows if there are no columns."""
    filled = [column if isinstance(column, tuple) else (column,) * rows for column in columns]
    return list(zip(*filled, strict=True)) if filled else [()] * rows


def share_above(values: Sequence[float], threshold: float) -> float:
    """Return the share of the simplex on which a weighted mean of values lies above a threshold, exactly.

    This is the volume of a simplex cut by a half-space, by the recurrence of Varsi (1973) and Ali (1973). It never
    divides by zero, whichever values are equal to each other or to the threshold, and takes time proportional to the
    number of values above the threshold times the number of the others.

    Args:
        values: The values at the corners of the simplex.
        threshold: The threshold; a mean equal to it is not above.

    Returns:
        A share, 0 to 1. Without values the mean counts as 0, so that the share is 1 or 0.
    """
    if not values:
        return 1.0 if threshold < 0 else 0.0
    above = [value - threshold for value in values if value > threshold]
    below = [value - threshold for value in values if value <= threshold]
    # not_above[k] is the share that is not above, of the simplex whose corners are the first k values of `above` and
    # those of `below` that the loop has reached.
    not_above = [1.0, *[0.0] * len(above)]
    for low in below:
        for k, high in enumerate(above, start=1):
            not_above[k] = (high * not_above[k] - low * not_above[k - 1]) / (high - low)
    return 1.0 - not_above[-1]
