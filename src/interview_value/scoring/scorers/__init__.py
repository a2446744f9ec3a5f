"""The built-in scorers, one file each, offered through the same hook as anyone's. A new file is found by itself."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from ..criterion import Scorer

__all__ = ["BUILT_IN_SCORERS"]


def _scorers() -> tuple[Scorer[...], ...]:
    modules = [import_module(f"{__name__}.{name}") for name in sorted(module.name for module in iter_modules(__path__))]
    return tuple(value for module in modules for value in vars(module).values() if isinstance(value, Scorer))


BUILT_IN_SCORERS: tuple[Scorer[...], ...] = _scorers()
"""The scorers of the library, sorted by the names of their files."""
