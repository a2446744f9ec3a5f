"""Readers: from what people hold in their hands (a calendar file, a job posting) to an Invitation."""

from __future__ import annotations

from .dispatch import Reader, read
from .formats import FORMATS, Format

__all__ = ["FORMATS", "Format", "Reader", "read"]
