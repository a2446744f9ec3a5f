"""Being seen: what it may cost that somebody who matters hears of it."""

from __future__ import annotations

from ...display.language import say
from ...display.words import hours_in_words
from ..criterion import scorer


def in_words(exposure: float) -> str:
    """Name what it may cost."""
    return say("the chance that the wrong person hears of it costs {time} on average", time=hours_in_words(exposure))


@scorer(
    kind="cost",
    label="the harm if it gets around",
    source="what you say it would cost you, times how likely it is",
    reason=in_words,
)
def being_seen(exposure: float) -> float:
    """Somebody who matters may hear that you went."""
    return exposure
