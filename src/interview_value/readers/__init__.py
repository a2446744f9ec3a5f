"""Readers: from what people hold in their hands (a calendar file, a job posting) to an Invitation."""

from __future__ import annotations

from .dispatch import Reader, read
from .formats import FORMATS, Format
from .history import History, HistoryEntry
from .history_reader import read_history

__all__ = ["FORMATS", "Format", "History", "HistoryEntry", "Reader", "read", "read_history"]
