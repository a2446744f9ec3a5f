"""Events as Google Calendar and Microsoft Graph answer them in JSON, written as the lines of a calendar file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from ...model.source import Source
from ..document import Document
from ..json_data import as_object, is_json_list
from ..text import clean
from .content_lines import MAX_EVENTS, MAX_PAGE, Content, split
from .ical import content_line, escape_text
from .times import Zones

__all__ = ["content_of", "is_calendar_json", "owner_of"]

MAX_LINE = 320
"""The longest name or address, in characters: 64 before the @ of an address and 255 behind it (RFC 5321, 4.5.3.1)."""

NO_MEETINGS = frozenset({"birthday", "focusTime", "outOfOffice", "workingLocation"})
"""The types of Google's events that are none with other people."""

GOOGLE_STATUS = {
    "needsAction": "NEEDS-ACTION",
    "declined": "DECLINED",
    "tentative": "TENTATIVE",
    "accepted": "ACCEPTED",
}
GOOGLE_RULE = re.compile(r"(?:RRULE|EXDATE|RDATE|EXRULE)[;:][^\r\n]{1,2000}")
GRAPH_STATUS = {
    "none": "NEEDS-ACTION",
    "notResponded": "NEEDS-ACTION",
    "tentativelyAccepted": "TENTATIVE",
    "declined": "DECLINED",
    "accepted": "ACCEPTED",
    "organizer": "ACCEPTED",
}
GRAPH_FREQUENCIES = {"daily": "DAILY", "weekly": "WEEKLY", "absoluteMonthly": "MONTHLY", "absoluteYearly": "YEARLY"}


def is_calendar_json(document: Document) -> bool:
    """Whether a document is an event, or a list of events, of Google Calendar or Microsoft Graph."""
    return next(_events(document.data), None) is not None


def content_of(name: str, data: Any) -> Content:
    """Write events as lines of a calendar file, each with the names that the JSON gives its properties in ``origin``.

    Args:
        name: The file's name.
        data: Parsed JSON that `is_calendar_json` recognised.
    """
    zone = str(_object(data).get("timeZone", ""))[:100]
    events: list[_EventLines] = []
    for where, node in _events(data):
        events.append(_EventLines(where, zone))
        write = _write_graph_event if "subject" in node or "iCalUId" in node else _write_google_event
        write(events[-1], node)
    lines = [line for event in events for line in ("BEGIN:VEVENT", *event.lines, "END:VEVENT")]
    text = "\n".join(("BEGIN:VCALENDAR", *lines, "END:VCALENDAR"))
    content = split(Source(name, text.encode(errors="replace")))
    for component, event in zip(content.events, events, strict=False):
        component.origin = event.origin
    return content


def owner_of(data: Any) -> str | None:
    """Return the address of the calendar's owner, where Google marks one of those who take part as oneself."""
    for _, event in _events(data):
        for item in (event.get("organizer"), *_list(event.get("attendees"))):
            person = _object(item)
            if person.get("self") is True and (address := _line(person.get("email"))):
                return address
    return None


def _events(data: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the events of an answer, each with its path in the JSON."""
    answer = _object(data)
    if _is_event(answer):
        yield "", answer
        return
    for key, value in (("items", answer.get("items")), ("value", answer.get("value")), ("", data)):
        items = _list(value)[: MAX_EVENTS + 1]  # one more shows that there are too many
        objects = [(f"{key}[{i}].", node) for i, item in enumerate(items) if (node := as_object(item))]
        if events := [(where, node) for where, node in objects if _is_event(node)]:
            yield from events
            return


def _is_event(node: Mapping[str, Any]) -> bool:
    if node.get("kind") == "calendar#event":
        return node.get("eventType") not in NO_MEETINGS
    start = _object(node.get("start"))
    of_google = not {"iCalUID", "htmlLink", "summary"}.isdisjoint(node)
    of_graph = not {"iCalUId", "subject"}.isdisjoint(node)
    return ("dateTime" in start or "date" in start) and (of_google or of_graph)


class _EventLines:
    """The lines of one event while they are written.

    Args:
        where: The path of the event in the JSON, ending with a dot.
        zone: The calendar's time zone.
    """

    def __init__(self, where: str, zone: str) -> None:
        self.where = where
        self.zone = zone
        self.lines: list[str] = []
        self.origin: dict[str, str] = {}

    def add(self, name: str, key: str, value: str, parameters: Mapping[str, str] | None = None) -> None:
        """Add a property and where it stands, unless it is empty.

        Args:
            name: What a calendar file calls it.
            key: What the event calls it.
            value: Its value, on one line.
            parameters: Its parameters, each on one line.
        """
        if value:
            self.lines.append(content_line(name, value, parameters or {}))
            self.origin.setdefault(name, self.where + key)

    def add_text(self, name: str, key: str, value: object) -> None:
        """Add a text, however many lines it has; what is no text is left out."""
        if isinstance(value, str):
            self.add(name, key, escape_text(value[:MAX_PAGE]))

    def add_moment(self, name: str, key: str, value: object, *, all_day: bool = False) -> None:
        """Add a start, an end, or the date of a series that is meant; what is no date is left out."""
        node = _object(value)
        kind = "date" if "date" in node else "dateTime"
        try:
            moment = datetime.fromisoformat(_line(node.get(kind)))
            if kind == "date" or all_day:
                self.add(name, f"{key}.{kind}", f"{moment:%Y%m%d}", {"VALUE": "DATE"})
            else:
                self._add_time(name, f"{key}.{kind}", moment, _line(node.get("timeZone")) or self.zone)
        except (ValueError, OverflowError):
            return

    def _add_time(self, name: str, key: str, moment: datetime, zone: str) -> None:
        if moment.tzinfo is not None:
            moment = moment.astimezone(Zones({}).attach(datetime(2000, 1, 1), zone).tzinfo or UTC)
        in_utc = moment.tzinfo is UTC
        parameters = {"X-TZID": zone} if zone and not in_utc else {}
        self.add(name, key, f"{moment:%Y%m%dT%H%M%S}{'Z' if in_utc else ''}", parameters)

    def add_person(self, name: str, key: str, address: str, parameters: Mapping[str, object]) -> None:
        """Add a person who has a mail address; others are left out."""
        texts = {parameter: text for parameter, value in parameters.items() if (text := _line(value))}
        self.add(name, key, f"mailto:{address}" if "@" in address else "", texts)

    def add_version(self, sequence: object, key: str, updated: object) -> None:
        """Add which version of the event this is, and since when.

        Args:
            sequence: Its number, if there is one.
            key: Where the time of the last change stands.
            updated: That time.
        """
        if number := _count(sequence, 0):
            self.add("SEQUENCE", "sequence", str(number))
        try:
            stamp = datetime.fromisoformat(_line(updated)).astimezone(UTC)
        except (ValueError, OverflowError):
            return
        self.add("DTSTAMP", key, f"{stamp:%Y%m%dT%H%M%SZ}")


def _write_google_event(event: _EventLines, node: Mapping[str, Any]) -> None:
    event.add_text("UID", "iCalUID", node.get("iCalUID", node.get("id")))
    event.add_version(node.get("sequence"), "updated", node.get("updated"))
    if node.get("status") == "cancelled":
        event.add("STATUS", "status", "CANCELLED")
    for name in ("summary", "description", "location"):
        event.add_text(name.upper(), name, node.get(name))
    event.add_moment("DTSTART", "start", node.get("start"))
    if node.get("endTimeUnspecified") is not True:
        event.add_moment("DTEND", "end", node.get("end"))
    event.add_moment("RECURRENCE-ID", "originalStartTime", node.get("originalStartTime"))
    rules = _list(node.get("recurrence"))
    event.lines += [rule for rule in rules if isinstance(rule, str) and GOOGLE_RULE.fullmatch(rule)]
    organizer = _object(node.get("organizer"))
    event.add_person("ORGANIZER", "organizer", _line(organizer.get("email")), {"CN": organizer.get("displayName")})
    for attendee in map(_object, _list(node.get("attendees"))):
        parameters = {
            "CN": attendee.get("displayName"),
            "PARTSTAT": GOOGLE_STATUS.get(_line(attendee.get("responseStatus"))),
            "CUTYPE": "RESOURCE" if attendee.get("resource") is True else None,
        }
        event.add_person("ATTENDEE", "attendees", _line(attendee.get("email")), parameters)
    entry_points = map(_object, _list(_object(node.get("conferenceData")).get("entryPoints")))
    video = next((point.get("uri") for point in entry_points if point.get("entryPointType") == "video"), None)
    key, link = ("conferenceData.entryPoints", video) if video else ("hangoutLink", node.get("hangoutLink"))
    event.add_text("X-GOOGLE-CONFERENCE", key, link)


def _write_graph_event(event: _EventLines, node: Mapping[str, Any]) -> None:
    all_day = node.get("isAllDay") is True
    event.add_text("UID", "iCalUId", node.get("iCalUId", node.get("id")))
    event.add_version(None, "lastModifiedDateTime", node.get("lastModifiedDateTime"))
    if node.get("isCancelled") is True:
        event.add("STATUS", "isCancelled", "CANCELLED")
    event.add_text("SUMMARY", "subject", node.get("subject"))
    event.add_text("DESCRIPTION", "bodyPreview", node.get("bodyPreview"))
    event.add_text("X-ALT-DESC", "body.content", _object(node.get("body")).get("content"))
    event.add_text("LOCATION", "location.displayName", _object(node.get("location")).get("displayName"))
    event.add_moment("DTSTART", "start", node.get("start"), all_day=all_day)
    event.add_moment("DTEND", "end", node.get("end"), all_day=all_day)
    event.add_moment("RECURRENCE-ID", "originalStart", {"dateTime": node.get("originalStart")})
    event.add("RRULE", "recurrence", _graph_rule(_object(node.get("recurrence"))))
    organizer = _object(_object(node.get("organizer")).get("emailAddress"))
    parameters = {"CN": organizer.get("name")}
    event.add_person("ORGANIZER", "organizer.emailAddress", _line(organizer.get("address")), parameters)
    for attendee in map(_object, _list(node.get("attendees"))):
        mailbox = _object(attendee.get("emailAddress"))
        parameters = {
            "CN": mailbox.get("name"),
            "PARTSTAT": GRAPH_STATUS.get(_line(_object(attendee.get("status")).get("response"))),
            "CUTYPE": "RESOURCE" if attendee.get("type") == "resource" else None,
        }
        event.add_person("ATTENDEE", "attendees", _line(mailbox.get("address")), parameters)
    meeting = _object(node.get("onlineMeeting"))
    event.add_text("X-MICROSOFT-SKYPETEAMSMEETINGURL", "onlineMeeting.joinUrl", meeting.get("joinUrl"))


def _graph_rule(recurrence: Mapping[str, Any]) -> str:
    """Return Graph's recurrence as a rule if it is a plain one; the others show only as the dates of the list."""
    pattern, span = _object(recurrence.get("pattern")), _object(recurrence.get("range"))
    frequency = GRAPH_FREQUENCIES.get(_line(pattern.get("type")))
    if frequency is None:
        return ""
    parts = [f"FREQ={frequency}", f"INTERVAL={_count(pattern.get('interval'), 1)}"]
    days = [str(day)[:2].upper() for day in _list(pattern.get("daysOfWeek"))[:7]]
    if days and frequency == "WEEKLY":
        parts.append(f"BYDAY={','.join(days)}")
    if span.get("type") == "numbered":
        parts.append(f"COUNT={_count(span.get('numberOfOccurrences'), 1)}")
    if span.get("type") == "endDate":
        parts.append(f"UNTIL={_line(span.get('endDate')).replace('-', '')}T235959Z")
    return ";".join(parts)


def _object(value: object) -> Mapping[str, Any]:
    """Return a JSON object; an empty one if the value is none."""
    return as_object(value) or {}


def _list(value: object) -> list[Any]:
    """Return a JSON list; an empty one if the value is none."""
    return value if is_json_list(value) else []


def _line(value: object) -> str:
    """Return a text on one line; empty if the value is no text."""
    return (clean(value, MAX_LINE) or "") if isinstance(value, str) else ""


def _count(value: object, otherwise: int) -> int:
    """Return a whole number that can be a count; `otherwise` if the value is none."""
    return value if type(value) is int and 0 < value < 10**9 else otherwise
