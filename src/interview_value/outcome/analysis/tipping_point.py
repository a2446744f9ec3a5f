"""A question at its tipping point: is it more than the value at which the leaning turns, in a person's words?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ...display.language import say, say_count
from ...display.words import in_full, length, often, spelled
from ...model.estimate import Estimate
from ...model.quantity import Quantity
from ...model.typed import MONTH, WEEK, YEAR
from ...model.value_in_words import value_in_words

__all__ = ["tipping_question"]

WEEKEND = 16.0
"""Hours that are free at a weekend: assumption."""

ODDS = (*((1, many) for many in range(2, 11)), (2, 5), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10), (19, 20))
"""The chances that have words of their own; a smaller one is one in so many."""


def tipping_question(quantity: Quantity, turn: float) -> str:
    """Return the question whether a quantity is more than the value at which the leaning turns; yes and no answer it.

    Args:
        quantity: The quantity, which may bring the words of its `Quantity.tipping_question`.
        turn: The value at which the leaning turns, in its unit.
    """
    if template := quantity.tipping_question:
        return re.sub(PLACEHOLDER, lambda match: WORDS[match[1]](quantity, turn), say(template))
    value = _value(quantity, turn)
    return say("{question} More than about {value}?", question=say(quantity.question), value=value)


def _value(quantity: Quantity, value: float) -> str:
    """Return a value with its unit, as a person would say it: "one in six", "40 minutes", "2.5 km"."""
    if quantity.scale == "chance":
        return _odds(value)
    # A question for a share says what 0 and 1 stand for.
    return _number(quantity, value) if quantity.reader.is_share else value_in_words(Estimate(value), quantity.unit)


def _number(_: Quantity, value: float) -> str:
    return in_full(value, 2)


def _odds(chance: float) -> str:
    """Return a chance in words: "one in six"."""
    some, many = min(ODDS, key=lambda odds: abs(odds[0] / odds[1] - chance))
    if chance < 1 / 11:
        return say("{some} in {many}", some=spelled(1), many=spelled(1 / max(chance, 1e-6)))
    return say("{some} in {many}", some=spelled(some), many=spelled(many))


def _work(_: Quantity, hours: float) -> str:
    """Return hours as what people call so much: a weekend, or weeks, months or years of work."""
    if hours < 0.75 * WEEKEND:
        return length(hours)
    if hours < 2 * WEEKEND:
        return say("a weekend") if hours < 1.5 * WEEKEND else say("two weekends")
    if hours < 14 * WEEK:
        weeks = _rounded(hours / WEEK)
        return say_count("a week's work", "{n} weeks' work", weeks, n=spelled(weeks))
    if hours < 10.5 * MONTH:
        months = _rounded(hours / MONTH)
        return say_count("a month's work", "{n} months' work", months, n=spelled(months))
    years = _rounded(hours / YEAR)
    return say_count("a year's work", "{n} years' work", years, n=spelled(years))


def _rounded(number: float) -> float:
    """Return a number of weeks, months or years as one speaks of them: up to three in halves, at least one."""
    return max(round(2 * number) / 2 if number < 3 else round(number), 1)


def _choice(quantity: Quantity, value: float) -> str:
    """Return the choice that comes nearest to a value, in its words."""
    middles = {
        choice.label: (choice.estimate.low + choice.estimate.high) / 2
        for choice in quantity.choices.values()
        if choice.estimate is not None
    }
    return say("“{choice}”", choice=say(min(middles, key=lambda label: abs(middles[label] - value))))


def _often(_: Quantity, times_a_year: float) -> str:
    return often(times_a_year)


WORDS: Mapping[str, Callable[[Quantity, float], str]] = {
    "value": _value,
    "number": _number,
    "work": _work,
    "choice": _choice,
    "often": _often,
}
"""What a quantity's words for its tipping point may name, each with what it makes of the value."""

PLACEHOLDER = rf"{{({'|'.join(WORDS)})}}"
