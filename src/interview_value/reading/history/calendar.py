"""Interviews in a calendar: the events that say that they are one, each with its dates or why it has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TypeAlias

from ...display.language import say
from ..calendars.agenda import agenda_of
from ..calendars.choosing import latest_versions, not_cancelled
from ..calendars.content_lines import Component, Content
from ..calendars.ical import parse_event
from ..calendars.people import read_guests
from ..text import clean
from ..words.wording import INTERVIEW, is_about_interviews, words_of
from .interviews import UNDATED, Interview, InterviewList, Period

__all__ = ["find_in_calendar"]

DatedEvent: TypeAlias = "tuple[Component, datetime | None, str]"
"""An event, when it starts, and why it does not count."""

MAX_WORDS = 80
"""Where the words that matched are cut when they are shown, in characters."""


def find_in_calendar(
    name: str, content: Content, period: Period, pattern: re.Pattern[str], seeker: str | None
) -> InterviewList:
    """Return the interviews of a calendar, every date of a series among them.

    Args:
        name: The calendar's name, for errors.
        content: Its events and time zones.
        period: The time in which interviews are looked for.
        pattern: The words for an interview.
        seeker: The mail address of the person whose calendar it is, if known.

    Raises:
        ReadError: The icalendar library fails.
    """
    events = latest_versions(content.events)
    reasons = {id(event): _why_interview(event, pattern) for event in events}
    interviews = [event for event in events if reasons[id(event)]]
    # Of a series all parts are looked at: one that is no interview may still replace a date that would be.
    uids = {event.value("UID") for event in interviews} - {""}
    of_interviews = [event for event in events if reasons[id(event)] or event.value("UID") in uids]
    agenda = agenda_of(name, Content(of_interviews, content.zones), period.since, period.until, zone=period.zone)
    dated = [(o.event, o.starts, _why_not(o.event, seeker)) for o in agenda.occurrences if reasons[id(o.event)]]
    places = {id(event): f"event {place}" for place, event in enumerate(content.events, start=1)}
    entries = tuple(
        Interview(
            clean(event.text("SUMMARY"), 200) or "(no title)",
            event.origin.get("DTSTART") or event.origin.get("UID") or places[id(event)],
            reasons[id(event)],
            starts,
            why_not,
            event.value("UID"),
        )
        for event, starts, why_not in (*dated, *_without_date(events, interviews, dated))
    )
    return InterviewList(entries, len(events) - len(interviews), (*_notes(content), *agenda.notes))


def _why_interview(event: Component, pattern: re.Pattern[str]) -> str:
    """Return the reason why an event is taken for an interview; empty text if it is none."""
    title, description = event.text("SUMMARY"), event.text("DESCRIPTION") or event.text("X-ALT-DESC")
    # With the usual words, a title that speaks of interviews, such as that of a rehearsal, does not count.
    if pattern is INTERVIEW and is_about_interviews(title):
        return ""
    for where, text in (("title", title), ("description", words_of(description))):
        if match := pattern.search(text):
            return f'its {where} says "{(clean(match[0]) or "")[:MAX_WORDS]}"'
    return ""


def _why_not(event: Component, seeker: str | None) -> str:
    """Return the reason why a dated interview is none that the seeker goes to; empty text if there is none."""
    you = (seeker or "").strip().lower()
    if not you or not any(you in line.lower() for line in event.lines):
        return ""
    guests, organizer = read_guests(parse_event([*event.lines_of("ATTENDEE"), *event.lines_of("ORGANIZER")]))
    if any(person.address == you and person.answer == "DECLINED" for person in guests):
        return "you declined it"
    others = [person for person in guests if person.address != you and person.takes_part]
    if organizer and organizer.address == you and others:
        return "you invited others to it, so you may be the one who asks"
    return ""


def _without_date(
    events: list[Component], interviews: list[Component], dated: Sequence[DatedEvent]
) -> Iterator[DatedEvent]:
    """Yield the interviews that have no date in the period, each with the reason."""
    standing, with_date = set(map(id, not_cancelled(events))), {id(event) for event, _, _ in dated}
    for event in interviews:
        if id(event) not in standing:
            yield event, None, "it is cancelled"
        elif id(event) not in with_date:
            yield event, None, UNDATED


def _notes(content: Content) -> Iterator[str]:
    if content.too_many:
        yield say("the calendar holds more events than are looked at; the rest was left out")
    if content.broken:
        yield say("lines of the calendar that are broken and were left out: {n}", n=content.broken)
