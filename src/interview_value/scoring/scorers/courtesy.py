"""Courtesy: the interviewers' hours, as far as nothing here interests you."""

from __future__ import annotations

from ...display.words import about, count, percent
from ..criterion import scorer
from ..ops import Ops

OVERHEAD = 0.5
"""Hours that each interviewer spends before and after: assumption."""


def in_words(
    people_met: float, duration: float, courtesy: float, role_interest: float, organization_interest: float, ops: Ops
) -> str:
    """Name the interviewers' hours and how far your interest makes up for them."""
    hours = people_met * (duration + OVERHEAD)
    interest = ops.maximum(role_interest, organization_interest)
    return (
        f"{about(hours)} h of {count(people_met, 'interviewer', 'interviewers')}, each counting {percent(courtesy)} "
        f"of yours, less the {percent(interest)} that you are honestly interested"
    )


SOURCE = "assumption; on whether going without interest wrongs the interviewers, what has been written is split"


@scorer(kind="cost", source=SOURCE, reason=in_words)
def courtesy(
    people_met: float, duration: float, courtesy: float, role_interest: float, organization_interest: float, ops: Ops
) -> float:
    """Interviews take the interviewer's time, which counts while you are not interested."""
    interest = ops.maximum(role_interest, organization_interest)
    return people_met * (duration + OVERHEAD) * courtesy * (1 - interest)
