"""Effort: the hours and the money that going takes, this round only."""

from __future__ import annotations

from ...display.words import about, brief
from ..criterion import scorer


def in_words(preparation: float, duration: float, travel: float, pressure: float, expenses: float) -> str:
    """Name the hours, what they are like, and the money."""
    parts = [f"{brief(preparation)} h of preparation", f"{about(duration)} h of interview"]
    if travel:
        parts.append(f"{about(travel)} h of travel")
    if pressure != 1:
        parts.append(f"each counting {about(pressure)} times")
    if expenses:
        parts.append(f"and {about(expenses)} in money")
    return ", ".join(parts)


SOURCE = "hours add up, and money counts by what an hour is worth to you; no more than that is assumed"


@scorer(kind="cost", label="time and money", source=SOURCE, reason=in_words)
def effort(
    preparation: float, duration: float, travel: float, pressure: float, expenses: float, hour_value: float
) -> float:
    """Interviews take your time."""
    return (preparation + duration + travel) * pressure + expenses / hour_value
