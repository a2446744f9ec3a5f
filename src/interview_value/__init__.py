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
    from .readers import read

__all__ = [
    "Answer",
    "Belief",
    "Bounds",
    "Contribution",
    "DerivedPrior",
    "Disagreement",
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
    "Ops",
    "Origin",
    "Plugin",
    "PluginError",
    "PriorBy",
    "Quantity",
    "ReadError",
    "Scorer",
    "ScorerError",
    "ScorersFailedError",
    "Seeker",
    "SignatureError",
    "Source",
    "Stage",
    "Summary",
    "Ternary",
    "UnknownNameError",
    "Verdict",
    "evaluate",
    "gate",
    "hookimpl",
    "read",
    "scorer",
]


def __getattr__(name: str) -> Any:
    # What needs an extra is loaded when it is first used, so that importing the package stays light.
    if name == "read":
        from .readers import read

        return read
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
