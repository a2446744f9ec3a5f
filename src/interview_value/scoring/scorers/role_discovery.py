"""Role discovery: the job may turn out right after all, and only then would you take it."""

from __future__ import annotations

from ...display.language import say
from ...display.words import hours_in_words, of_ten
from ...model.quantity import Quantity
from ..criterion import scorer
from ..ops import Ops
from .readiness import DRIVE, LIFT, READY, chance_of_offer, readiness

SURPLUS = Quantity(
    "surplus",
    label="how much better a job is that one takes",
    unit="times what a good job is worth",
    bounds=(0.05, 2),
    scale="log",
    prior=(0.33, 0.62),
    source="derived: a job you want is accepted with .8–.95 and is worth 1 job_worth by definition, so 1/(−ln(1 − a)); "
    "logit tastes for workplaces: Card, Cardoso, Heining & Kline 2018",
    grade="weak",
)
SMALLEST_PRIZE = 1e-9
"""Keeps the division by the prize defined where it is 0, hours."""


def in_words(
    would_accept: float, offer_chance: float, lift: float, drive: float, mindset: float, preparation: float,
    ready: float, later_hours: float, ops: Ops,
) -> str:  # fmt: skip
    """Name the chance of an offer, that of a yes, and the hours still to come."""
    chance = chance_of_offer(offer_chance, lift, drive, mindset, readiness(preparation, ready, ops), ops)
    numbers = {"offer": of_ten(chance), "taken": of_ten(would_accept), "time": hours_in_words(later_hours)}
    if later_hours == 0:
        return say(
            "an offer comes in {offer} cases and would be taken in {taken}; no further round comes before it", **numbers
        )
    return say(
        "an offer comes in {offer} cases and would be taken in {taken}; {time} of further rounds come before it",
        **numbers,
    )


SOURCE = (
    "the surplus over the fallback is logistic, so that a chance of a yes gives its option value, −ln(1 − a) times its "
    "scale (McFadden; Small & Rosen 1981, 10.2307/1911129); the value of going on has an exponential upper tail, of "
    "which the right to pay a toll c is worth V·exp(−c/V); that half of the wanted interviews are decided first is an "
    "assumption"
)


@scorer(
    kind="benefit", label="this job after all", quantities=[SURPLUS, READY, LIFT, DRIVE], source=SOURCE, reason=in_words
)
def role_discovery(
    would_accept: float, surplus: float, offer_chance: float, lift: float, drive: float, mindset: float,
    preparation: float, ready: float, job_worth: float, later_hours: float, pressure: float, base_offer_chance: float,
    upcoming_interviews: float, ops: Ops,
) -> float:  # fmt: skip
    """You may decide that the job is right after all: the option to take an offer, less what it takes to get there."""
    chance = chance_of_offer(offer_chance, lift, drive, mindset, readiness(preparation, ready, ops), ops)
    nothing_better_first = (1 - base_offer_chance) ** (upcoming_interviews / 2)
    gain = surplus * -ops.log(1 - would_accept) * job_worth
    prize: float = chance * gain * nothing_better_first + SMALLEST_PRIZE
    # √chance is the chance of being asked on, as if one more hurdle of the same height were left.
    toll = ops.sqrt(chance) * later_hours * pressure
    hours: float = prize * ops.exp(-toll / prize)
    return hours
