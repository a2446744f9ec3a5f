"""Networking: the people you meet may pass you openings in other organisations."""

from __future__ import annotations

import math

from ...display.language import say, say_count
from ...display.words import about, span_of_months
from ...model.bounds import SHARE
from ...model.quantity import Quantity
from ..criterion import scorer

TIE_CHANCE = Quantity(
    "tie_chance",
    label="the chance of a contact without follow-up",
    unit="contacts a person, no follow-up",
    bounds=SHARE,
    prior=(0.05, 0.25),
)
TIE_CHANCE_FOLLOWED = Quantity(
    "tie_chance_followed",
    label="the chance of a contact with follow-up",
    unit="contacts a person, kept up",
    bounds=SHARE,
    prior=(0.3, 0.7),
)
JOBS_PER_TIE_YEAR = Quantity(
    "jobs_per_tie_year",
    label="jobs through one contact",
    unit="jobs a contact and year",
    bounds=SHARE,
    scale="log",
    prior=(0.0002, 0.005),
    source="half of all jobs come through contacts, one change in about 4 years, 150–600 contacts: .0002–.0008, "
    "several times that inside a field; floor .0003 (Rajkumar et al. 2022, 10.1126/science.abl4476)",
    grade="weak",
)
TIE_HALF_LIFE = Quantity(
    "tie_half_life",
    label="how long contacts last",
    unit="months",
    bounds=(0.5, 120),
    scale="log",
    prior=(3.6, 24),
    source="9 in 10 bridges gone after a year (Burt 2002); counter-evidence exists",
    grade="weak",
)
CONSTANTS = (TIE_CHANCE, TIE_CHANCE_FOLLOWED, JOBS_PER_TIE_YEAR, TIE_HALF_LIFE)


def contacts(
    people_met: float, tie_chance: float, tie_chance_followed: float, follow_up: float, sociability: float
) -> float:
    """Return how many of the people met become contacts."""
    return people_met * (tie_chance + (tie_chance_followed - tie_chance) * follow_up) * sociability


def in_words(
    people_met: float, tie_chance: float, tie_chance_followed: float, follow_up: float, sociability: float,
    tie_half_life: float,
) -> str:  # fmt: skip
    """Name the people, the follow-up, and what remains of them."""
    ties = contacts(people_met, tie_chance, tie_chance_followed, follow_up, sociability)
    numbers = {
        "people": say_count("{n} person", "{n} people", round(people_met), n=round(people_met)),
        "contacts": say_count("{n} contact", "{n} contacts", ties, n=about(ties)),
        "time": span_of_months(tie_half_life),
    }
    if follow_up < 1 / 3:
        return say("{people}, no follow-up: about {contacts}, half of it gone after {time}", **numbers)
    if follow_up < 2 / 3:
        return say("{people}, a thank-you note: about {contacts}, half of it gone after {time}", **numbers)
    return say("{people}, staying in touch: about {contacts}, half of it gone after {time}", **numbers)


SOURCE = (
    "contacts fade by half-lives (Burt 2002), counted for two years; that the rest multiplies, and the two years, are "
    "assumptions"
)


@scorer(kind="benefit", label="new contacts", quantities=CONSTANTS, source=SOURCE, reason=in_words)
def networking(
    people_met: float, tie_chance: float, tie_chance_followed: float, follow_up: float, sociability: float,
    tie_half_life: float, jobs_per_tie_year: float, job_worth: float,
) -> float:  # fmt: skip
    """Each interview expands your network: contacts who may bring a job in another organisation."""
    ties = contacts(people_met, tie_chance, tie_chance_followed, follow_up, sociability)
    tie_years: float = (1 - 0.5 ** (24 / tie_half_life)) * tie_half_life / (12 * math.log(2))
    return ties * tie_years * jobs_per_tie_year * job_worth
