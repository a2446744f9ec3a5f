"""Graph's events: the event resource of Microsoft Graph (Outlook), as the lines of a calendar file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..jsonld import as_object
from .event_lines import EventLines, line, listed, whole

__all__ = ["add_graph_event"]

ANSWERED = {
    "none": "NEEDS-ACTION",
    "notResponded": "NEEDS-ACTION",
    "tentativelyAccepted": "TENTATIVE",
    "declined": "DECLINED",
    "accepted": "ACCEPTED",
    "organizer": "ACCEPTED",
}
FREQUENCIES = {"daily": "DAILY", "weekly": "WEEKLY", "absoluteMonthly": "MONTHLY", "absoluteYearly": "YEARLY"}


def add_graph_event(event: EventLines, node: Mapping[str, Any]) -> None:
    """Write an event as lines.

    Args:
        event: Where to.
        node: The event resource.
    """
    whole_day = node.get("isAllDay") is True
    event.text("UID", "iCalUId", node.get("iCalUId", node.get("id")))
    event.version(None, "lastModifiedDateTime", node.get("lastModifiedDateTime"))
    if node.get("isCancelled") is True:
        event.add("STATUS", "isCancelled", "CANCELLED")
    event.text("SUMMARY", "subject", node.get("subject"))
    event.text("DESCRIPTION", "bodyPreview", node.get("bodyPreview"))
    event.text("X-ALT-DESC", "body.content", (as_object(node.get("body")) or {}).get("content"))
    event.text("LOCATION", "location.displayName", (as_object(node.get("location")) or {}).get("displayName"))
    event.moment("DTSTART", "start", node.get("start"), all_day=whole_day)
    event.moment("DTEND", "end", node.get("end"), all_day=whole_day)
    event.moment("RECURRENCE-ID", "originalStart", {"dateTime": node.get("originalStart")})
    event.add("RRULE", "recurrence", _rule(as_object(node.get("recurrence")) or {}))
    address, name = _mailbox(node.get("organizer"))
    event.person("ORGANIZER", "organizer.emailAddress", address, {"CN": name})
    for one in listed(node.get("attendees")):
        _add_graph_attendee(event, as_object(one) or {})
    meeting = as_object(node.get("onlineMeeting")) or {}
    event.text("X-MICROSOFT-SKYPETEAMSMEETINGURL", "onlineMeeting.joinUrl", meeting.get("joinUrl"))


def _add_graph_attendee(event: EventLines, one: Mapping[str, Any]) -> None:
    address, name = _mailbox(one)
    response = line((as_object(one.get("status")) or {}).get("response"))
    kind = "RESOURCE" if one.get("type") == "resource" else None
    event.person("ATTENDEE", "attendees", address, {"CN": name, "PARTSTAT": ANSWERED.get(response), "CUTYPE": kind})


def _mailbox(node: Any) -> tuple[str, object]:
    said = as_object((as_object(node) or {}).get("emailAddress")) or {}
    return line(said.get("address")), said.get("name")


def _rule(recurrence: Mapping[str, Any]) -> str:
    """Graph's recurrence as a rule, if it is one of the plain kinds; the others show only as the dates of the list."""
    pattern, span = (as_object(recurrence.get(key)) or {} for key in ("pattern", "range"))
    frequency = FREQUENCIES.get(line(pattern.get("type")))
    if frequency is None:
        return ""
    parts = [f"FREQ={frequency}", f"INTERVAL={whole(pattern.get('interval'), 1)}"]
    days = [str(day)[:2].upper() for day in listed(pattern.get("daysOfWeek"))[:7]]
    parts += [f"BYDAY={','.join(days)}"] if days and frequency == "WEEKLY" else []
    parts += [f"COUNT={whole(span.get('numberOfOccurrences'), 1)}"] if span.get("type") == "numbered" else []
    if span.get("type") == "endDate":
        parts.append(f"UNTIL={line(span.get('endDate')).replace('-', '')}T235959Z")
    return ";".join(parts)
