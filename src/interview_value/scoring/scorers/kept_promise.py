"""Kept promise: what declining now would cost, and going does not."""

from __future__ import annotations

from ...display.language import say
from ...display.words import hours_in_words
from ..criterion import scorer


def in_words(promise: float) -> str:
    """Name what declining would cost."""
    return say("a no would cost {time} now", time=hours_in_words(promise))


@scorer(kind="benefit", label="not having to say no", source="what you say it would cost you", reason=in_words)
def kept_promise(promise: float) -> float:
    """Going keeps your word: what it would cost you to say no now."""
    return promise
