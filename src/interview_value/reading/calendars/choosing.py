"""Choosing: which of a file's events is the interview."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from attrs import frozen

from ...errors import ReadError, short
from ..words.wording import interview_rank, is_cancelled
from .content_lines import Block, Content
from .zones import Zones

__all__ = ["Choice", "choose", "latest", "sequence_of", "standing", "start_of"]

WHY = (
    "it is the earliest whose summary says that it is an interview",
    "it is the earliest whose description says that it is an interview",
    "none of them says that it is an interview, and it is the earliest",
)
OTHERS = {
    "VTODO": "a to-do (VTODO)",
    "VJOURNAL": "a journal (VJOURNAL)",
    "VFREEBUSY": "free and busy times (VFREEBUSY)",
}
LAST = datetime.max
LAST_RANK = len(WHY) - 1


@frozen
class Choice:
    """The event that was taken.

    Args:
        event: It.
        note: How many there were and why this one was taken; empty if there was no choice.
        says_so: Whether its words say that it is an interview.
    """

    event: Block
    note: str
    says_so: bool


def choose(name: str, content: Content, zones: Zones) -> Choice:
    """Take one event, by a rule that does not look at the clock.

    Of each event its latest version counts (highest SEQUENCE, then latest DTSTAMP, then last in the file); cancelled
    ones do not. Then the summary's words decide, then the description's, then the earliest start; where no
    words decide, an event with a time counts before one of a whole day. A floating time is compared as if it were UTC.

    Args:
        name: The file's name, for errors.
        content: The file's events.
        zones: Its time zones.

    Raises:
        ReadError: It has no event, or only cancelled ones.
    """
    events = latest(content.events)
    if not events:
        raise ReadError(name, f"is a calendar file without an event{_instead(content)}")
    stand = standing(events)
    if not stand:
        raise ReadError(name, _cancelled(events, zones))
    ranks = [interview_rank(event.value("SUMMARY"), event.value("DESCRIPTION")) for event in stand]
    best = min(ranks)
    nearest = [event for event, rank in zip(stand, ranks, strict=True) if rank == best]
    chosen = nearest[0] if len(nearest) == 1 else min(nearest, key=lambda event: _order(event, zones, best))
    note = _note(chosen, len(events), len(events) - len(stand), best) if len(events) > 1 else ""
    return Choice(chosen, note, best < 2)


def _instead(content: Content) -> str:
    return f"; it holds {', '.join(sorted(content.others))} instead" if content.others else ""


def start_of(event: Block, zones: Zones) -> tuple[date | None, str]:
    """Return when an event starts, and the name that the file gives its time zone.

    Args:
        event: The event.
        zones: The file's time zones.

    Returns:
        A datetime, with its zone if that is known; a date if it takes the whole day; None if nothing is said.
    """
    from .ical import parse_event, raw_moment

    moment, zone = raw_moment(parse_event(event.named("DTSTART")), "DTSTART")
    if isinstance(moment, datetime):
        return zones.attach(moment, zone), zone
    return (moment if isinstance(moment, date) else None), zone


def latest(events: Iterable[Block]) -> list[Block]:
    """Return the latest version of each event, and of each date of a series that has one of its own.

    Args:
        events: The events of a file, in its order.
    """
    newest: dict[tuple[str, str], tuple[tuple[int, str, int], Block]] = {}
    for position, event in enumerate(events):
        uid = event.value("UID") or f"\n{position}"
        key = uid, event.value("RECURRENCE-ID")
        version = sequence_of(event), event.value("DTSTAMP"), position
        if key not in newest or newest[key][0] < version:
            newest[key] = version, event
    return [event for _, event in newest.values()]


def standing(events: Iterable[Block]) -> list[Block]:
    """Return the events that are not cancelled, by themselves or with the whole series that they are a date of.

    Args:
        events: The latest version of each.
    """
    events = list(events)
    off = {event.value("UID") for event in events if _is_off(event) and not event.value("RECURRENCE-ID")} - {""}
    return [event for event in events if not _is_off(event) and event.value("UID") not in off]


def sequence_of(event: Block) -> int:
    """Return which version of an event this is; 0 if it does not plainly say."""
    text = event.value("SEQUENCE")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _is_off(event: Block) -> bool:
    said = event.calendar.get("METHOD") == "CANCEL" or event.value("STATUS").upper() == "CANCELLED"
    return said or is_cancelled(event.value("SUMMARY"))


def _cancelled(events: list[Block], zones: Zones) -> str:
    event = min(events, key=lambda event: (interview_rank(event.value("SUMMARY"), ""), _order(event, zones, 0)))
    start, _ = start_of(event, zones)
    when = f"; it was to start {str(start)[:16]}" if start else ""
    zone = f" ({start.tzname()})" if isinstance(start, datetime) and start.tzinfo else ""
    more = f"; so were all of the {len(events)} events" if len(events) > 1 else ""
    return f"the interview was cancelled: {short(event.text('SUMMARY') or 'no summary')}{when}{zone}{more}"


def _order(event: Block, zones: Zones, rank: int) -> tuple[bool, datetime]:
    """By the start; what nobody calls an interview and takes the whole day is rather a holiday, and comes last."""
    start, _ = start_of(event, zones)
    if not isinstance(start, datetime):
        return rank == LAST_RANK, datetime(start.year, start.month, start.day) if start else LAST
    try:
        return False, start.astimezone(UTC).replace(tzinfo=None) if start.tzinfo else start
    except OverflowError:
        return False, start.replace(tzinfo=None)


def _note(chosen: Block, count: int, cancelled: int, rank: int) -> str:
    off = f", {cancelled} of them cancelled" if cancelled else ""
    return f"the file holds {count} events{off}; taken was {short(chosen.text('SUMMARY'), 200)}, because {WHY[rank]}"
