"""The parameters of a function, and answers to a call that names an argument wrongly or not at all."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from ..errors import FieldError, UnknownFieldError, nearest_name

__all__ = ["answering", "answering_class", "mistakes_in_arguments", "parameters_of"]

P = ParamSpec("P")
T = TypeVar("T")
Class = TypeVar("Class", bound=type)

# From Python 3.14 on, annotations are evaluated when somebody looks, which fails for a name that is imported for type
# checkers only. 4 is annotationlib.Format.STRING, which leaves them as they are written.
UNEVALUATED: dict[str, Any] = {"annotation_format": 4} if sys.version_info >= (3, 14) else {}


def parameters_of(function: Callable[..., Any]) -> tuple[inspect.Parameter, ...]:
    """Return the parameters of a function, in their order.

    Raises:
        TypeError: It cannot be called.
        ValueError: It says nothing of its parameters, as some types of the standard library.
    """
    return tuple(inspect.signature(function, **UNEVALUATED).parameters.values())


def answering(function: Callable[P, T]) -> Callable[P, T]:
    """Let a function answer a misspelt argument with the nearest, and one without its name with how to name it.

    The error is an `UnknownFieldError`, which is a `TypeError` too.
    """
    parameters = parameters_of(function)
    names = [parameter.name for parameter in parameters if parameter.name != "self"]
    named_only = [parameter.name for parameter in parameters if parameter.kind is parameter.KEYWORD_ONLY]
    most = len(parameters) - len(named_only)
    known = frozenset(names)

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        if kwargs.keys() <= known and len(args) <= most:
            return function(*args, **kwargs)
        called = function.__qualname__.removesuffix(".__init__")
        example = (named_only or names)[0]
        mistakes = mistakes_in_arguments(called, "argument", names, example, args[most:], kwargs)
        raise UnknownFieldError(f"call of {called}", mistakes)

    return call


def answering_class(cls: Class) -> Class:
    """Let the constructor of a class answer as `answering` says."""
    cls.__init__ = answering(cls.__init__)  # type: ignore[misc]
    return cls


def mistakes_in_arguments(
    owner: str, kind: str, names: Sequence[str], example: str, unnamed: Sequence[Any], named: Mapping[str, Any]
) -> list[FieldError]:
    """Return the mistakes in how the arguments of a call are named.

    Args:
        owner: What is called, or whose fields are set.
        kind: ``"argument"`` or ``"field"``.
        names: The names that there are.
        example: The one that shows how an argument is named.
        unnamed: The arguments that should have a name and have none.
        named: The arguments that have a name.
    """
    mistakes = [FieldError(f"{kind}s", value, f"{kind}s by their names, as in {example}=…") for value in unnamed]
    for name in [name for name in named if name not in names]:
        nearest = nearest_name(name, names)
        which = "" if nearest else f": {', '.join(names)}"
        article = "an" if kind == "argument" else "a"
        mistakes.append(FieldError(name, named[name], f"{article} {kind} of {owner}{which}", nearest))
    return mistakes
