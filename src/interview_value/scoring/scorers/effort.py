"""Effort: the hours and the money that going takes, this round only."""

from __future__ import annotations

from ...display.language import say
from ...display.words import about, length, listed, money
from ..criterion import scorer


def in_words(preparation: float, duration: float, travel: float, pressure: float, expenses: float) -> str:
    """Name the hours, what they are like, and the money."""
    parts = [
        say("{time} of preparation", time=length(preparation)) if preparation else say("no preparation"),
        say("{time} of interview", time=length(duration)),
    ]
    if travel:
        parts.append(say("{time} of travel", time=length(travel)))
    if expenses:
        parts.append(money(about(expenses)))
    if (hour := length(pressure)) == length(1):
        return listed(parts)
    return say("{parts}; an hour of these days counts as {time}", parts=listed(parts), time=hour)


SOURCE = "hours add up, and money counts by what an hour is worth to you; no more than that is assumed"


@scorer(kind="cost", label="time and money", source=SOURCE, reason=in_words)
def effort(
    preparation: float, duration: float, travel: float, pressure: float, expenses: float, hour_value: float
) -> float:
    """Interviews take your time."""
    return (preparation + duration + travel) * pressure + expenses / hour_value
