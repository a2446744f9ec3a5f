"""Places: whether an interview is held by phone or video or in person, and where."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

__all__ = ["Place", "place"]

LINK = re.compile(r"https?://[^\s<>\"']{3,500}", re.IGNORECASE)
CONFERENCE = re.compile(
    r"(?:https?://|\b)(?:[\w-]{1,63}\.){0,4}?(?:zoom\.(?:us|com)/|teams\.(?:microsoft|live)\.com/|meet\.google\.com/|webex\.com/"
    r"|whereby\.com/|meet\.jit\.si/|goto(?:meeting)?\.com/|bluejeans\.com/|chime\.aws/|skype\.com/|hangouts\.google\.com/"
    r"|meeting\.tencent\.com/)[^\s<>\"']*",
    re.IGNORECASE,
)
BY_WIRE = re.compile(
    r"\b(?:phone|telephone|tel:|video|zoom|microsoft teams|ms teams|teams meeting|google meet|webex|skype|hangouts?|"
    r"virtual|online|remote)\b",
    re.IGNORECASE,
)
SAID_BY_WIRE = re.compile(
    r"\b(?:phone|telephone|video|virtual|online|remote|zoom|teams|webex|skype|google meet)[ -]"
    r"(?:interview|screen|screening|call|conversation|on-?site|round)\b"
    r"|\binterview (?:by|over|via|on) (?:phone|telephone|video|zoom|teams|webex|skype|google meet|microsoft teams)\b"
    r"|\((?:phone|telephone|video|virtual|online|remote|zoom|teams|google meet|webex|skype)\)",
    re.IGNORECASE,
)
SAID_IN_PERSON = re.compile(
    r"\b(?:in[ -]person|face[ -]to[ -]face) (?:interview|meeting)\b|(?<!virtual )(?<!online )(?<!remote )\bon-?site "
    r"(?:interview|loop|round|day|visit)s?\b|\((?:in[ -]person|on-?site)\)"
    r"|\binterview(?:,| -|:)? (?:in[ -]person|on-?site)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\+?[\d\s()./-]{6,40}")
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
        note: What is contradictory, or empty.
    """

    remote: bool | None = None
    remote_from: str = ""
    location: str | None = None
    location_from: str = ""
    note: str = ""


def place(summary: str, location: str, texts: Mapping[str, str], links: Mapping[str, str]) -> Place:
    """Weigh what a file says of the place: the summary's words first, then the location, then a conference link.

    A link beside a street address settles nothing, because some programs add one to every event.

    Args:
        summary: The event's summary.
        location: Its location.
        texts: Its descriptions, by property.
        links: The values of those properties that only a conference has, by property.
    """
    where, link = _link(location, texts, links)
    spot = (location, "LOCATION") if location else (link, where) if link else (None, "")
    if (said := _said(summary)) is not None:
        return Place(said, "SUMMARY", *spot)
    if location and (BY_WIRE.search(location) or NUMBER.fullmatch(location) or where == "LOCATION"):
        return Place(True, "LOCATION", *spot)
    if location and link:
        note = f"the file has a place and a link ({where}); it does not say which one counts"
        return Place(location=location, location_from="LOCATION", note=note)
    if location and STREET.search(location):
        return Place(False, "LOCATION", *spot)
    return Place(True, where, *spot) if link else Place(location=spot[0], location_from=spot[1])


def _said(summary: str) -> bool | None:
    by_wire, in_person = SAID_BY_WIRE.search(summary), SAID_IN_PERSON.search(summary)
    return None if bool(by_wire) == bool(in_person) else by_wire is not None


def _link(location: str, texts: Mapping[str, str], links: Mapping[str, str]) -> tuple[str, str | None]:
    """Return the property that holds a conference's link, and the link."""
    for name, text in links.items():
        if found := LINK.search(text) or CONFERENCE.search(text):
            return name, found[0]
    for name, text in (("LOCATION", location), *texts.items()):
        if found := CONFERENCE.search(text):
            return name, found[0]
    return "", None
