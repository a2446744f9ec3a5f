"""What to send or do next: a letter, a calendar reply, a plan."""

from __future__ import annotations

from .calendar import CalendarReply, reply
from .english import ENGLISH
from .letter import Letter, letter
from .preparation import Block, PreparationPlan
from .response import Response

__all__ = ["ENGLISH", "Block", "CalendarReply", "Letter", "PreparationPlan", "Response", "letter", "reply"]
