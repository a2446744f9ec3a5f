"""People: whom the seeker would meet, as far as the attendees of an event tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from attrs import frozen

__all__ = ["Guest", "Meeting", "guest", "is_mailbox", "meeting"]

PERSON = frozenset({"", "INDIVIDUAL"})
NOBODY = re.compile(
    r"(?:no|do[._-]?not)[._-]?reply|.*(?:notification|calendar|schedul|booking|unknownorganizer|mailer|hiring|recruit"
    r"|talent|career|jobs|team|support).*|hr|info|office|people|contact",
    re.IGNORECASE,
)
RESOURCE_DOMAINS = ("resource.calendar.google.com", "group.calendar.google.com")


@frozen
class Guest:
    """One attendee or organiser, reduced to what is needed to count people.

    Args:
        address: The address, in lower case, without ``mailto:``.
        name: The name beside it; a person's is only ever used to see that it is no organisation's.
        comes: Whether this is a person who takes part: no room, resource or group, and not declined.
        waits: How much this looks like the one who is invited: 2 asked to answer and has not, 1 has not answered.
        uri: The address as it is written, ``mailto:`` and all.
        declined: Whether this one declined.
    """

    address: str
    name: str
    comes: bool
    waits: int
    uri: str = ""
    declined: bool = False


@frozen
class Meeting:
    """How many people the seeker would meet.

    Args:
        people: The number, or the range it lies in, or None for unknown.
        note: Why it is a range, or empty.
        seeker: The seeker's address in lower case, if the file shows it or it was given; else empty.
    """

    people: int | tuple[int, int] | None = None
    note: str = ""
    seeker: str = ""


def guest(value: Any) -> Guest:
    """Reduce an ATTENDEE or ORGANIZER as the icalendar library gives it."""
    parameters = {str(key).upper(): str(value.params[key]).strip() for key in value.params}
    address = re.sub(r"^\s*mailto:\s*", "", str(value), flags=re.IGNORECASE).strip().lower()
    said = {name: parameters.get(name, "").upper() for name in ("CUTYPE", "ROLE", "PARTSTAT", "RSVP")}
    comes = (
        said["CUTYPE"] in PERSON
        and said["ROLE"] != "NON-PARTICIPANT"
        and said["PARTSTAT"] != "DECLINED"
        and not address.endswith(RESOURCE_DOMAINS)
    )
    open_ = said["PARTSTAT"] in ("", "NEEDS-ACTION")
    waits = 2 if open_ and said["RSVP"] == "TRUE" else int(said["PARTSTAT"] == "NEEDS-ACTION")
    return Guest(address, parameters.get("CN", ""), comes, waits, str(value).strip(), said["PARTSTAT"] == "DECLINED")


def meeting(attendees: Iterable[Guest], organizer: Guest | None, *, asked: bool, seeker: str | None) -> Meeting:
    """Count the people whom the seeker would meet.

    Rooms, resources, groups, those who declined and those who do not take part are not counted. The seeker
    is the attendee of the given address; else the only one who is asked to answer and has not; else, in
    an event that was sent as a request, one of the attendees, whichever. An organiser who is not among the attendees
    may or may not be there, which makes the number a range; a mailbox such as ``hiring@`` is nobody.
    Nobody left means that the system left them out: unknown, never 0.

    Args:
        attendees: The attendees, each once or more.
        organizer: The organiser, if any.
        asked: Whether the event was sent to its attendees (METHOD:REQUEST), so that the seeker is one of them.
        seeker: The seeker's address, if known.
    """
    people = {one.address: one for one in attendees if one.comes}
    given = (seeker or "").strip().lower()
    who = given or _invited(list(people.values()), organizer)
    found = people.pop(who, None) is not None
    certain = len(people) - (not found and asked)
    note = ""
    extra = int(_may_come(organizer, people, who))
    if not found and not asked:
        # The seeker may be one of them or not: an export of one's own calendar looks like that.
        certain, extra = certain - 1, extra + 1
        note = "the file does not show which of the attendees you are, so the number of people is a range"
    if certain <= 0:
        return Meeting(seeker=who)
    return Meeting((certain, certain + extra), note, who) if extra else Meeting(certain, seeker=who)


def _invited(people: list[Guest], organizer: Guest | None) -> str:
    """Return the address of the only one who looks invited, or empty text."""
    others = [one for one in people if organizer is None or one.address != organizer.address]
    for least in (2, 1, 0):
        waiting = [one.address for one in others if one.waits >= least]
        if len(waiting) == 1:
            return waiting[0]
    return ""


def _may_come(organizer: Guest | None, people: dict[str, Guest], seeker: str) -> bool:
    """Whether the organiser is plausibly one more person."""
    if organizer is None or not organizer.comes or organizer.address in {*people, seeker}:
        return False
    return "@" in organizer.address and not is_mailbox(organizer.address)


def is_mailbox(address: str) -> bool:
    """Whether an address is plainly that of a team or a machine, such as ``hiring@``, and of no person."""
    return NOBODY.fullmatch(address.partition("@")[0]) is not None
