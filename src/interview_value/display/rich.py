"""Terminal: a page as rich shows it. Texts are texts: nothing in them is taken for rich's own markup."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .page import Code, Items, Page, Part, Table
from .words import printable, printable_code

if TYPE_CHECKING:
    from rich.console import Group, RenderableType

__all__ = ["page_rich"]


def page_rich(page: Page) -> Group:
    """Return a page as something that rich prints; needs rich, which is there if somebody asks for it."""
    from rich.console import Group
    from rich.text import Text

    lines = [Text(printable(page.title), style="bold"), *(Text(printable(line)) for line in page.lines)]
    return Group(*lines, *(shown for part in page.parts for shown in _part(part)))


def _part(part: Part) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    if isinstance(part, Table):
        yield from _table(part)
    elif isinstance(part, Code):
        yield Text(f"\n{part.heading}:")
        yield Padding(Text("\n".join(map(printable_code, part.lines)), style="dim"), (0, 0, 0, 2))
    else:
        yield from _items(part)


def _items(items: Items) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    entries = map(printable, items.entries)
    if items.folded:
        yield Text(f"\n{items.heading}: {'; '.join(entries)}", style="dim")
        return
    yield Text(f"\n{items.heading}:")
    for entry in entries:
        yield Padding(Text(f"• {entry}"), (0, 0, 0, 2))


def _table(table: Table) -> Iterator[RenderableType]:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(title=Text(printable(table.caption)), box=SIMPLE_HEAD, title_justify="left")
    for place, head in enumerate(table.heads):
        shown.add_column(Text(head), overflow="fold", justify="right" if place in table.numbers else "left")
    for row in table.rows:
        shown.add_row(*(Text(printable(cell)) for cell in row))
    if table.foot:
        shown.add_section()
    for row in table.foot:
        shown.add_row(*(Text(printable(cell), style="bold") for cell in row))
    yield shown
