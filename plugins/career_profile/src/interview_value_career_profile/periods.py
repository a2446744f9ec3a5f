"""Periods: dates as people write them, and how long somebody worked, each day once."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from attrs import frozen

import interview_value as iv

__all__ = ["DATE", "Dated", "Period", "dated", "months_away", "years"]

DATE = "a date as 2024, 2024-06 or 2024-06-29"
"""What is accepted, for mistakes."""

PATTERN = re.compile(r"([12][0-9]{3})(?:-([0-9]{1,2})(?:-([0-9]{1,2})(?:T[0-9:.+Z-]{1,30})?)?)?")

DAYS_IN_MONTH = 30.4375
DAYS_IN_YEAR = 365.25


@frozen
class Dated:
    """A date that may be known only to the month or the year.

    Args:
        earliest: The first day that it can be.
        latest: The last day that it can be.
    """

    earliest: date
    latest: date

    def until(self, day: date) -> Dated:
        """Return the same date, but no later than a day."""
        return Dated(min(self.earliest, day), min(self.latest, day))


@frozen
class Period:
    """A time at work.

    Args:
        start: When it began; None if nobody knows.
        end: When it ended, or today; None if nobody knows.
    """

    start: Dated | None
    end: Dated | None


def dated(text: str) -> Dated | None:
    """Read a date of which the month and the day may be left out.

    Args:
        text: What was written.

    Returns:
        The date, or None if it is none.
    """
    match = PATTERN.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = int(match[1]), match[2], match[3]
    first_month, last_month = (int(month), int(month)) if month else (1, 12)
    try:
        first_day, last_day = (int(day), int(day)) if day else (1, monthrange(year, last_month)[1])
        return Dated(date(year, first_month, first_day), date(year, last_month, last_day))
    except ValueError:
        return None


def months_away(periods: Iterable[Period], today: date) -> iv.Estimate | None:
    """Return how many months ago the last period ended.

    Args:
        periods: Times at work, none of which ends after today. One whose end nobody knows may be the last.
        today: The day from which is counted back.

    Returns:
        Months, ≥ 0, as a range where dates are not to the day; None if nothing is known.
    """
    periods = list(periods)
    ends = [period.end for period in periods if period.end]
    if not ends:
        return None
    unsure = len(ends) < len(periods)
    fewest = 0.0 if unsure else min(_months(today, end.latest) for end in ends)
    return iv.Estimate(fewest, min(_months(today, end.earliest) for end in ends))


def years(periods: Iterable[Period]) -> iv.Estimate | None:
    """Return for how many years somebody worked; days of several periods count once.

    Args:
        periods: Times at work.

    Returns:
        Years, ≥ 0, as a range where dates are not to the day; None if there is no period, or one without start or end.
    """
    least: list[tuple[date, date]] = []
    most: list[tuple[date, date]] = []
    for period in periods:
        if period.start is None or period.end is None:
            return None
        least.append((period.start.latest, period.end.earliest))
        most.append((period.start.earliest, period.end.latest))
    return iv.Estimate(_covered(least), _covered(most)) if most else None


def _months(today: date, day: date) -> float:
    return round((today - day).days / DAYS_IN_MONTH, 1)


def _covered(spans: Iterable[tuple[date, date]]) -> float:
    """Return the years that are within at least one span; one that ends before it starts covers none."""
    days, reached = 0, date.min
    for start, end in sorted(spans):
        begin = max(start, reached)
        if end > begin:
            days += (end - begin).days
            reached = end
    return round(days / DAYS_IN_YEAR, 1)
