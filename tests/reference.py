"""The eight formulas of the model once more, written from its description with NumPy and SciPy, and not from the scorers.

Each takes its quantities by name, as floats or arrays, and returns hours.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from scipy import special, stats

HALF_WIDTH_OF_90 = stats.norm.ppf(0.95)
"""Half the width of a 90 % range of a standard normal."""

BENEFITS = ("future_opportunity", "kept_promise", "networking", "practice", "role_discovery")
COSTS = ("being_seen", "courtesy", "effort")
SCORERS = (*BENEFITS, *COSTS)


def readiness(preparation: Any, ready: Any) -> Any:
    """The share of the useful preparation that some hours make."""
    return -np.expm1(-np.divide(preparation, ready))


def offer(offer_chance: Any, lift: Any, drive: Any, mindset: Any, ready_share: Any) -> Any:
    """The chance of an offer, better prepared and in another mood than the ordinary ones, .7 and .6."""
    return special.expit(special.logit(offer_chance) + lift * (ready_share - 0.7) + drive * (mindset - 0.6))


def practice(
    *, experience, skill_ceiling, skill_scale, resemblance, mindset, nervousness, preparation, ready, base_offer_chance,
    upcoming_interviews, job_worth, otherwise,
):  # fmt: skip
    """The gain in the chance of at least one offer, times what a job is worth, at most what the same costs elsewhere."""
    dose = resemblance * (1 + mindset) / 2 * (1 + readiness(preparation, ready)) / 2 * (3 + 2 * nervousness) / 4
    before, after = np.exp(-experience / skill_scale), np.exp(-(experience + dose) / skill_scale)
    improved = special.expit(special.logit(base_offer_chance) + skill_ceiling * (before - after))
    none_before = np.power(1 - base_offer_chance, upcoming_interviews)
    none_after = np.power(1 - improved, upcoming_interviews)
    return -otherwise * np.expm1(-job_worth * (none_before - none_after) / otherwise)


def networking(
    *, people_met, tie_chance, tie_chance_followed, follow_up, sociability, tie_half_life, jobs_per_tie_year, job_worth
):
    """Contact years within two years of exponential decay, times jobs a contact year, times what a job is worth."""
    chance = (1 - follow_up) * tie_chance + follow_up * tie_chance_followed
    rate = np.log(2) / tie_half_life
    years = -np.expm1(-24 * rate) / rate / 12
    return people_met * chance * sociability * years * jobs_per_tie_year * job_worth


def prize(
    *, would_accept, surplus, offer_chance, lift, drive, mindset, preparation, ready, job_worth, base_offer_chance,
    upcoming_interviews,
):  # fmt: skip
    """The expected surplus of an offer that one takes where it is the better one, before what it takes to get there."""
    chance = offer(offer_chance, lift, drive, mindset, readiness(preparation, ready))
    nothing_better = np.power(1 - base_offer_chance, upcoming_interviews / 2)
    return chance * surplus * -np.log1p(-np.asarray(would_accept)) * nothing_better * job_worth + 1e-9


def role_discovery(*, later_hours, pressure, **others):
    """The right to go on for the later rounds' hours, worth V·exp(−c/V)."""
    names = ("offer_chance", "lift", "drive", "mindset")
    chance = offer(*(others[name] for name in names), readiness(others["preparation"], others["ready"]))
    worth = prize(**others)
    return worth * np.exp(-np.sqrt(chance) * later_hours * pressure / worth)


def future_opportunity(
    *, organization_interest, openings, recall, cold, memory_half_life, speaks_up, people_met, mindset, preparation,
    ready, job_worth,
):  # fmt: skip
    """The chance of a hire that only the memory of you brings, times how good an impression is left."""
    years = memory_half_life / np.log(2)
    extra = np.exp(-openings * cold * years) * -np.expm1(-openings * recall * years)
    forgotten = np.power(1 - speaks_up, people_met)
    impression = (5 * mindset + 2 * readiness(preparation, ready) - 3) / 4
    return organization_interest * (1 - forgotten) * extra * impression * job_worth


def kept_promise(*, promise):
    """What declining would cost."""
    return promise


def effort(*, preparation, duration, travel, pressure, expenses, hour_value):
    """Hours, weighed by what they are like, and money as hours."""
    return pressure * (preparation + duration + travel) + expenses / hour_value


def courtesy(
    *, would_accept, good_faith, organization_interest, others_weight, duration, in_room, people_met, place,
    offer_chance, job_worth,
):  # fmt: skip
    """The interviewers' hours and somebody's place, as far as one could not say yes."""
    bad_faith = np.exp(-would_accept / good_faith) * (1 - organization_interest)
    hours = in_room * duration + people_met / 2 + place * offer_chance * job_worth
    return others_weight * hours * bad_faith


def being_seen(*, exposure):
    """What it may cost that somebody hears of it."""
    return exposure


READS = {
    "practice": (
        "experience", "skill_ceiling", "skill_scale", "resemblance", "mindset", "nervousness", "preparation", "ready",
        "base_offer_chance", "upcoming_interviews", "job_worth", "otherwise",
    ),
    "networking": (
        "people_met", "tie_chance", "tie_chance_followed", "follow_up", "sociability", "tie_half_life",
        "jobs_per_tie_year", "job_worth",
    ),
    "role_discovery": (
        "would_accept", "surplus", "offer_chance", "lift", "drive", "mindset", "preparation", "ready", "job_worth",
        "later_hours", "pressure", "base_offer_chance", "upcoming_interviews",
    ),
    "future_opportunity": (
        "organization_interest", "openings", "recall", "cold", "memory_half_life", "speaks_up", "people_met", "mindset",
        "preparation", "ready", "job_worth",
    ),
    "kept_promise": ("promise",),
    "effort": ("preparation", "duration", "travel", "pressure", "expenses", "hour_value"),
    "courtesy": (
        "would_accept", "good_faith", "organization_interest", "others_weight", "duration", "in_room", "people_met",
        "place", "offer_chance", "job_worth",
    ),
    "being_seen": ("exposure",),
}  # fmt: skip
"""What each formula reads."""


def hours(name: str, values: Any) -> Any:
    """The hours of one formula, out of all values by name."""
    with np.errstate(divide="ignore", over="ignore", under="ignore"):
        return globals()[name](**{argument: values[argument] for argument in READS[name]})


def acceptance(role: tuple[float, float], organization: tuple[float, float], status: str) -> tuple[float, float]:
    """The 90 % range of the chance of a yes, as it follows from both interests' ranges and the status."""
    centre = -3.2 + 3.5 * np.mean(role) + 1.5 * np.mean(organization)
    centre += {"content": -0.5, "without_work": 0.5}.get(status, 0.0)
    half = np.hypot.reduce([1.1, 3.5 * np.ptp(role) / 2, 1.5 * np.ptp(organization) / 2])
    return float(special.expit(centre - half)), float(special.expit(centre + half))


def at_levels(scale: str, bounds: tuple[float, float], low: float, high: float, shares: Any) -> Any:
    """The values of a quantity below which shares of its probability lie, cut to its bounds."""
    if scale == "log":
        values = np.exp(_normal(np.log(max(low, 1e-4)), np.log(high), shares))
    elif scale == "chance":
        values = special.expit(_normal(special.logit(max(low, 0.001)), special.logit(min(high, 0.999)), shares))
    else:
        values = _normal(low, high, shares)
    return np.clip(values, *bounds)


def _normal(low: float, high: float, shares: Any) -> Any:
    return stats.norm.ppf(shares, (low + high) / 2, max(high - low, 1e-300) / (2 * HALF_WIDTH_OF_90))


def effective_experience(dates: list[date], as_of: date) -> float:
    """Each past interview, halved for every ten months that have passed."""
    months = np.array([(as_of - day).days for day in dates]) / (365.25 / 12)
    return float(np.sum(np.exp2(-months / 10)))
