"""One question at a time; several invitations; one criterion."""

from __future__ import annotations

from .comparison import Comparison, Ranked, compare
from .dependence import explain
from .explanation import Dependence, Explanation
from .session import Session, Step

__all__ = [
    "Comparison",
    "Dependence",
    "Explanation",
    "Ranked",
    "Session",
    "Step",
    "compare",
    "explain",
]
