"""Repeating: on which dates an event repeats, between two times, however far its rule would run.

The dateutil library follows the rules; this module decides which of them it gets to see. A rule that never yields a
date would run to the year 9999, so a rule is followed only if its form makes sure that it yields one every few years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import cast

from attrs import define

__all__ = ["Budget", "ending", "followed", "repeats"]

MAX_STEPS = 100_000
"""The most dates that are walked over in one file, those before the time in question among them."""

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
"""By frequency, the parts that may come together, and how each may read; there may be none of them."""

EACH_TIME: Mapping[str, Mapping[str, str]] = {
    "DAILY": {"BYDAY": PLAIN_DAYS},
    "MONTHLY": {"BYMONTHDAY": rf"{ANY_DAY}(?:,{ANY_DAY}){{0,30}}"},
}
"""What may come as well where every day, or every month, is looked at; a longer interval could miss it for ever."""

LENGTHS = {"DAILY": timedelta(days=1), "WEEKLY": timedelta(weeks=1)}


@define
class Budget:
    """How many more dates of repeating events may be walked over in a file.

    Args:
        steps: The number.
    """

    steps: int = MAX_STEPS


def followed(rule: str) -> bool:
    """Whether a rule can be followed: sure to yield, and understood in all its parts."""
    return _parts(rule) is not None


def ending(rule: str) -> datetime | None:
    """Return when a rule ends: in UTC, or without a time zone, by the clock of the event; None if it has no end.

    Args:
        rule: A rule that can be `followed`.
    """
    said = (_parts(rule) or {}).get("UNTIL")
    return _moment(said) if said else None


def repeats(rule: str, start: datetime, first: datetime, last: datetime, budget: Budget) -> Iterator[datetime]:
    """Yield when an event starts that repeats by a rule, as its own clock shows it. Its start counts in any case.

    Args:
        rule: A rule that can be `followed`, such as ``FREQ=WEEKLY;BYDAY=MO``; for its end, see `ending`.
        start: When the event first starts, without a time zone.
        first: Dates before this one are left out.
        last: So are dates after this one.
        budget: What may still be walked; where it is used up, the rest is left out.
    """
    from dateutil.rrule import rrule, rrulestr

    parts = _parts(rule)
    assert parts is not None, "only rules that can be followed come here"
    left = int(parts.pop("COUNT", budget.steps))
    if first <= start <= last:
        yield start
    begin = start if "COUNT" in rule.upper() else _nearer(parts, start, first)
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
    own = {name: value for name, value in parts.items() if name.startswith("BY")}
    if frequency not in FORMS or not {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", *own} >= parts.keys():
        return None
    forms = [*FORMS[frequency], *([EACH_TIME[frequency]] if interval == "1" and frequency in EACH_TIME else [])]
    return parts if not own or any(_fits(own, form) for form in forms) else None


def _moment(said: str) -> datetime | None:
    day, _, hour = said.rstrip("Z").partition("T")
    try:
        moment = datetime.strptime(f"{day}T{hour or '235959'}", "%Y%m%dT%H%M%S")
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if said.endswith("Z") else moment


def _fits(own: Mapping[str, str], form: Mapping[str, str]) -> bool:
    return own.keys() == form.keys() and all(re.fullmatch(form[name], value) for name, value in own.items())


def _nearer(parts: Mapping[str, str], start: datetime, first: datetime) -> datetime:
    """Skip whole intervals before the time in question, where a rule counts days or weeks from its start."""
    length = LENGTHS.get(parts["FREQ"])
    if length is None or start >= first:
        return start
    step = length * int(parts.get("INTERVAL", "1"))
    # One interval earlier, as a week may begin before the day that the event first falls on.
    return start + max((first - start) // step - 1, 0) * step
