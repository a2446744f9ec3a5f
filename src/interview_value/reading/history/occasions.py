"""Occasions: what stands in a calendar or a table and is called an interview, each with its day or why it has none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, tzinfo
from typing import TypeAlias

from attrs import frozen

from ..calendars.agenda import agenda_of
from ..calendars.choosing import latest_versions, not_cancelled
from ..calendars.content_lines import Component, Content
from ..calendars.ical import parse_event
from ..calendars.people import read_guests
from ..text import clean
from ..words.wording import INTERVIEW, is_about_interviews, words_of

__all__ = ["UNDATED", "Calls", "Occasion", "Occasions", "Span", "calls", "in_calendar"]

Calls: TypeAlias = Callable[[str, str], str]
"""Says by a title and a description why something is called an interview; empty if it is not."""

Dated: TypeAlias = "tuple[Component, datetime | None, str]"
"""An event, when it starts, and why it does not count."""

UNDATED = "it has no date from 1970 to six months ahead"
MAX_WORDS = 80
"""Where the words that matched are cut when they are shown, in characters."""


@frozen
class Span:
    """The time that is looked at.

    Args:
        since: Its beginning, with a time zone.
        until: Its end, with a time zone.
        zone: The time zone of days, and of times that name none.
    """

    since: datetime
    until: datetime
    zone: tzinfo


@frozen
class Occasion:
    """Something that is called an interview.

    Args:
        title: Its title, on one line.
        where: Where in the source it stands.
        why: Why it is taken for an interview.
        starts: When it starts, with a time zone; None if it has no date in the time that is looked at.
        off: Why it does not count all the same; empty if it does.
        uid: What its calendar calls it; empty if nothing does.
    """

    title: str
    where: str
    why: str
    starts: datetime | None = None
    off: str = ""
    uid: str = ""


@frozen
class Occasions:
    """What was found in one source.

    Args:
        found: What is called an interview.
        others: How many other entries there are.
        notes: What could not be looked at.
    """

    found: tuple[Occasion, ...]
    others: int
    notes: tuple[str, ...] = ()


def calls(pattern: re.Pattern[str]) -> Calls:
    """Return what tells by these words whether something is called an interview.

    Args:
        pattern: What finds the words. Where they are the usual ones, a title that speaks of interviews and is none does
            not count.
    """

    def called(title: str, description: str) -> str:
        if pattern is INTERVIEW and is_about_interviews(title):
            return ""
        for where, text in (("title", title), ("description", description)):
            if match := pattern.search(text):
                return f'its {where} says "{(clean(match[0]) or "")[:MAX_WORDS]}"'
        return ""

    return called


def in_calendar(name: str, content: Content, span: Span, called: Calls, seeker: str | None) -> Occasions:
    """Return the interviews of a calendar, the dates of repeating ones among them.

    Args:
        name: The calendar's name, for errors.
        content: Its events.
        span: The time that is looked at.
        called: Tells which events are interviews.
        seeker: The address of the person whose calendar it is, if known.

    Raises:
        ReadError: The icalendar library fails.
    """
    events = latest_versions(content.events)
    reasons = {id(event): _why(event, called) for event in events}
    interviews = [event for event in events if reasons[id(event)]]
    # Of a series all parts are looked at: one that is no interview may still replace a date that would be.
    uids = {event.value("UID") for event in interviews} - {""}
    asked = [event for event in events if reasons[id(event)] or event.value("UID") in uids]
    agenda = agenda_of(name, Content(asked, content.zones), span.since, span.until, zone=span.zone)
    dated = [(one.event, one.starts, _off(one.event, seeker)) for one in agenda.occurrences if reasons[id(one.event)]]
    places = {id(event): place for place, event in enumerate(content.events, start=1)}
    found = tuple(
        _occasion(event, f"event {places[id(event)]}", reasons[id(event)], starts, off)
        for event, starts, off in (*dated, *_not_dated(events, interviews, dated))
    )
    return Occasions(found, len(events) - len(interviews), (*_notes(content), *agenda.notes))


def _not_dated(events: list[Component], interviews: list[Component], dated: Sequence[Dated]) -> Iterator[Dated]:
    """Yield the interviews that have no date in the time that is looked at, each with the reason."""
    stands, seen = set(map(id, not_cancelled(events))), {id(event) for event, _, _ in dated}
    for event in interviews:
        if id(event) not in stands:
            yield event, None, "it is cancelled"
        elif id(event) not in seen:
            yield event, None, UNDATED


def _occasion(event: Component, place: str, why: str, starts: datetime | None, off: str) -> Occasion:
    where = event.origin.get("DTSTART") or event.origin.get("UID") or place
    return Occasion(clean(event.text("SUMMARY"), 200) or "(no title)", where, why, starts, off, event.value("UID"))


def _why(event: Component, called: Calls) -> str:
    description = event.text("DESCRIPTION") or event.text("X-ALT-DESC")
    return called(event.text("SUMMARY"), words_of(description))


def _off(event: Component, seeker: str | None) -> str:
    """Why an interview of one's own calendar is none that one goes to."""
    you = (seeker or "").strip().lower()
    if not you or not any(you in line.lower() for line in event.lines):
        return ""
    guests, organizer = read_guests(parse_event([*event.lines_of("ATTENDEE"), *event.lines_of("ORGANIZER")]))
    if any(person.address == you and person.declined for person in guests):
        return "you declined it"
    others = [person for person in guests if person.address != you and person.comes]
    if organizer and organizer.address == you and others:
        return "you invited others to it, so you may be the one who asks"
    return ""


def _notes(content: Content) -> Iterator[str]:
    if content.too_many:
        yield "the calendar holds more events than are looked at; the rest was left out"
    if content.broken:
        yield f"lines of the calendar that are broken and were left out: {content.broken}"
