"""Texts: the signs that the words of a mail, a message or an invitation bear. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator

from .links import link_signs
from .phrases import BY_SENTENCE, EASY_PAY, SENTENCE, SET_RIGHT
from .signs import EASY_MONEY, Finding

__all__ = ["MAX_TEXT", "signs_in"]

MAX_TEXT = 20_000
"""How much of a text is looked at, in characters: as much as the readers look at of a mail."""


def signs_in(text: str) -> tuple[Finding, ...]:
    """Look for signs in the words of a mail or a message, in English.

    A sentence that says that nothing of the kind is asked, or warns of it, bears no sign. What is found is a reason to
    ask and proves nothing; what is not found proves nothing either.

    Args:
        text: The words; only the first 20,000 characters are looked at.

    Returns:
        Each sign at most once, with the words in which it was first seen.
    """
    text = text[:MAX_TEXT]
    found: dict[str, Finding] = {}
    for finding in (*_by_sentence(text), *_easy_money(text), *link_signs(text)):
        found.setdefault(finding.sign.name, finding)
    return tuple(found.values())


def _by_sentence(text: str) -> Iterator[Finding]:
    for sentence in SENTENCE.findall(text):
        for sign, words in BY_SENTENCE:
            if (match := words.search(sentence)) and not SET_RIGHT.search(sentence):
                yield Finding(sign, match[0])


def _easy_money(text: str) -> Iterator[Finding]:
    for promise, ease in EASY_PAY:
        if (match := promise.search(text)) and ease.search(text):
            yield Finding(EASY_MONEY, match[0])
