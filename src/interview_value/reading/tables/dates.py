"""Dates in one column of a table, in the many ways in which people write them, and never by a silent guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from .cells import Cell

__all__ = ["DateColumn", "time_of_day"]

ALLOWED = "a date such as 2026-12-03, 3 Dec 2026 or 2026-12-03 14:00"
ALLOWED_TIME = "a time such as 14:00 or 2 pm"

NUMBERS = re.compile(r"(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})\b")
YEAR_FIRST = re.compile(r"(\d{4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,2})\b|(\d{4})(\d\d)(\d\d)\b")
DAY_NAME = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.)?[ -]*(?:of )?([a-zäéû]{3,9})\.?[ ,-]*(\d{4}|\d{2})\b", re.IGNORECASE
)
NAME_DAY = re.compile(r"([a-zäéû]{3,9})\.?[ -]*(\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\d{4}|\d{2})\b", re.IGNORECASE)
WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b[.,]?\s*", re.IGNORECASE)
CLOCK = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2})(?::(\d{2})(?:\.\d{1,6})?)?)?\s*([ap])?\.?(?:m\b\.?)?(?:\s*uhr)?", re.IGNORECASE
)
BETWEEN = re.compile(r"[\s,]*(?:T|at\b|um\b|[@&–-])?\s*", re.IGNORECASE)
HINTS = (
    (True, re.compile(r"\bd{1,2}[/. -]?m{1,2}(?:[/. -]?y{2,4})?\b", re.IGNORECASE)),
    (False, re.compile(r"\bm{1,2}[/. -]?d{1,2}(?:[/. -]?y{2,4})?\b", re.IGNORECASE)),
)
"""Whether the day comes first, and how a heading says so."""

MONTHS = {
    name: number
    for number, names in enumerate(
        ["jan", "feb", "mar|mär", "apr", "may|mai", "jun", "jul", "aug", "sep", "oct|okt", "nov", "dec|dez"],
        start=1,
    )
    for name in names.split("|")
}

PIVOT = 69
"""Years of two digits from here on are of the twentieth century, as POSIX reads them."""


class DateColumn:
    """The dates of one column, in all of which day and month stand in one order.

    A date such as 3/4/2026 is read only if the column shows the order elsewhere (13/4/2026), or its heading does
    (``dd/mm/yyyy``). With points between the numbers, the day comes first.

    Args:
        cells: The cells of the column.
        heading: Its heading.
    """

    def __init__(self, cells: Iterable[Cell], heading: str = "") -> None:
        orders = set(_orders(cells)) or {day_first for day_first, hint in HINTS if hint.search(heading)}
        self.day_first: bool | None = orders.pop() if len(orders) == 1 else None

    def read(self, cell: Cell) -> date | datetime:
        """Read a cell: a date, or a datetime if it also says the time, with the time zone if it says that.

        Args:
            cell: A cell of the column that is not empty.

        Raises:
            ValueError: It is no date, or its order of day and month is not sure. The text says what is allowed.
        """
        if isinstance(cell, datetime):
            # A workbook has no dates without a time, only midnights.
            return cell.date() if cell.time() == time() else cell
        if isinstance(cell, date):
            return cell
        text = _without_weekday(cell) if isinstance(cell, str) else ""
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            moment = None
        if moment is None:
            return self._read_text(text)
        return moment if len(text) > len("2026-12-03") and moment.time() != time() else moment.date()

    def _read_text(self, text: str) -> date | datetime:
        day, rest = self._split_day(text)
        rest = BETWEEN.sub("", rest, count=1).strip()
        if not rest:
            return day
        clock = time_of_day(rest)
        return day if clock == time() else datetime.combine(day, clock)

    def _split_day(self, text: str) -> tuple[date, str]:
        """Return the day at the beginning of a text, and the rest of the text."""
        if match := YEAR_FIRST.match(text):
            year, month, day = map(int, match.group(1, 3, 4) if match[1] else match.group(5, 6, 7))
        elif match := NUMBERS.match(text):
            year = _year(match[4])
            month, day = self._month_and_day(int(match[1]), int(match[3]), match[2])
        elif (match := DAY_NAME.match(text)) and match[2].lower()[:3] in MONTHS:
            year, month, day = _year(match[3]), MONTHS[match[2].lower()[:3]], int(match[1])
        elif (match := NAME_DAY.match(text)) and match[1].lower()[:3] in MONTHS:
            year, month, day = _year(match[3]), MONTHS[match[1].lower()[:3]], int(match[2])
        else:
            raise ValueError(ALLOWED)
        try:
            return date(year, month, day), text[match.end() :]
        except ValueError:
            raise ValueError(f"{ALLOWED}; there is no such day") from None

    def _month_and_day(self, first: int, second: int, separator: str) -> tuple[int, int]:
        if first == second:
            return first, second
        day_first = _is_day_first(first, second, separator)
        if day_first is None:
            day_first = self.day_first
        if day_first is None:
            raise ValueError(f"{ALLOWED}; nothing in this column shows whether the day or the month comes first")
        return (second, first) if day_first else (first, second)


def time_of_day(text: str) -> time:
    """Read a time such as ``14:00`` or ``2 pm``, which is the whole text.

    Raises:
        ValueError: The text is no time. The error's text says what is allowed.
    """
    match = CLOCK.fullmatch(text.strip()[:30])
    if match is None or not (match[2] or match[4]):
        raise ValueError(ALLOWED_TIME)
    hour, half = int(match[1]), (match[4] or "").lower()
    if half and not 1 <= hour <= 12:
        raise ValueError(ALLOWED_TIME)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(match[2] or 0), int(match[3] or 0))
    except ValueError:
        raise ValueError(ALLOWED_TIME) from None


def _orders(cells: Iterable[Cell]) -> Iterator[bool]:
    """Yield whether the day comes first, for each date in numbers that shows it."""
    for cell in cells:
        match = NUMBERS.match(_without_weekday(cell)) if isinstance(cell, str) else None
        if match and (day_first := _is_day_first(int(match[1]), int(match[3]))) is not None:
            yield day_first


def _is_day_first(first: int, second: int, separator: str = "") -> bool | None:
    """Whether the day comes first, as the numbers or the points between them show it; None if they do not."""
    if first > 12 or second > 12:
        return first > 12
    return True if separator == "." else None


def _without_weekday(text: str) -> str:
    return WEEKDAY.sub("", text[:100], count=1).strip()


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (1900 if year >= PIVOT else 2000)
