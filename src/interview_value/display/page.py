"""The page of an object: title, paragraphs, tables, lists and code, independent of the output format."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from attrs import field, frozen

__all__ = ["Code", "Items", "Page", "Part", "Table"]


@frozen
class Table:
    """A table. The first cell of each row names the row.

    Args:
        caption: The title of the table.
        heads: The names of the columns.
        rows: The cells of each row.
        foot: Rows that sum up the others.
        numbers: The indices of columns of numbers, which are aligned to the right.
        sizes: For each row the value of its first number, from which HTML draws a bar; empty for no bars.
        stacked: Whether text writes the cells of a row below each other, because they are sentences.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[tuple[str, ...], ...] = ()
    numbers: tuple[int, ...] = ()
    sizes: tuple[float, ...] = ()
    stacked: bool = False

    def __bool__(self) -> bool:
        return bool(self.rows)


@frozen
class Items:
    """A list with a heading.

    Args:
        heading: The heading.
        entries: The entries.
        folded: Whether the entries are details: HTML folds them, text and rich run them on.
    """

    heading: str
    entries: tuple[str, ...]
    folded: bool = False

    def __bool__(self) -> bool:
        return bool(self.entries)


@frozen
class Code:
    """Source code, which HTML folds.

    Args:
        heading: The heading.
        lines: The lines with their indentation.
    """

    heading: str
    lines: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.lines)


Part: TypeAlias = "Table | Items | Code"


def _without_empty(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(filter(None, parts))


@frozen
class Page:
    """Everything that is shown of an object.

    Args:
        title: The most important sentence.
        lines: The paragraphs between the title and the parts.
        parts: Tables, lists and code, in order; those that are empty are left out.
    """

    title: str
    lines: tuple[str, ...] = ()
    parts: tuple[Part, ...] = field(default=(), converter=_without_empty)
