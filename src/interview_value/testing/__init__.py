"""What authors of scorers, gates and plugins test with. Checking and drawing need the extra ``testing``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .breach import Breach, ContractError
    from .builders import a_seeker, an_evaluation, an_invitation
    from .contract import check_gate, check_scorer
    from .isolation import isolated_evaluator
    from .law import GATE_LAWS, SCORER_LAWS, Law
    from .recorder import HookCall, HookRecorder
    from .strategies import cases, estimates, evaluations, invitations, numbers, ranges, seekers

__all__ = [
    "GATE_LAWS",
    "SCORER_LAWS",
    "Breach",
    "ContractError",
    "HookCall",
    "HookRecorder",
    "Law",
    "a_seeker",
    "an_evaluation",
    "an_invitation",
    "cases",
    "check_gate",
    "check_scorer",
    "estimates",
    "evaluations",
    "invitations",
    "isolated_evaluator",
    "numbers",
    "ranges",
    "seekers",
]

_HOMES = {
    "GATE_LAWS": "law",
    "SCORER_LAWS": "law",
    "Breach": "breach",
    "ContractError": "breach",
    "HookCall": "recorder",
    "HookRecorder": "recorder",
    "Law": "law",
    "a_seeker": "builders",
    "an_evaluation": "builders",
    "an_invitation": "builders",
    "cases": "strategies",
    "check_gate": "contract",
    "check_scorer": "contract",
    "estimates": "strategies",
    "evaluations": "strategies",
    "invitations": "strategies",
    "isolated_evaluator": "isolation",
    "numbers": "strategies",
    "ranges": "strategies",
    "seekers": "strategies",
}
"""The module of each name, loaded when the name is first used, because pytest loads this package at its start."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
