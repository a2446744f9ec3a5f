"""What is known of an interview and of the person who is invited."""

from __future__ import annotations

from .disagreement import Disagreement
from .estimate import Estimate
from .event import Event
from .invitation import Invitation, Stage
from .quantity import Belief, Bounds, DerivedPrior, PriorBy, Quantity
from .seeker import Seeker
from .source import Source

__all__ = [
    "Belief",
    "Bounds",
    "DerivedPrior",
    "Disagreement",
    "Estimate",
    "Event",
    "Invitation",
    "PriorBy",
    "Quantity",
    "Seeker",
    "Source",
    "Stage",
]
