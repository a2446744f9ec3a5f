"""What is known of an interview and of the person who is invited."""

from __future__ import annotations

from .bounds import Bounds
from .choice import Choice
from .disagreement import Disagreement
from .estimate import Estimate
from .event import Event
from .invitation import Invitation, Stage
from .prior import DerivedPrior, PriorBy
from .quantity import Quantity
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
