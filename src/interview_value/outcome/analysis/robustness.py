"""Robustness: in what share of all weightings the verdict stays, exactly."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from ...scoring.summary import Summary
from ..valuation import Valuation

__all__ = ["Robustness", "robustness", "share_above"]


@frozen
class Robustness:
    """How far the verdict hangs on the weights of the benefits.

    Args:
        share: The share of all weightings, 0 to 1, in which the expected net value says the same as now. The
            weightings are those with the same total over the benefits, all equally likely.
        draws: How that share spreads when each draw is taken for the truth: mean and 5th and 95th percentile, 0 to 1.
    """

    share: float
    draws: Summary


def robustness(evaluation: Valuation) -> Robustness:
    """Work out in what share of all weightings of the benefits the verdict stays.

    Args:
        evaluation: The evaluation; its costs keep their weights.
    """
    counting = [item for item in evaluation.contributions if item.counts]
    benefits = [item for item in counting if item.kind == "benefit"]
    weight = sum(item.weight for item in benefits)
    attend = evaluation.expected_net > 0

    def share(hours: Sequence[float], cost: float) -> float:
        above = share_above([weight * each for each in hours], cost)
        return above if attend else 1 - above

    cost = -sum(item.sign * item.mean for item in counting if item.kind == "cost")
    rows = len(evaluation.net_draws) if isinstance(evaluation.net_draws, list) else 1
    columns = [item.draws if isinstance(item.draws, list) else [item.draws] * rows for item in benefits]
    costs = [sum(parts) for parts in zip(*_costs(evaluation, rows), strict=True)]
    by_draw = zip(*columns, strict=True) if columns else [()] * rows
    shares = [share(hours, cost) for hours, cost in zip(by_draw, costs, strict=True)]
    return Robustness(share([item.mean for item in benefits], cost), Summary.of(shares))


def _costs(evaluation: Valuation, rows: int) -> list[list[float]]:
    """Return the weighted costs draw by draw, as positive numbers, with a row of zeros lest there be none."""
    effects = [item.effect_draws for item in evaluation.contributions if item.kind == "cost"]
    columns = [effect if isinstance(effect, list) else [effect] * rows for effect in effects]
    return [[0.0] * rows, *([-hours for hours in column] for column in columns)]


def share_above(values: Sequence[float], threshold: float) -> float:
    """Return the share of the simplex on which a weighted mean of values lies above a threshold, exactly.

    The volume of a simplex cut by a half-space, by the recurrence of Varsi (1973) and Ali (1973). It never divides by
    zero, whatever values are equal to each other or to the threshold, and takes time proportional to the product of how
    many lie above and how many do not.

    Args:
        values: The values at the corners.
        threshold: The threshold; a mean that is equal to it is not above.

    Returns:
        A share, 0 to 1; 1 or 0 if there are no values, as a sum of nothing is above the threshold or not.
    """
    if not values:
        return 1.0 if threshold < 0 else 0.0
    above = [value - threshold for value in values if value > threshold]
    below = [value - threshold for value in values if value <= threshold]
    # not_above[k] is the share that is not above, of the simplex whose corners are the first k that lie above and
    # those below that have been taken in so far.
    not_above = [1.0, *[0.0] * len(above)]
    for low in below:
        for place, high in enumerate(above, start=1):
            not_above[place] = (high * not_above[place] - low * not_above[place - 1]) / (high - low)
    return 1.0 - not_above[-1]
