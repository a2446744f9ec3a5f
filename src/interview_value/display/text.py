"""A page as text for a terminal, wrapped to its width at spaces alone, so that no word is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import zip_longest
from textwrap import fill, wrap

from .page import Code, Items, Page, Paragraph, Part, Table
from .words import printable, printable_code

__all__ = ["NARROWEST", "WIDTH", "cut_off", "fill_at_spaces", "page_text"]

WIDTH = 80
"""The width of a line unless another is asked for, characters."""

NARROWEST = 20
"""The least width of a page, characters."""

FIRST, MIDDLE, LAST = 40, 32, 20
"""Widths of columns, characters: the most of the first and of a middle one, and the least of the last."""

GAP = "  "

fill_at_spaces: Callable[..., str] = partial(fill, break_long_words=False, break_on_hyphens=False)
"""Fill a paragraph, breaking lines only at spaces, so that an address or a path can be copied."""


def cut_off(text: str, most: int) -> str:
    """Return a text on one line, the end left out if it has more than so many characters."""
    line = printable(text)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def page_text(page: Page, width: int = WIDTH) -> str:
    """Return a page as text.

    Args:
        page: The page.
        width: The longest line that has a space in it, in characters, at least 20.
    """
    return "\n".join(line.rstrip() for line in _lines(page, max(width, NARROWEST)))


def _lines(page: Page, width: int) -> Iterator[str]:
    for line in (page.title, *page.lines):
        yield fill_at_spaces(printable(line), width)
    for part in page.parts:
        yield from ("", *_part(part, width))
    if page.details is not None:
        yield from ("", fill_at_spaces(printable(page.last_line), width))


def _part(part: Part, width: int) -> Iterator[str]:
    if isinstance(part, Code):
        yield from (f"{part.heading}:", *(f"  {printable_code(line)}" for line in part.lines))
    elif isinstance(part, Items):
        yield from _items(part, width)
    elif isinstance(part, Paragraph):
        yield fill_at_spaces(printable(part.text), width)
    else:
        yield from _stacked(part, width) if part.stacked else _table(part, width)


def _items(items: Items, width: int) -> Iterator[str]:
    """Yield the paragraphs of a list; folded entries run on, to take less room."""
    entries = map(printable, items.entries)
    if items.folded:
        text = f"{items.heading}: {'; '.join(entries)}"
        yield fill_at_spaces(text, width, subsequent_indent="  ")
        return
    yield fill_at_spaces(f"{items.heading}:", width)
    for entry in entries:
        yield fill_at_spaces(entry, width, initial_indent="  - ", subsequent_indent="    ")


def _stacked(table: Table, width: int) -> Iterator[str]:
    """Yield the cells of each row below each other, rows a line apart."""
    for index, (name, first, *others) in enumerate(table.rows):
        if index:
            yield ""
        for cell in (f"{printable(name)}: {printable(first)}", *(f"  {printable(other)}" for other in others)):
            yield fill_at_spaces(cell, width, subsequent_indent="    ")


def _table(table: Table, width: int) -> Iterator[str]:
    """Yield the rows in columns; each below its name where the columns are too narrow for their words."""
    if not table.brief:
        yield fill_at_spaces(f"{printable(table.caption)}:", width)
    if (widths := _column_widths(table, width)) is None:
        yield from _rows_below_names(table, width)
        return
    heads = () if table.brief else (table.heads,)
    for row in (*heads, *table.brief_rows):
        yield from _row(table, row, widths)
    if table.foot:
        yield "-" * width
    for row in table.foot:
        yield from _row(table, row, widths)


def _column_widths(table: Table, width: int) -> list[int] | None:
    """Return the width of each column, characters; None if there is no room for the longest words.

    A column is as wide as its widest cell as far as there is room, and no narrower than its longest word; numbers are
    not broken, and the last column takes the rest.
    """
    heads = () if table.brief else (table.heads,)
    columns = [list(map(printable, cells)) for cells in zip(*heads, *table.rows, *table.foot, strict=True)]
    widest = [max(map(len, cells)) for cells in columns]
    words = [max((len(word) for cell in cells for word in cell.split()), default=0) for cells in columns]
    least = [widest[index] if index in table.numbers else word for index, word in enumerate(words)]
    most = [FIRST, *[MIDDLE] * (len(columns) - 2)]
    widths = [max(word, min(cell, limit)) for word, cell, limit in zip(least, widest, most, strict=False)]
    room = width - len(GAP) * len(widths)
    last = max(least[-1], min(widest[-1], LAST))
    while sum(widths) > room - last:
        shrinkable = [index for index, column in enumerate(widths) if column > least[index]]
        if not shrinkable:
            return None
        widths[max(shrinkable, key=widths.__getitem__)] -= 1
    return [*widths, room - sum(widths)]


def _rows_below_names(table: Table, width: int) -> Iterator[str]:
    """Yield each row as its name and, below it, its other cells with the names of their columns."""
    for name, *cells in (*table.rows, *table.foot):
        yield fill_at_spaces(printable(name), width, subsequent_indent="  ")
        for head, cell in zip(table.heads[1:], cells, strict=True):
            if cell:
                text = printable(cell if table.brief else f"{head}: {cell}")
                yield fill_at_spaces(text, width, initial_indent="  ", subsequent_indent="    ")


def _row(table: Table, row: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    """Yield the lines of a row, each cell broken within its column."""
    cells = [
        wrap(printable(cell), column, break_long_words=False, break_on_hyphens=False) or [""]
        for cell, column in zip(row, widths, strict=True)
    ]
    for line in zip_longest(*cells, fillvalue=""):
        padded = (
            f"{text:>{column}}" if index in table.numbers else f"{text:<{column}}"
            for index, (text, column) in enumerate(zip(line, widths, strict=True))
        )
        yield GAP.join(padded)
