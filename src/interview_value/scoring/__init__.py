"""Scorers and gates, and running them on draws."""

from __future__ import annotations

from .criterion import Gate, Scorer, gate, scorer
from .hours import Summary
from .ops import Ops
from .ternary import Maybe, Ternary
from .way import Way

__all__ = [
    "Gate",
    "Maybe",
    "Ops",
    "Scorer",
    "Summary",
    "Ternary",
    "Way",
    "gate",
    "scorer",
]
