"""The only module that knows the icalendar library: single events and time zones, and nothing else.

The library is loaded when it is first needed: it is optional, and loading it takes longer than reading a file.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta, tzinfo
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from ...errors import ReadError, short
from ..json_data import is_json_list

if TYPE_CHECKING:
    import icalendar

__all__ = [
    "ParsedEvent",
    "content_line",
    "errors_as_read_errors",
    "escape_text",
    "iana_name",
    "parse_event",
    "parse_length",
    "parse_zone",
    "raw_moment",
    "raw_moments",
    "require_icalendar",
    "texts",
    "values",
]

ParsedEvent: TypeAlias = "icalendar.Event"
"""An event as the library understands it."""


def require_icalendar(name: str) -> None:
    """Raise a `ReadError` that says what to install if the library is missing.

    Args:
        name: The source's name.
    """
    try:
        import_module("icalendar")
    except ImportError as error:
        reason = 'is a calendar file; to read it: pip install "interview-value[readers]"'
        raise ReadError(name, reason) from error


@contextmanager
def errors_as_read_errors(name: str) -> Generator[None]:
    """Turn whatever the library raises on a broken file into a `ReadError`.

    Args:
        name: The source's name.
    """
    try:
        yield
    except ReadError:
        raise
    except Exception as error:
        reason = f"the icalendar library cannot read it: {type(error).__name__}: {short(str(error), 200)}"
        raise ReadError(name, reason) from error


def escape_text(text: str) -> str:
    """Return a text as a TEXT value of a content line, on one line."""
    from icalendar import vText

    return vText(text.replace("\r\n", "\n").replace("\r", "\n")).to_ical().decode()


def content_line(name: str, value: str, parameters: Mapping[str, str]) -> str:
    """Return a content line that is not folded.

    Args:
        name: The property.
        value: Its value, already escaped if it is a text.
        parameters: Its parameters, each on one line.
    """
    from icalendar import Parameters

    suffix = ";" + Parameters(parameters).to_ical().decode() if parameters else ""
    return f"{name}{suffix}:{value}"


def parse_event(lines: Iterable[str]) -> ParsedEvent:
    """Parse the lines of one event; a line that cannot be parsed is left out.

    Args:
        lines: Content lines, without BEGIN and END.
    """
    from icalendar import Event

    event: Any = Event.from_ical("\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT", "")))
    return cast("icalendar.Event", event)


def parse_zone(lines: Iterable[str]) -> tzinfo:
    """Parse the lines of a VTIMEZONE without its TZID, so that the library does not keep it under that name.

    Args:
        lines: Content lines, without BEGIN and END.

    Raises:
        Exception: Whatever the library raises for a zone that it cannot parse.
    """
    from icalendar import Timezone

    zone: Any = Timezone.from_ical("\r\n".join(("BEGIN:VTIMEZONE", *lines, "END:VTIMEZONE", "")))
    zone.add("TZID", "described-in-the-file")
    return cast(tzinfo, zone.to_tz(lookup_tzid=False))


def iana_name(name: str) -> str:
    """Return the IANA name of a time zone that Windows names; any other name as it is."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return WINDOWS_TO_OLSON.get(name, name)


def values(event: ParsedEvent, name: str) -> list[Any]:
    """Return all values of a property: the library gives a single one bare and several as a list."""
    value: Any = event.get(name, [])
    return value if is_json_list(value) else [value]


def texts(event: ParsedEvent, name: str) -> list[str]:
    """Return all values of a property as text."""
    return [str(value) for value in values(event, name)]


def raw_moment(event: ParsedEvent, name: str) -> tuple[date | timedelta | None, str]:
    """Return the first value of a date, time or duration property, and the name of its time zone.

    Returns:
        The value, floating unless it is in UTC, or None if there is none or it cannot be parsed;
        and the name of the zone, or empty text.
    """
    return next(raw_moments(event, name), (None, ""))


def raw_moments(event: ParsedEvent, name: str) -> Iterator[tuple[date | timedelta, str]]:
    """Yield all values of a property that can be parsed, of a period its start, each with the name of its zone."""
    for value in values(event, name):
        for item in _items(value):
            moment = _moment(item)
            if isinstance(moment, (date, timedelta)):
                yield moment, str(value.params.get("X-TZID", ""))


def parse_length(text: str) -> timedelta | None:
    """Parse a length of time such as ``PT30M``; None if it is none."""
    from icalendar import vDuration

    try:
        return cast(timedelta, cast(Any, vDuration).from_ical(text.strip().upper()))
    except Exception:  # noqa: BLE001 - the library raises different things for a broken value, by version
        return None


def _items(value: Any) -> list[Any]:
    """Return the values in a list of dates; any other value by itself."""
    try:
        return cast(list[Any], value.dts)
    except Exception:  # noqa: BLE001 - the library raises different things for a broken value, by version
        return [value]


def _moment(value: Any) -> object:
    """Return the date of a value, or the first of a period."""
    try:
        moment: Any = value.dt
        return cast(object, moment[0] if type(moment) is tuple else moment)
    except Exception:  # noqa: BLE001 - the library raises different things for a broken value, by version
        return None
