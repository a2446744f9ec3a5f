"""A page as text for a terminal, wrapped to its width."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import zip_longest
from textwrap import fill, wrap

from .page import Code, Items, Page, Part, Table
from .words import printable, printable_code

__all__ = ["NARROWEST", "WIDTH", "fill_at_spaces", "page_text"]

WIDTH = 100
"""The width of a line unless another is asked for, characters."""

NARROWEST = 60
"""The least width of a page, characters."""

FIRST, MIDDLE, LAST = 40, 32, 20
"""Widths of columns, characters: the most of the first and of a middle one, and the least of the last."""

GAP = "  "

fill_at_spaces: Callable[..., str] = partial(fill, break_long_words=False, break_on_hyphens=False)
"""Fill a paragraph, breaking lines only at spaces, so that an address or a path can be copied."""


def page_text(page: Page, width: int = WIDTH) -> str:
    """Return a page as text.

    Args:
        page: The page.
        width: The longest line that can be broken, in characters, at least 60.
    """
    return "\n".join(line.rstrip() for line in _lines(page, max(width, NARROWEST)))


def _lines(page: Page, width: int) -> Iterator[str]:
    for line in (page.title, *page.lines):
        yield fill(printable(line), width, break_long_words="://" not in line, break_on_hyphens=False)
    for part in page.parts:
        yield from ("", *_part(part, width))


def _part(part: Part, width: int) -> Iterator[str]:
    if isinstance(part, Code):
        yield from (f"{part.heading}:", *(f"  {printable_code(line)}" for line in part.lines))
    elif isinstance(part, Items):
        yield from _items(part, width)
    else:
        yield from _stacked(part, width) if part.stacked else _table(part, width)


def _items(items: Items, width: int) -> Iterator[str]:
    """Yield the paragraphs of a list; folded entries run on, to take less room."""
    entries = map(printable, items.entries)
    if items.folded:
        text = f"{items.heading}: {'; '.join(entries)}"
        yield fill(text, width, subsequent_indent="  ", break_on_hyphens=False)
        return
    yield f"{items.heading}:"
    for entry in entries:
        # Addresses of sources are not broken at hyphens, so that they can be copied.
        yield fill(entry, width, initial_indent="  - ", subsequent_indent="    ", break_on_hyphens=False)


def _stacked(table: Table, width: int) -> Iterator[str]:
    """Yield the cells of each row below each other, rows a line apart."""
    for index, (name, first, *others) in enumerate(table.rows):
        if index:
            yield ""
        for cell in (f"{printable(name)}: {printable(first)}", *(f"  {printable(other)}" for other in others)):
            yield fill_at_spaces(cell, width, subsequent_indent="    ")


def _table(table: Table, width: int) -> Iterator[str]:
    widths = _column_widths(table, width)
    yield f"{table.caption}:"
    for row in (table.heads, *table.rows):
        yield from _row(table, row, widths)
    if table.foot:
        yield "-" * width
    for row in table.foot:
        yield from _row(table, row, widths)


def _column_widths(table: Table, width: int) -> list[int]:
    """Return the width of each column, characters.

    A column is as wide as its widest cell as far as there is room; the last one takes the rest.
    """
    columns = zip(table.heads, *table.rows, *table.foot, strict=True)
    first, *middle, last = (max(map(len, map(printable, column))) for column in columns)
    widths = [min(first, FIRST), *(min(column, MIDDLE) for column in middle)]
    room = width - len(GAP) * len(widths)
    while sum(widths) > room - min(last, LAST):
        widths[widths.index(max(widths))] -= 1
    return [*widths, room - sum(widths)]


def _row(table: Table, row: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    """Yield the lines of a row, each cell broken within its column."""
    cells = [
        wrap(printable(cell), column, break_on_hyphens=False) or [""] for cell, column in zip(row, widths, strict=True)
    ]
    for line in zip_longest(*cells, fillvalue=""):
        padded = (
            f"{text:>{column}}" if index in table.numbers else f"{text:<{column}}"
            for index, (text, column) in enumerate(zip(line, widths, strict=True))
        )
        yield GAP.join(padded)
