"""InvitationDraft: the values read from one source so far, each with where it was read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..model.fields import MAX_TEXT
from ..model.invitation import Invitation
from .text import clean

__all__ = ["InvitationDraft"]

PROPERTY = re.compile(r"\b[A-Z]+(?:-[A-Z]+)*\b")


class InvitationDraft:
    """An invitation that is being read: its values, where each was read, and notes for a person.

    Args:
        source: The source's name, as `read_from` shall give it.
        names: What the source itself calls properties that the reader calls otherwise, by the reader's names.
    """

    def __init__(self, source: str, names: Mapping[str, str] | None = None) -> None:
        self.source: str = clean(source, 200) or "source"
        self.names: Mapping[str, str] = names or {}
        self.values: dict[str, Any] = {}
        self.read_from: dict[str, str] = {}
        self.notes: list[str] = []

    def add(self, field: str, value: Any, where: str) -> None:
        """Keep the value of a field and where it was read; None is no value and changes nothing.

        Args:
            field: A field of Invitation, or a quantity.
            value: Its value.
            where: The property within the source, such as ``"DTSTART"``.
        """
        if value is not None:
            self.values[field] = value
            self.read_from[field] = f"{self.source}: {self.called(where)}"

    def called(self, text: str) -> str:
        """Return a text in which properties have the names that the source gives them."""
        return PROPERTY.sub(lambda match: self.names.get(match[0], match[0]), text) if self.names else text

    def note(self, text: str) -> None:
        """Add a note: something that a person should know about how the values were read."""
        self.notes.append(text[:MAX_TEXT])

    def invitation(self, quantities: Mapping[str, Any] | None = None) -> Invitation:
        """Return the invitation.

        Args:
            quantities: The values of quantities that are no fields of Invitation.

        Raises:
            InvalidInputError: A value cannot be used.
        """
        notes = tuple(dict.fromkeys(self.notes))
        return Invitation(**self.values, quantities=quantities or {}, read_from=self.read_from, notes=notes)
