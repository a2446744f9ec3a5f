"""Range draws: the draws of many 90 % ranges at once, a row of them for each range."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from ..model.estimate import Z95, Estimate
from ..model.prior import DerivedPrior, PriorBy
from ..model.quantity import Quantity
from ..scoring.arrays import ARRAYS
from ..scoring.draws import LARGEST_LOG, LEAST_CHANCE, SMALLEST_LOW, deviates
from ..scoring.values import Plan
from .cells import Bools, Floats, choices_of

__all__ = ["draws_of_ranges", "merge_rows", "prior_draws", "prior_ends", "quantile_values"]

_arrays: Any = ARRAYS  # its functions are declared for floats


def draws_of_ranges(quantity: Quantity, low: Floats, high: Floats, draws: int) -> Floats:
    """Return the draws of 90 % ranges.

    Args:
        quantity: The quantity, whose name, scale and bounds count.
        low: The 5th percentiles, in its unit, of shape (rows,).
        high: The 95th percentiles; the very array ``low`` if all are exact.
        draws: The number of draws; of a single one, each is at its median.

    Returns:
        Numbers of shape (rows, draws), or (rows, 1) if all are exact.
    """
    exact: Bools | None = None if high is low else low == high
    if exact is None or exact.all():
        return low[:, None]
    if not exact.any():
        return quantile_values(quantity, low, high, _deviates(quantity.name, draws))
    ranges = quantile_values(quantity, low[~exact], high[~exact], _deviates(quantity.name, draws))
    return merge_rows(~exact, ranges, low[:, None])


def quantile_values(quantity: Quantity, low: Floats, high: Floats, deviations: Floats) -> Floats:
    """Return the values of 90 % ranges at standard normal deviates, as `scoring.draws.values_at` has them for one.

    Args:
        quantity: The quantity, whose scale and bounds count.
        low: The 5th percentiles, in its unit, of shape (rows,).
        high: The 95th percentiles, none of which equals its 5th.
        deviations: The deviates.

    Returns:
        Numbers of shape (rows, deviates).
    """
    start, end = _on_scale(quantity, low, high)
    values: Floats = ((end - start) / (2 * Z95))[:, None] * deviations
    values += ((start + end) / 2)[:, None]
    if quantity.scale == "log":
        np.exp(np.minimum(values, LARGEST_LOG, out=values), out=values)
    elif quantity.scale == "chance":
        values = _arrays.logistic(values)
    return np.clip(values, quantity.bounds.low, quantity.bounds.high, out=values)


def _on_scale(quantity: Quantity, low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """Return the ends of ranges on the scale on which they are normal."""
    if quantity.scale == "log":
        return np.log(np.maximum(low, SMALLEST_LOW)), np.log(high)
    if quantity.scale == "chance":
        return _arrays.logit(np.maximum(low, LEAST_CHANCE)), _arrays.logit(np.minimum(high, 1 - LEAST_CHANCE))
    return low, high


def merge_rows(mask: Bools, chosen: Floats, rest: Floats) -> Floats:
    """Return an array with some values in some rows, and others in all other rows.

    Args:
        mask: Which rows have the first values.
        chosen: The first values, of shape (number of those rows, draws or 1).
        rest: The other values, of any shape that fits all rows.
    """
    values = np.empty(np.broadcast_shapes((len(mask), chosen.shape[1]), np.shape(rest)))
    values[:] = rest
    values[mask] = chosen
    return values


@lru_cache(maxsize=256)
def _deviates(name: str, draws: int) -> Floats:
    """Return the standard normal deviates of a quantity's draws."""
    return np.array(deviates(name, draws))


def prior_draws(plan: Plan, names: Iterable[str], draws: int) -> Mapping[str, Floats]:
    """Return the draws of those priors of some quantities that are not derived.

    They have a row for each of `choices_of` the label that decides, or a single one if there is none.
    """
    own = [plan.known[name] for name in names if not isinstance(plan.known[name].prior, DerivedPrior)]
    return {quantity.name: draws_of_ranges(quantity, *prior_ends(plan, quantity), draws) for quantity in own}


def prior_ends(plan: Plan, quantity: Quantity) -> tuple[Floats, Floats]:
    """Return the ends of a prior that is not derived: for each of `choices_of` its label, or once if it has none."""
    prior = quantity.prior
    if isinstance(prior, PriorBy):
        choices = choices_of(plan.known[prior.label])
        cases = [prior.cases.get(choice, prior.otherwise) for choice in choices]
    else:
        assert isinstance(prior, Estimate), "a label has no prior, and one that is derived has no fixed ends"
        cases = [prior]
    return np.array([case.low for case in cases]), np.array([case.high for case in cases])
