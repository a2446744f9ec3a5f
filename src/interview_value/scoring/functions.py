"""Functions: what is known of a scorer's, gate's or prior's function without calling it: its arguments and its code."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any

from ..errors import FieldError, SignatureError, nearest_name
from ..model.signatures import parameters_of

__all__ = ["argument_names", "code_of", "name_of"]

NOT_AT_ONCE = (inspect.iscoroutinefunction, inspect.isgeneratorfunction, inspect.isasyncgenfunction)
"""Each tells of a function whether calling it returns something else than its answer, which comes later if at all."""

MAX_CODE = 10_000
"""The longest source code that is kept, in characters."""


def code_of(function: Callable[..., Any]) -> str:
    """Return the source code of a function; empty if there is none, as of what was typed into a prompt or compiled."""
    try:
        return inspect.getsource(function)[:MAX_CODE]
    except (OSError, TypeError):
        return ""


def argument_names(function: Callable[..., Any], owner: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """Return the names of a function's arguments, each of which must be allowed and possible to supply by position.

    Args:
        function: The function.
        owner: The scorer, gate or quantity that has it, for errors.
        allowed: The names that arguments may have.
    """
    allowed = tuple(allowed)
    try:
        parameters = parameters_of(function)
    except (TypeError, ValueError):  # nothing that can be called, or a type that says nothing of its arguments
        raise FieldError(f"{owner}.function", function, "a function whose arguments can be looked at") from None
    if any(is_kind(function) for is_kind in NOT_AT_ONCE):
        raise FieldError(f"{owner}.function", function, "a function that returns its answer, no async one or generator")
    for parameter in parameters:
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD, parameter.KEYWORD_ONLY):
            raise SignatureError(owner, str(parameter), "cannot be supplied; name each quantity as a plain argument")
        if parameter.default is not parameter.empty:
            raise SignatureError(owner, parameter.name, "has a default, but what is unknown takes its prior; remove it")
        if parameter.name not in allowed:
            raise SignatureError(
                owner,
                parameter.name,
                "is no quantity of the library and is not among those that are declared in quantities=",
                nearest_name(parameter.name, allowed),
            )
    return tuple(parameter.name for parameter in parameters)


def name_of(function: Callable[..., Any]) -> str:
    """Return the name of a function; that of its type for a callable object without a name of its own."""
    return str(getattr(function, "__name__", function.__class__.__name__))
