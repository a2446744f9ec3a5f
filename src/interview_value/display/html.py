"""A page as HTML for a notebook.

It has real tables, no script, no style sheet and no colour of its own, and everything is escaped. What an untrusted
notebook leaves of it still reads well: tables, `<details>` and `<meter>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from .language import say, spoken
from .page import Details, Items, Page, Paragraph, Part, Table
from .words import printable, printable_code

__all__ = ["page_html"]

BREAK_AFTER = re.compile(r"(\w_|\S{24})(?=\S)")
"""After this a line may be broken, so that names and addresses fit a telephone: an underscore, or 24 characters."""

LEFT = ' style="text-align:left"'
"""Alignment of words in a table, which some notebooks put to the right."""


def page_html(page: Page) -> str:
    """Return a page as a piece of HTML that a notebook shows, trusted or not.

    It has no colours of its own, so that it is read in light and dark alike; + and − stand in the text. It names its
    language, so that a screen reader takes the voice for it on a page in another.
    """
    lines = "".join(f"<br>{_safe(line)}" for line in page.lines)
    parts = "".join(map(_part, page.parts))
    details = _details(page.details) if page.details else ""
    return f'<div lang="{spoken()}"><p><strong>{_safe(page.title)}</strong>{lines}</p>{parts}{details}</div>'


def _details(details: Details) -> str:
    summary = " ".join(filter(None, (details.heading, say("See everything"))))
    return f"<details><summary>{_safe(summary)}</summary>{''.join(map(_part, details.parts))}</details>"


def _part(part: Part) -> str:
    if isinstance(part, Paragraph):
        return f"<p>{_safe(part.text)}</p>"
    if isinstance(part, Table):
        return _table(part)
    if isinstance(part, Items):
        return _items(part)
    lines = escape("\n".join(map(printable_code, part.lines)))
    return f"<details><summary>{_safe(part.heading)}</summary><pre>{lines}</pre></details>"


def _table(table: Table) -> str:
    heads = (f'<th scope="col"{_align(table, index)}>{_safe(head)}</th>' for index, head in enumerate(table.heads))
    longest = max(map(abs, table.sizes), default=0.0)
    meters = [_meter(size, longest) for size in table.sizes] if longest else [""] * len(table.rows)
    rows = (_row(table, row, meter) for row, meter in zip(table.rows, meters, strict=True))
    foot = "".join(_row(table, row) for row in table.foot)
    return (
        f"<table><caption{LEFT}>{_safe(table.caption)}</caption><thead><tr>{''.join(heads)}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody>{foot and f'<tfoot>{foot}</tfoot>'}</table>"
    )


def _row(table: Table, row: Iterable[str], meter: str = "") -> str:
    """Return a row, with the bar below its first number, where it takes no width."""
    name, first, *others = map(_safe, row)
    cells = (
        f"<td{_align(table, index) if cell else ''}>{cell}</td>"
        for index, cell in enumerate((first + meter, *others), start=1)
    )
    return f'<tr><th scope="row"{LEFT}>{name}</th>{"".join(cells)}</tr>'


def _align(table: Table, index: int) -> str:
    """Return the style of a column, as an attribute."""
    return "" if index in table.numbers else LEFT


def _meter(size: float, longest: float) -> str:
    """Return a bar; a negative size has the browser's colour for what is bad."""
    against = "" if size >= 0 else " low=0 high=0 optimum=0"
    return f"<br><meter style=width:3em max={longest:.3g} value={abs(size):.3g}{against}></meter>"


def _items(items: Items) -> str:
    entries = "".join(f"<li>{_safe(entry)}</li>" for entry in items.entries)
    if not items.folded:
        return f"<p>{_safe(items.heading)}:</p><ul>{entries}</ul>"
    heading = f"{_safe(items.heading)} ({len(items.entries)})"
    return f"<details><summary>{heading}</summary><ul>{entries}</ul></details>"


def _safe(text: str) -> str:
    """Return a text that HTML shows as it is."""
    # What is printable has no NUL, so that it can stand for a place to break until all else is escaped.
    return escape(BREAK_AFTER.sub("\\1\0", printable(text))).replace("\0", "<wbr>")
