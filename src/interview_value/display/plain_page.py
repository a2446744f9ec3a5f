"""The page of plain data, for what has no page of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..errors import is_list, is_mapping
from .page import Page, Part, Table
from .words import in_full

__all__ = ["plain_page"]


def plain_page(kind: str, data: Mapping[str, Any]) -> Page:
    """Return a page with a table of the values, and a further table for each list of objects.

    Args:
        kind: The name of the class.
        data: Its plain data.
    """
    lists = {name: value for name, value in data.items() if _is_list_of_objects(value)}
    rows = tuple((_words(name), _text(value)) for name, value in data.items() if name not in lists)
    title = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).capitalize()
    parts: list[Part] = [Table("What it says", ("Name", "Value"), rows)]
    return Page(title, parts=(*parts, *(_table(name, items) for name, items in lists.items())))


def _is_list_of_objects(value: object) -> bool:
    return is_list(value) and bool(value) and is_mapping(value[0])


def _table(name: str, items: Sequence[Mapping[str, Any]]) -> Table:
    names = list(dict.fromkeys(name for item in items for name in item))
    rows = tuple(tuple(_text(item.get(name)) for name in names) for item in items)
    return Table(_words(name).capitalize(), tuple(map(_words, names)), rows)


def _words(name: str) -> str:
    return name.replace("_", " ")


def _text(value: Any) -> str:
    if is_mapping(value):
        return ", ".join(f"{_words(name)} {_text(item)}" for name, item in value.items()) or "none"
    if is_list(value):
        return ", ".join(map(_text, value)) or "none"
    if value is None or isinstance(value, bool):
        return {None: "none", True: "yes", False: "no"}[value]
    return in_full(value, 3) if isinstance(value, float) else str(value) or "none"
