"""Values of quantities in words: counts of ten for shares, hours and minutes for time, else a number and its unit."""

from __future__ import annotations

from ..display.language import say
from ..display.words import counts_of_ten, hours_range, money, number_range
from .estimate import Estimate
from .typed import NumberReader

__all__ = ["unit_in_words", "value_in_words"]


def value_in_words(estimate: Estimate, unit: str) -> str:
    """Return a value or range with its unit, as a person says it: "2 to 7 hours", "1 to 4 of 10", "3 people".

    Args:
        estimate: The value or range.
        unit: The unit of the quantity; what stands in it after a comma is left out.
    """
    first, words = unit.partition(",")[0].partition(" ")[0], say(unit_in_words(unit))
    low, high = estimate.low, estimate.high
    if first.startswith("share"):
        return counts_of_ten(low, high)
    if low == high == 0:
        return say("none")
    if per_hour := NumberReader(first).per_hour:
        hours = hours_range(low / per_hour, high / per_hour)
        return say("{hours} {per}", hours=hours, per=words) if words else hours
    number = number_range(low, high)
    if first == "money":
        return say("{number} {per}", number=number, per=words) if words else money(number)
    if unit == "factor":
        return say("{number} times", number=number)
    # A unit such as "people" stands in its plural.
    return say("{number} {unit}", number=number, unit=words) if words and number != "1" else number


def unit_in_words(unit: str) -> str:
    """Return the message that stands beside a number of this unit; empty if the number says it all.

    Hours and money are said with the number, so that only what they are counted by is left: "an hour".
    """
    first, _, per = unit.partition(",")[0].partition(" ")
    if NumberReader(first).per_hour or first == "money":
        return per
    return "" if first.startswith("share") or unit == "factor" else unit
