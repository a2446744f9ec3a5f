"""A page as Markdown, for an issue, a wiki or a README.

There is no HTML in it, and whatever could be read as markup is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Code, Items, Page, Paragraph, Part, Table
from .words import printable, printable_code

__all__ = ["page_markdown"]

SIGNS = r"[@#:]*(?:@(?=\w)|#(?=\d))|:(?=[\w+-]*[a-z][\w+-]*:)"
"""Characters that make a mention, an address, the number of an issue or an emoji of what follows. GitHub looks for
these after backslashes are resolved, so they are written as code."""

MARKUP = re.compile(rf"({SIGNS})|([\\`*_{{}}\[\]<>&~|$@!#^]|:(?=[\w/])|(?<=[wW])\.)")
"""Whatever GitHub's Markdown takes for markup within a line."""

START = re.compile(r"^(\d*)([-+.)])(?=\s|-|$)")
"""The start of a line that Markdown takes for a list or a rule."""


def page_markdown(page: Page) -> str:
    """Return a page as Markdown."""
    parts = (block for part in page.parts for block in _part(part))
    blocks = (f"**{_safe(page.title)}**", *map(_safe, page.lines), *parts, _safe(page.last_line))
    return "\n\n".join(filter(None, blocks)) + "\n"


def _part(part: Part) -> Iterator[str]:
    if isinstance(part, Paragraph):
        yield _safe(part.text)
    elif isinstance(part, Table):
        yield from _table(part)
    else:
        yield from _code(part) if isinstance(part, Code) else _items(part)


def _table(table: Table) -> Iterator[str]:
    if not table.brief:
        yield f"{_safe(table.caption)}:"
    rules = ("---:" if index in table.numbers else "---" for index in range(len(table.heads)))
    rows = (map(_safe, row) for row in (*table.rows, *table.foot))
    yield "\n".join(f"| {' | '.join(row)} |" for row in (map(_safe, table.heads), rules, *rows))


def _items(items: Items) -> Iterator[str]:
    yield f"{_safe(items.heading)}:"
    yield "\n".join(f"- {_safe(entry)}" for entry in items.entries)


def _code(code: Code) -> Iterator[str]:
    """Yield code as an indented block, which no line of it can end."""
    yield f"{_safe(code.heading)}:"
    yield "\n".join(f"    {printable_code(line)}" for line in code.lines)


def _safe(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    escaped = MARKUP.sub(lambda match: f"`{match[1]}`" if match[1] else f"\\{match[2]}", printable(text))
    return START.sub(r"\1\\\2", escaped)
