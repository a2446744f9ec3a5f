"""Future opportunity: who remembers you well may think of you when a better opening comes up there."""

from __future__ import annotations

import math

from ...display.words import about, percent
from ...model.quantity import POSITIVE, SHARE, Quantity
from ..criterion import scorer
from ..ops import Ops

RECALL = Quantity(
    "recall",
    unit="hires a suitable opening, if remembered",
    bounds=SHARE,
    scale="log",
    prior=(0.008, 0.055),
    source="passed-over people are 5–15 % of hires (second-hand, likely an over-estimate)",
    grade="weak",
)
MEMORY_HALF_LIFE = Quantity(
    "memory_half_life",
    unit="years",
    bounds=POSITIVE,
    scale="log",
    prior=(0.5, 2),
    source="assumption; no usable number was found",
)


def chance_of_recall(openings: float, recall: float, memory_half_life: float, ops: Ops) -> float:
    """Return the chance, 0 to 1, of a hire there while you are remembered."""
    return 1 - ops.exp(-openings * recall * memory_half_life / math.log(2))


def in_words(
    openings: float, recall: float, memory_half_life: float, mindset: float, organization_interest: float, ops: Ops
) -> str:
    """Name the impression, the openings, and the interest in the organisation."""
    if organization_interest == 0:
        return "the organisation itself does not interest you"
    chance = percent(chance_of_recall(openings, recall, memory_half_life, ops))
    manner = "a reluctant mood shows and would be remembered" if mindset < 0.2 else "a good impression is remembered"
    return (
        f"{about(openings)} suitable openings a year and {percent(organization_interest)} interest in the "
        f"organisation; {manner}: {chance} chance of a hire there later"
    )


SOURCE = (
    "openings come as a Poisson process while memory fades by half-lives; at which mindset the impression turns "
    "negative is an assumption"
)


@scorer(kind="benefit", quantities=[RECALL, MEMORY_HALF_LIFE], source=SOURCE, reason=in_words)
def future_opportunity(
    organization_interest: float, openings: float, recall: float, memory_half_life: float, mindset: float,
    job_worth: float, ops: Ops,
) -> float:  # fmt: skip
    """A better opening may come up in the same organisation; negative when boredom shows."""
    impression = 1.25 * mindset - 0.25
    return organization_interest * chance_of_recall(openings, recall, memory_half_life, ops) * impression * job_worth
