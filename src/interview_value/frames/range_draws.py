"""Range draws: the draws of many 90 % ranges at once, a row of them for each range."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from ..model.estimate import Estimate
from ..model.quantity import Z95, Belief, DerivedPrior, PriorBy, Quantity
from ..scoring.draws import LARGEST_LOG, deviates
from ..scoring.values import Plan
from .cells import Bools, Floats
from .invitation_table import COMBINATIONS

__all__ = ["draws_of_ranges", "merge_rows", "prior_draws", "prior_ends", "quantile_values"]


def draws_of_ranges(quantity: Quantity, low: Floats, high: Floats, draws: int) -> Any:
    """Return the draws of 90 % ranges.

    Args:
        quantity: The quantity, whose name, scale and bounds count.
        low: The 5th percentiles, in its unit, of shape (rows,).
        high: The 95th percentiles; the very array ``low`` if all are exact.
        draws: The number of draws; of a single one, each is at its median.

    Returns:
        Numbers of shape (rows, draws), or (rows, 1) if all are exact; a `Belief` of (rows, 1) for a belief.
    """
    if quantity.belief:
        return Belief(((low + high) / 2)[:, None], ((high - low) / (2 * Z95))[:, None])  # type: ignore[arg-type]
    exact: Bools | None = None if high is low else low == high
    if exact is None or exact.all():
        return low[:, None]
    if not exact.any():
        return quantile_values(quantity, low, high, _deviates(quantity.name, draws))
    ranges = quantile_values(quantity, low[~exact], high[~exact], _deviates(quantity.name, draws))
    return merge_rows(~exact, ranges, low[:, None])


def quantile_values(quantity: Quantity, low: Floats, high: Floats, deviations: Floats) -> Floats:
    """Return the values of 90 % ranges at standard normal deviates, of shape (rows, deviates)."""
    least, most = quantity.bounds.low, quantity.bounds.high
    start, end = (np.log(low), np.log(high)) if quantity.scale == "log" else (low, high)
    values: Floats = ((end - start) / (2 * Z95))[:, None] * deviations
    values += ((start + end) / 2)[:, None]
    if quantity.scale == "log":
        np.exp(np.minimum(values, LARGEST_LOG, out=values), out=values)
    return np.clip(values, least, most, out=values)


def merge_rows(mask: Bools, chosen: Any, rest: Any) -> Any:
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


def prior_draws(plan: Plan, draws: int) -> Mapping[str, Any]:
    """Return the draws of every prior that is not derived: for each of `COMBINATIONS`, or once if all are alike."""
    own = [plan.known[name] for name in plan.order if not isinstance(plan.known[name].prior, DerivedPrior)]
    return {quantity.name: draws_of_ranges(quantity, *prior_ends(quantity), draws) for quantity in own}


@lru_cache(maxsize=256)
def prior_ends(quantity: Quantity) -> tuple[Floats, Floats]:
    """Return the ends of a prior that is not derived: for each of `COMBINATIONS`, or once if all are alike."""
    combinations = COMBINATIONS if isinstance(quantity.prior, PriorBy) else COMBINATIONS[:1]
    priors = [prior for like in combinations if isinstance(prior := quantity.prior_given(like), Estimate)]
    return np.array([prior.low for prior in priors]), np.array([prior.high for prior in priors])
