"""Readers: from what people hold in their hands (a calendar file, a job posting) to an Invitation."""

from __future__ import annotations

from .dispatch import FORMATS, Format, Reader, read

__all__ = ["FORMATS", "Format", "Reader", "read"]
