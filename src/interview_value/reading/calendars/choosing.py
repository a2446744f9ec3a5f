"""Which of a file's events is the interview, and which events are the latest version and not cancelled."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from attrs import frozen

from ...display.language import mark, say
from ...errors import ReadError, short
from ..words.wording import interview_rank, is_cancelled
from .content_lines import Component, Content
from .ical import parse_event
from .times import Zones, first_date

__all__ = ["Choice", "choose", "latest_versions", "not_cancelled", "sequence_of"]

WHY = (
    mark(
        "the file holds {events}; taken was {title}, because it is the earliest whose summary says that it is an "
        "interview"
    ),
    mark(
        "the file holds {events}; taken was {title}, because it is the earliest whose description says that it is an "
        "interview"
    ),
    mark(
        "the file holds {events}; taken was {title}, because none of them says that it is an interview, and it is the "
        "earliest"
    ),
)
LAST = datetime.max
LAST_RANK = len(WHY) - 1


@frozen
class Choice:
    """The event that was chosen.

    Args:
        event: Its lines.
        note: How many events there were and why this one was chosen; empty if there was no choice.
        names_interview: Whether its words say that it is an interview.
    """

    event: Component
    note: str
    names_interview: bool


def choose(name: str, content: Content, zones: Zones) -> Choice:
    """Choose one event, whatever the date is today.

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
    events = latest_versions(content.events)
    if not events:
        instead = f"; it holds {', '.join(sorted(content.others))} instead" if content.others else ""
        raise ReadError(name, f"is a calendar file without an event{instead}")
    candidates = not_cancelled(events)
    if not candidates:
        raise ReadError(name, _why_cancelled(events, zones))
    ranks = [interview_rank(event.value("SUMMARY"), event.value("DESCRIPTION")) for event in candidates]
    best = min(ranks)
    likeliest = [event for event, rank in zip(candidates, ranks, strict=True) if rank == best]
    chosen = likeliest[0] if len(likeliest) == 1 else min(likeliest, key=lambda event: _order(event, zones, best))
    note = ""
    if len(events) > 1:
        many, cancelled = len(events), len(events) - len(candidates)
        held = say("{n} events, {cancelled} of them cancelled", n=many, cancelled=cancelled)
        held = held if cancelled else say("{n} events", n=many)
        note = say(WHY[best], events=held, title=short(chosen.text("SUMMARY"), 200))
    return Choice(chosen, note, best < 2)


def latest_versions(events: Iterable[Component]) -> list[Component]:
    """Return the latest version of each event, and of each date of a series that has one of its own.

    Args:
        events: The events of a file, in its order.
    """
    newest: dict[tuple[str, str], tuple[tuple[int, str, int], Component]] = {}
    for position, event in enumerate(events):
        uid = event.value("UID") or f"\n{position}"
        key = uid, event.value("RECURRENCE-ID")
        version = sequence_of(event), event.value("DTSTAMP"), position
        if key not in newest or newest[key][0] < version:
            newest[key] = version, event
    return [event for _, event in newest.values()]


def not_cancelled(events: Iterable[Component]) -> list[Component]:
    """Return the events that are not cancelled, by themselves or with the whole series that they are a date of.

    Args:
        events: The latest version of each event.
    """
    events = list(events)
    off = {event.value("UID") for event in events if _is_cancelled(event) and not event.value("RECURRENCE-ID")} - {""}
    return [event for event in events if not _is_cancelled(event) and event.value("UID") not in off]


def sequence_of(event: Component) -> int:
    """Return the version number of an event; 0 if it does not plainly say."""
    text = event.value("SEQUENCE")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _is_cancelled(event: Component) -> bool:
    marked = event.method == "CANCEL" or event.value("STATUS").upper() == "CANCELLED"
    return marked or is_cancelled(event.value("SUMMARY"))


def _why_cancelled(events: list[Component], zones: Zones) -> str:
    event = min(events, key=lambda event: (interview_rank(event.value("SUMMARY"), ""), _order(event, zones, 0)))
    start = _start(event, zones)
    when = f"; it was to start {str(start)[:16]}" if start else ""
    zone = f" ({start.tzname()})" if isinstance(start, datetime) and start.tzinfo else ""
    more = f"; so were all of the {len(events)} events" if len(events) > 1 else ""
    return f"the interview was cancelled: {short(event.text('SUMMARY') or 'no summary')}{when}{zone}{more}"


def _order(event: Component, zones: Zones, rank: int) -> tuple[bool, datetime]:
    """Sort by the start; an all-day event that is not called an interview is likely a holiday, and comes last."""
    start = _start(event, zones)
    if not isinstance(start, datetime):
        return rank == LAST_RANK, datetime(start.year, start.month, start.day) if start else LAST
    try:
        return False, start.astimezone(UTC).replace(tzinfo=None) if start.tzinfo else start
    except OverflowError:
        return False, start.replace(tzinfo=None)


def _start(event: Component, zones: Zones) -> date | None:
    start, _ = first_date(parse_event(event.lines_of("DTSTART")), "DTSTART", zones)
    return start
