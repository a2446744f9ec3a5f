"""Tells whether a job interview that you probably do not want is worth your time, in hours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .version import __version__ as __version__

if TYPE_CHECKING:
    from . import frames as frames
    from . import plots as plots
    from . import plugins as plugins
    from . import widgets as widgets
    from .deciding.compare import Comparison as Comparison
    from .deciding.compare import Ranked as Ranked
    from .deciding.compare import compare as compare
    from .deciding.explain import explain as explain
    from .deciding.explanation import Dependence as Dependence
    from .deciding.explanation import Explanation as Explanation
    from .deciding.session import Session as Session
    from .deciding.session import SessionError as SessionError
    from .deciding.session import Step as Step
    from .errors import CellError as CellError
    from .errors import FieldError as FieldError
    from .errors import InterviewValueError as InterviewValueError
    from .errors import InvalidInputError as InvalidInputError
    from .errors import NameClashError as NameClashError
    from .errors import PluginError as PluginError
    from .errors import ReadError as ReadError
    from .errors import ScaffoldError as ScaffoldError
    from .errors import ScorerError as ScorerError
    from .errors import ScorersFailedError as ScorersFailedError
    from .errors import SignatureError as SignatureError
    from .errors import UnknownNameError as UnknownNameError
    from .evaluation.evaluation import Evaluation as Evaluation
    from .evaluation.evaluator import Evaluator as Evaluator
    from .evaluation.evaluator import evaluate as evaluate
    from .export.dataframes import to_frame as to_frame
    from .export.decision_matrix import to_decision_matrix as to_decision_matrix
    from .export.spreadsheets import to_csv as to_csv
    from .export.spreadsheets import to_xlsx as to_xlsx
    from .model.disagreement import Disagreement as Disagreement
    from .model.estimate import Estimate as Estimate
    from .model.event import Event as Event
    from .model.invitation import Invitation as Invitation
    from .model.invitation import Stage as Stage
    from .model.quantity import Belief as Belief
    from .model.quantity import Bounds as Bounds
    from .model.quantity import DerivedPrior as DerivedPrior
    from .model.quantity import PriorBy as PriorBy
    from .model.quantity import Quantity as Quantity
    from .model.seeker import Seeker as Seeker
    from .model.source import Source as Source
    from .outcome.analysis.break_even import BreakEven as BreakEven
    from .outcome.analysis.break_even import ValueTurn as ValueTurn
    from .outcome.analysis.break_even import WeightTurn as WeightTurn
    from .outcome.analysis.conditional import NotAtHandError as NotAtHandError
    from .outcome.analysis.discovery import Discovery as Discovery
    from .outcome.analysis.questions import Question as Question
    from .outcome.analysis.robustness import Robustness as Robustness
    from .outcome.analysis.swings import Swing as Swing
    from .outcome.contributions import Answer as Answer
    from .outcome.contributions import Contribution as Contribution
    from .outcome.contributions import Finding as Finding
    from .outcome.contributions import Input as Input
    from .outcome.contributions import Origin as Origin
    from .outcome.contributions import Verdict as Verdict
    from .plugins.catalogue import Plugin as Plugin
    from .plugins.hookspecs import hookimpl as hookimpl
    from .reading import History as History
    from .reading import HistoryEntry as HistoryEntry
    from .reading import ReaderEntry as ReaderEntry
    from .reading import SkippedRow as SkippedRow
    from .reading import TableColumn as TableColumn
    from .reading import TableReading as TableReading
    from .reading import TableRow as TableRow
    from .reading import read as read
    from .reading import read_history as read_history
    from .reading import read_table as read_table
    from .reading import readers as readers
    from .replies import Block as Block
    from .replies import CalendarReply as CalendarReply
    from .replies import Letter as Letter
    from .replies import PreparationPlan as PreparationPlan
    from .replies import Response as Response
    from .scoring.criterion import Gate as Gate
    from .scoring.criterion import Scorer as Scorer
    from .scoring.criterion import gate as gate
    from .scoring.criterion import scorer as scorer
    from .scoring.hours import Summary as Summary
    from .scoring.ops import Ops as Ops
    from .scoring.ternary import Maybe as Maybe
    from .scoring.ternary import Ternary as Ternary

_NAMES = {
    "deciding.compare": ("Comparison", "Ranked", "compare"),
    "deciding.explain": ("explain",),
    "deciding.explanation": ("Dependence", "Explanation"),
    "deciding.session": ("Session", "SessionError", "Step"),
    "errors": (
        "CellError",
        "FieldError",
        "InterviewValueError",
        "InvalidInputError",
        "NameClashError",
        "PluginError",
        "ReadError",
        "ScaffoldError",
        "ScorerError",
        "ScorersFailedError",
        "SignatureError",
        "UnknownNameError",
    ),
    "evaluation.evaluation": ("Evaluation",),
    "evaluation.evaluator": ("Evaluator", "evaluate"),
    "export.dataframes": ("to_frame",),
    "export.decision_matrix": ("to_decision_matrix",),
    "export.spreadsheets": ("to_csv", "to_xlsx"),
    "model.disagreement": ("Disagreement",),
    "model.estimate": ("Estimate",),
    "model.event": ("Event",),
    "model.invitation": ("Invitation", "Stage"),
    "model.quantity": ("Belief", "Bounds", "DerivedPrior", "PriorBy", "Quantity"),
    "model.seeker": ("Seeker",),
    "model.source": ("Source",),
    "outcome.analysis.break_even": ("BreakEven", "ValueTurn", "WeightTurn"),
    "outcome.analysis.conditional": ("NotAtHandError",),
    "outcome.analysis.discovery": ("Discovery",),
    "outcome.analysis.questions": ("Question",),
    "outcome.analysis.robustness": ("Robustness",),
    "outcome.analysis.swings": ("Swing",),
    "outcome.contributions": ("Answer", "Contribution", "Finding", "Input", "Origin", "Verdict"),
    "plugins.catalogue": ("Plugin",),
    "plugins.hookspecs": ("hookimpl",),
    "reading": (
        "History",
        "HistoryEntry",
        "ReaderEntry",
        "SkippedRow",
        "TableColumn",
        "TableReading",
        "TableRow",
        "read",
        "read_history",
        "read_table",
        "readers",
    ),
    "replies": ("Block", "CalendarReply", "Letter", "PreparationPlan", "Response"),
    "scoring.criterion": ("Gate", "Scorer", "gate", "scorer"),
    "scoring.hours": ("Summary",),
    "scoring.ops": ("Ops",),
    "scoring.ternary": ("Maybe", "Ternary"),
}
"""The public names by module; one is loaded when its name is first used, so importing the package costs little."""

_HOMES = {name: module for module, names in _NAMES.items() for name in names}

_PACKAGES = ("frames", "plots", "plugins", "widgets")
"""The packages that one works with by name; all but `plugins` need an extra."""

# Type checkers, which cannot follow this, know the public names by the imports above.
__all__ = sorted((*_HOMES, "plugins"))  # noqa: PLE0605  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _PACKAGES:
        return import_module(f".{name}", __name__)
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_PACKAGES})
