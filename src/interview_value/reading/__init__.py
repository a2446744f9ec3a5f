"""Invitations and histories, from files of many formats."""

from __future__ import annotations

from .dispatch import read
from .history.history import History, HistoryEntry
from .history.reader import read_history
from .listing import ReaderEntry, readers
from .tables.reader import read_table
from .tables.reading import SkippedRow, TableColumn, TableReading, TableRow

__all__ = [
    "History",
    "HistoryEntry",
    "ReaderEntry",
    "SkippedRow",
    "TableColumn",
    "TableReading",
    "TableRow",
    "read",
    "read_history",
    "read_table",
    "readers",
]
