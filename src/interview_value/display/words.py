"""Numbers, shares and spans of time in English, and texts that are safe to print."""

from __future__ import annotations

__all__ = [
    "about",
    "brief",
    "count",
    "factor",
    "in_full",
    "percent",
    "printable",
    "printable_code",
    "share_word",
    "signed",
    "span_of_months",
]

JOINERS = "\u200c\u200d"
"""The zero-width non-joiner and joiner, which Python does not count as printable."""


def about(number: float) -> str:
    """Return a number with about two significant digits: 0.6, 12, −3.4, 2.1e+12."""
    if abs(number) >= 1e6:
        return f"{number:.2g}".replace("-", "−")
    digits = 0 if abs(number) >= 9.95 else 1 if abs(number) >= 0.095 else 2
    text = f"{number:.{digits}f}"
    if digits:
        text = text.rstrip("0").rstrip(".")
    return "0" if float(text) == 0 else text.replace("-", "−")


def brief(number: float) -> str:
    """Return a number with at most three significant digits, and whole from 100 on: 0.0629, 12.5, 1234."""
    return f"{number:.0f}" if abs(number) >= 99.95 else f"{number:.3g}"


def signed(number: float) -> str:
    """Return a number with its sign: +3.1, −0.4, 0."""
    text = about(number)
    return text if text == "0" or number < 0 else f"+{text}"


def count(number: float, singular: str, plural: str) -> str:
    """Return a number with its noun: "1 person", "2.5 people"."""
    text = about(number)
    return f"{text} {singular if text == '1' else plural}"


def factor(number: float) -> str:
    """Return a factor with up to seven significant digits: 2.95, 1,000,000."""
    return f"{number:,.7g}"


def in_full(number: float, digits: int) -> str:
    """Return a number in full, rounded to some significant digits: 1,100, 0.012, −3.4."""
    return factor(float(f"{number:.{digits}g}")).replace("-", "−")


def percent(share: float) -> str:
    """Return a share from 0 to 1 in per cent: 19%, 0.4%, under 0.1%, 99.6%.

    Only none is 0%, and only all is 100%.
    """
    if 0 < share < 0.001:
        return "under 0.1%"
    if 0.999 < share < 1:
        return "over 99.9%"
    digits = 1 if 0 < share < 0.0095 or 0.9905 < share < 1 else 0
    return f"{100 * share:.{digits}f}%"


def span_of_months(months: float) -> str:
    """Return a number of months in words: "less than a month", "5 months", "1.5 years"."""
    if months < 0.95:
        return "less than a month"
    return count(round(months), "month", "months") if months < 18 else count(months / 12, "year", "years")


def share_word(share: float, *words: str) -> str:
    """Return the word for a share: the first for 0, the last for 1, the others evenly between."""
    return words[min(int(share * len(words)), len(words) - 1)]


def printable(text: str) -> str:
    """Return a text on one line, without control characters, which could take over a terminal.

    Zero-width joiners and non-joiners stay: without them, words of Persian and families of emoji fall apart.
    """
    if not text.isprintable():
        text = "".join(char if char.isprintable() or char in JOINERS else " " for char in text)
    return " ".join(text.split())


def printable_code(line: str) -> str:
    """Return a line of code without control characters, its indentation kept."""
    indent = len(line) - len(line.lstrip())
    return " " * indent + "".join(char if char.isprintable() else " " for char in line[indent:])
