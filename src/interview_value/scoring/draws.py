"""Draws: from estimates to columns of equally likely values, the same on every machine and every run."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from ..model.estimate import Z95
from ..model.quantity import Quantity
from .ops import FLOATS

__all__ = [
    "DRAWS",
    "LARGEST_LOG",
    "LEAST_CHANCE",
    "MAX_DRAWS",
    "SALT",
    "SMALLEST_LOW",
    "column",
    "deviates",
    "normal_quantiles",
    "values_at",
]

DRAWS = 256
"""The number of draws unless the caller says otherwise."""

MAX_DRAWS = 1_000_000
"""The most draws: a column of them takes 8 MB, and more would show nothing new."""

SALT = "2443"
"""Which of all the possible Latin hypercubes this is: chosen by ``scripts/choose_salt.py`` for the smallest error."""

SMALLEST_LOW = 1e-4
"""Where a range on a log scale starts at least, so that one from 0 on means something."""

LEAST_CHANCE = 0.001
"""How near to 0 and to 1 the ends of a range of a chance come at most."""

LARGEST_LOG = 230.0
"""The logarithm of the largest draw, 10¹⁰⁰, which only a range over hundreds of powers of ten exceeds."""


@lru_cache(maxsize=1024)
def deviates(name: str, draws: int, salt: str = SALT) -> tuple[float, ...]:
    """Return a quantity's standard normal deviates: one in the middle of each of ``draws`` strata, shuffled.

    The order depends on the name and the salt alone, so that no other quantity ever changes it.

    Args:
        name: The quantity's name.
        draws: The number of strata of equal probability, at least 1.
        salt: Another salt gives another order, as if the quantity had another name.
    """
    from hashlib import sha256  # heavy imports, needed for the first draw only
    from random import Random

    # Only random() is promised to give the same sequence for a seed in every Python version, so the order is made
    # by sorting on it and not by shuffle().
    generator = Random(int.from_bytes(sha256(f"{salt} {name}".encode()).digest()[:8], "big"))
    keys = [generator.random() for _ in range(draws)]
    in_order = normal_quantiles(draws)
    return tuple(in_order[stratum] for stratum in sorted(range(draws), key=keys.__getitem__))


@lru_cache(maxsize=16)
def normal_quantiles(levels: int) -> tuple[float, ...]:
    """Return the standard normal quantiles in the middle of ``levels`` strata of equal probability, ascending."""
    from statistics import NormalDist  # a heavy import, needed for the first draw only

    inverse = NormalDist().inv_cdf
    return tuple(inverse((stratum + 0.5) / levels) for stratum in range(levels))


@lru_cache(maxsize=1024)
def column(quantity: Quantity, low: float, high: float, draws: int, salt: str = SALT) -> list[float]:
    """Return a quantity's column of draws for one 90 % range. Treat it as read-only: it is shared.

    Args:
        quantity: The quantity, whose name, scale and bounds count.
        low: The 5th percentile, in its unit.
        high: The 95th percentile, in its unit.
        draws: The number of draws, at least 1.
        salt: Another salt gives another order.

    Returns:
        One value a draw, in the quantity's unit, within its bounds.
    """
    return values_at(quantity, low, high, deviates(quantity.name, draws, salt))


def values_at(quantity: Quantity, low: float, high: float, normals: Sequence[float]) -> list[float]:
    """Return the values of a quantity, within its bounds, at some standard normal deviates.

    Args:
        quantity: The quantity, whose scale and bounds count.
        low: The 5th percentile, in its unit.
        high: The 95th percentile, in its unit.
        normals: The deviates.
    """
    least, most = quantity.bounds.low, quantity.bounds.high
    if quantity.scale == "log":
        centre, sd = _normal(math.log(max(low, SMALLEST_LOW)), math.log(high))
        return [min(max(math.exp(min(centre + sd * z, LARGEST_LOG)), least), most) for z in normals]
    if quantity.scale == "chance":
        centre, sd = _normal(FLOATS.logit(max(low, LEAST_CHANCE)), FLOATS.logit(min(high, 1 - LEAST_CHANCE)))
        return [min(max(FLOATS.logistic(centre + sd * z), least), most) for z in normals]
    centre, sd = _normal(low, high)
    return [min(max(centre + sd * z, least), most) for z in normals]


def _normal(low: float, high: float) -> tuple[float, float]:
    """Return the mean and the standard deviation of the normal distribution with these 5th and 95th percentiles."""
    return (low + high) / 2, (high - low) / (2 * Z95)
