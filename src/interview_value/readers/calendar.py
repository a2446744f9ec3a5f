"""Calendar files: from one event of an iCalendar file to an Invitation."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING

from ..errors import InvalidInputError, ReadError, short
from ..event import Event as Entry
from ..invitation import Invitation, Stage
from ..source import Source
from .choosing import Choice, choose, sequence_of, start_of
from .content_lines import Content, split
from .findings import Findings, clean
from .people import Guest, guest, meeting
from .places import place
from .wording import labelled, stages, title
from .zones import Zones

if TYPE_CHECKING:
    from icalendar import Event

__all__ = ["read_calendar"]

LINKS = (
    "X-GOOGLE-CONFERENCE",
    "CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
)
ANSWERS = ("REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER")
LONGEST = timedelta(days=1)


def read_calendar(source: Source, *, seeker: str | None = None) -> Invitation:
    """Read the interview in a calendar file.

    Of several events one is taken, and a note says which and why. Nothing is inferred from names or addresses of
    people; they are only counted.

    Args:
        source: The file.
        seeker: The seeker's own address, so that the seeker is not counted among the people to meet.

    Returns:
        What the event says; its start without a time zone if the file names none that is known, with a note.

    Raises:
        ReadError: It has no event, only cancelled ones, or one that says nothing; or the icalendar library
            is not installed, or fails.
    """
    _require_icalendar(source.name)
    content = split(source)
    try:
        return _read(source, content, seeker)
    except ReadError:
        raise
    except Exception as error:
        reason = f"the icalendar library cannot read it: {type(error).__name__}: {short(str(error), 200)}"
        raise ReadError(source.name, reason) from error


def _require_icalendar(name: str) -> None:
    try:
        import_module("icalendar")
    except ImportError as error:
        reason = 'is a calendar file; to read it: pip install "interview-value[readers]"'
        raise ReadError(name, reason) from error


def _read(source: Source, content: Content, seeker: str | None) -> Invitation:
    from .ical import parse_event

    zones = Zones(content.zones)
    choice = choose(source.name, content, zones)
    event = parse_event(choice.event.lines)
    findings = Findings(source.name)
    _add_notes(findings, content, choice)
    _add_times(findings, choice, event, zones)
    guests, organizer = _guests(event)
    you = _add_people(findings, choice, guests, organizer, seeker)
    _add_title(findings, event, [*guests, *filter(None, [organizer])])
    _add_stage(findings, event)
    _add_place(findings, event)
    if not findings.values:
        why = "; ".join(findings.notes)
        raise ReadError(source.name, f"holds an event from which nothing of an interview can be read: {why}")
    _add_entry(findings, choice, event, zones, organizer, next((one.uri for one in guests if one.address == you), ""))
    return findings.invitation()


def _add_notes(findings: Findings, content: Content, choice: Choice) -> None:
    if choice.note:
        findings.note(choice.note)
    elif not choice.says_so:
        findings.note("nothing in the event says that it is an interview")
    if content.broken:
        findings.note(f"lines that are broken and were left out: {content.broken}")
    if content.too_many:
        findings.note("the file holds more events, or an event more lines, than are looked at; the rest was left out")
    if content.unfinished:
        findings.note("the file ends in the middle of an event; something may be missing")
    method = choice.event.calendar.get("METHOD")
    if method in ANSWERS:
        findings.note(f"the file is an answer to an invitation (METHOD:{method}), not one itself")
    if choice.event.value("RRULE"):
        findings.note("the event repeats; only its first date was looked at")


def _add_times(findings: Findings, choice: Choice, event: Event, zones: Zones) -> None:
    start, zone = start_of(choice.event, zones)
    if not isinstance(start, datetime):
        findings.note("the event takes the whole day" if start else "the file does not say when the event starts")
        return
    findings.add("starts", start, "DTSTART")
    if start.tzinfo is None and zone:
        why = f"the time zone {short(zone)} is not known, nor described in the file"
        findings.note(f"{why}; the start is taken as your local time")
    elif start.tzinfo is None:
        findings.note("the file names no time zone for the start, which is taken as your local time")
    elif zone and choice.event.value("DTSTART").endswith(("Z", "z")):
        findings.note(f"the start is given in UTC and in the time zone {short(zone)} at once; UTC was taken")
    _add_duration(findings, start, event, zones)


def _add_duration(findings: Findings, start: datetime, event: Event, zones: Zones) -> None:
    from .ical import raw_moment

    end, zone = raw_moment(event, "DTEND")
    length, _ = raw_moment(event, "DURATION")
    where = "DTSTART, DTEND"
    if isinstance(end, datetime):
        length = _between(start, zones.attach(end, zone))
    elif end is None and isinstance(length, timedelta):
        where = "DURATION"
    else:
        length = None
    if not isinstance(length, timedelta):
        findings.note("the file does not say when the interview ends")
    elif not timedelta() < length <= LONGEST:
        hours = f"{length.total_seconds() / 3600:g} h"
        findings.note(f"the event lasts {hours}, which no interview does; its length is left unknown")
    else:
        findings.add("duration", length.total_seconds() / 3600, where)


def _between(start: datetime, end: datetime) -> timedelta | None:
    """The time that passes, which clocks that are put forward in between do not show."""
    if (start.tzinfo is None) != (end.tzinfo is None):
        return None
    if start.tzinfo is None:
        return end - start
    return end.astimezone(UTC) - start.astimezone(UTC)


def _guests(event: Event) -> tuple[list[Guest], Guest | None]:
    """Return the attendees and the organiser."""
    from .ical import values

    organizer = next((guest(value) for value in values(event, "ORGANIZER")), None)
    return [guest(value) for value in values(event, "ATTENDEE")], organizer


def _add_people(
    findings: Findings, choice: Choice, attendees: list[Guest], organizer: Guest | None, seeker: str | None
) -> str:
    """Count the people to meet, and return the seeker's own address, or empty text."""
    method = choice.event.calendar.get("METHOD")
    found = meeting(attendees, organizer, asked=method == "REQUEST", seeker=seeker)
    where = "ATTENDEE, ORGANIZER" if isinstance(found.people, tuple) and not found.note else "ATTENDEE"
    findings.add("people_met", found.people, where)
    if found.note:
        findings.note(found.note)
    return found.seeker


def _add_entry(
    findings: Findings, choice: Choice, event: Event, zones: Zones, organizer: Guest | None, attendee: str
) -> None:
    """Keep what an answer to the organiser must repeat; an entry without a UID cannot be answered."""
    from .ical import raw_moment

    uid = choice.event.value("UID")
    if not uid:
        return

    def moment(name: str) -> date | None:
        found, zone = raw_moment(event, name)
        if isinstance(found, datetime):
            return zones.attach(found, zone)
        return found if isinstance(found, date) else None

    try:
        entry = Entry(
            uid=uid,
            organizer=organizer.uri if organizer else "",
            attendee=attendee,
            sequence=sequence_of(choice.event),
            recurrence_id=moment("RECURRENCE-ID"),
            starts=moment("DTSTART"),
            ends=moment("DTEND"),
            summary=_text(event, "SUMMARY") or "",
            method=choice.event.calendar.get("METHOD", ""),
        )
    except InvalidInputError as error:
        findings.note(f"the calendar entry cannot be answered in kind: {error.mistakes[0]}")
    else:
        findings.add("event", entry, "VEVENT")


def _add_title(findings: Findings, event: Event, guests: list[Guest]) -> None:
    summary = _text(event, "SUMMARY") or ""
    read = title(summary, {part for one in guests for part in (one.name, one.address) if part})
    labels = dict(labelled(_long_text(event, "DESCRIPTION")))
    for name, said in (("role", read.role), ("organization", read.organization)):
        findings.add(name, said or clean(labels.get(name, "")), "SUMMARY" if said else "DESCRIPTION")
    if read.organization and not read.sure:
        said = short(summary, 200)
        findings.note(f"the organisation is read from the summary {said}; if it is a person there, correct it")


def _add_stage(findings: Findings, event: Event) -> None:
    for where in ("SUMMARY", "DESCRIPTION"):
        found, later = stages(_long_text(event, where))
        if len(found) == 1 and not later:
            findings.add("stage", found.pop(), where)
        elif found or later:
            findings.note(_why_no_stage(found, later, where))
        if found or later or "stage" in findings.values:
            return


def _why_no_stage(found: set[Stage], later: bool, where: str) -> str:
    if not found:
        return f"{where} names a round after the first; the model has no stage for it, so the stage is left unknown"
    names = ", ".join(sorted(stage.value for stage in found))
    return f"{where} names more than one stage ({names}{', a later round' if later else ''}); the stage is left unknown"


def _add_place(findings: Findings, event: Event) -> None:
    from .ical import texts

    links = {name: link for name in LINKS for link in texts(event, name)[:1]}
    found = place(
        _text(event, "SUMMARY") or "", _text(event, "LOCATION") or "", _long_text(event, "DESCRIPTION"), links
    )
    findings.add("remote", found.remote, found.remote_from)
    findings.add("location", clean(found.location or ""), found.location_from)
    if found.note:
        findings.note(found.note)


def _text(event: Event, name: str) -> str | None:
    return clean(_long_text(event, name))


def _long_text(event: Event, name: str) -> str:
    """A text as it stands, with its lines."""
    from .ical import texts

    return next(iter(texts(event, name)), "")
