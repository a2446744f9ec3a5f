"""Replies: what to send once the verdict is there. Nothing here sends anything."""

from __future__ import annotations

from .english import ENGLISH
from .letter import Letter, Response, letter

__all__ = ["ENGLISH", "Letter", "Response", "letter"]
