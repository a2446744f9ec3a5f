"""Calendars as JSON: what Google Calendar and Microsoft Graph answer, as the content that the calendar reader takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...model.invitation import Invitation
from ...model.source import Source
from ..document import Document
from ..jsonld import as_object
from .content_lines import MAX_EVENTS, Content, split
from .event_lines import EventLines, line, listed
from .google_events import add_google_event
from .graph_events import add_graph_event

__all__ = ["content_of", "is_calendar_json", "owner_of", "read_calendar_json"]

NO_MEETINGS = frozenset({"birthday", "focusTime", "outOfOffice", "workingLocation"})
"""The types of Google's events that are none with other people."""


def is_calendar_json(document: Document) -> bool:
    """Whether a document is an event, or a list of events, as one of the two interfaces writes it."""
    return next(_events(document.data), None) is not None


def read_calendar_json(document: Document) -> Invitation:
    """Read the interview in an event or a list of events.

    Args:
        document: What `is_calendar_json` recognised.

    Raises:
        ReadError: As `read_calendar`.
    """
    from .calendar import read_content, require_icalendar

    name = document.source.name
    require_icalendar(name)
    seeker = document.seeker or owner_of(document.data)
    return read_content(name, content_of(name, document.data), seeker=seeker)


def content_of(name: str, data: Any) -> Content:
    """Write events as lines of a calendar file, each property with the name that the JSON gives it in ``origin``.

    Args:
        name: The file's name.
        data: Parsed JSON that `is_calendar_json` recognised.
    """
    zone = str((as_object(data) or {}).get("timeZone", ""))[:100]
    written = [_written(where, event, zone) for where, event in _events(data)]
    text = "\n".join(("BEGIN:VCALENDAR", *(line for event in written for line in event.lines()), "END:VCALENDAR"))
    content = split(Source(name, text.encode(errors="replace")))
    for block, event in zip(content.events, written, strict=False):
        block.origin = event.origin
    return content


def owner_of(data: Any) -> str | None:
    """Return the address of the calendar's owner, where Google marks one of those who take part as oneself."""
    for _, event in _events(data):
        for one in (event.get("organizer"), *listed(event.get("attendees"))):
            person = as_object(one) or {}
            if person.get("self") is True and (address := line(person.get("email"))):
                return address
    return None


def _events(data: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the events of an answer, each with how to write where it stands."""
    whole = as_object(data) or {}
    if _is_event(whole):
        yield "", whole
        return
    for key, found in (("items", whole.get("items")), ("value", whole.get("value")), ("", data)):
        some = listed(found)[: MAX_EVENTS + 1]  # one more shows that there are too many
        objects = [(f"{key}[{i}].", event) for i, one in enumerate(some) if (event := as_object(one))]
        if events := [(where, event) for where, event in objects if _is_event(event)]:
            yield from events
            return


def _is_event(node: Mapping[str, Any]) -> bool:
    if node.get("kind") == "calendar#event":
        return node.get("eventType") not in NO_MEETINGS
    dated = as_object(node.get("start")) or {}
    of_google = not {"iCalUID", "htmlLink", "summary"}.isdisjoint(node)
    of_graph = not {"iCalUId", "subject"}.isdisjoint(node)
    return ("dateTime" in dated or "date" in dated) and (of_google or of_graph)


def _written(where: str, node: Mapping[str, Any], zone: str) -> EventLines:
    event = EventLines(where, zone)
    (add_graph_event if "subject" in node or "iCalUId" in node else add_google_event)(event, node)
    return event
