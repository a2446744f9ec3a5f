"""A page as rich prints it in a terminal. No text is taken for rich's own markup."""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from .page import Code, Items, Page, Paragraph, Part, Table
from .words import printable, printable_code

__all__ = ["page_rich"]

INDENT = (0, 0, 0, 2)
"""The padding of an entry or of code: top, right, bottom, left."""


def page_rich(page: Page) -> Group:
    """Return a page as something that rich prints."""
    lines = [Text(printable(page.title), style="bold"), *(Text(printable(line)) for line in page.lines)]
    parts = (renderable for part in page.parts for renderable in _part(part))
    last = (Text(f"\n{printable(page.last_line)}", style="dim"),) if page.details else ()
    return Group(*lines, *parts, *last)


def _part(part: Part) -> Iterator[RenderableType]:
    if isinstance(part, Paragraph):
        yield Text(f"\n{printable(part.text)}")
    elif isinstance(part, Table):
        yield from _table(part)
    elif isinstance(part, Code):
        yield Text(f"\n{part.heading}:")
        yield Padding(Text("\n".join(map(printable_code, part.lines)), style="dim"), INDENT)
    else:
        yield from _items(part)


def _items(items: Items) -> Iterator[RenderableType]:
    entries = map(printable, items.entries)
    if items.folded:
        yield Text(f"\n{items.heading}: {'; '.join(entries)}", style="dim")
        return
    yield Text(f"\n{items.heading}:")
    for entry in entries:
        yield Padding(Text(f"• {entry}"), INDENT)


def _table(table: Table) -> Iterator[RenderableType]:
    if table.brief:
        yield Text("")
    title = None if table.brief else Text(printable(table.caption))
    box, pad_edge = (None, False) if table.brief else (SIMPLE_HEAD, True)
    rich_table = RichTable(title=title, box=box, pad_edge=pad_edge, show_header=not table.brief, title_justify="left")
    for index, head in enumerate(table.heads):
        rich_table.add_column(Text(head), overflow="fold", justify="right" if index in table.numbers else "left")
    for row in table.brief_rows:
        rich_table.add_row(*(Text(printable(cell)) for cell in row))
    if table.foot:
        rich_table.add_section()
    for row in table.foot:
        rich_table.add_row(*(Text(printable(cell), style="bold") for cell in row))
    yield rich_table
