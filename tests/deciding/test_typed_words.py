"""What people type in German, as the readers of typed values know it."""

from __future__ import annotations

import pytest

import interview_value as iv
from interview_value.deciding.typed_words import WORDS, as_typed, in_english

TYPED = {
    "Ja": "yes",
    "weiß nicht": "don't know",
    "zurück": "back",
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
    """The first word for each of them, as it is shown to be typed, is understood."""
    english = message.partition(";")[0]
    with iv.speaking("de"):
        assert english == in_english(as_typed(english))
