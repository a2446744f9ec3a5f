"""Bookkeeping: where facts come from, what sources said differently, and that these records are sound."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from attrs import frozen

from ..errors import FieldError, short
from .guards import is_list, is_mapping

__all__ = [
    "MAX_ITEMS",
    "MAX_TEXT",
    "Disagreement",
    "mistakes_in_disagreements",
    "mistakes_in_read_from",
    "mistakes_in_texts",
    "revived",
]

MAX_TEXT = 2_000
"""The longest text that a field holds, in characters; longer is no name but an attack or a slip."""

MAX_ITEMS = 10_000
"""The most entries that a list or mapping of facts holds."""


@frozen
class Disagreement:
    """Two sources that say different things; the first is kept and the other one shown.

    Args:
        name: The field or quantity.
        kept: The value that counts, as plain data.
        kept_from: Where it was read; empty if a person gave it.
        other: The value that does not count, as plain data.
        other_from: Where that was read; empty if a person gave it.
    """

    name: str
    kept: Any
    kept_from: str
    other: Any
    other_from: str


def mistakes_in_texts(path: str, texts: object) -> Iterator[FieldError]:
    """Yield every mistake in a list of texts."""
    if not is_list(texts) or len(texts) > MAX_ITEMS:
        yield FieldError(path, texts, "a list of texts")
        return
    for index, item in enumerate(texts):
        if not isinstance(item, str) or len(item) > MAX_TEXT:
            yield FieldError(f"{path}[{index}]", item, f"text of at most {MAX_TEXT:,} characters")


def mistakes_in_read_from(read_from: object) -> Iterator[FieldError]:
    """Yield every mistake in what says where values were read."""
    if not is_mapping(read_from) or len(read_from) > MAX_ITEMS:
        yield FieldError("read_from", read_from, "for each name, where it was read")
        return
    for name, where in read_from.items():
        if not isinstance(name, str) or not isinstance(where, str) or len(where) > MAX_TEXT:
            yield FieldError(f"read_from[{short(name)}]", where, "where it was read, as text")


def mistakes_in_disagreements(items: object) -> Iterator[FieldError]:
    """Yield every mistake in a list of disagreements."""
    if not is_list(items) or len(items) > MAX_ITEMS:
        yield FieldError("disagreements", items, "a list of what two sources said differently")
        return
    for index, item in enumerate(items):
        if not isinstance(item, Disagreement) or not _all_texts(item.name, item.kept_from, item.other_from):
            yield FieldError(
                f"disagreements[{index}]", item, "an object with " + ", ".join(attrs.fields_dict(Disagreement))
            )


def _all_texts(*values: object) -> bool:
    return all(isinstance(value, str) for value in values)


def revived(item: Any) -> Any:
    """Turn a plain disagreement into an object; what is none stays as it is and is reported with all other mistakes."""
    try:
        return Disagreement(**item)
    except TypeError:
        return item
