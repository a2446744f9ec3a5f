"""Findings: the values found in one source so far, each with where it was found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeGuard

from ..model.fields import MAX_TEXT
from ..model.invitation import Invitation

__all__ = ["Findings", "clean", "is_list"]

# Control characters, the marks that turn the direction of writing, and halves of surrogate pairs: none of
# them belongs in a name, and each can deceive a reader or break a program further on.
UNWANTED = re.compile("[\x00-\x20\x7f-\xa0\u200b\u200e\u200f\u2028-\u202f\u2066-\u2069\ufeff\ud800-\udfff]+")

PROPERTY = re.compile(r"\b[A-Z]+(?:-[A-Z]+)*\b")


def clean(text: object, limit: int = MAX_TEXT) -> str | None:
    """Return a text on one line without control characters, or None if nothing is left.

    Args:
        text: What was found; its ``str()`` counts.
        limit: Where it is cut, in characters.
    """
    # Cut first as well, so that a text of megabytes costs nothing.
    return UNWANTED.sub(" ", str(text)[: 4 * limit]).strip()[:limit].strip() or None


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a value is a list, of whatever."""
    return isinstance(value, list)


class Findings:
    """What was found in a source, on the way to an Invitation.

    Args:
        source: The source's name, as `read_from` shall say it.
        names: What the source itself calls the properties, where these are not the names that the reader uses.
    """

    def __init__(self, source: str, names: Mapping[str, str] | None = None) -> None:
        self.source: str = clean(source, 200) or "source"
        self.names: Mapping[str, str] = names or {}
        self.values: dict[str, Any] = {}
        self.read_from: dict[str, str] = {}
        self.notes: list[str] = []

    def add(self, field: str, value: Any, where: str) -> None:
        """Keep a value and where it was found; None is not a value.

        Args:
            field: A field of Invitation.
            value: What it holds.
            where: The property within the source, such as ``"DTSTART"``.
        """
        if value is not None:
            self.values[field] = value
            self.read_from[field] = f"{self.source}: {self.called(where)}"

    def called(self, text: str) -> str:
        """Return a text in which properties have the names that the source gives them."""
        return PROPERTY.sub(lambda match: self.names.get(match[0], match[0]), text) if self.names else text

    def note(self, text: str) -> None:
        """Keep what a person should know about how the values were come by."""
        self.notes.append(text[:MAX_TEXT])

    def invitation(self) -> Invitation:
        """Return the invitation that these findings make."""
        return Invitation(**self.values, read_from=self.read_from, notes=tuple(dict.fromkeys(self.notes)))
