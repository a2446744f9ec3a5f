"""A value on which two merged sources differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from attrs import field, frozen

from ..display.plain import Plain
from ..errors import FieldError, is_list
from .fields import MAX_ITEMS

__all__ = ["Disagreement", "check_disagreements", "disagreement_of"]


def _read_only(value: Any) -> Any:
    return tuple(value) if is_list(value) else value


@frozen
class Disagreement(Plain):
    """Two sources that say different things; the first is kept and the other one shown.

    Args:
        name: The field or quantity.
        kept: The value that counts, as plain data.
        kept_from: Where it was read; empty if a person gave it.
        other: The value that does not count, as plain data.
        other_from: Where that was read; empty if a person gave it.
    """

    name: str
    # An entry of a calendar, as plain data, cannot be hashed.
    kept: Any = field(converter=_read_only, hash=False)  # pyright: ignore[reportUnknownVariableType]
    kept_from: str
    other: Any = field(converter=_read_only, hash=False)  # pyright: ignore[reportUnknownVariableType]
    other_from: str


def disagreement_of(plain: Any) -> Any:
    """Convert plain data to a `Disagreement`; return anything else unchanged, for `check_disagreements` to report."""
    try:
        return Disagreement(**plain)
    except TypeError:
        return plain


def check_disagreements(name: str, items: object) -> Iterator[FieldError]:
    """Yield the mistakes in a list of disagreements."""
    if not is_list(items) or len(items) > MAX_ITEMS:
        yield FieldError(name, items, "a list of what two sources said differently")
        return
    for index, item in enumerate(items):
        if not isinstance(item, Disagreement) or not all(
            isinstance(words, str) for words in (item.name, item.kept_from, item.other_from)
        ):
            yield FieldError(f"{name}[{index}]", item, "an object with " + ", ".join(attrs.fields_dict(Disagreement)))
