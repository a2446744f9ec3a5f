"""Typed values: the numbers and ranges, with their units, that people and files write, read in one place.

What a number may be, finite and within bounds, is for `Estimate` and `Quantity` to say.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from attrs import field, frozen

from ..errors import FieldError
from .numerals import MAX_TYPED, NUMBER, DecimalMark, written_number

__all__ = ["HOURS_A_DAY", "MONTH", "WEEK", "YEAR", "NumberReader", "Reading"]

ABOUT_WIDTH = 0.2
"""How far off a number may be that somebody calls "about" right, as a share of it (assumption)."""

HOURS_A_DAY = 8.0
"""What people mean by a day that something takes, in hours: a day of work (assumption)."""

WEEK, MONTH, YEAR = 40.0, 160.0, 1_800.0
"""Hours of work in a week, a month and a year (assumption)."""

FRACTION = re.compile(r"([+-]?[0-9]+)\s?/\s?([0-9]+)")
AMOUNT = re.compile(rf"(?P<before>[^0-9+.,-]*?)\s*(?P<number>{NUMBER.pattern})\s*(?P<unit>[^0-9]*)")
NUMBERS_IN_WORDS: Mapping[str, float] = {
    "one and a half": 1.5, "two and a half": 2.5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
BEFORE_A_UNIT: Mapping[str, float] = {"half an": 0.5, "half a": 0.5, "an": 1, "a": 1, **NUMBERS_IN_WORDS}
WORD_AND_UNIT = re.compile(rf"({'|'.join(BEFORE_A_UNIT)})\s+(\D+)")
ODDS_END = rf"([0-9]+|a|{'|'.join(NUMBERS_IN_WORDS)})"
ODDS = re.compile(rf"{ODDS_END}\s+(?:in|of|out\s+of)\s+{ODDS_END}")
OF_WORK = re.compile(r"(?:['’]s?)?\s+(?:of\s+)?work")
"""What may stand behind a time that is one of work: "two weeks' work", "3 days of work"."""

FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}

BETWEEN_AND = re.compile(r"between\s+(.+?)\s+and\s+(.+)")
BETWEEN_ENDS = re.compile(r"\.{2,3}|[…–—-]|(?<![^\W\d_])to(?![^\W\d_])")
ABOUT = re.compile(r"(?:about|around|roughly|approximately|approx\b\.?|circa|ca\b\.?|[~≈])\s*(?=\S)")

HOUR, MINUTE = r"(?:h|hrs?|hours?)\b\.?", r"(?:m|mins?|minutes?)\b\.?"
CLOCK = re.compile(rf"([0-9]{{1,3}}):([0-5][0-9])(?::([0-5][0-9]))?\s*(?:{HOUR})?")
HOURS_AND_MINUTES = re.compile(rf"([0-9]{{1,3}})\s*(?:h|hrs?|hours?)\.?(?:\s*and\b)?\s*([0-5]?[0-9])\s*(?:{MINUTE})?()")
ISO_PART = r"(?:([0-9]+(?:[.,][0-9]+)?){})?"
ISO_LENGTH = re.compile(
    rf"p(?=[0-9t]){ISO_PART.format('d')}(?:t(?=[0-9]){ISO_PART.format('h')}{ISO_PART.format('m')}{ISO_PART.format('s')})?"
)

PER_HOUR: Mapping[str, float] = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "std"), 1.0),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60.0),
    **dict.fromkeys(("d", "day", "days"), 1 / HOURS_A_DAY),
}
"""How many of a unit of time make an hour."""

TYPED_PER_HOUR: Mapping[str, float] = {
    **PER_HOUR,
    **dict.fromkeys(("week", "weeks"), 1 / WEEK),
    **dict.fromkeys(("month", "months"), 1 / MONTH),
    **dict.fromkeys(("year", "years"), 1 / YEAR),
}
"""The same with what is work where hours are expected; a quantity in months or years counts them by the calendar."""

PERCENT = ("%", "percent", "per cent", "pct")

CURRENCIES = tuple(
    words.split()
    for words in (
        "€ eur euro euros", "$ us$ usd dollar dollars", "£ gbp pound pounds", "¥ jpy yen", "₹ inr rs rupee rupees",
        "chf fr franken francs", "cad c$", "aud a$", "nzd", "cny rmb", "sek", "nok", "dkk", "pln zł", "czk kč", "huf",
        "brl r$", "mxn", "zar", "sgd s$", "hkd hk$", "krw ₩", "ils ₪", "try ₺", "aed",
    )
)  # fmt: skip
"""The names of each currency. What is paid is never converted: all money is taken to be of one's own currency."""

PER_PERIOD = re.compile(r"(?P<unit>.*?)\s*(?:/|\bper\b|\ban?\b)\s*(?P<period>[^\W\d_]+)")
PERIODS = {"h": "hour", "hr": "hour", "d": "day", "w": "week", "wk": "week", "mo": "month", "y": "year", "yr": "year"}

PEOPLE = ("people", "persons", "person", "interviewers", "interviewer")


class Reading(NamedTuple):
    """A number or a range that was read from text.

    Args:
        low: Its low end, in the unit that was expected.
        high: Its high end; the same if it is a number.
        has_unit: Whether the text names its unit.
        about: Whether the text says that the number is not exact.
    """

    low: float
    high: float
    has_unit: bool = False
    about: bool = False


class _Amount(NamedTuple):
    """One end of a range: its number as it stands, how many such units make an expected one, and its currency."""

    number: float
    per_unit: float | None = None
    currency: str = ""


def _no_choices() -> Mapping[str, tuple[float, float]]:
    return {}


@frozen
class NumberReader:
    """Reads the numbers and ranges that people type.

    Args:
        unit: The unit of what is read, such as ``"h"`` or ``"share"``; None if nobody knows it, so that a per cent
            sign means hundredths and no other unit is understood.
        bounds: The lowest and the highest value that make sense, which "about" does not go beyond.
        decimal: The decimal mark, where the file says so. The other mark groups thousands where it stands before
            exactly three digits and after one to three that are not a lone 0, and else is a decimal mark as well.
        bare: What a number without a unit is multiplied by.
        choices: Labels that stand for a range, in lower case.
    """

    unit: str | None = None
    bounds: tuple[float, float] = (-math.inf, math.inf)
    decimal: DecimalMark = "."
    bare: float = 1.0
    choices: Mapping[str, tuple[float, float]] = field(factory=_no_choices)

    def read(self, text: str) -> Reading:
        """Read a number or a range.

        Args:
            text: Such as ``4``, ``2..7``, ``2-7``, ``2 to 7``, ``between 2 and 7``, ``about 200``, ``60%``, ``1,5``,
                ``half``, or ``one in seven`` for a share; with the unit where it has one: ``90 min``, ``1 h 30``,
                ``PT1H30M``, ``2 days`` (of 8 hours), ``six weeks' work`` (of 40 hours), ``€40``.

        Returns:
            Its ends, in the order in which they stand. A number that is "about" right is a range, a fifth either way.

        Raises:
            FieldError: It cannot be read; what is allowed names two forms that can.
        """
        plain = text.strip().lower().replace("−", "-") if len(text) <= MAX_TYPED else ""
        for sign, digits in FRACTIONS.items():
            plain = plain.replace(sign, digits)
        if plain in self.choices:
            return Reading(*self.choices[plain])
        about = ABOUT.match(plain)
        amounts = self._amounts(plain[about.end() :] if about else plain)
        if amounts is None:
            raise FieldError("number", text, self.allowed)
        # In "30-45 min" and in "€40-60" the unit of one end is that of both.
        shared = next((amount.per_unit for amount in reversed(amounts) if amount.per_unit is not None), None)
        ends = [a.number * self.bare if shared is None else a.number / (a.per_unit or shared) for a in amounts]
        low, high = self._around(ends[0]) if about and len(ends) == 1 else (ends[0], ends[-1])
        return Reading(low, high, shared is not None, about is not None)

    @property
    def allowed(self) -> str:
        """What can be typed, in words, with two forms that can be read and lie within the bounds."""
        number, span = self.forms
        bare = "" if self.unit else ", without a unit"
        return f'a finite number, a pair (low, high), or text such as "{number}" or "{span}"{bare}'

    @property
    def forms(self) -> tuple[str, str]:
        """A number and a range as they can be typed, both within the bounds."""
        is_share = self.unit is not None and self.is_share
        forms = ("1.5 h", "1..3") if self.per_hour else ("60%", "0.4..0.6") if is_share else ("4", "2..7")
        low, high = self.bounds
        reading = NumberReader(self.unit)
        if all(low < end < high for form in forms for end in reading.read(form)[:2]):
            return forms
        start = low if math.isfinite(low) else high - 8
        width = min(high - start, 8)
        number, *ends = (self._written(min(start + share * width, high)) for share in (0.5, 0.25, 0.75))
        return number, "..".join(ends)

    def _written(self, number: float) -> str:
        return repr(number).removesuffix(".0").replace(".", self.decimal)

    def _amounts(self, text: str) -> list[_Amount] | None:
        """Return the one amount of a text, or both ends of its range; None if it is neither."""
        whole = self._amount(text)
        if whole is not None:
            return [whole]
        for low, high in _halves(text):
            ends = self._end(low), self._end(high)
            if ends[0] is not None and ends[1] is not None and len({e.currency for e in ends if e} - {""}) < 2:
                return [ends[0], ends[1]]
        return None

    def _end(self, text: str) -> _Amount | None:
        """Return one end of a range, whose number may be in words while the other end has the unit."""
        number = NUMBERS_IN_WORDS.get(text.strip())
        return self._amount(text) if number is None else _Amount(number)

    def _amount(self, text: str) -> _Amount | None:
        text = text.strip()
        if (number := written_number(text, self.decimal)) is not None:
            return _Amount(number)
        if text == "half":
            return _Amount(0.5)
        if (fraction := FRACTION.fullmatch(text)) and (not self.unit or self.per_hour or self.is_share):
            return _Amount(int(fraction[1]) / int(fraction[2])) if int(fraction[2]) else None
        if self.unit and self.is_share and (odds := ODDS.fullmatch(text)):
            some, many = (float(BEFORE_A_UNIT.get(end, 0) or end) for end in odds.groups())
            return _Amount(some / many, 1.0) if many else None
        per_hour = self.per_hour
        if per_hour and (hours := _hours(text)) is not None:
            return _Amount(hours, 1 / per_hour)
        if words := WORD_AND_UNIT.fullmatch(text):
            return self._with_unit(BEFORE_A_UNIT[words[1]], words[2])
        match = AMOUNT.fullmatch(text)
        number = written_number(match["number"], self.decimal) if match else None
        if match is None or number is None or (match["before"] and _currency(match["before"]) is None):
            return None
        return self._with_unit(number, f"{match['before']} {match['unit']}")

    def _with_unit(self, number: float, unit: str) -> _Amount | None:
        """Return an amount with the unit that is typed beside it; None if it is none of the expected quantity's."""
        unit = re.sub(r"(?<=[^\W\d_])\.$", "", " ".join(unit.split()))
        expected = (self.unit or "").lower()
        base, _, period = expected.partition(",")[0].replace(" an ", " a ").partition(" a ")
        if unit and unit == expected:
            return _Amount(number, 1.0)
        if unit in PERCENT:
            is_percent = base in PERCENT
            return _Amount(number, 1.0 if is_percent else 100.0) if is_percent or self.is_share else None
        if (match := PER_PERIOD.fullmatch(unit)) and period:
            typed_period = match["period"].removesuffix("s")
            if PERIODS.get(typed_period, typed_period) != period:
                return None
            unit = match["unit"]
        return self._of_base(number, unit, base)

    def _of_base(self, number: float, unit: str, base: str) -> _Amount | None:
        """Return an amount with its unit, once a period behind it, as in "a week", is taken away."""
        if not unit:
            return _Amount(number, 1.0)
        if per_hour := self.per_hour:
            unit = OF_WORK.sub("", unit)
            return _Amount(number, TYPED_PER_HOUR[unit] / per_hour) if unit in TYPED_PER_HOUR else None
        own, currency = _currency(base), _currency(unit)
        if own is not None or base == "money":
            return _Amount(number, 1.0, currency) if currency and own in (None, currency) else None
        names = {base.partition(" in ")[0], base.partition(" in ")[0].rpartition(" ")[2]} - {""}
        names |= {name.removesuffix("s") for name in names}
        return _Amount(number, 1.0) if unit in names or (base == "people" and unit in PEOPLE) else None

    @property
    def per_hour(self) -> float | None:
        """Return how many of the expected unit make an hour; None if it is none of time."""
        return PER_HOUR.get(((self.unit or "").lower().partition(",")[0].split() or [""])[0])

    @property
    def is_share(self) -> bool:
        """Whether a per cent sign means hundredths."""
        return self.unit is None or self.unit.lower().split()[:1] == ["share"]

    def _around(self, number: float) -> tuple[float, float]:
        low, high = sorted((number * (1 - ABOUT_WIDTH), number * (1 + ABOUT_WIDTH)))
        if not self.bounds[0] <= number <= self.bounds[1]:
            return low, high  # as it is, to be refused for its bounds
        return max(low, self.bounds[0]), min(high, self.bounds[1])


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and behind each word or mark that may stand between the ends of a range."""
    if match := BETWEEN_AND.fullmatch(text):
        yield match[1], match[2]
    for between in BETWEEN_ENDS.finditer(text):
        yield text[: between.start()], text[between.end() :]


def _hours(text: str) -> float | None:
    """Return a length of time that is written with several parts, in hours; None if it is none."""
    if match := CLOCK.fullmatch(text) or HOURS_AND_MINUTES.fullmatch(text):
        hours, minutes, seconds = (float(part or 0) for part in match.groups())
        return hours + (minutes + seconds / 60) / 60
    if match := ISO_LENGTH.fullmatch(text):
        days, hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in match.groups())
        return 24 * days + hours + (minutes + seconds / 60) / 60
    return None


def _currency(word: str) -> str | None:
    """Return the first name of a currency; None if it is none."""
    word = word.strip().removesuffix(".").lower()
    return next((names[0] for names in CURRENCIES if word in names), None)
