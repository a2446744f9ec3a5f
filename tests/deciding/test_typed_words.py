"""What people type in German, as the readers of typed values know it."""

from __future__ import annotations

import pytest

import interview_value as iv
from interview_value.deciding.typed_words import REPLIES, WORDS, as_typed, in_english, steering
from interview_value.display.language import LANGUAGES, say

TYPED = {
    "2,5 Stunden": "2.5 hours",
    "1.200": "1200",
    "1.200,5 Stunden": "1200.5 hours",
    "1.5": "1.5",
    "etwa 200": "about 200",
    "2 bis 7": "2 to 7",
    "60 Prozent": "60 percent",
    "eine halbe Stunde": "half an hours",
    "3 Stellen im Jahr": "3 openings a year",
    "20 Gespräche": "20 interviews",
    "5000 im Jahr für 3 Jahre zu 25 die Stunde": "5000 a year for 3 years at 25 an hour",
    "einen Samstag für 2 %": "a saturday for 2 %",
    "zwischen 100 und 200": "between 100 and 200",
    "etwa sechs Wochen Arbeit": "about six weeks work",
    "ein halbes Jahr": "half an years",
    "eins von sieben": "one in seven",
    "eine Katze": "a katze",
}


@pytest.mark.parametrize(("typed", "expected"), TYPED.items())
def test_german_is_understood(typed, expected):
    """Words and marks become those of the readers; what is none of them stays."""
    with iv.speaking("de"):
        assert expected == in_english(typed)


def test_english_stays_as_it_was_typed():
    """In English nothing is changed."""
    with iv.speaking("en"):
        assert "About 1,200 Hours" == in_english("About 1,200 Hours")


@pytest.mark.parametrize("message", WORDS)
def test_every_word_is_understood(message):
    """Every word for each of them is understood."""
    with iv.speaking("de"):
        words = say(message).split("; ")
        assert [message.partition(";")[0]] * len(words) == list(map(in_english, words))


@pytest.mark.parametrize("message", REPLIES)
def test_every_reply_is_understood(message):
    """Every whole reply says what it says in each language, the English one too; what is shown to be typed is one."""
    meant = message.partition(";")[0]
    for language in LANGUAGES:
        with iv.speaking(language):
            assert {meant} == {
                steering(reply) for reply in (*message.split("; "), *say(message).split("; "), as_typed(meant))
            }


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Don’t know.", "don't know"), (" Why? ", "why"), ("?", "help"), ("BACK!", "back"), ("", None), ("yes 4", None), ("4", None)],
)  # fmt: skip
def test_replies_are_read_as_they_are_typed(typed, meant):
    """Case, marks at the end and the apostrophe make no difference; part of a reply is none."""
    with iv.speaking("en"):
        assert meant == steering(typed)
