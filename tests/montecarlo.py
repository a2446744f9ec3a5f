"""Expected net values on arrays: by many quasi-random draws, or by draws that the library would make.

What is tried is the draws, so that the scorers are the library's own, on NumPy arrays. The formulas of the scorers are
tried elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import scipy
from drawn import EVALUATOR, NUMBERS
from scipy.special import ndtri
from scipy.stats import qmc

from interview_value.model import Estimate, Quantity
from interview_value.model.estimate import Z95
from interview_value.scoring.arrays import ARRAYS
from interview_value.scoring.criterion import SIGNS
from interview_value.scoring.draws import LEAST_CHANCE, SMALLEST_LOW
from interview_value.scoring.preparation import CHOICES, PREPARATION

SEED = "rng" if tuple(map(int, scipy.__version__.split(".")[:2])) >= (1, 15) else "seed"
"""What SciPy calls the generator of a Sobol sequence."""


def quasi_random(power: int, seed: int) -> dict[str, Any]:
    """Return 2 to the power of standard normal deviates for every quantity, from a scrambled Sobol sequence."""
    sobol = qmc.Sobol(len(NUMBERS), **{SEED: np.random.default_rng(seed)})
    points = np.clip(sobol.random_base2(power), 1e-12, 1 - 1e-12)
    return dict(zip(NUMBERS, ndtri(points).T, strict=True))


def column(quantity: Quantity, estimate: Estimate, normals: Any) -> Any:
    """Return the values of a quantity at standard normal deviates, as ``draws.values_at`` does one by one."""
    low, high = estimate.low, estimate.high
    if quantity.scale == "log":
        to, back, low = np.log, np.exp, max(low, SMALLEST_LOW)
    elif quantity.scale == "chance":
        to, back, low, high = ARRAYS.logit, ARRAYS.logistic, max(low, LEAST_CHANCE), min(high, 1 - LEAST_CHANCE)
    else:
        to, back = float, np.asarray
    low, high = to(low), to(high)
    values = back((low + high) / 2 + (high - low) / (2 * Z95) * normals)
    return np.clip(values, quantity.bounds.low, quantity.bounds.high)


def expected_net(values: Mapping[str, Any], preparation: float) -> Any:
    """Return the expected net value at some hours of preparation, over the last axis of the columns.

    Args:
        values: The quantities, each a number or an array of draws.
        preparation: The hours.
    """
    held = {**values, PREPARATION: preparation, "ops": ARRAYS}
    hours = [SIGNS[scorer.kind] * np.asarray(scorer.function(*scorer.pick(held))) for scorer in EVALUATOR.scorers]
    return sum(column.mean(axis=-1) if column.ndim else column for column in hours)


def columns(estimates: Mapping[str, Estimate], normals: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of each quantity: a number where it is exact, else a column of draws."""
    quantities = EVALUATOR.quantities
    return {
        name: estimate.low if estimate.exact else column(quantities[name], estimate, normals[name])
        for name, estimate in estimates.items()
    }


def best(estimates: Mapping[str, Estimate], normals: Mapping[str, Any]) -> tuple[float, float]:
    """Return the expected net value at its best hours of preparation, and these hours: the first peak."""
    values, peak = columns(estimates, normals), (-np.inf, 0.0)
    for hours in CHOICES:
        net = float(expected_net(values, hours))
        if net <= peak[0]:
            break
        peak = net, hours
    return peak


def allowed(net: Any) -> Any:
    """Return by how much an expected net value may miss: 0.3 h, or 3 % of it where that is more."""
    return np.maximum(0.3, 0.03 * np.abs(net))
