"""The total of the hours, the verdict, and what it depends on."""

from __future__ import annotations

from .analysis.break_even import BreakEven, ValueTurn, WeightTurn
from .analysis.questions import Question
from .analysis.robustness import Robustness
from .analysis.swings import Swing
from .contributions import Answer, Contribution, Finding, Input, Origin, Verdict

__all__ = [
    "Answer",
    "BreakEven",
    "Contribution",
    "Finding",
    "Input",
    "Origin",
    "Question",
    "Robustness",
    "Swing",
    "ValueTurn",
    "Verdict",
    "WeightTurn",
]
