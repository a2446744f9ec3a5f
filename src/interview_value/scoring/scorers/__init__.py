"""The built-in scorers, one per claim of the article and one per cost, offered through the same hook as plugins."""

from __future__ import annotations

from ..criterion import Scorer
from .courtesy import courtesy
from .effort import effort
from .future_opportunity import future_opportunity
from .networking import networking
from .practice import practice
from .role_discovery import role_discovery

__all__ = ["BUILT_IN_SCORERS"]

BUILT_IN_SCORERS: tuple[Scorer[...], ...] = (
    courtesy,
    effort,
    future_opportunity,
    networking,
    practice,
    role_discovery,
)
