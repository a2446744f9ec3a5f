"""What to send or do next: a letter, a calendar reply, a plan."""

from __future__ import annotations

from .calendar import CalendarReply
from .letter import Letter
from .preparation import Block, PreparationPlan
from .response import Response

__all__ = ["Block", "CalendarReply", "Letter", "PreparationPlan", "Response"]
