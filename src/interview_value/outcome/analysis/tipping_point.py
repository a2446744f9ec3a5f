"""A question at its tipping point: is it more than the value at which the leaning turns, in a person's words?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ...display.words import count, in_full
from ...model.quantity import Quantity

__all__ = ["tipping_question"]

WEEK, MONTH, YEAR = 40.0, 160.0, 1_800.0
"""Hours of work in a week, a month and a year: assumption."""

WEEKEND = 16.0
"""Hours that are free at a weekend: assumption."""

SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
HALVES = {1.5: "one and a half", 2.5: "two and a half"}

ODDS = (*((1, many) for many in range(2, 11)), (2, 5), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10), (19, 20))
"""The chances that have words of their own; a smaller one is one in so many."""


def tipping_question(quantity: Quantity, turn: float) -> str:
    """Return the question whether a quantity is more than the value at which the leaning turns; yes and no answer it.

    Args:
        quantity: The quantity, which may bring the words of its `Quantity.tipping_question`.
        turn: The value at which the leaning turns, in its unit.
    """
    if template := quantity.tipping_question:
        return re.sub(PLACEHOLDER, lambda match: WORDS[match[1]](quantity, turn), template)
    return f"{quantity.question} More than about {_value(quantity, turn)}?"


def _value(quantity: Quantity, value: float) -> str:
    """Return a value with its unit, as a person would say it: "one in six", "40 minutes", "2.5 km"."""
    if quantity.scale == "chance":
        return _odds(value)
    if per_hour := quantity.reader.per_hour:
        return _hours(value / per_hour)
    unit = "" if quantity.reader.is_share else quantity.unit.partition(",")[0].removeprefix("money ")
    return f"{_number(quantity, value)} {unit}".strip()


def _number(_: Quantity, value: float) -> str:
    return in_full(value, 2)


def _odds(chance: float) -> str:
    """Return a chance in words: "one in six"."""
    if chance < 1 / 11:
        return f"one in {in_full(1 / max(chance, 1e-6), 2)}"
    some, many = min(ODDS, key=lambda odds: abs(odds[0] / odds[1] - chance))
    return f"{_spelled(some)} in {_spelled(many)}"


def _hours(hours: float) -> str:
    """Return a length of time in words: "40 minutes", "2.5 hours"."""
    if hours < 0.95:
        minutes = 60 * hours
        return count(max(round(minutes) if minutes < 10 else 5 * round(minutes / 5), 1), "minute", "minutes")
    return "1 hour" if (text := in_full(hours, 2)) == "1" else f"{text} hours"


def _work(_: Quantity, hours: float) -> str:
    """Return hours as what people call so much: a weekend, or weeks, months or years of work."""
    if hours < 0.75 * WEEKEND:
        return _hours(hours)
    if hours < 2 * WEEKEND:
        return "a weekend" if hours < 1.5 * WEEKEND else "two weekends"
    unit, length = ("week", WEEK) if hours < 14 * WEEK else ("month", MONTH) if hours < 10.5 * MONTH else ("year", YEAR)
    number = hours / length
    number = max(round(2 * number) / 2 if number < 3 else round(number), 1)
    return f"a {unit}'s work" if number == 1 else f"{_spelled(number)} {unit}s' work"


def _choice(quantity: Quantity, value: float) -> str:
    """Return the choice that comes nearest to a value, in its words."""
    middles = {
        choice.label: (choice.estimate.low + choice.estimate.high) / 2
        for choice in quantity.choices.values()
        if choice.estimate is not None
    }
    return f"“{min(middles, key=lambda label: abs(middles[label] - value))}”"


def _often(_: Quantity, times_a_year: float) -> str:
    """Return how often something happens: "3 times a year", "once a year", "once in four years"."""
    if times_a_year >= 1.5:
        return f"{in_full(times_a_year, 2)} times a year"
    years = round(1 / max(times_a_year, 0.01))
    return "once a year" if years <= 1 else f"once in {_spelled(years)} years"


def _spelled(number: float) -> str:
    """Return a number in words up to twelve: "nine", "one and a half"."""
    if number in HALVES:
        return HALVES[number]
    return SPELLED[int(number)] if number == int(number) < len(SPELLED) else in_full(number, 2)


WORDS: Mapping[str, Callable[[Quantity, float], str]] = {
    "value": _value,
    "number": _number,
    "work": _work,
    "choice": _choice,
    "often": _often,
}
"""What a quantity's words for its tipping point may name, each with what it makes of the value."""

PLACEHOLDER = rf"{{({'|'.join(WORDS)})}}"
