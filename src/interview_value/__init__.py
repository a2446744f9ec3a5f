"""Tells whether a job interview that you probably do not want is worth your time, in hours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .version import __version__ as __version__

if TYPE_CHECKING:
    from . import frames as frames
    from . import plots as plots
    from . import widgets as widgets
    from .analysis.break_even import BreakEven, ValueTurn, WeightTurn
    from .analysis.compare import Comparison, Ranked, compare
    from .analysis.conditional import NotAtHandError
    from .analysis.discovery import Discovery
    from .analysis.explanation import Dependence, Explanation, explain
    from .analysis.questions import Question
    from .analysis.robustness import Robustness
    from .analysis.session import Session, SessionError, Step
    from .analysis.swings import Swing
    from .bookkeeping import Disagreement
    from .catalogue import Plugin
    from .criterion import Gate, Scorer, gate, scorer
    from .errors import (
        CellError,
        FieldError,
        InterviewValueError,
        InvalidInputError,
        NameClashError,
        PluginError,
        ReadError,
        ScaffoldError,
        ScorerError,
        ScorersFailedError,
        SignatureError,
        UnknownNameError,
    )
    from .estimate import Estimate
    from .evaluation import Evaluation, Verdict
    from .evaluator import Evaluator, evaluate, plugins
    from .event import Event
    from .export import to_csv, to_xlsx
    from .handover import to_decision_matrix, to_frame
    from .hookspecs import hookimpl
    from .invitation import Invitation, Stage
    from .ops import Ops
    from .parts import Answer, Contribution, Finding, Input, Origin
    from .quantity import Belief, Bounds, DerivedPrior, PriorBy, Quantity
    from .reading import (
        History,
        HistoryEntry,
        ReaderEntry,
        SkippedRow,
        TableColumn,
        TableReading,
        TableRow,
        read,
        read_history,
        read_table,
        readers,
    )
    from .replies import Block, CalendarReply, Letter, PreparationPlan, Response
    from .seeker import Seeker
    from .source import Source
    from .summary import Summary
    from .ternary import Maybe, Ternary

__all__ = [
    "Answer",
    "Belief",
    "Block",
    "Bounds",
    "BreakEven",
    "CalendarReply",
    "CellError",
    "Comparison",
    "Contribution",
    "Dependence",
    "DerivedPrior",
    "Disagreement",
    "Discovery",
    "Estimate",
    "Evaluation",
    "Evaluator",
    "Event",
    "Explanation",
    "FieldError",
    "Finding",
    "Gate",
    "History",
    "HistoryEntry",
    "Input",
    "InterviewValueError",
    "InvalidInputError",
    "Invitation",
    "Letter",
    "Maybe",
    "NameClashError",
    "NotAtHandError",
    "Ops",
    "Origin",
    "Plugin",
    "PluginError",
    "PreparationPlan",
    "PriorBy",
    "Quantity",
    "Question",
    "Ranked",
    "ReadError",
    "ReaderEntry",
    "Response",
    "Robustness",
    "ScaffoldError",
    "Scorer",
    "ScorerError",
    "ScorersFailedError",
    "Seeker",
    "Session",
    "SessionError",
    "SignatureError",
    "SkippedRow",
    "Source",
    "Stage",
    "Step",
    "Summary",
    "Swing",
    "TableColumn",
    "TableReading",
    "TableRow",
    "Ternary",
    "UnknownNameError",
    "ValueTurn",
    "Verdict",
    "WeightTurn",
    "compare",
    "evaluate",
    "explain",
    "gate",
    "hookimpl",
    "plugins",
    "read",
    "read_history",
    "read_table",
    "readers",
    "scorer",
    "to_csv",
    "to_decision_matrix",
    "to_frame",
    "to_xlsx",
]

_HOMES = {
    "Answer": "parts",
    "Belief": "quantity",
    "Block": "replies",
    "Bounds": "quantity",
    "BreakEven": "analysis.break_even",
    "CalendarReply": "replies",
    "CellError": "errors",
    "Comparison": "analysis.compare",
    "Contribution": "parts",
    "Dependence": "analysis.explanation",
    "DerivedPrior": "quantity",
    "Disagreement": "bookkeeping",
    "Discovery": "analysis.discovery",
    "Estimate": "estimate",
    "Evaluation": "evaluation",
    "Evaluator": "evaluator",
    "Event": "event",
    "Explanation": "analysis.explanation",
    "FieldError": "errors",
    "Finding": "parts",
    "Gate": "criterion",
    "History": "reading",
    "HistoryEntry": "reading",
    "Input": "parts",
    "InterviewValueError": "errors",
    "InvalidInputError": "errors",
    "Invitation": "invitation",
    "Letter": "replies",
    "Maybe": "ternary",
    "NameClashError": "errors",
    "NotAtHandError": "analysis.conditional",
    "Ops": "ops",
    "Origin": "parts",
    "Plugin": "catalogue",
    "PluginError": "errors",
    "PreparationPlan": "replies",
    "PriorBy": "quantity",
    "Quantity": "quantity",
    "Question": "analysis.questions",
    "Ranked": "analysis.compare",
    "ReadError": "errors",
    "ReaderEntry": "reading",
    "Response": "replies",
    "Robustness": "analysis.robustness",
    "ScaffoldError": "errors",
    "Scorer": "criterion",
    "ScorerError": "errors",
    "ScorersFailedError": "errors",
    "Seeker": "seeker",
    "Session": "analysis.session",
    "SessionError": "analysis.session",
    "SignatureError": "errors",
    "SkippedRow": "reading",
    "Source": "source",
    "Stage": "invitation",
    "Step": "analysis.session",
    "Summary": "summary",
    "Swing": "analysis.swings",
    "TableColumn": "reading",
    "TableReading": "reading",
    "TableRow": "reading",
    "Ternary": "ternary",
    "UnknownNameError": "errors",
    "ValueTurn": "analysis.break_even",
    "Verdict": "evaluation",
    "WeightTurn": "analysis.break_even",
    "compare": "analysis.compare",
    "evaluate": "evaluator",
    "explain": "analysis.explanation",
    "gate": "criterion",
    "hookimpl": "hookspecs",
    "plugins": "evaluator",
    "read": "reading",
    "read_history": "reading",
    "read_table": "reading",
    "readers": "reading",
    "scorer": "criterion",
    "to_csv": "export",
    "to_decision_matrix": "handover",
    "to_frame": "handover",
    "to_xlsx": "export",
}
"""The module of each name, loaded when the name is first used, so that importing the package costs next to nothing."""


_DOORS = ("frames", "plots", "widgets")
"""The rooms with a door of their own, each of which needs an extra."""


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _DOORS:
        return import_module(f".{name}", __name__)
    if name not in _HOMES:
        return import_module(".deprecation", __name__).moved_name(__name__, name)
    value = globals()[name] = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_DOORS})
