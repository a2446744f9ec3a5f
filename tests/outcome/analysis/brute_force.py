"""The value of information by brute force, written from the model's description and not from the library.

The tables of the model and its formulas are a second time in ``test_model_tables.py`` and ``reference.py``; the decision,
the derived priors and the levels are here. A quantity is held at each of seven levels of equal probability, and the net
value at each is the mean over quasi-random draws (scrambled Sobol) of everything else: plain ones would need a hundred
times as many to be as near. The preparation is held at the hours that are best on the same draws.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import reference
import scipy
from scipy.stats import qmc

import interview_value as iv

from ...model.test_model_tables import BOUNDS, BY_STAGE, BY_STATUS, CHANCE, LINEAR, PRIORS, STAGES, STATUSES

LEVELS = (np.arange(7) + 0.5) / 7
HOURS = (0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12, 16)

SEED = "rng" if tuple(map(int, scipy.__version__.split(".")[:2])) >= (1, 15) else "seed"
"""What SciPy calls the generator of a Sobol sequence."""
INNER = 16_384


def ends(value: Any) -> tuple[float, float]:
    """Both ends of a number or a range."""
    return (value, value) if isinstance(value, (int, float)) else value


def ranges(invitation: iv.Invitation, seeker: iv.Seeker, **held: float) -> dict[str, tuple[float, float]]:
    """What is known of each quantity, or held, or else assumed: its 5th and 95th percentile."""
    stage, status = STAGES.index(invitation.stage.value), STATUSES.index(seeker.status.value)
    assumed = {**PRIORS, **{name: cases[stage] for name, cases in BY_STAGE.items()}}
    assumed |= {name: cases[status] for name, cases in BY_STATUS.items()}
    on_screen = invitation.stage.value == "screen" and invitation.remote is None
    assumed["travel"] = 0 if invitation.remote or on_screen else (0, 2)
    given = {name: (e.low, e.high) for name, e in {**seeker.known, **invitation.known}.items()}
    known = {name: ends(value) for name, value in {**assumed, **given, **held}.items()}
    known.setdefault(
        "would_accept",
        reference.acceptance(known["role_interest"], known["organization_interest"], seeker.status.value),
    )
    return known


def at_levels(name: str, low: float, high: float, shares: Any) -> Any:
    """The values of a quantity below which shares of its probability lie."""
    if low == high:
        return np.full_like(shares, low)
    scale = "chance" if name in CHANCE else "linear" if name in LINEAR else "log"
    return reference.at_levels(scale, BOUNDS.get(name, (0, 1)), low, high, shares)


class BruteForce:
    """One invitation and seeker, and what knowing a quantity of theirs is worth.

    Args:
        invitation: The invitation.
        seeker: The person.
        seed: Where the quasi-random draws start.
        inner: The number of draws of all that is not held.
    """

    def __init__(self, invitation: iv.Invitation, seeker: iv.Seeker, seed: int = 1, inner: int = INNER) -> None:
        self.case = invitation, seeker
        self.names = sorted(ranges(*self.case))
        shares = qmc.Sobol(len(self.names), **{SEED: np.random.default_rng(seed)}).random(inner)
        self.shares = dict(zip(self.names, np.clip(shares, 1e-12, 1 - 1e-12).T, strict=True))
        self.values = self.drawn(ranges(*self.case))
        nets = {hours: self.net_of({**self.values, "preparation": hours}) for hours in HOURS}
        self.best_hours = max(nets, key=nets.get)
        self.net = nets[self.best_hours]

    def drawn(self, known: dict[str, tuple[float, float]]) -> dict[str, Any]:
        """A column of draws of each quantity."""
        return {name: at_levels(name, *known[name], self.shares[name]) for name in self.names}

    def net_of(self, values: dict[str, Any]) -> float:
        """The expected net value of some columns."""
        benefit = sum(np.mean(reference.hours(name, values)) for name in reference.BENEFITS)
        return float(benefit - sum(np.mean(reference.hours(name, values)) for name in reference.COSTS))

    def nets(self, name: str) -> Any:
        """The expected net value with a quantity at each of its levels, and what is assumed because of it."""
        held = at_levels(name, *ranges(*self.case)[name], LEVELS)
        columns = (self.drawn(ranges(*self.case, **{name: float(value)})) for value in held)
        return np.array([self.net_of({**values, "preparation": self.best_hours}) for values in columns])

    def worth(self, name: str) -> float:
        """What knowing a quantity is worth, hours: E[max(net, 0)] − max(E[net], 0)."""
        nets = self.nets(name)
        return float(np.mean(np.maximum(nets, 0)) - max(np.mean(nets), 0))
