"""Test kit for authors of scorers, gates and plugins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .builders import a_seeker as a_seeker
    from .builders import an_evaluation as an_evaluation
    from .builders import an_invitation as an_invitation
    from .builders import isolated_evaluator as isolated_evaluator
    from .contract import check_gate as check_gate
    from .contract import check_scorer as check_scorer
    from .laws import GATE_LAWS as GATE_LAWS
    from .laws import SCORER_LAWS as SCORER_LAWS
    from .laws import Breach as Breach
    from .laws import ContractError as ContractError
    from .laws import Law as Law
    from .recorder import HookCall as HookCall
    from .recorder import HookRecorder as HookRecorder
    from .strategies import cases as cases
    from .strategies import choices as choices
    from .strategies import estimates as estimates
    from .strategies import evaluations as evaluations
    from .strategies import invitations as invitations
    from .strategies import numbers as numbers
    from .strategies import ranges as ranges
    from .strategies import seekers as seekers

_NAMES = {
    "builders": ("a_seeker", "an_evaluation", "an_invitation", "isolated_evaluator"),
    "contract": ("check_gate", "check_scorer"),
    "laws": ("GATE_LAWS", "SCORER_LAWS", "Breach", "ContractError", "Law"),
    "recorder": ("HookCall", "HookRecorder"),
    "strategies": ("cases", "choices", "estimates", "evaluations", "invitations", "numbers", "ranges", "seekers"),
}
"""The public names by module. One is loaded when its name is first used, because pytest loads this package early."""

_HOMES = {name: module for module, names in _NAMES.items() for name in names}

# Type checkers, which cannot follow this, know the public names by the imports above.
__all__ = sorted(_HOMES)  # noqa: PLE0605  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
