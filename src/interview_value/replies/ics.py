"""Writing calendar files; the only module of this package that imports the icalendar library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["address", "calendar_file"]


def address(uri: str, **parameters: str) -> object:
    """Return an address with parameters, as the value of a property of an event.

    Raises:
        ImportError: The extra ``readers`` is not installed.
    """
    line: Any = _library().vCalAddress(uri)
    line.params.update(parameters)
    return line


def calendar_file(method: str, events: Iterable[Mapping[str, object]]) -> bytes:
    """Return a calendar file, UTF-8 with the line ends of the standard.

    Args:
        method: The iTIP method of the file, such as ``"REPLY"``.
        events: The properties of each event, by name.

    Raises:
        ImportError: The extra ``readers`` is not installed.
    """
    library = _library()
    calendar = library.Calendar()
    for name, text in (("PRODID", "-//interview-value//EN"), ("VERSION", "2.0"), ("METHOD", method)):
        calendar.add(name, text)
    for properties in events:
        event = library.Event()
        for name, value in properties.items():
            event.add(name, value)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _library() -> Any:
    try:
        import icalendar
    except ImportError as error:
        raise ImportError('to write for a calendar: pip install "interview-value[readers]"') from error
    return icalendar
