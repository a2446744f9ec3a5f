"""The one room that knows the icalendar library: single events and time zones, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta, tzinfo
from typing import Any, cast

from icalendar import Event, Parameters, Timezone, vDuration, vText
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from ..jsonld import is_list

__all__ = [
    "WINDOWS_TO_OLSON",
    "content_line",
    "escaped",
    "length_of",
    "parse_event",
    "parse_zone",
    "raw_moment",
    "texts",
    "values",
]


def escaped(text: str) -> str:
    """Return a text as a TEXT value of a content line, on one line."""
    return vText(text.replace("\r\n", "\n").replace("\r", "\n")).to_ical().decode()


def content_line(name: str, value: str, parameters: Mapping[str, str]) -> str:
    """Write a content line that is not folded.

    Args:
        name: The property.
        value: Its value, already escaped if it is a text.
        parameters: Its parameters, each on one line.
    """
    said = ";" + Parameters(parameters).to_ical().decode() if parameters else ""
    return f"{name}{said}:{value}"


def parse_event(lines: Iterable[str]) -> Event:
    """Understand the lines of one event; a line that cannot be understood is left out.

    Args:
        lines: Content lines, without BEGIN and END.
    """
    event: Any = Event.from_ical("\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT", "")))
    return cast(Event, event)


def parse_zone(lines: Iterable[str]) -> tzinfo:
    """Understand the lines of a VTIMEZONE without its TZID, so that the library does not keep it under that name.

    Args:
        lines: Content lines, without BEGIN and END.

    Raises:
        Exception: Whatever the library raises for a zone that it cannot understand.
    """
    zone: Any = Timezone.from_ical("\r\n".join(("BEGIN:VTIMEZONE", *lines, "END:VTIMEZONE", "")))
    zone.add("TZID", "described-in-the-file")
    return cast(tzinfo, zone.to_tz(lookup_tzid=False))


def values(event: Event, name: str) -> list[Any]:
    """Return all values of a property: the library gives one of them bare and several as a list."""
    found: Any = event.get(name, [])
    return found if is_list(found) else [found]


def texts(event: Event, name: str) -> list[str]:
    """Return all values of a property as text."""
    return [str(value) for value in values(event, name)]


def raw_moment(event: Event, name: str) -> tuple[date | timedelta | None, str]:
    """Return the first value of a date, time or duration property, and the name of its time zone.

    Returns:
        The value, floating unless it is in UTC, or None if there is none or it cannot be understood;
        and the name of the zone, or empty text.
    """
    return next(raw_moments(event, name), (None, ""))


def raw_moments(event: Event, name: str) -> Iterator[tuple[date | timedelta, str]]:
    """Yield all values of a property that can be understood, of a period its start, each with the name of its zone."""
    for value in values(event, name):
        for one in _listed(value):
            moment = _dated(one)
            if isinstance(moment, (date, timedelta)):
                yield moment, str(value.params.get("X-TZID", ""))


def length_of(text: str) -> timedelta | None:
    """Understand a length of time such as ``PT30M``; None if it is none."""
    try:
        return cast(timedelta, cast(Any, vDuration).from_ical(text.strip().upper()))
    except Exception:  # noqa: BLE001 - the library raises different things for a broken value, by version
        return None


def _listed(value: Any) -> list[Any]:
    """Return what stands in a list of dates; any other value by itself."""
    try:
        return cast(list[Any], value.dts)
    except Exception:  # noqa: BLE001 - the library raises different things for a broken value, by version
        return [value]


def _dated(value: Any) -> object:
    """Return the date of a value, or the first of a period."""
    try:
        moment: Any = value.dt
        return cast(object, moment[0] if type(moment) is tuple else moment)
    except Exception:  # noqa: BLE001 - the library raises different things for a broken value, by version
        return None
