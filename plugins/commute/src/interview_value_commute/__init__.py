"""A plugin of interview-value: one criterion, what the way to work would cost, and the quantity that it reads."""

from __future__ import annotations

from collections.abc import Iterable

import interview_value as iv

__all__ = ["COMMUTE", "commuting", "interview_value_scorers"]

WEEKS = 4.0
"""Weeks of commuting that count, if you got the job: an assumption. By then you know it, and can look for another."""

COMMUTE: iv.Quantity = iv.Quantity(
    "commute",
    label="the way to work",
    unit="h a week",
    bounds=(0, 60),
    prior=(1, 8),
    scale="log",
    question="How many hours a week would the way to work take? (0 if you would work at home)",
    ask="yourself",
    source="around 27.6 minutes one way (Census Bureau, Travel Time to Work in the United States: 2019, ACS-47, 2021), "
    "five days a week; the range is an assumption",
    grade="survey",
)


def in_words(commute: float, offer_chance: float) -> str:
    """Name the hours on the road, and how likely it is to come to that."""
    return f"{commute:,.1f} hours a week for a month, if an offer comes: in {100 * offer_chance:.0f} of 100 cases"


@iv.scorer(kind="cost", label="the way to work", quantities=[COMMUTE], source="assumption", reason=in_words)
def commuting(commute: float, offer_chance: float) -> float:
    """Hours lost on the road in the first month, if you got the job."""
    return WEEKS * commute * offer_chance


@iv.hookimpl
def interview_value_scorers() -> Iterable[iv.scoring.Scorer[...]]:
    """Bring the criterion."""
    return [commuting]
