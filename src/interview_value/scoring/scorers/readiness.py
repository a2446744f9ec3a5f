"""Readiness: how far an hour of preparation goes, and the chance of an offer that comes of it."""

from __future__ import annotations

from ...model.invitation import by_stage
from ...model.quantity import Quantity
from ..ops import Ops

ORDINARY_READINESS = 0.7
"""The share of the useful preparation at which `offer_chance` is meant: assumption."""

ORDINARY_MOOD = 0.6
"""The mood at which `offer_chance` is meant: assumption."""

READY = Quantity(
    "ready",
    label="how long it takes to be prepared",
    unit="h, for 63 % of the useful preparation",
    bounds=(0.05, 10),
    scale="log",
    prior=by_stage((0.7, 3), screen=(0.3, 1), first=(1, 3), onsite=(1.5, 4), final=(1, 3)),
    source="assumption; surveys say 3–7 h an interview",
)
LIFT = Quantity(
    "lift",
    label="what preparation does for an offer",
    unit="log-odds of an offer, unprepared to fully prepared",
    bounds=(0.05, 4),
    scale="log",
    prior=(0.3, 1.2),
    source="programmes OR 2.67 = .98 with more than preparation (Liu, Huang & Wang 2014, 10.1037/a0035923)",
    grade="weak",
)
DRIVE = Quantity(
    "drive",
    label="what the mood does for an offer",
    unit="log-odds of an offer, mood 0 to 1",
    bounds=(0.05, 5),
    scale="log",
    prior=(0.4, 2),
    source="self-presentation raises ratings (Barrick, Shaffer & DeGrassi 2009: the sign)",
    grade="weak",
)


def readiness(preparation: float, ready: float, ops: Ops) -> float:
    """Return the share of the useful preparation that some hours make, 0 to 1."""
    return 1 - ops.exp(-preparation / ready)


def with_better_odds(chance: float, log_odds: float, ops: Ops) -> float:
    """Return a chance, 0 to 1, after something has raised its log-odds."""
    odds = chance * ops.exp(log_odds)
    return odds / (1 - chance + odds)


def chance_of_offer(
    offer_chance: float, lift: float, drive: float, mindset: float, readiness: float, ops: Ops
) -> float:
    """Return the chance of an offer in the end, in this mood and as well prepared as this, 0 to 1."""
    better = lift * (readiness - ORDINARY_READINESS) + drive * (mindset - ORDINARY_MOOD)
    return with_better_odds(offer_chance, better, ops)
