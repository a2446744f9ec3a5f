"""Admission: which plugins may take part, by what the caller and the environment say."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from ..errors import FieldError, is_collection

__all__ = ["ALLOW_VARIABLE", "BLOCK_VARIABLE", "Admission", "mistakes_in_names"]

ALLOW_VARIABLE = "INTERVIEW_VALUE_ALLOW"
"""Environment variable: the only installed plugins that may take part, by name or package, separated by commas."""

BLOCK_VARIABLE = "INTERVIEW_VALUE_BLOCK"
"""Environment variable: names of scorers, gates and plugins to leave out, separated by commas."""


@frozen
class Admission:
    """What may take part. The argument and the environment both have a say, and each can only shut out more.

    Args:
        block: Names of scorers, gates and plugins that the caller leaves out.
        allow: The only installed plugins that the caller admits, by name or package; None admits all.
    """

    block: frozenset[str]
    allow: frozenset[str] | None
    block_by_environment: frozenset[str] = field(init=False, factory=lambda: _named_by(BLOCK_VARIABLE) or frozenset())
    allow_by_environment: frozenset[str] | None = field(init=False, factory=lambda: _named_by(ALLOW_VARIABLE))

    @property
    def blocked(self) -> frozenset[str]:
        """All names that are left out."""
        return self.block | self.block_by_environment

    def why_blocked(self, name: str) -> str:
        """Say which block names a plugin; empty if none does."""
        if name in self.block:
            return "it is in block"
        return f"{BLOCK_VARIABLE} names it" if name in self.block_by_environment else ""

    def why_not_allowed(self, name: str, package: str) -> str:
        """Say which list of allowed plugins names neither an installed plugin nor its package; empty if it may."""
        for names, what in ((self.allow, "allow"), (self.allow_by_environment, ALLOW_VARIABLE)):
            if names is not None and name not in names and _same(package) not in map(_same, names):
                return f"{what} names neither it nor its package"
        return ""


def mistakes_in_names(argument: str, names: Any) -> Iterator[FieldError]:
    """Yield what is wrong with a collection of names that a caller gave.

    Args:
        argument: What the caller knows it by.
        names: What was given.
    """
    if isinstance(names, str) or not is_collection(names):
        yield FieldError(argument, names, "a collection of names, such as {'courtesy'}")
        return
    for name in names:
        if not isinstance(name, str) or not name.strip():
            yield FieldError(argument, name, "the name of a scorer, gate or plugin")


def _same(package: str) -> str:
    """Return a package's name as indexes compare it, whichever way it is spelt."""
    return re.sub(r"[-_.]+", "-", package).lower()


def _named_by(variable: str) -> frozenset[str] | None:
    """Return the names in a variable of the environment; None if it is not set, which is not the same as empty."""
    text = os.environ.get(variable)
    return None if text is None else frozenset(name for part in text.split(",") if (name := part.strip()))
