"""Deprecation: what will go, by when, and what to do instead. All of it is declared here, in one table."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Mapping
from typing import Any

from attrs import frozen

__all__ = ["DEPRECATIONS", "Deprecation", "moved_name", "warn", "warning"]


@frozen
class Deprecation:
    """What is said of something that will go.

    Args:
        since: The version that deprecates it.
        removal: The version in which it goes.
        instead: What to do, as an order: "use `evaluate`".
        now: The present name, of a public name that has another now; empty of all else.
    """

    since: str
    removal: str
    instead: str
    now: str = ""


DEPRECATIONS: Mapping[str, Deprecation] = {}
"""All that is deprecated, by what a user calls it: ``"interview_value.Name"``, ``"Evaluator(argument=)"``, or the name
of a hook. Nothing is so far."""


def warning(what: str) -> DeprecationWarning:
    """Return the warning for something that will go; pluggy takes it as ``hookspec(warn_on_impl=…)``.

    Args:
        what: Its key among the deprecations.
    """
    told = DEPRECATIONS[what]
    return DeprecationWarning(f"{what} is deprecated since {told.since} and goes in {told.removal}: {told.instead}")


def warn(what: str, stacklevel: int = 2) -> None:
    """Warn of something that will go.

    Args:
        what: Its key among the deprecations.
        stacklevel: 2 for the caller of the function that warns, 3 for the caller of that, and so on.
    """
    warnings.warn(warning(what), stacklevel=stacklevel + 1)


def moved_name(package: str, name: str) -> Any:
    """Return what a public name stands for that has another now, and warn.

    Args:
        package: The package that is asked for it.
        name: The old name.

    Raises:
        AttributeError: It never had that name, or no longer.
    """
    told = DEPRECATIONS.get(f"{package}.{name}")
    if told is None or not told.now:
        raise AttributeError(f"module {package!r} has no attribute {name!r}")
    warn(f"{package}.{name}", stacklevel=3)
    return getattr(sys.modules[package], told.now)
