"""Tables: what was read from one, as text and as HTML, with everything that was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from ..errors import short
from ..reading.table_reading import TableColumn, TableReading
from .parts import printable

__all__ = ["reading_html", "reading_text"]

MOST = 20
"""The most rows of a kind that are shown; all are in the reading itself."""


def reading_text(reading: TableReading) -> str:
    """Return what was read from a table as text."""
    lines = [_headline(reading)]
    for heading, entries in _lists(reading):
        lines += [f"{heading}:", *(f"  {printable(entry)}" for entry in entries)]
    return "\n".join(lines)


def reading_html(reading: TableReading) -> str:
    """Return what was read from a table as a piece of HTML, of the same make as an evaluation's."""
    pieces = [f"<div><p><strong>{escape(_headline(reading))}</strong></p>"]
    for heading, entries in _lists(reading):
        items = "".join(f"<li>{escape(printable(entry))}</li>" for entry in entries)
        pieces.append(f"<p>{heading}:</p><ul>{items}</ul>")
    return "".join((*pieces, "</div>"))


def _headline(reading: TableReading) -> str:
    bad = len({error.row for error in reading.errors})
    counts = [f"{len(reading.rows):,} {'invitation' if len(reading.rows) == 1 else 'invitations'}"]
    counts += [f"{bad:,} {'row' if bad == 1 else 'rows'} with mistakes"] if bad else []
    counts += [f"{len(reading.skipped):,} skipped"] if reading.skipped else []
    return printable(f"{reading.source}: {', '.join(counts)}")


def _lists(reading: TableReading) -> Iterator[tuple[str, list[str]]]:
    """Yield what there is to tell, each part with its heading."""
    parts = (
        ("Columns used", [_use(column) for column in reading.used]),
        ("Columns not used", [f"{short(column.heading)}: {column.reason}" for column in reading.unused]),
        ("Mistakes", _first([str(error) for error in reading.errors])),
        ("Rows skipped", _first([f"row {row.number}: {row.reason}" for row in reading.skipped])),
        ("Notes", list(reading.notes)),
    )
    yield from ((heading, entries) for heading, entries in parts if entries)


def _use(column: TableColumn) -> str:
    use = f"{short(column.heading)} → {column.holds}, in {column.read:,} of {column.filled:,}"
    return f"{use}; nothing in {', '.join(map(short, column.unread))}" if column.unread else use


def _first(entries: Sequence[str]) -> list[str]:
    more = len(entries) - MOST
    return [*entries[:MOST], f"… and {more:,} more"] if more > 0 else list(entries)
