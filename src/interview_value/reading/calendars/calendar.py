"""From one event of a calendar file, or of a calendar's JSON, to an Invitation."""

from __future__ import annotations

from datetime import timedelta

from ...display.language import say
from ...display.words import listed
from ...errors import InvalidInputError, ReadError, short
from ...model.event import Event
from ...model.invitation import STAGES, Invitation
from ...model.language_tag import language_tag
from ...model.source import Source
from ..document import Document
from ..draft import InvitationDraft
from ..text import clean
from ..words.domains import GUESS, GUESSED, employer
from ..words.places import find_place
from ..words.wording import find_labels, find_stages, read_title, words_of
from .choosing import Choice, choose, sequence_of
from .content_lines import Content, split
from .ical import ParsedEvent, errors_as_read_errors, parse_event, parse_length, require_icalendar, texts, values
from .json_calendar import content_of, owner_of
from .people import Guest, count_people, is_mailbox, read_guests
from .times import Zones, add_times, first_date

__all__ = ["read_calendar", "read_calendar_json"]

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
    return _read(source.name, split(source), seeker)


def read_calendar_json(document: Document) -> Invitation:
    """Read the interview in an event or a list of events of Google Calendar or Microsoft Graph.

    Args:
        document: A document that `is_calendar_json` recognised.

    Raises:
        ReadError: As `read_calendar`.
    """
    name = document.source.name
    require_icalendar(name)
    return _read(name, content_of(name, document.data), document.seeker or owner_of(document.data))


def _read(name: str, content: Content, seeker: str | None) -> Invitation:
    with errors_as_read_errors(name):
        zones = Zones(content.zones)
        choice = choose(name, content, zones)
        # The other dates of a series say nothing of this one, and there may be very many.
        event = parse_event(line for line in choice.event.lines if not line.startswith(("EXDATE", "RDATE")))
        draft = InvitationDraft(name, choice.event.origin)
        _add_notes(draft, content, choice)
        add_times(draft, choice.event, event, zones)
        attendees, organizer = read_guests(event)
        you = _add_people(draft, choice, attendees, organizer, seeker)
        _add_title(draft, event, [*attendees, *([organizer] if organizer else [])])
        _add_stage(draft, event)
        _add_place(draft, event)
        _add_travel(draft, choice)
        if not draft.values:
            why = "; ".join(draft.notes)
            raise ReadError(name, f"holds an event from which nothing of an interview can be read: {why}")
        _add_language(draft, event)
        if organizer and _is_sent_by_another(choice, content, organizer, you):
            _guess_organization(draft, organizer)
        guest = next((guest for guest in attendees if guest.address == you), None)
        _add_event(draft, choice, event, zones, organizer, guest)
        return draft.invitation()


def _add_notes(draft: InvitationDraft, content: Content, choice: Choice) -> None:
    if choice.note:
        draft.note(choice.note)
    elif not choice.names_interview:
        draft.note(say("nothing in the event says that it is an interview"))
    if content.broken:
        draft.note(say("lines that are broken and were left out: {n}", n=content.broken))
    if content.too_many:
        draft.note(say("the file holds more events, or an event more lines, than are looked at; the rest was left out"))
    if content.unfinished:
        draft.note(say("the file ends in the middle of an event; something may be missing"))
    if choice.event.method in ANSWERS:
        method = choice.event.method
        draft.note(say("the file is an answer to an invitation (METHOD:{method}), not one itself", method=method))
    _add_series(draft, choice)


def _add_series(draft: InvitationDraft, choice: Choice) -> None:
    if rule := choice.event.value("RRULE"):
        draft.note(say("the event repeats ({rule}); what is read is its first date", rule=short(rule, 100)))
    if choice.event.value("RECURRENCE-ID"):
        draft.note(say("the event is one date of a series"))


def _add_people(
    draft: InvitationDraft, choice: Choice, attendees: list[Guest], organizer: Guest | None, seeker: str | None
) -> str:
    """Add how many people the seeker meets, and return the seeker's own address, or empty text."""
    met = count_people(attendees, organizer, requested=choice.event.method == "REQUEST", seeker=seeker)
    where = "ATTENDEE, ORGANIZER" if isinstance(met.people, tuple) and not met.note else "ATTENDEE"
    draft.add("people_met", met.people, where)
    if met.note:
        draft.note(met.note)
    return met.seeker


def _add_title(draft: InvitationDraft, event: ParsedEvent, guests: list[Guest]) -> None:
    summary = _text(event, "SUMMARY") or ""
    title = read_title(summary, {text for guest in guests for text in (guest.name.lower(), guest.address) if text})
    description, where = _description(event)
    labels = dict(find_labels(description))
    for name, value in (("role", title.role), ("organization", title.organization)):
        draft.add(name, value or clean(labels.get(name, "")), "SUMMARY" if value else where)
    if title.organization and not title.sure:
        shown = short(summary, 200)
        draft.note(
            say(
                "the organisation is read from the summary {summary}; if it is a person there, correct it",
                summary=shown,
            )
        )


def _add_stage(draft: InvitationDraft, event: ParsedEvent) -> None:
    for text, where in ((_long_text(event, "SUMMARY"), "SUMMARY"), _description(event)):
        stages, later = find_stages(text)
        if not stages and not later:
            continue
        if len(stages) == 1 and not later:
            draft.add("stage", stages.pop(), where)
        elif not stages:
            place = draft.called(where)
            draft.note(
                say(
                    "{place} names a round after the first; the model has no stage for it, so the stage is left "
                    "unknown",
                    place=place,
                )
            )
        else:
            names = [say(STAGES[stage]) for stage in sorted(stages)] + [say("a later round")] * later
            draft.note(
                say(
                    "{place} names more than one stage ({names}); the stage is left unknown",
                    place=draft.called(where),
                    names=listed(names),
                )
            )
        return


def _add_place(draft: InvitationDraft, event: ParsedEvent) -> None:
    links = {name: link for name in LINKS for link in texts(event, name)[:1]}
    descriptions = {name: _long_text(event, name) for name in DESCRIPTIONS}
    place = find_place(_text(event, "SUMMARY") or "", _text(event, "LOCATION") or "", descriptions, links)
    draft.add("remote", place.remote, place.remote_from)
    draft.add("location", clean(place.location or ""), place.location_from)
    if place.two_from:
        where = draft.called(place.two_from)
        draft.note(say("the file has a place and a link ({place}); it does not say which one counts", place=where))


def _add_travel(draft: InvitationDraft, choice: Choice) -> None:
    way = parse_length(choice.event.value(TRAVEL))
    if way and not draft.values.get("remote") and timedelta() < way <= LONGEST_WAY:
        draft.add("travel", 2 * way.total_seconds() / 3600, TRAVEL)
        draft.note(say("the calendar has the way there; the way back is taken to last as long"))


def _add_language(draft: InvitationDraft, event: ParsedEvent) -> None:
    """Add the language that the event gives for its words, the summary's first."""
    for name in ("SUMMARY", "DESCRIPTION"):
        for value in values(event, name)[:1]:
            if tag := language_tag(value.params.get("LANGUAGE")):
                draft.add("language", tag, f"{name};LANGUAGE")
                return


def _is_sent_by_another(choice: Choice, content: Content, organizer: Guest, you: str) -> bool:
    """Whether the organiser is plainly another than the seeker: an export of one's own calendar has oneself there."""
    requested = choice.event.method == "REQUEST"
    return organizer.address != you and bool(requested or you or len(content.events) == 1)


def _guess_organization(draft: InvitationDraft, organizer: Guest) -> None:
    if "organization" in draft.values:
        return
    name, told_by = employer(organizer.address, organizer.name, mailbox=is_mailbox(organizer.address))
    if name:
        draft.add("organization", clean(name), f"ORGANIZER ({say(GUESSED[told_by])})")
        draft.note(say(GUESS[told_by], name=short(name)))


def _add_event(
    draft: InvitationDraft,
    choice: Choice,
    event: ParsedEvent,
    zones: Zones,
    organizer: Guest | None,
    attendee: Guest | None,
) -> None:
    """Add what an answer to the organiser must repeat; an event without a UID cannot be answered."""
    uid = choice.event.value("UID")
    if not uid:
        return
    recurrence_id, starts, ends = (first_date(event, name, zones)[0] for name in ("RECURRENCE-ID", "DTSTART", "DTEND"))
    try:
        entry = Event(
            uid=uid,
            organizer=organizer.uri if organizer else "",
            attendee=attendee.uri if attendee else "",
            answer=attendee.answer if attendee else "",
            sequence=sequence_of(choice.event),
            recurrence_id=recurrence_id,
            starts=starts,
            ends=ends,
            summary=_text(event, "SUMMARY") or "",
            method=choice.event.method,
        )
    except InvalidInputError as error:
        draft.note(say("the calendar entry cannot be answered in kind: {mistake}", mistake=error.mistakes[0]))
    else:
        draft.add("event", entry, "VEVENT")


def _description(event: ParsedEvent) -> tuple[str, str]:
    """Return the longest description, in words without markup, and the property that holds it."""
    descriptions = [(words_of(_long_text(event, name)), name) for name in DESCRIPTIONS]
    return max(descriptions, key=lambda pair: len(pair[0].split()))


def _text(event: ParsedEvent, name: str) -> str | None:
    """Return a text on one line."""
    return clean(_long_text(event, name))


def _long_text(event: ParsedEvent, name: str) -> str:
    """Return a text as it stands, with its lines."""
    return next(iter(texts(event, name)), "")
