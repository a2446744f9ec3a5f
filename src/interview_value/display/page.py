"""Page: what is shown of a thing, before it becomes text, HTML, Markdown or a picture of a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from attrs import field, frozen

__all__ = ["Code", "Items", "Page", "Part", "Table"]


@frozen
class Table:
    """A table. The first cell of each row names the row.

    Args:
        caption: What it is about.
        heads: The names of the columns.
        rows: The cells of each row.
        foot: Rows that sum up the others.
        numbers: The places of columns that are numbers, which stand to the right.
        sizes: For each row, how much the first number is, with its sign, for those who would rather look than read.
        stacked: Whether the cells of a row stand below each other where there is little room, as they are sentences.
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
        heading: What it is a list of.
        entries: What is in it.
        folded: Whether it is only wanted by those who look closer.
    """

    heading: str
    entries: tuple[str, ...]
    folded: bool = False

    def __bool__(self) -> bool:
        return bool(self.entries)


@frozen
class Code:
    """Source code, folded.

    Args:
        heading: Whose code it is.
        lines: The lines, indented as they are.
    """

    heading: str
    lines: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.lines)


Part: TypeAlias = "Table | Items | Code"


def _filled(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(filter(None, parts))


@frozen
class Page:
    """All that is shown of a thing.

    Args:
        title: The most important sentence.
        lines: What else is said before the parts, a paragraph each.
        parts: Tables, lists and code, in order; those that are empty are left out.
    """

    title: str
    lines: tuple[str, ...] = ()
    parts: tuple[Part, ...] = field(default=(), converter=_filled)
