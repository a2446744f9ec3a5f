"""Future opportunity: who remembers you well may think of you when a better opening comes up there."""

from __future__ import annotations

import math

from ...display.language import say
from ...display.words import of_ten, often
from ...model.bounds import SHARE
from ...model.quantity import Quantity
from ..criterion import scorer
from ..ops import Ops
from .readiness import READY, readiness

RECALL = Quantity(
    "recall",
    label="the chance of being called if remembered",
    unit="hires a suitable opening, if remembered",
    bounds=SHARE,
    scale="log",
    prior=(0.008, 0.055),
    source="passed-over people are 5–15 % of hires (second-hand, likely an over-estimate)",
    grade="weak",
)
COLD = Quantity(
    "cold",
    label="the chance there without this interview",
    unit="hires a suitable opening, without having interviewed",
    bounds=SHARE,
    scale="log",
    prior=(0.005, 0.04),
    source="assumption: 25–200 applicants a hire",
)
MEMORY_HALF_LIFE = Quantity(
    "memory_half_life",
    label="how long they remember",
    unit="years",
    bounds=(0.05, 10),
    scale="log",
    prior=(0.5, 2),
    source="assumption; no usable number was found",
)
SPEAKS_UP = Quantity(
    "speaks_up",
    label="the chance that somebody puts in a word",
    unit="share: the chance that one person you met remembers you and says so",
    bounds=SHARE,
    scale="chance",
    prior=(0.2, 0.6),
)
CONSTANTS = (RECALL, COLD, MEMORY_HALF_LIFE, SPEAKS_UP, READY)


def chance_of_recall(openings: float, recall: float, cold: float, memory_half_life: float, ops: Ops) -> float:
    """Return the chance, 0 to 1, of a hire there while you are remembered, and that you would not have had anyway."""
    years = memory_half_life / math.log(2)
    return ops.exp(-openings * cold * years) * (1 - ops.exp(-openings * recall * years))


def impression(mindset: float, preparation: float, ready: float, ops: Ops) -> float:
    """Return the impression that you leave: below 0 boredom or no preparation shows; 1 at best."""
    return 1.25 * mindset + 0.5 * readiness(preparation, ready, ops) - 0.75


def in_words(
    openings: float, recall: float, cold: float, memory_half_life: float, mindset: float, preparation: float,
    ready: float, organization_interest: float, ops: Ops,
) -> str:  # fmt: skip
    """Name the impression, the openings, and the interest in the organisation."""
    if organization_interest == 0:
        return say("the organisation itself is of no interest")
    numbers = {
        "often": often(openings),
        "interest": of_ten(organization_interest),
        "chance": of_ten(chance_of_recall(openings, recall, cold, memory_half_life, ops)),
    }
    if impression(mindset, preparation, ready, ops) < 0:
        return say(
            "suitable openings there come up {often}; boredom or no preparation shows, which costs a job there in "
            "{chance} cases and counts by the interest in the organisation, {interest}",
            **numbers,
        )
    return say(
        "suitable openings there come up {often}; a good impression brings a job there in {chance} cases, which counts "
        "by the interest in the organisation, {interest}",
        **numbers,
    )


SOURCE = (
    "openings come as a Poisson process while memory fades by half-lives; at which mood and preparation the impression "
    "turns negative is an assumption"
)


@scorer(kind="benefit", label="a better job there later", quantities=CONSTANTS, source=SOURCE, reason=in_words)
def future_opportunity(
    organization_interest: float, openings: float, recall: float, cold: float, memory_half_life: float,
    speaks_up: float, people_met: float, mindset: float, preparation: float, ready: float, job_worth: float, ops: Ops,
) -> float:  # fmt: skip
    """A better opening may come up in the same organisation; negative when boredom shows."""
    remembered = 1 - (1 - speaks_up) ** people_met
    extra = chance_of_recall(openings, recall, cold, memory_half_life, ops)
    manner = impression(mindset, preparation, ready, ops)
    hours: float = organization_interest * remembered * extra * manner * job_worth
    return hours
