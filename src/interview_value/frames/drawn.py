"""Drawn: the draws of many 90 % ranges at once, a row of them for each range."""

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
from .table import COMBINATIONS

__all__ = ["drawn", "mixed", "normals", "prior_ends", "priors_of", "values_at"]


def drawn(quantity: Quantity, low: Floats, high: Floats, draws: int) -> Any:
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
        return values_at(quantity, low, high, normals(quantity.name, draws))
    ranges = values_at(quantity, low[~exact], high[~exact], normals(quantity.name, draws))
    return mixed(~exact, ranges, low[:, None])


def values_at(quantity: Quantity, low: Floats, high: Floats, deviations: Floats) -> Floats:
    """Return the values of 90 % ranges at standard normal deviates, of shape (rows, deviates)."""
    least, most = quantity.bounds.low, quantity.bounds.high
    start, end = (np.log(low), np.log(high)) if quantity.scale == "log" else (low, high)
    values: Floats = ((end - start) / (2 * Z95))[:, None] * deviations
    values += ((start + end) / 2)[:, None]
    if quantity.scale == "log":
        np.exp(np.minimum(values, LARGEST_LOG, out=values), out=values)
    return np.clip(values, least, most, out=values)


def mixed(rows: Bools, theirs: Any, others: Any) -> Any:
    """Return some values in some rows, and others in the others.

    Args:
        rows: The rows.
        theirs: Their values, of shape (how many they are, draws or 1).
        others: The values of the other rows, of any shape that fits all rows.
    """
    values = np.empty(np.broadcast_shapes((len(rows), theirs.shape[1]), np.shape(others)))
    values[:] = others
    values[rows] = theirs
    return values


@lru_cache(maxsize=256)
def normals(name: str, draws: int) -> Floats:
    """Return a quantity's standard normal deviates."""
    return np.array(deviates(name, draws))


def priors_of(plan: Plan, draws: int) -> Mapping[str, Any]:
    """Return the draws of every prior that is not derived: for each combination of facts, or once if it is the same."""
    plain = [plan.known[name] for name in plan.order if not isinstance(plan.known[name].prior, DerivedPrior)]
    return {quantity.name: drawn(quantity, *prior_ends(quantity), draws) for quantity in plain}


@lru_cache(maxsize=256)
def prior_ends(quantity: Quantity) -> tuple[Floats, Floats]:
    """Return the two ends of a prior that is not derived: for each combination of facts, or once if it is the same."""
    alike = COMBINATIONS if isinstance(quantity.prior, PriorBy) else COMBINATIONS[:1]
    each = [prior for like in alike if isinstance(prior := quantity.prior_given(like), Estimate)]
    return np.array([estimate.low for estimate in each]), np.array([estimate.high for estimate in each])
