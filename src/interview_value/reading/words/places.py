"""Whether an interview is held in person or by phone or video, and where."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

__all__ = ["Place", "find_place"]

LINK = re.compile(r"https?://[^\s<>\"']{3,500}", re.IGNORECASE)
CONFERENCE = re.compile(
    r"(?:https?://|\b)(?:[\w-]{1,63}\.){0,4}?(?:zoom\.(?:us|com)/|teams\.(?:microsoft|live)\.com/|meet\.google\.com/|webex\.com/"
    r"|whereby\.com/|meet\.jit\.si/|goto(?:meeting)?\.com/|bluejeans\.com/|chime\.aws/|skype\.com/|hangouts\.google\.com/"
    r"|meeting\.tencent\.com/)[^\s<>\"']*",
    re.IGNORECASE,
)
REMOTE_PLACE = re.compile(
    r"\b(?:phone|telephone|tel:|video|zoom|microsoft teams|ms teams|teams meeting|google meet|webex|skype|hangouts?|"
    r"virtual|online|remote)\b",
    re.IGNORECASE,
)
SAYS_REMOTE = re.compile(
    r"\b(?:phone|telephone|video|virtual|online|remote|zoom|teams|webex|skype|google meet)[ -]"
    r"(?:interview|screen|screening|call|conversation|on-?site|round)\b"
    r"|\binterview (?:by|over|via|on) (?:phone|telephone|video|zoom|teams|webex|skype|google meet|microsoft teams)\b"
    r"|\((?:phone|telephone|video|virtual|online|remote|zoom|teams|google meet|webex|skype)\)",
    re.IGNORECASE,
)
SAYS_IN_PERSON = re.compile(
    r"\b(?:in[ -]person|face[ -]to[ -]face) (?:interview|meeting)\b|(?<!virtual )(?<!online )(?<!remote )\bon-?site "
    r"(?:interview|loop|round|day|visit)s?\b|\((?:in[ -]person|on-?site)\)"
    r"|\binterview(?:,| -|:)? (?:in[ -]person|on-?site)\b",
    re.IGNORECASE,
)
PHONE_NUMBER = re.compile(r"\+?[\d\s()./-]{6,40}")
STREET = re.compile(
    r"\b(?:street|st\.|avenue|ave\.?|road|boulevard|lane|floor|building|room|suite|platz|weg|allee|gebäude|raum|etage)\b"
    r"|stra(?:ß|ss)e\b|str\.",
    re.IGNORECASE,
)


@frozen
class Place:
    """Where an interview is held, as far as the file says.

    Args:
        remote: By phone or video (True), in person (False), or unknown (None).
        remote_from: The property that says so.
        location: An address or a link, or None.
        location_from: The property that says so.
        two_from: The property with a link beside a place, where it is open which one counts; else empty.
    """

    remote: bool | None = None
    remote_from: str = ""
    location: str | None = None
    location_from: str = ""
    two_from: str = ""


def find_place(summary: str, location: str, texts: Mapping[str, str], links: Mapping[str, str]) -> Place:
    """Find the place of an interview: the summary's words count first, then the location, then a conference link.

    A link beside a street address settles nothing, because some programs add one to every event.

    Args:
        summary: The event's summary.
        location: Its location.
        texts: Its descriptions, by property.
        links: The values of those properties that only a conference has, by property.
    """
    where, link = _conference_link(location, texts, links)
    spot = (location, "LOCATION") if location else (link, where) if link else (None, "")
    remote, in_person = SAYS_REMOTE.search(summary) is not None, SAYS_IN_PERSON.search(summary) is not None
    if remote != in_person:
        return Place(remote, "SUMMARY", *spot)
    if location and (REMOTE_PLACE.search(location) or PHONE_NUMBER.fullmatch(location) or where == "LOCATION"):
        return Place(True, "LOCATION", *spot)
    if location and link:
        return Place(location=location, location_from="LOCATION", two_from=where)
    if location and STREET.search(location):
        return Place(False, "LOCATION", *spot)
    return Place(True, where, *spot) if link else Place(location=spot[0], location_from=spot[1])


def _conference_link(location: str, texts: Mapping[str, str], links: Mapping[str, str]) -> tuple[str, str | None]:
    """Return the property that holds a conference's link, and the link."""
    for name, text in links.items():
        if match := LINK.search(text) or CONFERENCE.search(text):
            return name, match[0]
    for name, text in (("LOCATION", location), *texts.items()):
        if match := CONFERENCE.search(text):
            return name, match[0]
    return "", None
