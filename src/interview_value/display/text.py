"""Text: a page as a person reads it in a terminal, wrapped to its width."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import zip_longest
from textwrap import fill, wrap

from .page import Code, Items, Page, Part, Table
from .words import printable, printable_code

__all__ = ["NARROWEST", "WIDTH", "page_text", "unbroken"]

WIDTH = 100
"""The width of a line, in characters."""

NARROWEST = 60
"""Characters of the narrowest page."""

FIRST, MIDDLE, LAST = 40, 32, 20
"""Characters: the most of the first column and of those between, and the least of the last one."""

GAP = "  "

unbroken: Callable[..., str] = partial(fill, break_long_words=False, break_on_hyphens=False)
"""Breaks lines between words alone, so that an address or a path can be copied."""


def page_text(page: Page, width: int = WIDTH) -> str:
    """Return a page as text.

    Args:
        page: What to show.
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
    """Yield a list; what is folded elsewhere runs on, to take less room."""
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
    for place, (name, first, *others) in enumerate(table.rows):
        starts = [f"{printable(name)}: {printable(first)}", *(f"  {printable(other)}" for other in others)]
        yield from [""] if place else []
        yield from (unbroken(start, width, subsequent_indent="    ") for start in starts)


def _table(table: Table, width: int) -> Iterator[str]:
    widths = _widths(table, width)
    yield f"{table.caption}:"
    yield from _row(table, table.heads, widths)
    for row in table.rows:
        yield from _row(table, row, widths)
    if table.foot:
        yield "-" * width
        for row in table.foot:
            yield from _row(table, row, widths)


def _widths(table: Table, width: int) -> list[int]:
    """Return the width of each column: as wide as its cells as far as there is room; the last takes the rest."""
    columns = zip(table.heads, *table.rows, *table.foot, strict=True)
    first, *middle, last = (max(map(len, map(printable, column))) for column in columns)
    widths = [min(first, FIRST), *(min(wide, MIDDLE) for wide in middle)]
    room = width - len(GAP) * len(widths)
    while sum(widths) > room - min(last, LAST):
        widths[widths.index(max(widths))] -= 1
    return [*widths, room - sum(widths)]


def _row(table: Table, row: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    """Yield the lines of a row, each cell broken within its column."""
    cells = [
        wrap(printable(cell), wide, break_on_hyphens=False) or [""] for cell, wide in zip(row, widths, strict=True)
    ]
    for line in zip_longest(*cells, fillvalue=""):
        padded = (
            f"{text:>{wide}}" if place in table.numbers else f"{text:<{wide}}"
            for place, (text, wide) in enumerate(zip(line, widths, strict=True))
        )
        yield GAP.join(padded)
