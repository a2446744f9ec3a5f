"""Calendar files: from one event of an iCalendar file to an Invitation."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING

from ...errors import InvalidInputError, ReadError, short
from ...model.event import Event as Entry
from ...model.invitation import Invitation, Stage
from ...model.source import Source
from ..draft import InvitationDraft
from ..text import clean
from ..words.domains import CAVEAT, GUESSED, GUESSED_BY, employer
from ..words.hypertext import words_of
from ..words.places import place
from ..words.wording import labelled, stages, title
from .choosing import Choice, choose, sequence_of
from .content_lines import Content, split
from .people import Guest, guest, is_mailbox, meeting
from .times import add_times
from .zones import Zones

if TYPE_CHECKING:
    from icalendar import Event

__all__ = ["read_calendar", "read_content", "require_icalendar"]

LINKS = (
    "X-GOOGLE-CONFERENCE",
    "CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
)
DESCRIPTIONS = ("DESCRIPTION", "X-ALT-DESC")
TRAVEL = "X-APPLE-TRAVEL-DURATION"
LONGEST_WAY = timedelta(hours=12)
"""The longest way to an interview, one way; longer is a slip (assumption)."""

ANSWERS = ("REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER")


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
    require_icalendar(source.name)
    return read_content(source.name, split(source), seeker=seeker)


def read_content(name: str, content: Content, *, seeker: str | None = None) -> Invitation:
    """Read the interview among events that were cut out of a file already.

    Args:
        name: The file's name.
        content: Its events and time zones.
        seeker: The seeker's own address, if known.

    Raises:
        ReadError: As `read_calendar`.
    """
    try:
        return _read(name, content, seeker)
    except ReadError:
        raise
    except Exception as error:
        reason = f"the icalendar library cannot read it: {type(error).__name__}: {short(str(error), 200)}"
        raise ReadError(name, reason) from error


def require_icalendar(name: str) -> None:
    """Raise a `ReadError` that says what to install if the icalendar library is missing."""
    try:
        import_module("icalendar")
    except ImportError as error:
        reason = 'is a calendar file; to read it: pip install "interview-value[readers]"'
        raise ReadError(name, reason) from error


def _read(name: str, content: Content, seeker: str | None) -> Invitation:
    from .ical import parse_event

    zones = Zones(content.zones)
    choice = choose(name, content, zones)
    # The other dates of a series say nothing of this one, and there may be very many.
    event = parse_event(line for line in choice.event.lines if not line.startswith(("EXDATE", "RDATE")))
    findings = InvitationDraft(name, choice.event.origin)
    _add_notes(findings, content, choice)
    add_times(findings, choice.event, event, zones)
    guests, organizer = _guests(event)
    you = _add_people(findings, choice, guests, organizer, seeker)
    _add_title(findings, event, [*guests, *filter(None, [organizer])])
    _add_stage(findings, event)
    _add_place(findings, event)
    _add_travel(findings, choice)
    if not findings.values:
        why = "; ".join(findings.notes)
        raise ReadError(name, f"holds an event from which nothing of an interview can be read: {why}")
    if organizer and _invites(choice, content, organizer, you):
        _guess_organization(findings, organizer)
    _add_entry(findings, choice, event, zones, organizer, next((one.uri for one in guests if one.address == you), ""))
    return findings.invitation()


def _add_notes(findings: InvitationDraft, content: Content, choice: Choice) -> None:
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
    _add_series(findings, choice)


def _add_series(findings: InvitationDraft, choice: Choice) -> None:
    if rule := choice.event.value("RRULE"):
        findings.note(f"the event repeats ({short(rule, 100)}); what is read is its first date")
    if choice.event.value("RECURRENCE-ID"):
        findings.note("the event is one date of a series")


def _guests(event: Event) -> tuple[list[Guest], Guest | None]:
    """Return the attendees and the organiser."""
    from .ical import values

    organizer = next((guest(value) for value in values(event, "ORGANIZER")), None)
    return [guest(value) for value in values(event, "ATTENDEE")], organizer


def _add_people(
    findings: InvitationDraft, choice: Choice, attendees: list[Guest], organizer: Guest | None, seeker: str | None
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
    findings: InvitationDraft, choice: Choice, event: Event, zones: Zones, organizer: Guest | None, attendee: str
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


def _add_title(findings: InvitationDraft, event: Event, guests: list[Guest]) -> None:
    summary = _text(event, "SUMMARY") or ""
    read = title(summary, {part for one in guests for part in (one.name.lower(), one.address) if part})
    description, where = _description(event)
    labels = dict(labelled(description))
    for name, said in (("role", read.role), ("organization", read.organization)):
        findings.add(name, said or clean(labels.get(name, "")), "SUMMARY" if said else where)
    if read.organization and not read.sure:
        said = short(summary, 200)
        findings.note(f"the organisation is read from the summary {said}; if it is a person there, correct it")


def _invites(choice: Choice, content: Content, organizer: Guest, you: str) -> bool:
    """Whether the organiser is plainly another than the seeker: an export of one's own calendar has oneself there."""
    asked = choice.event.calendar.get("METHOD") == "REQUEST"
    return organizer.address != you and bool(asked or you or len(content.events) == 1)


def _guess_organization(findings: InvitationDraft, organizer: Guest) -> None:
    if "organization" in findings.values:
        return
    named, said_by = employer(organizer.address, organizer.name, mailbox=is_mailbox(organizer.address))
    if named:
        said_by = "mail domain" if said_by == "domain" else "name of the mailbox"
        findings.add("organization", clean(named), f"ORGANIZER ({GUESSED} {said_by})")
        findings.note(f"{GUESSED_BY} {said_by} ({short(named)}); {CAVEAT}")


def _add_stage(findings: InvitationDraft, event: Event) -> None:
    for text, where in ((_long_text(event, "SUMMARY"), "SUMMARY"), _description(event)):
        found, later = stages(text)
        if len(found) == 1 and not later:
            findings.add("stage", found.pop(), where)
        elif found or later:
            findings.note(findings.called(_why_no_stage(found, later, where)))
        if found or later or "stage" in findings.values:
            return


def _why_no_stage(found: set[Stage], later: bool, where: str) -> str:
    if not found:
        return f"{where} names a round after the first; the model has no stage for it, so the stage is left unknown"
    names = ", ".join(sorted(stage.value for stage in found))
    return f"{where} names more than one stage ({names}{', a later round' if later else ''}); the stage is left unknown"


def _add_place(findings: InvitationDraft, event: Event) -> None:
    from .ical import texts

    links = {name: link for name in LINKS for link in texts(event, name)[:1]}
    descriptions = {name: _long_text(event, name) for name in DESCRIPTIONS}
    found = place(_text(event, "SUMMARY") or "", _text(event, "LOCATION") or "", descriptions, links)
    findings.add("remote", found.remote, found.remote_from)
    findings.add("location", clean(found.location or ""), found.location_from)
    if found.note:
        findings.note(findings.called(found.note))


def _add_travel(findings: InvitationDraft, choice: Choice) -> None:
    from .ical import length_of

    way = length_of(choice.event.value(TRAVEL))
    if way and not findings.values.get("remote") and timedelta() < way <= LONGEST_WAY:
        findings.add("travel", 2 * way.total_seconds() / 3600, TRAVEL)
        findings.note("the calendar has the way there; the way back is taken to last as long")


def _description(event: Event) -> tuple[str, str]:
    """Return the description that says most, in words without markup, and the property that holds it."""
    said = [(words_of(_long_text(event, name)), name) for name in DESCRIPTIONS]
    return max(said, key=lambda pair: len(pair[0].split()))


def _text(event: Event, name: str) -> str | None:
    return clean(_long_text(event, name))


def _long_text(event: Event, name: str) -> str:
    """A text as it stands, with its lines."""
    from .ical import texts

    return next(iter(texts(event, name)), "")
