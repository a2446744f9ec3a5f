"""Markdown: a page for an issue, a wiki or a README. No HTML; whatever could be read as markup is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Code, Items, Page, Part, Table
from .words import printable, printable_code

__all__ = ["page_markdown"]

SIGNS = r"[@#:]*(?:@(?=\w)|#(?=\d))|:(?=[\w+-]*[a-z][\w+-]*:)"
"""What makes a mention, an address, the number of an issue or an emoji of what follows. GitHub looks for these when
backslashes are gone, so that they must be code."""

MARKUP = re.compile(rf"({SIGNS})|([\\`*_{{}}\[\]<>&~|$@!#^]|:(?=[\w/])|(?<=[wW])\.)")
"""What Markdown, as GitHub reads it, takes for markup within a line."""

START = re.compile(r"^(\d*)([-+.)])(?=\s|-|$)")
"""What makes a list or a rule of a line that starts with it."""


def page_markdown(page: Page) -> str:
    """Return a page as Markdown.

    Args:
        page: What to show.
    """
    blocks = [f"**{_safe(page.title)}**", *map(_safe, page.lines)]
    return "\n\n".join([*blocks, *(block for part in page.parts for block in _part(part))]) + "\n"


def _part(part: Part) -> Iterator[str]:
    if isinstance(part, Table):
        yield from _table(part)
    else:
        yield from _code(part) if isinstance(part, Code) else _items(part)


def _table(table: Table) -> Iterator[str]:
    yield f"{_safe(table.caption)}:"
    marks = ("---:" if place in table.numbers else "---" for place in range(len(table.heads)))
    rows = (map(_safe, row) for row in (*table.rows, *table.foot))
    yield "\n".join(f"| {' | '.join(row)} |" for row in (map(_safe, table.heads), marks, *rows))


def _items(items: Items) -> Iterator[str]:
    yield f"{_safe(items.heading)}:"
    yield "\n".join(f"- {_safe(entry)}" for entry in items.entries)


def _code(code: Code) -> Iterator[str]:
    """Yield code, indented, which no line of it can end."""
    yield f"{_safe(code.heading)}:"
    yield "\n".join(f"    {printable_code(line)}" for line in code.lines)


def _safe(text: str) -> str:
    return START.sub(r"\1\\\2", MARKUP.sub(_plain, printable(text)))


def _plain(found: re.Match[str]) -> str:
    return f"`{found[1]}`" if found[1] else f"\\{found[2]}"
