"""Readers: from what people hold in their hands (a calendar file, a job posting) to an Invitation."""

from __future__ import annotations

from .dispatch import Reader, read
from .formats import FORMATS, Format
from .history.history import History, HistoryEntry
from .history.history_reader import read_history
from .listing import ReaderEntry, readers
from .tables.table_reading import SkippedRow, TableColumn, TableReading, TableRow
from .tables.tables import read_table

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
