"""Rules of repetition: on which dates between two times an event repeats, however far its rule would run.

The dateutil library follows the rules; this module decides which of them it gets to see. A rule that never yields a
date would run to the year 9999, so a rule is followed only if its form ensures that it yields one every few years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import cast

from attrs import define

__all__ = ["Budget", "can_follow", "end_of", "follow"]

MAX_STEPS = 100_000
"""The most dates of repeating events that are counted in one file, those before the time in question included."""

MAX_INTERVAL = 10_000

WEEKDAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
PLAIN_DAYS = rf"{WEEKDAY}(?:,{WEEKDAY}){{0,6}}"
NTH = r"[+-]?[1-4]"
NTH_DAYS = rf"{NTH}{WEEKDAY}(?:,{NTH}{WEEKDAY}){{0,6}}"
SURE_DAY = r"[+-]?(?:[1-9]|1[0-9]|2[0-8])"
ANY_DAY = r"[+-]?(?:[1-9]|[12][0-9]|3[01])"
MONTH = r"(?:[1-9]|1[0-2])"
FORMS: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "DAILY": (),
    "WEEKLY": ({"BYDAY": PLAIN_DAYS},),
    "MONTHLY": (
        {"BYDAY": PLAIN_DAYS},
        {"BYDAY": NTH_DAYS},
        {"BYDAY": PLAIN_DAYS, "BYSETPOS": NTH},
        {"BYMONTHDAY": rf"{SURE_DAY}(?:,{SURE_DAY}){{0,30}}"},
    ),
    "YEARLY": (
        {"BYMONTH": MONTH, "BYDAY": NTH_DAYS},
        {"BYMONTH": MONTH, "BYMONTHDAY": SURE_DAY},
    ),
}
"""By frequency, which BY… parts may stand together in a rule, and which values of each; a rule may have none."""

EVERY_INTERVAL: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "DAILY": ({"BYDAY": PLAIN_DAYS},),
    "MONTHLY": ({"BYMONTHDAY": rf"{ANY_DAY}(?:,{ANY_DAY}){{0,30}}"},),
}
"""What a rule with an interval of 1 may have as well; with a longer interval it could miss every such day."""

INTERVALS = {"DAILY": timedelta(days=1), "WEEKLY": timedelta(weeks=1)}


@define
class Budget:
    """How many more dates of repeating events may be counted in a file.

    Args:
        steps: The number; it falls with each date.
    """

    steps: int = MAX_STEPS


def can_follow(rule: str) -> bool:
    """Whether a rule is sure to yield dates and understood in all its parts."""
    return _parts(rule) is not None


def end_of(rule: str) -> datetime | None:
    """Return when a rule ends: in UTC, or without a time zone, by the clock of the event; None if it has no end.

    Args:
        rule: A rule that `can_follow` accepts.
    """
    until = (_parts(rule) or {}).get("UNTIL")
    return _moment(until) if until else None


def follow(rule: str, start: datetime, first: datetime, last: datetime, budget: Budget) -> Iterator[datetime]:
    """Yield the starts of an event that repeats by a rule, as its own clock shows them. Its first one always counts.

    Args:
        rule: A rule that `can_follow` accepts, such as ``FREQ=WEEKLY;BYDAY=MO``; for its end, see `end_of`.
        start: When the event first starts, without a time zone.
        first: Dates before this one are left out.
        last: Dates after this one are left out.
        budget: How many dates may still be counted; once it is used up, the rest is left out.
    """
    from dateutil.rrule import rrule, rrulestr

    parts = _parts(rule)
    assert parts is not None, "only rules that `can_follow` accepts come here"
    left = int(parts.pop("COUNT", budget.steps))
    if first <= start <= last:
        yield start
    begin = start if "COUNT" in rule.upper() else _skip_intervals(parts, start, first)
    plain = ";".join(f"{name}={value}" for name, value in parts.items() if name != "UNTIL")
    try:
        dates = iter(cast(rrule, rrulestr(plain, dtstart=begin)).replace(until=last))
        while left > 0 and budget.steps > 0:
            date = next(dates)
            left, budget.steps = left - 1, budget.steps - 1
            if date >= first and date != start:
                yield date
    except (StopIteration, OverflowError, ValueError):
        return  # the last date, or the end of the calendar


def _parts(rule: str) -> dict[str, str] | None:
    """Return the parts of a rule that is sure to yield, or None."""
    pairs = [part.partition("=") for part in rule.strip().upper().split(";") if part]
    parts = {name.strip(): value.strip() for name, _, value in pairs}
    if len(parts) != len(pairs) or len(rule) > 500:
        return None
    frequency, interval, count = parts.get("FREQ", ""), parts.get("INTERVAL", "1"), parts.get("COUNT", "1")
    if not all(re.fullmatch("[0-9]{1,9}", number) and int(number) for number in (interval, count)):
        return None
    if "UNTIL" in parts and _moment(parts["UNTIL"]) is None:
        return None
    if int(interval) > MAX_INTERVAL or not re.fullmatch(WEEKDAY, parts.get("WKST", "MO")):
        return None
    filters = {name: value for name, value in parts.items() if name.startswith("BY")}
    if frequency not in FORMS or not {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", *filters} >= parts.keys():
        return None
    forms = FORMS[frequency] + (EVERY_INTERVAL.get(frequency, ()) if interval == "1" else ())
    return parts if not filters or any(_fits(filters, form) for form in forms) else None


def _moment(until: str) -> datetime | None:
    day, _, hour = until.rstrip("Z").partition("T")
    try:
        moment = datetime.strptime(f"{day}T{hour or '235959'}", "%Y%m%dT%H%M%S")
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if until.endswith("Z") else moment


def _fits(filters: Mapping[str, str], form: Mapping[str, str]) -> bool:
    return filters.keys() == form.keys() and all(re.fullmatch(form[name], value) for name, value in filters.items())


def _skip_intervals(parts: Mapping[str, str], start: datetime, first: datetime) -> datetime:
    """Skip intervals before `first`, where a rule counts days or weeks, and return the start that comes then."""
    length = INTERVALS.get(parts["FREQ"])
    if length is None or start >= first:
        return start
    step = length * int(parts.get("INTERVAL", "1"))
    # One interval earlier, as a week may begin before the day that the event first falls on.
    return start + max((first - start) // step - 1, 0) * step
