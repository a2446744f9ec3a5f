"""HTML: a page for a notebook. Real tables, no script, no style sheet, no colour of its own; everything escaped.

What an untrusted notebook leaves of it still reads well: tables, `<details>` and `<meter>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from .page import Code, Items, Page, Part, Table
from .words import printable, printable_code

__all__ = ["page_html"]

LONG = re.compile(r"(\w_|\S{24})(?=\S)")
"""After this a line may be broken, so that names and addresses fit a telephone: in names, and in what never ends."""

LEFT = ' style="text-align:left"'
"""For words in a table, which some notebooks put to the right."""


def page_html(page: Page) -> str:
    """Return a page as a piece of HTML that a notebook shows, trusted or not.

    It has no colours of its own, so that it is read in light and dark alike; + and − stand in the text.
    """
    return "".join(_pieces(page))


def _pieces(page: Page) -> Iterator[str]:
    yield f"<div><p><strong>{_safe(page.title)}</strong>"
    yield from (f"<br>{_safe(line)}" for line in page.lines)
    yield "</p>"
    for part in page.parts:
        yield from _part(part)
    yield "</div>"


def _part(part: Part) -> Iterator[str]:
    if isinstance(part, Table):
        yield from _table(part)
    else:
        yield from _code(part) if isinstance(part, Code) else _items(part)


def _table(table: Table) -> Iterator[str]:
    yield f"<table><caption>{_safe(table.caption)}</caption><thead><tr>"
    for place, head in enumerate(table.heads):
        yield f'<th scope="col"{_side(table, place)}>{_safe(head)}</th>'
    yield "</tr></thead><tbody>"
    most = max(map(abs, table.sizes), default=0.0)
    meters = [_meter(size, most) for size in table.sizes] if most else [""] * len(table.rows)
    for row, meter in zip(table.rows, meters, strict=True):
        yield from _row(table, row, meter)
    yield "</tbody>"
    if table.foot:
        yield "<tfoot>"
        for row in table.foot:
            yield from _row(table, row, "")
        yield "</tfoot>"
    yield "</table>"


def _row(table: Table, row: tuple[str, ...], meter: str) -> Iterator[str]:
    """Yield a row; the bar stands below its first number, where it takes no width from the words."""
    name, first, *others = row
    yield f'<tr><th scope="row"{LEFT}>{_safe(name)}</th>'
    yield _cell(table, 1, _safe(first) + meter)
    yield from (_cell(table, place, _safe(cell)) for place, cell in enumerate(others, start=2))
    yield "</tr>"


def _cell(table: Table, place: int, html: str) -> str:
    return f"<td{_side(table, place) if html else ''}>{html}</td>"


def _side(table: Table, place: int) -> str:
    return "" if place in table.numbers else LEFT


def _meter(size: float, most: float) -> str:
    """Return a bar; one for what counts against going is in the browser's colour for what is bad."""
    against = "" if size >= 0 else " low=0 high=0 optimum=0"
    return f"<br><meter style=width:3em max={most:.3g} value={abs(size):.3g}{against}></meter>"


def _items(items: Items) -> Iterator[str]:
    entries = "".join(f"<li>{_safe(entry)}</li>" for entry in items.entries)
    if items.folded:
        heading = f"{_safe(items.heading)} ({len(items.entries)})"
        yield f"<details><summary>{heading}</summary><ul>{entries}</ul></details>"
    else:
        yield f"<p>{_safe(items.heading)}:</p><ul>{entries}</ul>"


def _code(code: Code) -> Iterator[str]:
    lines = escape("\n".join(map(printable_code, code.lines)))
    yield f"<details><summary>{_safe(code.heading)}</summary><pre>{lines}</pre></details>"


def _safe(text: str) -> str:
    # What is printable has no NUL, so that it can stand for a place to break until all else is escaped.
    return escape(LONG.sub("\\1\0", printable(text))).replace("\0", "<wbr>")
