"""What people type in the language that is spoken, in the words and with the marks that the readers know."""

from __future__ import annotations

import re
from functools import lru_cache

from ..display.language import mark, say, spoken
from ..display.words import number_marks

__all__ = ["as_typed", "in_english"]

WORDS = (
    mark("yes; y"),
    mark("no; n"),
    mark("stop; quit; exit; end"),
    mark("back; undo"),
    mark("why"),
    mark("help"),
    mark("don't know; unsure; skip; next"),
    mark("about; around; roughly"),
    mark("to"),
    mark("for; over"),
    mark("at"),
    mark("half"),
    mark("half an; half a"),
    mark("1.5; one and a half"),
    mark("a; an"),
    mark("two"),
    mark("three"),
    mark("four"),
    mark("five"),
    mark("percent; per cent"),
    mark("minutes; minute; min"),
    mark("hours; hour; h"),
    mark("days; day; d"),
    mark("years; year"),
    mark("an hour; per hour"),
    mark("a year; per year"),
    mark("interviews; interview"),
    mark("a saturday"),
    mark("people; person"),
    mark("openings; opening"),
)
"""The words that are typed in answers, as messages: each has the words that mean the same, with a semicolon between.

The first is what the readers know.
"""


def in_english(text: str) -> str:
    """Return what somebody typed as the readers of typed values know it: "2,5 Stunden" as "2.5 hours".

    In English it is what was typed.

    Args:
        text: What was typed in the language that is spoken.
    """
    if spoken() == "en":
        return text
    thousands, decimal = map(re.escape, number_marks())
    plain = re.sub(rf"(?<![\d.,])\d{{1,3}}(?:{thousands}\d{{3}})+(?![\d{thousands}])", _ungrouped, text.casefold())
    plain = re.sub(rf"(?<=\d){decimal}(?=\d)", ".", plain)
    pattern, english = _vocabulary(spoken())
    return pattern.sub(lambda match: english[match[0]], " ".join(plain.split()))


def as_typed(english: str) -> str:
    """Return the first word for one of `WORDS` in the language that is spoken, as it is shown to be typed."""
    message = next(message for message in WORDS if message.partition(";")[0] == english)
    return say(message).partition(";")[0]


def _ungrouped(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match[0])


@lru_cache
def _vocabulary(_: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds the words of the language that is spoken, the longest first, and the English for each."""
    english = {word: message.partition(";")[0] for message in WORDS for word in say(message).casefold().split("; ")}
    longest_first = sorted(english, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), english
