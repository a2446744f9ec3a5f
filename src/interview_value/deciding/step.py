"""Step: one question of a session that was answered or skipped."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from ..display.plain import Plain
from ..outcome.contributions import Verdict

__all__ = ["Step"]


@frozen
class Step(Plain):
    """One question that was answered or skipped.

    Args:
        quantity: The name of the quantity that was asked for.
        answer: The answer, a number, ``[low, high]`` or the name of a choice; None if it was skipped.
        verdict: The verdict after it.
        net: The expected net value after it, hours.
        confidence: The confidence after it, 0 to 1.
    """

    quantity: str
    answer: Any
    verdict: Verdict
    net: float
    confidence: float
