"""Numbers, chances, money and spans of time in words, and texts that are safe to print."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from .language import mark, say, say_count

__all__ = [
    "about",
    "brief",
    "counts_of_ten",
    "day_and_time",
    "factor",
    "hours_in_words",
    "hours_range",
    "in_full",
    "length",
    "listed",
    "money",
    "number_marks",
    "number_range",
    "of_ten",
    "often",
    "printable",
    "printable_code",
    "signed",
    "signed_hours",
    "span_of_months",
    "spelled",
]

JOINERS = "\u200c\u200d"
"""The zero-width non-joiner and joiner, which Python does not count as printable."""

SPELLED: Mapping[float, str] = {
    1: mark("one"), 1.5: mark("one and a half"), 2: mark("two"), 2.5: mark("two and a half"), 3: mark("three"),
    4: mark("four"), 5: mark("five"), 6: mark("six"), 7: mark("seven"), 8: mark("eight"), 9: mark("nine"),
    10: mark("ten"), 11: mark("eleven"), 12: mark("twelve"),
}  # fmt: skip
"""The numbers that are written in letters."""

DAYS = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
)
MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)

MINUTE = 1 / 60
"""Hours of a minute."""

NUMBER = mark("1,234.5")
"""How a number is written, as a message: with the mark that groups thousands, and that of decimals."""

MOST_PLACES = 12
"""The most decimals that are written."""

NOT_FINITE = {"inf": "∞", "-inf": "−∞", "nan": "?"}
"""What is written for numbers that have no digits, by what Python calls them."""


def about(number: float) -> str:
    """Return a number with about two significant digits, in full: 0.6, 12, −3.4, 1,200."""
    if abs(number) >= 99.5:
        return in_full(number, 2)
    digits = 0 if abs(number) >= 9.95 else 1 if abs(number) >= 0.095 else 2
    text = f"{number:z.{digits}f}"
    return _written(text.rstrip("0").rstrip(".") if "." in text else text)


def brief(number: float) -> str:
    """Return a number with at most three significant digits, and whole from 100 on: 0.0629, 12.5, 1234."""
    return _written(f"{number:z.0f}") if abs(number) >= 99.95 else in_full(number, 3)


def signed(number: float) -> str:
    """Return a number with its sign: +3.1, −0.4, 0."""
    text = about(number)
    return f"+{text}" if number > 0 and text != "0" else text


def factor(number: float) -> str:
    """Return a factor with up to seven significant digits: 2.95, 1,000,000."""
    return in_full(number, 7)


def in_full(number: float, digits: int) -> str:
    """Return a number without an exponent, rounded to some significant digits: 1,100, 0.012, −3.4; also ∞ or "?"."""
    rounded = float(f"{number:.{digits}g}")
    places = digits - 1 - math.floor(math.log10(abs(rounded))) if rounded and math.isfinite(rounded) else 0
    text = f"{rounded:z,.{min(max(places, 0), MOST_PLACES)}f}"
    return _written(text.rstrip("0").rstrip(".") if "." in text else text)


def _written(number: str) -> str:
    """Return a number of Python's with a true minus and the marks of the language that is spoken."""
    marks = number_marks()
    return NOT_FINITE.get(number) or number.translate(
        {ord("-"): "−", ord(","): marks.thousands, ord("."): marks.decimal}
    )


class Marks(NamedTuple):
    """The marks with which numbers are written in a language.

    Args:
        thousands: Groups thousands.
        decimal: Stands before decimals.
    """

    thousands: str
    decimal: str


def number_marks() -> Marks:
    """Return the marks of the language that is spoken."""
    shown = say(NUMBER)
    return Marks(shown[1], shown[-2])


def number_range(low: float, high: float) -> str:
    """Return a range of numbers: "2 to 7", or "4" if both ends are the same in words."""
    ends = in_full(low, 2), in_full(high, 2)
    return ends[0] if ends[0] == ends[1] else say("{low} to {high}", low=ends[0], high=ends[1])


def length(hours: float) -> str:
    """Return a length of time: "40 minutes", "1 hour", "2.5 hours"; below an hour in minutes."""
    minutes = _minutes(hours)
    if minutes == 0:
        return say("less than a minute") if hours else say("no time")
    if abs(minutes) < 60:
        return say_count("{n} minute", "{n} minutes", minutes, n=about(minutes))
    return _in_hours(hours)


def hours_in_words(hours: float) -> str:
    """Return hours that are not known to the minute: "about 3 hours", "about 40 minutes", "less than a minute"."""
    return say("about {time}", time=length(hours)) if _minutes(hours) else length(hours)


def signed_hours(hours: float) -> str:
    """Return hours with their sign: "+3 hours", "−40 minutes", "0 hours"."""
    minutes = _minutes(hours)
    if minutes == 0:
        return _in_hours(0)
    return f"+{length(hours)}" if minutes > 0 else length(hours)


def hours_range(low: float, high: float) -> str:
    """Return a range of hours: "2 to 7 hours", "20 minutes to 3 hours"; signed if it has a loss: "−12 to +18 hours"."""
    in_words, number = (signed_hours, signed) if low < 0 else (length, about)
    ends = in_words(low), in_words(high)
    if ends[0] == ends[1]:
        return ends[0]
    minutes = _minutes(low), _minutes(high)
    short = [abs(end) < 60 for end in minutes if end]
    if all(short):
        return say("{low} to {high} minutes", low=number(minutes[0]), high=number(minutes[1]))
    if any(short):
        return say("{low} to {high}", low=ends[0], high=ends[1])
    return say("{low} to {high} hours", low=number(low if minutes[0] else 0), high=number(high if minutes[1] else 0))


def _in_hours(hours: float) -> str:
    return say_count("{n} hour", "{n} hours", hours, n=about(hours))


def _minutes(hours: float) -> float:
    """Return hours in minutes: to the minute below ten, then to five."""
    minutes = hours / MINUTE
    return _whole(minutes) if abs(minutes) < 9.5 else 5 * _whole(minutes / 5)


def _whole(number: float) -> float:
    """Return the nearest whole number; what is not finite as it is."""
    return round(number) if math.isfinite(number) else number


def of_ten(chance: float) -> str:
    """Return a chance as a count of ten: "6 of 10"; of a hundred or a thousand where ten is too coarse: "3 of 100"."""
    if 0 < chance < 0.0005:
        return say("fewer than 1 of 1,000")
    if 0.9995 < chance < 1:
        return say("more than 999 of 1,000")
    coarse = min(chance, 1 - chance)
    many = 10 if coarse == 0 or coarse >= 0.095 else 100 if coarse >= 0.0095 else 1_000
    return say("{some} of {many}", some=factor((chance * many + 0.5) // 1), many=factor(many))


def counts_of_ten(low: float, high: float) -> str:
    """Return a range of chances or shares as counts of ten, to a half, or of a hundred: "2 to 3.5 of 10"."""
    small = min((end for end in (low, high) if end > 0), default=1.0)
    many = 10 if small >= 0.095 else 100 if small >= 0.0095 else 1_000
    half = 2 if many == 10 else 1
    ends = (_whole(end * many * half) / half for end in (low, high))
    return say("{range} of {many}", range=number_range(*ends), many=factor(many))


def money(amount: str) -> str:
    """Return an amount of money, which is of the reader's own currency: "40 in your currency".

    Args:
        amount: The number or range, written out.
    """
    return say("{amount} in your currency", amount=amount)


def often(times_a_year: float) -> str:
    """Return how often something happens: "3 times a year", "once a year", "once in four years"."""
    if times_a_year >= 1.5:
        return say("{n} times a year", n=about(times_a_year))
    years = _whole(1 / max(times_a_year, 0.01))
    return say("once a year") if years <= 1 else say("once in {n} years", n=spelled(years))


def spelled(number: float) -> str:
    """Return a number in letters up to twelve: "nine", "one and a half"; else in digits."""
    return say(SPELLED[number]) if number in SPELLED else in_full(number, 2)


def listed(items: Sequence[str]) -> str:
    """Return things in a row: "a", "a and b", "a, b and c"; at least one."""
    *others, last = items
    return say("{others} and {last}", others=", ".join(others), last=last) if others else last


def day_and_time(moment: datetime) -> str:
    """Return a day and a time with its zone, if it has one: "Thursday 3 December 2026, 14:00 CET"."""
    return say(
        "{weekday} {day} {month} {year}, {time}",
        weekday=say(DAYS[moment.weekday()]),
        day=moment.day,
        month=say(MONTHS[moment.month - 1]),
        year=moment.year,
        time=moment.strftime("%H:%M %Z").strip(),
    )


def span_of_months(months: float) -> str:
    """Return a number of months in words: "less than a month", "5 months", "1.5 years"."""
    if months < 0.95:
        return say("less than a month")
    if months < 18:
        return say_count("{n} month", "{n} months", round(months), n=round(months))
    return say_count("{n} year", "{n} years", months / 12, n=about(months / 12))


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
