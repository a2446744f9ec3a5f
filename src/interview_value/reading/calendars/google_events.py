"""Google's events: the event resource of the Google Calendar interface, as the lines of a calendar file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..jsonld import as_object
from .event_lines import EventLines, line, listed

__all__ = ["add_google_event"]

ANSWERED = {"needsAction": "NEEDS-ACTION", "declined": "DECLINED", "tentative": "TENTATIVE", "accepted": "ACCEPTED"}
RULE = re.compile(r"(?:RRULE|EXDATE|RDATE|EXRULE)[;:][^\r\n]{1,2000}")


def add_google_event(event: EventLines, node: Mapping[str, Any]) -> None:
    """Write an event as lines.

    Args:
        event: Where to.
        node: The event resource.
    """
    event.text("UID", "iCalUID", node.get("iCalUID", node.get("id")))
    event.version(node.get("sequence"), "updated", node.get("updated"))
    if node.get("status") == "cancelled":
        event.add("STATUS", "status", "CANCELLED")
    for name in ("summary", "description", "location"):
        event.text(name.upper(), name, node.get(name))
    event.moment("DTSTART", "start", node.get("start"))
    if node.get("endTimeUnspecified") is not True:
        event.moment("DTEND", "end", node.get("end"))
    event.moment("RECURRENCE-ID", "originalStartTime", node.get("originalStartTime"))
    event.inner += [rule for rule in listed(node.get("recurrence")) if isinstance(rule, str) and RULE.fullmatch(rule)]
    organizer = as_object(node.get("organizer")) or {}
    event.person("ORGANIZER", "organizer", line(organizer.get("email")), {"CN": organizer.get("displayName")})
    for one in map(as_object, listed(node.get("attendees"))):
        _add_attendee(event, one or {})
    event.text("X-GOOGLE-CONFERENCE", *_conference(node))


def _add_attendee(event: EventLines, one: Mapping[str, Any]) -> None:
    said = {
        "CN": one.get("displayName"),
        "PARTSTAT": ANSWERED.get(line(one.get("responseStatus"))),
        "CUTYPE": "RESOURCE" if one.get("resource") is True else None,
    }
    event.person("ATTENDEE", "attendees", line(one.get("email")), said)


def _conference(node: Mapping[str, Any]) -> tuple[str, object]:
    points = [as_object(one) or {} for one in listed((as_object(node.get("conferenceData")) or {}).get("entryPoints"))]
    video = next((one.get("uri") for one in points if one.get("entryPointType") == "video"), None)
    return ("conferenceData.entryPoints", video) if video else ("hangoutLink", node.get("hangoutLink"))
