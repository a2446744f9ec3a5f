"""Readers: from what people hold in their hands (a calendar file, a job posting) to an Invitation."""

from __future__ import annotations

from .dispatch import Reader, read
from .formats import FORMATS, Format
from .history import Entry, History
from .history_reader import read_history

__all__ = ["FORMATS", "Entry", "Format", "History", "Reader", "read", "read_history"]
