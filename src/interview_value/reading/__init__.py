"""Invitations and histories, from files of many formats."""

from __future__ import annotations

from .dispatch import Reader, read
from .formats import FORMATS, Format
from .history.history import History, HistoryEntry
from .history.reader import read_history
from .listing import ReaderEntry, readers
from .tables.reader import read_table
from .tables.reading import SkippedRow, TableColumn, TableReading, TableRow

__all__ = [
    "FORMATS",
    "Format",
    "History",
    "HistoryEntry",
    "Reader",
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
