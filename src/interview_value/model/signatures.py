"""The parameters of a function, read without evaluating its annotations."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from typing import Any

__all__ = ["parameters_of"]

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
