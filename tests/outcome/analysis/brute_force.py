"""The value of information by brute force, written from the model's description and not from the library.

Priors, ranges and the decision are written a second time here, the formulas in ``reference.py``. A quantity is held at
each of 64 levels of equal probability, and the net value at each is the mean over 16,384 draws of everything else: a
million draws a question. The inner draws are quasi-random (scrambled Sobol), because plain ones would need a hundred
times as many to be as near: the net value of one draw is off by about 15 h.
"""

from __future__ import annotations

import inspect
from typing import Any

import numpy as np
import reference
import scipy
from scipy import stats
from scipy.stats import qmc

import interview_value as iv

LEVELS = 64

SEED = "rng" if tuple(map(int, scipy.__version__.split(".")[:2])) >= (1, 15) else "seed"
"""What SciPy calls the generator of a Sobol sequence."""
INNER = 16_384

BY_STAGE = {
    "duration": {
        "screen": (0.25, 0.75), "first": (0.5, 1.5), "onsite": (2, 6), "final": (0.75, 3), "unknown": (0.5, 4),
    },
    "preparation": {"screen": (0.5, 2), "first": (1, 7), "onsite": (1, 7), "final": (1, 7), "unknown": (1, 7)},
    "people_met": {"screen": (1, 1), "first": (1, 3), "onsite": (2, 7), "final": (1, 5), "unknown": (1, 5)},
    "offer_chance": {
        "screen": (0.05, 0.2), "first": (0.1, 0.35), "onsite": (0.25, 0.45), "final": (0.3, 0.65),
        "unknown": (0.05, 0.4),
    },
    "revealed": {
        "screen": (0.1, 0.35), "first": (0.3, 0.7), "onsite": (0.6, 0.95), "final": (0.6, 0.95), "unknown": (0.2, 0.8),
    },
}  # fmt: skip
ALWAYS = {
    "expenses": (0, 0), "role_interest": (0.05, 0.7), "organization_interest": (0.05, 0.7), "clarity": (0.2, 0.8),
    "resemblance": (0.3, 1), "openings": (0.1, 6), "experience": (0.2, 6), "upcoming_interviews": (1, 10),
    "base_offer_chance": (0.1, 0.35), "nervousness": (0.2, 0.8), "mindset": (0.3, 0.9), "sociability": (0.3, 0.9),
    "follow_up": (0.2, 0.8), "job_worth": (60, 600), "hour_value": (10, 60), "pressure": (1, 1.3),
    "courtesy": (0.25, 0.25), "skill_ceiling": (0.2, 1.0), "skill_scale": (2, 9), "tie_chance": (0.05, 0.25),
    "tie_chance_followed": (0.3, 0.7), "jobs_per_tie_year": (0.0003, 0.03), "tie_half_life": (3.6, 24),
    "recall": (0.008, 0.055), "memory_half_life": (0.5, 2),
}  # fmt: skip
LOG = {
    "duration", "preparation", "people_met", "openings", "experience", "upcoming_interviews", "job_worth", "hour_value",
    "skill_scale", "jobs_per_tie_year", "tie_half_life", "recall", "memory_half_life",
}  # fmt: skip
SHARES = {
    "role_interest", "organization_interest", "clarity", "offer_chance", "revealed", "resemblance", "base_offer_chance",
    "nervousness", "mindset", "sociability", "follow_up", "courtesy", "tie_chance", "tie_chance_followed", "recall",
}  # fmt: skip
LOWEST = {"pressure": 1.0}
BENEFITS = ("practice", "networking", "role_discovery", "future_opportunity")
COSTS = ("effort", "courtesy")
READS = {name: tuple(inspect.signature(getattr(reference, name)).parameters) for name in (*BENEFITS, *COSTS)}


def ranges(invitation: iv.Invitation, seeker: iv.Seeker) -> dict[str, tuple[float, float]]:
    """What is known of each quantity, or else assumed: its 5th and 95th percentile."""
    stage = invitation.stage.value
    assumed = {**ALWAYS, **{name: cases[stage] for name, cases in BY_STAGE.items()}}
    assumed["travel"] = (0, 0) if invitation.remote else (0, 2)
    known = {**seeker.known, **invitation.known}
    return assumed | {name: (estimate.low, estimate.high) for name, estimate in known.items()}


def at_quantiles(name: str, low: float, high: float, shares: Any) -> Any:
    """The values of a quantity below which shares of its probability lie."""
    if name in LOG:
        return np.exp(at_normal(np.log(low), np.log(high), shares)) if high else np.zeros_like(shares)
    return np.clip(at_normal(low, high, shares), LOWEST.get(name, 0.0), 1.0 if name in SHARES else np.inf)


def at_normal(low: float, high: float, shares: Any) -> Any:
    """The values of a normal with this 90 % range below which shares of its probability lie."""
    return stats.norm.ppf(shares, (low + high) / 2, max(high - low, 1e-300) / (2 * reference.HALF_WIDTH_OF_90))


class BruteForce:
    """One invitation and seeker, and what knowing a quantity of theirs is worth.

    Args:
        invitation: The invitation.
        seeker: The person.
        seed: Where the quasi-random draws start.
        inner: The number of draws of all that is not held.
    """

    def __init__(self, invitation: iv.Invitation, seeker: iv.Seeker, seed: int = 1, inner: int = INNER) -> None:
        self.ranges = ranges(invitation, seeker)
        self.uncertain = sorted(n for n, (low, high) in self.ranges.items() if high > low and n != "appeal")
        shares = qmc.Sobol(len(self.uncertain), **{SEED: np.random.default_rng(seed)}).random(inner)
        shares = np.clip(shares, 1e-12, 1 - 1e-12)
        self.values = {name: low for name, (low, _) in self.ranges.items()}
        for place, name in enumerate(self.uncertain):
            self.values[name] = at_quantiles(name, *self.ranges[name], shares[:, place])
        self.base = {name: self.hours(name, self.values) for name in READS}

    def hours(self, criterion: str, values: dict[str, Any]) -> float:
        """What a criterion adds to the expected net value."""
        if "appeal" in self.ranges:
            values = {**values, "appeal": reference.belief(*self.ranges["appeal"])}
        else:
            values = {**values, "appeal": reference.appeal(values["role_interest"], values["clarity"])}
        hours = getattr(reference, criterion)(**{name: values[name] for name in READS[criterion]})
        return float(np.mean(hours)) * (1 if criterion in BENEFITS else -1)

    def nets(self, name: str) -> Any:
        """The expected net value with a quantity at each of its levels of equal probability."""
        levels = at_quantiles(name, *self.ranges[name], (np.arange(LEVELS) + 0.5) / LEVELS)
        behind_appeal = name in ("role_interest", "clarity")
        reading = [c for c in READS if name in READS[c] or (behind_appeal and "appeal" in READS[c])]
        rest = sum(hours for criterion, hours in self.base.items() if criterion not in reading)
        return np.array([rest + sum(self.hours(c, {**self.values, name: level}) for c in reading) for level in levels])

    def worth(self, name: str) -> float:
        """What knowing a quantity is worth, hours: E[max(net, 0)] − max(E[net], 0)."""
        nets = self.nets(name)
        return float(np.mean(np.maximum(nets, 0)) - max(np.mean(nets), 0))

    @property
    def net(self) -> float:
        """The expected net value, hours."""
        return sum(self.base.values())
