"""One question at a time; several invitations; one criterion."""

from __future__ import annotations

from ..model.worth_of_a_job import JobWorth, job_worth
from .comparison import Comparison, Ranked, compare
from .dependence import explain
from .explanation import Dependence, Explanation
from .session import Session
from .step import Step

__all__ = [
    "Comparison",
    "Dependence",
    "Explanation",
    "JobWorth",
    "Ranked",
    "Session",
    "Step",
    "compare",
    "explain",
    "job_worth",
]
