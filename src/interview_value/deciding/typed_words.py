"""What people type in the language that is spoken, in the words and with the marks that the readers know."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, TypeAlias, cast

from ..display.language import mark, say, spoken
from ..display.words import number_marks
from ..model.numerals import MAX_TYPED

__all__ = ["Steering", "as_typed", "in_english", "steering"]

Steering: TypeAlias = Literal["yes", "no", "stop", "back", "why", "help", "don't know"]
"""What a whole reply may say that is neither a choice nor an amount."""

REPLIES = (
    mark("yes; y; yes please; yep; yeah"),
    mark("no; n; no thanks; nope; nah"),
    mark("stop; quit; exit; end; q"),
    mark("back; undo"),
    mark("why"),
    mark("help; ?; h"),
    mark(
        "don't know; dont know; i don't know; i dont know; do not know; idk; dunno; no idea; "
        "not sure; unsure; maybe; unknown; skip; pass; next"
    ),
)
"""The whole replies for each `Steering`, as messages: with a semicolon between, and what is meant first."""

WORDS = (
    mark("about; around; roughly"),
    mark("between"),
    mark("and"),
    mark("to"),
    mark("in; out of"),
    mark("for; over"),
    mark("at"),
    mark("half"),
    mark("half an; half a"),
    mark("1.5; one and a half"),
    mark("a; an"),
    mark("one"),
    mark("two"),
    mark("three"),
    mark("four"),
    mark("five"),
    mark("six"),
    mark("seven"),
    mark("eight"),
    mark("nine"),
    mark("ten"),
    mark("eleven"),
    mark("twelve"),
    mark("percent; per cent"),
    mark("minutes; minute; min"),
    mark("hours; hour; h"),
    mark("days; day; d"),
    mark("weeks; week"),
    mark("months; month"),
    mark("years; year"),
    mark("work; of work"),
    mark("an hour; per hour"),
    mark("a year; per year"),
    mark("interviews; interview"),
    mark("a saturday"),
    mark("people; person"),
    mark("openings; opening"),
)
"""The words within answers, as messages: each has the words that mean the same, with a semicolon between.

The first is what the readers know.
"""


def steering(text: str) -> Steering | None:
    """Return what a whole reply says that is neither a choice nor an amount; None if it is none of these.

    Args:
        text: What was typed, in the language that is spoken or in English.
    """
    plain = " ".join(text[:MAX_TYPED].casefold().replace("’", "'").split()).strip(" .!")
    return _replies(spoken()).get(plain) or _replies(spoken()).get(plain.rstrip("? "))


def as_typed(meant: Steering) -> str:
    """Return how something is typed in the language that is spoken, as it is shown."""
    return next(_words_of(message)[0] for message in REPLIES if message.partition(";")[0] == meant)


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


def _ungrouped(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match[0])


@lru_cache
def _vocabulary(_: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds the words of the language that is spoken, the longest first, and the English for each."""
    english = {word: message.partition(";")[0] for message in WORDS for word in _words_of(message)}
    longest_first = sorted(english, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), english


@lru_cache
def _replies(_: str) -> dict[str, Steering]:
    """Return what each whole reply says, in English and, which counts more, in the language that is spoken."""
    replies: dict[str, Steering] = {}
    for words_of in (_words_in_english, _words_of):
        for message in REPLIES:
            meant = cast("Steering", message.partition(";")[0])
            replies.update((reply, meant) for reply in words_of(message))
    return replies


def _words_in_english(message: str) -> list[str]:
    return message.split("; ")


def _words_of(message: str) -> list[str]:
    return say(message).casefold().split("; ")
