"""Plain: JSON that may hold anything, taken apart within bounds, with every mistake kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard, cast

import interview_value as iv

__all__ = ["Mistakes", "as_list", "as_object", "as_text", "entries", "texts"]

MAX_ENTRIES = 1_000
"""The most entries of one list that are looked at; no career and no job has so many."""

MAX_TEXT = 200
"""The longest name that is kept, in characters; what is longer is cut."""

MAX_NOTES = 20
"""The most mistakes that are told one by one."""

UNWANTED = re.compile("[\x00-\x20\x7f-\xa0\u200b\u200e\u200f\u2028-\u202f\u2066-\u2069\ufeff\ud800-\udfff]+")
"""Spaces, control characters and marks that turn the direction of writing: none belongs in a name but as one space."""


class Mistakes:
    """The mistakes found in one source so far, in the order in which they were found."""

    def __init__(self) -> None:
        self.found: list[iv.errors.FieldError] = []

    def add(self, path: str, value: object, allowed: str) -> None:
        """Keep a mistake.

        Args:
            path: Where the value stands, such as ``"work[0].startDate"``.
            value: The value as it was given.
            allowed: What would be accepted.
        """
        self.found.append(iv.errors.FieldError(path, value, allowed))

    @property
    def notes(self) -> tuple[str, ...]:
        """The mistakes as notes, each a line; of very many, the first and how many more there are."""
        told = tuple(_clean(str(mistake), 500) for mistake in self.found[:MAX_NOTES])
        more = len(self.found) - len(told)
        return (*told, f"and {more:,} more that cannot be used") if more > 0 else told


def as_object(value: object) -> Mapping[str, Any] | None:
    """Return the value if it is a JSON object, else None."""
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else None


def as_list(value: object) -> list[Any] | None:
    """Return the value if it is a JSON list, else None."""
    return value if _is_list(value) else None


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def as_text(value: object) -> str | None:
    """Return the value as a text on one line of at most 200 characters, or None if it is none or blank."""
    return _clean(value, MAX_TEXT) or None if isinstance(value, str) else None


def entries(data: Mapping[str, Any], name: str, mistakes: Mistakes) -> Iterator[tuple[str, Any]]:
    """Yield each entry of a list with its path; a list that is absent or null has none.

    Args:
        data: The object that has the list.
        name: The list's name.
        mistakes: Takes in what is wrong.
    """
    given = data.get(name)
    if given is None:
        return
    if (listed := as_list(given)) is None:
        mistakes.add(name, given, "a list")
        return
    if len(listed) > MAX_ENTRIES:
        mistakes.add(name, f"{len(listed):,} entries", f"at most {MAX_ENTRIES:,}; the rest was left out")
    for number, entry in enumerate(listed[:MAX_ENTRIES]):
        yield f"{name}[{number}]", entry


def texts(value: object, path: str, mistakes: Mistakes) -> Iterator[str]:
    """Yield the names in a text or in a list of texts; a comma or semicolon stands between two names.

    Args:
        value: What was given; None holds no names.
        path: Where it stands.
        mistakes: Takes in what is wrong.
    """
    listed = as_list(value)
    for number, item in enumerate([value] if listed is None else listed[:MAX_ENTRIES]):
        if isinstance(item, str):
            parts = re.split("[,;]", item[: MAX_TEXT * 10])
            yield from filter(None, map(as_text, parts))
        elif item is not None or listed is not None:
            mistakes.add(path if listed is None else f"{path}[{number}]", item, "text")


def _clean(text: str, limit: int) -> str:
    # Cut first as well, so that a text of megabytes costs nothing.
    return UNWANTED.sub(" ", text[: 4 * limit]).strip()[:limit].strip()
