"""Output in narrow encodings: what comes nearest to a character that an encoding lacks."""

from __future__ import annotations

import codecs
import unicodedata

__all__ = ["NEAREST"]

NEAREST = "interview_value.nearest"
"""The name of the error handler, for streams and for `str.encode`."""

MARKS = {
    "−": "-", "–": "-", "—": "-", "\u2011": "-", "“": '"', "”": '"', "„": '"', "’": "'", "\u2018": "'", "…": "...",
    "≥": ">=", "≤": "<=", "×": "x", "·": "-", "•": "*", "∞": "inf", "€": "EUR", "£": "GBP", "→": "->",
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss",
    "ø": "o", "Ø": "O", "æ": "ae", "ł": "l",
}  # fmt: skip
"""What is written instead of a mark or letter; other letters lose their accents, and what is left is a "?"."""


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(map(_in_ascii, lacking)), error.end


def _in_ascii(character: str) -> str:
    plain = MARKS.get(character) or unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return plain or "?"


codecs.register_error(NEAREST, _nearest)
