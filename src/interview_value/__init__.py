"""Tells whether a job interview that you probably do not want is worth your time, in hours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .version import __version__ as __version__

if TYPE_CHECKING:
    from . import frames as frames
    from . import plots as plots
    from . import plugins as plugins
    from . import widgets as widgets
    from .deciding.compare import Comparison, Ranked, compare
    from .deciding.explain import explain
    from .deciding.explanation import Dependence, Explanation
    from .deciding.session import Session, SessionError, Step
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
    from .evaluation.evaluation import Evaluation
    from .evaluation.evaluator import Evaluator, evaluate
    from .export.dataframes import to_frame
    from .export.decision_matrix import to_decision_matrix
    from .export.spreadsheets import to_csv, to_xlsx
    from .model.disagreement import Disagreement
    from .model.estimate import Estimate
    from .model.event import Event
    from .model.invitation import Invitation, Stage
    from .model.quantity import Belief, Bounds, DerivedPrior, PriorBy, Quantity
    from .model.seeker import Seeker
    from .model.source import Source
    from .outcome.analysis.break_even import BreakEven, ValueTurn, WeightTurn
    from .outcome.analysis.conditional import NotAtHandError
    from .outcome.analysis.discovery import Discovery
    from .outcome.analysis.questions import Question
    from .outcome.analysis.robustness import Robustness
    from .outcome.analysis.swings import Swing
    from .outcome.contributions import Answer, Contribution, Finding, Input, Origin, Verdict
    from .plugins.catalogue import Plugin
    from .plugins.hookspecs import hookimpl
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
    from .scoring.criterion import Gate, Scorer, gate, scorer
    from .scoring.hours import Summary
    from .scoring.ops import Ops
    from .scoring.ternary import Maybe, Ternary

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
    "Answer": "outcome.contributions",
    "Belief": "model.quantity",
    "Block": "replies",
    "Bounds": "model.quantity",
    "BreakEven": "outcome.analysis.break_even",
    "CalendarReply": "replies",
    "CellError": "errors",
    "Comparison": "deciding.compare",
    "Contribution": "outcome.contributions",
    "Dependence": "deciding.explanation",
    "DerivedPrior": "model.quantity",
    "Disagreement": "model.disagreement",
    "Discovery": "outcome.analysis.discovery",
    "Estimate": "model.estimate",
    "Evaluation": "evaluation.evaluation",
    "Evaluator": "evaluation.evaluator",
    "Event": "model.event",
    "Explanation": "deciding.explanation",
    "FieldError": "errors",
    "Finding": "outcome.contributions",
    "Gate": "scoring.criterion",
    "History": "reading",
    "HistoryEntry": "reading",
    "Input": "outcome.contributions",
    "InterviewValueError": "errors",
    "InvalidInputError": "errors",
    "Invitation": "model.invitation",
    "Letter": "replies",
    "Maybe": "scoring.ternary",
    "NameClashError": "errors",
    "NotAtHandError": "outcome.analysis.conditional",
    "Ops": "scoring.ops",
    "Origin": "outcome.contributions",
    "Plugin": "plugins.catalogue",
    "PluginError": "errors",
    "PreparationPlan": "replies",
    "PriorBy": "model.quantity",
    "Quantity": "model.quantity",
    "Question": "outcome.analysis.questions",
    "Ranked": "deciding.compare",
    "ReadError": "errors",
    "ReaderEntry": "reading",
    "Response": "replies",
    "Robustness": "outcome.analysis.robustness",
    "ScaffoldError": "errors",
    "Scorer": "scoring.criterion",
    "ScorerError": "errors",
    "ScorersFailedError": "errors",
    "Seeker": "model.seeker",
    "Session": "deciding.session",
    "SessionError": "deciding.session",
    "SignatureError": "errors",
    "SkippedRow": "reading",
    "Source": "model.source",
    "Stage": "model.invitation",
    "Step": "deciding.session",
    "Summary": "scoring.hours",
    "Swing": "outcome.analysis.swings",
    "TableColumn": "reading",
    "TableReading": "reading",
    "TableRow": "reading",
    "Ternary": "scoring.ternary",
    "UnknownNameError": "errors",
    "ValueTurn": "outcome.analysis.break_even",
    "Verdict": "outcome.contributions",
    "WeightTurn": "outcome.analysis.break_even",
    "compare": "deciding.compare",
    "evaluate": "evaluation.evaluator",
    "explain": "deciding.explain",
    "gate": "scoring.criterion",
    "hookimpl": "plugins.hookspecs",
    "read": "reading",
    "read_history": "reading",
    "read_table": "reading",
    "readers": "reading",
    "scorer": "scoring.criterion",
    "to_csv": "export.spreadsheets",
    "to_decision_matrix": "export.decision_matrix",
    "to_frame": "export.dataframes",
    "to_xlsx": "export.spreadsheets",
}
"""The module of each name, loaded when the name is first used, so that importing the package costs next to nothing."""


_DOORS = ("frames", "plots", "plugins", "widgets")
"""The rooms with a door of their own, each of which needs an extra."""


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _DOORS:
        return import_module(f".{name}", __name__)
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_DOORS})
