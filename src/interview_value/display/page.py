"""The page of an object: title, paragraphs, tables, lists, code and details, independent of the output format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from attrs import evolve, field, frozen

from .language import say

__all__ = ["Code", "Details", "Items", "Page", "Paragraph", "Part", "Table"]


@frozen
class Paragraph:
    """A few sentences.

    Args:
        text: The sentences.
    """

    text: str

    def __bool__(self) -> bool:
        return bool(self.text)


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
        brief: Whether text writes the rows alone, without caption and heads, and a first cell only where it differs
            from that of the row before.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[tuple[str, ...], ...] = ()
    numbers: tuple[int, ...] = ()
    sizes: tuple[float, ...] = ()
    stacked: bool = False
    brief: bool = False

    def __bool__(self) -> bool:
        return bool(self.rows)

    @property
    def brief_rows(self) -> Iterator[tuple[str, ...]]:
        """The rows, without the first cell where it is that of the row before, if the table is brief."""
        before = None
        for first, *others in self.rows:
            yield "" if self.brief and first == before else first, *others
            before = first


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


Part: TypeAlias = "Paragraph | Table | Items | Code"


def _without_empty(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(filter(None, parts))


@frozen
class Details:
    """What stands behind a page: HTML folds it, the other forms name the way to see it.

    Args:
        heading: What there is to see, in one sentence or more; may be empty.
        way: The call or the option that shows it.
        parts: Tables, lists and code, in order; those that are empty are left out.
    """

    heading: str
    way: str
    parts: tuple[Part, ...] = field(converter=_without_empty)


@frozen
class Page:
    """Everything that is shown of an object.

    Args:
        title: The most important sentence.
        lines: The paragraphs between the title and the parts.
        parts: Paragraphs, tables, lists and code, in order; those that are empty are left out.
        details: What stands behind it, if it is not all on the page.
    """

    title: str
    lines: tuple[str, ...] = ()
    parts: tuple[Part, ...] = field(default=(), converter=_without_empty)
    details: Details | None = None

    @property
    def last_line(self) -> str:
        """What there is to see beyond the page, and the way to it; empty if the page is all."""
        if self.details is None:
            return ""
        way = say("To see everything: {way}", way=self.details.way)
        return " ".join(filter(None, (self.details.heading, way)))

    def with_way(self, way: str) -> Page:
        """Return the page for a place where its details are seen in another way, such as by ``--why``."""
        return self if self.details is None else evolve(self, details=evolve(self.details, way=way))
