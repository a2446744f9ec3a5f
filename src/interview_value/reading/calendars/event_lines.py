"""Event lines: an event that is written in another form, as the lines of a calendar file, while it is translated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from ..jsonld import as_object, is_list
from ..text import clean
from .content_lines import MAX_PAGE
from .zones import Zones

__all__ = ["EventLines", "line", "listed", "whole"]

MAX_LINE = 320
"""The longest name or address, in characters: 64 before the @ of an address and 255 behind it (RFC 5321, 4.5.3.1)."""


class EventLines:
    """The lines of one event while they are written.

    Args:
        where: How to write where the event stands, with a dot at its end.
        zone: The calendar's time zone.
    """

    def __init__(self, where: str, zone: str) -> None:
        self.where = where
        self.zone = zone
        self.inner: list[str] = []
        self.origin: dict[str, str] = {}

    def lines(self) -> tuple[str, ...]:
        """Return the event as it stands in a calendar file."""
        return "BEGIN:VEVENT", *self.inner, "END:VEVENT"

    def add(self, name: str, key: str, value: str, parameters: Mapping[str, str] | None = None) -> None:
        """Add a property and where it stands, unless it is empty.

        Args:
            name: What a calendar file calls it.
            key: What the event calls it.
            value: Its value, on one line.
            parameters: Its parameters, each on one line.
        """
        from .ical import content_line

        if value:
            self.inner.append(content_line(name, value, parameters or {}))
            self.origin.setdefault(name, self.where + key)

    def text(self, name: str, key: str, value: object) -> None:
        """Add a text, however many lines it has; what is none is left out."""
        from .ical import escaped

        if isinstance(value, str):
            self.add(name, key, escaped(value[:MAX_PAGE]))

    def moment(self, name: str, key: str, node: Any, *, all_day: bool = False) -> None:
        """Add a start, an end, or the one that is meant; what is no date is left out."""
        said = as_object(node) or {}
        kind = "date" if "date" in said else "dateTime"
        try:
            moment = datetime.fromisoformat(line(said.get(kind)))
            if kind == "date" or all_day:
                self.add(name, f"{key}.{kind}", f"{moment:%Y%m%d}", {"VALUE": "DATE"})
            else:
                self._timed(name, f"{key}.{kind}", moment, line(said.get("timeZone")) or self.zone)
        except (ValueError, OverflowError):
            return

    def _timed(self, name: str, key: str, moment: datetime, zone: str) -> None:
        known = Zones({}).attach(datetime(2000, 1, 1), zone).tzinfo
        if moment.tzinfo is not None:
            moment = moment.astimezone(known or UTC)
        mark = "Z" if moment.tzinfo is UTC else ""
        named = {"X-TZID": zone} if zone and not mark else {}
        self.add(name, key, f"{moment:%Y%m%dT%H%M%S}{mark}", named)

    def person(self, name: str, key: str, address: str, parameters: Mapping[str, Any]) -> None:
        """Add somebody with a mail address; whoever has none is left out."""
        said = {key: text for key, value in parameters.items() if (text := line(value))}
        self.add(name, key, f"mailto:{address}" if "@" in address else "", said)

    def version(self, sequence: object, key: str, updated: object) -> None:
        """Add which version of the event this is, and since when.

        Args:
            sequence: Its number, if there is one.
            key: Where the time of the last change stands.
            updated: That time.
        """
        if number := whole(sequence, 0):
            self.add("SEQUENCE", "sequence", str(number))
        try:
            stamp = datetime.fromisoformat(line(updated)).astimezone(UTC)
        except (ValueError, OverflowError):
            return
        self.add("DTSTAMP", key, f"{stamp:%Y%m%dT%H%M%SZ}")


def whole(value: object, otherwise: int) -> int:
    """Return a number that can be a count, or the other one."""
    return value if type(value) is int and 0 < value < 10**9 else otherwise


def line(value: object) -> str:
    """Return a text on one line; empty if it is none."""
    return (clean(value, MAX_LINE) or "") if isinstance(value, str) else ""


def listed(value: object) -> list[Any]:
    """Return a list; empty if it is none."""
    return value if is_list(value) else []
