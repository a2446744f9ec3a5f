"""Readings: what was read from a table, with everything that was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...display.page import Items, Page
from ...errors import short
from .table_reading import TableColumn, TableReading

__all__ = ["reading_page"]

MOST = 20
"""The most rows of a kind that are shown; all are in the reading itself."""


def reading_page(reading: TableReading) -> Page:
    """Return the page that shows what was read from a table."""
    return Page(_headline(reading), parts=tuple(_lists(reading)))


def _headline(reading: TableReading) -> str:
    bad = len({error.row for error in reading.errors})
    counts = [f"{len(reading.rows):,} {'invitation' if len(reading.rows) == 1 else 'invitations'}"]
    counts += [f"{bad:,} {'row' if bad == 1 else 'rows'} with mistakes"] if bad else []
    counts += [f"{len(reading.skipped):,} skipped"] if reading.skipped else []
    return f"{reading.source}: {', '.join(counts)}"


def _lists(reading: TableReading) -> Iterator[Items]:
    """Yield what there is to tell, each part with its heading."""
    yield Items("Columns used", tuple(map(_use, reading.used)))
    yield Items("Columns not used", tuple(f"{short(column.heading)}: {column.reason}" for column in reading.unused))
    yield Items("Mistakes", _first([str(error) for error in reading.errors]))
    yield Items("Rows skipped", _first([f"row {row.number}: {row.reason}" for row in reading.skipped]))
    yield Items("Notes", reading.notes)


def _use(column: TableColumn) -> str:
    use = f"{short(column.heading)} → {column.holds}, in {column.read:,} of {column.filled:,}"
    return f"{use}; nothing in {', '.join(map(short, column.unread))}" if column.unread else use


def _first(entries: Sequence[str]) -> tuple[str, ...]:
    more = len(entries) - MOST
    return (*entries[:MOST], f"… and {more:,} more") if more > 0 else tuple(entries)
