"""Page: a scorer or gate by itself, with what it reads and its code."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from ..display.page import Code, Items, Page
from ..model.page import measure
from ..model.quantity import Quantity

__all__ = ["code_of", "criterion_page"]

MAX_CODE = 10_000
"""The longest source code that is kept, in characters."""


def criterion_page(
    title: str, lines: tuple[str, ...], reads: Mapping[str, Quantity], function: Callable[..., Any]
) -> Page:
    """Return the page that shows a scorer or gate.

    Args:
        title: Its name and what it is.
        lines: What is said of it; empty ones are left out.
        reads: The quantities that it reads, by name.
        function: Its function.
    """
    code = Code("Its code", tuple(code_of(function).splitlines()))
    measures = Items("What it reads", tuple(f"{name}: {measure(quantity)}" for name, quantity in reads.items()))
    return Page(title, tuple(filter(None, lines)), (measures, code))


def code_of(function: Callable[..., Any]) -> str:
    """Return the source code of a function; empty if it is not at hand."""
    try:
        return inspect.getsource(function)[:MAX_CODE]
    except (OSError, TypeError):  # typed into a prompt, or compiled
        return ""
