"""Content lines: a calendar file split into events and time zones, before any value in it is parsed.

The icalendar library parses the lines; this module only decides which of them it gets to see. So a broken line
costs itself and not the file, a feed of ten thousand events costs little until one is chosen, and everything
has a bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from ...model.source import Source

__all__ = ["MAX_EVENTS", "MAX_PAGE", "Component", "Content", "split"]

MAX_EVENTS = 10_000
"""The most events that are looked at in one file."""

MAX_LINES = 1_000
"""The most lines of one event that are looked at: an interview with a thousand guests is none."""

MAX_LINE = 100_000
"""Where a line is cut, in characters; longer ones are lost if that falls into their parameters."""

MAX_VALUE = 10_000
"""Where the value of a property is cut, in characters."""

MAX_PAGE = 50_000
"""Where a description that is a page is cut, in characters: a program's own styles come first in it."""

MAX_PARAMETERS = 1_000
"""The longest parameters of a property that are looked at, in characters; those of a text may be left out."""

MAX_DEPTH = 16
"""How deep components may nest; the standard needs three."""

EVENT_PROPERTIES = frozenset(
    {
        *("ATTENDEE", "ORGANIZER", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "UID", "SEQUENCE", "RECURRENCE-ID"),
        *("DTSTAMP", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "TRANSP"),
        *("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-CDO-BUSYSTATUS"),
        *("X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "X-MICROSOFT-SKYPETEAMSMEETINGURL"),
        *("X-MICROSOFT-CDO-ALLDAYEVENT", "X-ALT-DESC", "X-APPLE-TRAVEL-DURATION"),
    }
)
"""The properties of an event that are read; the others cannot do harm."""

NOT_EVENTS = frozenset({"VTODO", "VJOURNAL", "VFREEBUSY"})
"""The components that a calendar may hold instead of events."""

TEXTS = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "X-ALT-DESC"})

LINE = re.compile(r'([A-Za-z0-9-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)', re.DOTALL)
TZID = re.compile(r";\s*TZID=", re.IGNORECASE)
ESCAPED = re.compile(r"\\([nN,;\\])")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


@define
class Component:
    """The lines of one event or time zone.

    Args:
        calendar: The properties of the calendar around it; shared, because a METHOD may come late.
        lines: Its lines, without BEGIN and END. ``TZID`` is called ``X-TZID`` in them: the icalendar library keeps
            what it learns of time zones for the whole process, and one file must not change how another is read.
        values: The raw values, by the name of the property.
        origin: Where a property stands in the file, by its name, if the file is JSON; else empty.
    """

    calendar: dict[str, str]
    lines: list[str] = field(factory=list[str])
    values: dict[str, list[str]] = field(factory=dict[str, list[str]])
    origin: dict[str, str] = field(factory=dict[str, str])

    @property
    def method(self) -> str:
        """How the calendar around it was sent (METHOD), such as ``"REQUEST"``, or empty text."""
        return self.calendar.get("METHOD", "")

    def value(self, name: str) -> str:
        """Return the first raw value of a property, or empty text."""
        return self.values.get(name, [""])[0].strip()

    def text(self, name: str) -> str:
        """Return the first value of a text property as a person would read it."""
        return ESCAPED.sub(lambda match: " " if match[1] in "nN" else match[1], self.value(name))

    def lines_of(self, name: str) -> list[str]:
        """Return the lines of one property."""
        return [line for line in self.lines if line.startswith((name + ":", name + ";"))]


@define
class Content:
    """What a calendar file is made of.

    Args:
        events: The events, in the order of the file.
        zones: The time zones that it describes, by name.
        broken: How many lines of events could not be read.
        too_many: Whether there was more than is looked at.
        unfinished: Whether the file ends within an event.
        others: The other components that it holds, such as ``VTODO``.
    """

    events: list[Component] = field(factory=list[Component])
    zones: dict[str, Component] = field(factory=dict[str, Component])
    broken: int = 0
    too_many: bool = False
    unfinished: bool = False
    others: set[str] = field(factory=set[str])


def split(source: Source) -> Content:
    """Cut a calendar file, or several in one, into events and time zones. Never fails."""
    splitter = _Splitter()
    for line in _unfolded(source):
        splitter.take(line)
    splitter.content.unfinished = any(name == "VEVENT" for name, _ in splitter.open)
    return splitter.content


def _unfolded(source: Source) -> Iterator[str]:
    utf16 = source.data[:2] in (b"\xff\xfe", b"\xfe\xff")
    data = source.text.encode(errors="replace") if utf16 else source.data
    # Unfolded before it is decoded: some programs fold in the middle of a character.
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n ", b"").replace(b"\n\t", b"")
    for line in Source(source.name, data).text.split("\n"):
        yield CONTROLS.sub("", line[:MAX_LINE])


class _Splitter:
    """Sorts the lines of a file into components, one line after the other."""

    def __init__(self) -> None:
        self.content = Content()
        self.calendar: dict[str, str] = {}
        self.open: list[tuple[str, Component | None]] = []

    def take(self, line: str) -> None:
        name, component = self.open[-1] if self.open else ("", None)
        match = LINE.match(line)
        if match is None:
            self.content.broken += bool(component is not None and line.strip())
            return
        key = match[1].upper()
        if key == "BEGIN":
            self._begin(match[3].strip().upper(), component)
        elif key == "END":
            self._end(match[3].strip().upper())
        elif component is not None:
            self._property(name, component, key, match)
        elif key == "METHOD":
            self.calendar[key] = match[3].strip().upper()

    def _begin(self, name: str, around: Component | None) -> None:
        if len(self.open) >= MAX_DEPTH:
            return
        if name == "VCALENDAR":
            self.calendar = {}
        if name in NOT_EVENTS:
            self.content.others.add(name)
        self.open.append((name, self._component(name, around)))

    def _component(self, name: str, around: Component | None) -> Component | None:
        if name == "VEVENT":
            if len(self.content.events) >= MAX_EVENTS:
                self.content.too_many = True
                return None
            self.content.events.append(Component(self.calendar))
            return self.content.events[-1]
        if name == "VTIMEZONE":
            return Component(self.calendar)
        if name in ("STANDARD", "DAYLIGHT") and around is not None:
            around.lines.append("BEGIN:" + name)
            return around
        return None

    def _end(self, name: str) -> None:
        places = [place for place, (opened, _) in enumerate(self.open) if opened == name]
        if not places:
            return
        for ended, component in reversed(self.open[places[-1] :]):
            if ended in ("STANDARD", "DAYLIGHT") and component is not None:
                component.lines.append("END:" + ended)
        del self.open[places[-1] :]

    def _property(self, around: str, component: Component, key: str, match: re.Match[str]) -> None:
        value = match[3][: MAX_PAGE if key == "X-ALT-DESC" else MAX_VALUE]
        # A text may carry a whole page of HTML in a parameter, and does not need it.
        parameters = TZID.sub(";X-TZID=", match[2]) if len(match[2]) <= MAX_PARAMETERS else ""
        if around == "VTIMEZONE" and key == "TZID":
            self.content.zones.setdefault(value.strip(), component)
        elif match[2] and not parameters and key not in TEXTS:
            self.content.broken += 1
        elif around != "VEVENT" or key in EVENT_PROPERTIES:
            self.content.too_many |= len(component.lines) >= MAX_LINES
            if len(component.lines) < MAX_LINES:
                component.lines.append(f"{key}{parameters}:{value}")
                component.values.setdefault(key, []).append(value)
