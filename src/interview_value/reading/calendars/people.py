"""How many people the seeker would meet, as far as the attendees of an event tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from ...display.language import say
from .ical import ParsedEvent, values

__all__ = ["Guest", "PeopleMet", "count_people", "is_mailbox", "read_guests"]

PERSON = frozenset({"", "INDIVIDUAL"})
MAILBOX = re.compile(
    r"(?:no|do[._-]?not)[._-]?reply|.*(?:notification|calendar|schedul|booking|unknownorganizer|mailer|hiring|recruit"
    r"|talent|career|jobs|team|support).*|hr|info|office|people|contact",
    re.IGNORECASE,
)
ANSWERS = frozenset({"ACCEPTED", "TENTATIVE", "DECLINED"})
RESOURCE_DOMAINS = ("resource.calendar.google.com", "group.calendar.google.com")


@frozen
class Guest:
    """An attendee or organiser, reduced to what is needed to count people.

    Args:
        address: The address, in lower case, without ``mailto:``.
        name: The name beside it; a person's is only ever used to see that it is no organisation's.
        takes_part: Whether this is a person who takes part: no room, resource or group, and not declined.
        unanswered: How much this looks like the one who is invited: 2 was asked to answer and has not, 1 has
            not answered, 0 neither.
        uri: The address as it is written, ``mailto:`` and all.
        answer: What this one has answered, such as ``"DECLINED"``, in capitals; empty if the file does not say.
    """

    address: str
    name: str
    takes_part: bool
    unanswered: int
    uri: str
    answer: str


@frozen
class PeopleMet:
    """How many people the seeker would meet.

    Args:
        people: The number, or the range it lies in, or None for unknown.
        note: Why it is a range, or empty.
        seeker: The seeker's address in lower case, if the file shows it or the caller gave it; else empty.
    """

    people: int | tuple[int, int] | None = None
    note: str = ""
    seeker: str = ""


def read_guests(event: ParsedEvent) -> tuple[list[Guest], Guest | None]:
    """Return the attendees of an event, and its organiser if it names one."""
    organizer = next(map(_guest, values(event, "ORGANIZER")), None)
    return [_guest(value) for value in values(event, "ATTENDEE")], organizer


def _guest(value: Any) -> Guest:
    parameters = {str(key).upper(): str(value.params[key]).strip() for key in value.params}
    kind, role, status, rsvp = (parameters.get(name, "").upper() for name in ("CUTYPE", "ROLE", "PARTSTAT", "RSVP"))
    address = re.sub(r"^\s*mailto:\s*", "", str(value), flags=re.IGNORECASE).strip().lower()
    takes_part = (
        kind in PERSON and role != "NON-PARTICIPANT" and status != "DECLINED" and not address.endswith(RESOURCE_DOMAINS)
    )
    asked = rsvp == "TRUE" and status in ("", "NEEDS-ACTION")
    unanswered = 2 if asked else int(status == "NEEDS-ACTION")
    return Guest(
        address,
        parameters.get("CN", ""),
        takes_part,
        unanswered,
        str(value).strip(),
        status if status in ANSWERS else "",
    )


def count_people(
    attendees: Iterable[Guest], organizer: Guest | None, *, requested: bool, seeker: str | None
) -> PeopleMet:
    """Count the people whom the seeker would meet.

    Rooms, resources, groups, those who declined and those who do not take part are not counted. The seeker
    is the attendee of the given address; else the only one who is asked to answer and has not; else, in
    an event that was sent as a request, one of the attendees, whichever. An organiser who is not among the attendees
    may or may not be there, which makes the number a range; a mailbox such as ``hiring@`` is nobody.
    Nobody left means that the system left them out: unknown, never 0.

    Args:
        attendees: The attendees, each once or more.
        organizer: The organiser, if any.
        requested: Whether the event was sent to its attendees (METHOD:REQUEST), so that the seeker is one of them.
        seeker: The seeker's address, if known.
    """
    people = {guest.address: guest for guest in attendees if guest.takes_part}
    you = (seeker or "").strip().lower() or _invited(list(people.values()), organizer)
    listed = people.pop(you, None) is not None
    certain = len(people) - (requested and not listed)
    possible = int(_may_come(organizer, people, you))
    note = ""
    if not listed and not requested:
        # The seeker may be one of them or not: an export of one's own calendar looks like that.
        certain, possible = certain - 1, possible + 1
        note = say("the file does not show which of the attendees you are, so the number of people is a range")
    if certain <= 0:
        return PeopleMet(seeker=you)
    return PeopleMet((certain, certain + possible) if possible else certain, note, you)


def _invited(people: list[Guest], organizer: Guest | None) -> str:
    """Return the address of the only one who looks invited, or empty text."""
    others = [guest for guest in people if organizer is None or guest.address != organizer.address]
    for least in (2, 1, 0):
        waiting = [guest.address for guest in others if guest.unanswered >= least]
        if len(waiting) == 1:
            return waiting[0]
    return ""


def _may_come(organizer: Guest | None, people: dict[str, Guest], seeker: str) -> bool:
    """Whether the organiser is plausibly one more person."""
    if organizer is None or not organizer.takes_part or organizer.address in {*people, seeker}:
        return False
    return "@" in organizer.address and not is_mailbox(organizer.address)


def is_mailbox(address: str) -> bool:
    """Whether an address is plainly that of a team or a machine, such as ``hiring@``, and of no person."""
    return MAILBOX.fullmatch(address.partition("@")[0]) is not None
