"""What is known of an interview and of the person who is invited."""

from __future__ import annotations

from .disagreement import Disagreement
from .estimate import Estimate
from .event import Event
from .invitation import Invitation, Stage
from .quantity import Bounds, Choice, DerivedPrior, PriorBy, Quantity
from .seeker import Seeker, Status
from .source import Source

__all__ = [
    "Bounds",
    "Choice",
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
    "Status",
]
