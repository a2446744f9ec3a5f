"""Tells whether a job interview that you probably do not want is worth your time, in hours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import (
    FieldError,
    InterviewValueError,
    InvalidInputError,
    NameClashError,
    PluginError,
    ReadError,
    ScorerError,
    ScorersFailedError,
    SignatureError,
    UnknownNameError,
)
from .estimate import Estimate
from .evaluation import Answer, Contribution, Evaluation, Finding, Input, Origin, Summary, Verdict
from .evaluator import Evaluator, evaluate
from .facts import Disagreement
from .hookspecs import hookimpl
from .invitation import Invitation, Stage
from .ops import Ops
from .plugins import Plugin
from .quantity import Belief, Bounds, DerivedPrior, PriorBy, Quantity
from .scorer import Gate, Scorer, gate, scorer
from .seeker import Seeker
from .source import Source
from .ternary import Maybe, Ternary

if TYPE_CHECKING:
    from .analysis.break_even import BreakEven, ValueTurn, WeightTurn
    from .analysis.compare import Comparison, Ranked, compare
    from .analysis.conditional import NotAtHandError
    from .analysis.discovery import Discovery
    from .analysis.questions import Question
    from .analysis.robustness import Robustness
    from .analysis.session import Session, Step
    from .analysis.swings import Swing
    from .readers import read

__all__ = [
    "Answer",
    "Belief",
    "Bounds",
    "BreakEven",
    "Comparison",
    "Contribution",
    "DerivedPrior",
    "Disagreement",
    "Discovery",
    "Estimate",
    "Evaluation",
    "Evaluator",
    "FieldError",
    "Finding",
    "Gate",
    "Input",
    "InterviewValueError",
    "InvalidInputError",
    "Invitation",
    "Maybe",
    "NameClashError",
    "NotAtHandError",
    "Ops",
    "Origin",
    "Plugin",
    "PluginError",
    "PriorBy",
    "Quantity",
    "Question",
    "Ranked",
    "ReadError",
    "Robustness",
    "Scorer",
    "ScorerError",
    "ScorersFailedError",
    "Seeker",
    "Session",
    "SignatureError",
    "Source",
    "Stage",
    "Step",
    "Summary",
    "Swing",
    "Ternary",
    "UnknownNameError",
    "ValueTurn",
    "Verdict",
    "WeightTurn",
    "compare",
    "evaluate",
    "gate",
    "hookimpl",
    "read",
    "scorer",
]


_LAZY = {
    "BreakEven": "analysis.break_even",
    "Comparison": "analysis.compare",
    "Discovery": "analysis.discovery",
    "NotAtHandError": "analysis.conditional",
    "Question": "analysis.questions",
    "Ranked": "analysis.compare",
    "Robustness": "analysis.robustness",
    "Session": "analysis.session",
    "Step": "analysis.session",
    "Swing": "analysis.swings",
    "ValueTurn": "analysis.break_even",
    "WeightTurn": "analysis.break_even",
    "compare": "analysis.compare",
    "read": "readers",
}
"""The modules of names that are loaded when they are first used, so that importing the package stays light."""


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f".{_LAZY[name]}", __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
