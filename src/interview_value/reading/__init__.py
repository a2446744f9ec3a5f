"""Invitations and histories, from files of many formats and from forms."""

from __future__ import annotations

from .dispatch import read
from .forms import Form, FormField, form
from .history.history import History, HistoryEntry
from .history.reader import read_history
from .listing import ReaderEntry, readers
from .tables.reader import read_table
from .tables.reading import SkippedRow, TableColumn, TableReading, TableRow

__all__ = [
    "Form",
    "FormField",
    "History",
    "HistoryEntry",
    "ReaderEntry",
    "SkippedRow",
    "TableColumn",
    "TableReading",
    "TableRow",
    "form",
    "read",
    "read_history",
    "read_table",
    "readers",
]
