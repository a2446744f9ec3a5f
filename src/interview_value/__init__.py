"""Tells whether a job interview that you probably do not want is worth your time, in hours.

What one starts with is here; all else is in the packages, as in ``interview_value.errors``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .version import __version__

if TYPE_CHECKING:
    from . import deciding as deciding
    from . import display as display
    from . import errors as errors
    from . import evaluation as evaluation
    from . import export as export
    from . import frames as frames
    from . import model as model
    from . import outcome as outcome
    from . import plots as plots
    from . import plugins as plugins
    from . import reading as reading
    from . import replies as replies
    from . import scoring as scoring
    from . import testing as testing
    from . import widgets as widgets
    from .deciding import Session, compare, explain
    from .display import speaking
    from .errors import InterviewValueError
    from .evaluation import Evaluation, Evaluator, evaluate
    from .model import Estimate, Invitation, Quantity, Seeker, Stage
    from .outcome import Verdict
    from .plugins import hookimpl
    from .reading import read
    from .scoring import Ternary, Way, gate, scorer

__all__ = [
    "Estimate",
    "Evaluation",
    "Evaluator",
    "InterviewValueError",
    "Invitation",
    "Quantity",
    "Seeker",
    "Session",
    "Stage",
    "Ternary",
    "Verdict",
    "Way",
    "__version__",
    "compare",
    "evaluate",
    "explain",
    "gate",
    "hookimpl",
    "read",
    "scorer",
    "speaking",
]

_HOMES = {
    "deciding": ("Session", "compare", "explain"),
    "display": ("speaking",),
    "errors": ("InterviewValueError",),
    "evaluation": ("Evaluation", "Evaluator", "evaluate"),
    "model": ("Estimate", "Invitation", "Quantity", "Seeker", "Stage"),
    "outcome": ("Verdict",),
    "plugins": ("hookimpl",),
    "reading": ("read",),
    "scoring": ("Ternary", "Way", "gate", "scorer"),
}
"""The names above by their package, which is loaded when one of them is first used, so that importing costs little."""

_PACKAGES = (*_HOMES, "export", "frames", "plots", "replies", "testing", "widgets")
"""The packages that are reached by name; what an extra is missing for counts as absent until it is installed."""


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _PACKAGES:
        try:
            return import_module(f".{name}", __name__)
        except ImportError as error:
            # `hasattr`, `help` and the like look at everything, and bear nothing but this.
            raise AttributeError(str(error)) from error
    for package, names in _HOMES.items():
        if name in names:
            value = globals()[name] = getattr(__getattr__(package), name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_PACKAGES})
