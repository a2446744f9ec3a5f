"""The six formulas of the model once more, written from its description with NumPy and SciPy, and not from the scorers.

Each takes its quantities by name, as floats or arrays, and returns hours.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from scipy import special, stats

HALF_WIDTH_OF_90 = stats.norm.ppf(0.95)
"""Half the width of a 90 % range of a standard normal."""


def appeal(role_interest: Any, clarity: Any) -> tuple[Any, Any]:
    """Mean and standard deviation of the belief that follows from interest and clarity."""
    half_width = 0.25 + 0.75 * (1 - clarity)
    return -0.7 + 1.2 * role_interest, half_width / HALF_WIDTH_OF_90


def belief(low: float, high: float) -> tuple[float, float]:
    """Mean and standard deviation of the normal with this 90 % range."""
    return np.mean([low, high]), (high - low) / (2 * HALF_WIDTH_OF_90)


def practice(
    *, experience, skill_ceiling, skill_scale, resemblance, mindset, nervousness, base_offer_chance,
    upcoming_interviews, job_worth,
):  # fmt: skip
    """The gain in the chance of at least one offer, times what a job is worth."""
    dose = resemblance * (1 + mindset) / 2 * (3 + 2 * nervousness) / 4
    before, after = np.exp(-experience / skill_scale), np.exp(-(experience + dose) / skill_scale)
    improved = special.expit(special.logit(base_offer_chance) + skill_ceiling * (before - after))
    none_before = np.power(1 - base_offer_chance, upcoming_interviews)
    none_after = np.power(1 - improved, upcoming_interviews)
    return job_worth * (none_before - none_after)


def networking(
    *, people_met, tie_chance, tie_chance_followed, follow_up, sociability, tie_half_life, jobs_per_tie_year, job_worth
):
    """Contact years within two years of exponential decay, times jobs a contact year, times what a job is worth."""
    chance = (1 - follow_up) * tie_chance + follow_up * tie_chance_followed
    rate = np.log(2) / tie_half_life
    years = -np.expm1(-24 * rate) / rate / 12
    return people_met * chance * sociability * years * jobs_per_tie_year * job_worth


def role_discovery(*, appeal, revealed, offer_chance, job_worth):
    """The expected excess over the fallback of what the interview may show, if there is an offer."""
    mean, sd = appeal
    spread = np.asarray(sd * np.sqrt(revealed), dtype=float)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        z = mean / spread
        option = mean * stats.norm.cdf(z) + spread * stats.norm.pdf(z)
    return offer_chance * np.where(spread > 0, option, np.maximum(mean, 0)) * job_worth


def future_opportunity(*, organization_interest, openings, recall, memory_half_life, mindset, job_worth):
    """The chance of being recalled, times how good an impression is left, times what a job is worth."""
    chance = -np.expm1(-openings * recall * memory_half_life / np.log(2))
    return organization_interest * chance * (1.25 * mindset - 0.25) * job_worth


def effort(*, preparation, duration, travel, pressure, expenses, hour_value):
    """Hours in a full week, and money as hours."""
    return pressure * (preparation + duration + travel) + expenses / hour_value


def courtesy(*, people_met, duration, courtesy, role_interest, organization_interest):
    """The interviewers' hours, as far as nothing is of interest."""
    return people_met * (duration + 0.5) * courtesy * (1 - np.maximum(role_interest, organization_interest))


def effective_experience(dates: list[date], as_of: date) -> float:
    """Each past interview, halved for every ten months that have passed."""
    months = np.array([(as_of - day).days for day in dates]) / (365.25 / 12)
    return float(np.sum(np.exp2(-months / 10)))
