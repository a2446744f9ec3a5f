"""Replies: what to send once the verdict is there. Nothing here sends anything."""

from __future__ import annotations

from .calendar import CalendarReply, reply
from .english import ENGLISH
from .letter import Letter, letter
from .response import Response

__all__ = ["ENGLISH", "CalendarReply", "Letter", "Response", "letter", "reply"]
