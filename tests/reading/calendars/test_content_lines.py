"""Content lines: what is broken costs itself and not the file."""

from __future__ import annotations

import pytest
from reading.files import calendar, event

from interview_value.model.source import Source
from interview_value.reading.calendars.content_lines import MAX_EVENTS, split


def parts(text):
    """Cut a calendar file that is given as text or bytes."""
    return split(Source("invite.ics", text if isinstance(text, bytes) else text.encode()))


def test_a_line_that_is_folded_within_a_character_is_whole_again():
    """Some programs count bytes and cut an umlaut in half."""
    data = calendar(event("SUMMARY:Gespräch")).encode().replace(b"\xc3\xa4", b"\xc3\r\n \xa4")
    assert "Gespräch" == parts(data).events[0].value("SUMMARY")


def test_text_is_unescaped_for_people():
    """Commas, line breaks and backslashes stand as they were meant."""
    assert "a, b c;d\\n" == parts(event(r"SUMMARY:a\, b\nc\;d\\n")).events[0].text("SUMMARY")


def test_an_alarm_within_an_event_is_not_the_event():
    """Its description is the alarm's."""
    content = parts(event("BEGIN:VALARM", "DESCRIPTION:Alarm", "END:VALARM", "DESCRIPTION:Event"))
    assert ["Event"] == content.events[0].values["DESCRIPTION"]


def test_an_event_that_is_not_ended_ends_where_the_next_begins():
    """A missing END loses nothing."""
    content = parts("BEGIN:VEVENT\nSUMMARY:a\nBEGIN:VEVENT\nSUMMARY:b\nEND:VEVENT\nEND:VEVENT\n")
    assert ["a", "b"] == [one.value("SUMMARY") for one in content.events]


@pytest.mark.parametrize("text", ["END:VEVENT\n", "END:VCALENDAR\nEND:X\n", "SUMMARY:outside\n", "BEGIN:X\n" * 1_000])
def test_what_belongs_to_nothing_is_nothing(text):
    """Ends without a beginning, lines outside of everything, and components nested without end."""
    content = parts(text)
    assert ([], 0, False) == (content.events, content.broken, content.unfinished)


def test_no_more_events_are_looked_at_than_the_bound():
    """A feed of any length is read in bounded time."""
    content = parts(calendar(*[event("SUMMARY:a")] * (MAX_EVENTS + 1)))
    assert (MAX_EVENTS, True) == (len(content.events), content.too_many)


def test_the_parameters_of_a_text_may_be_long_and_are_left_out():
    """Some programs put a whole page of HTML there."""
    content = parts(event(f'DESCRIPTION;ALTREP="data:text/html,{"x" * 5_000}":words', "SUMMARY:a"))
    assert ("words", 0) == (content.events[0].value("DESCRIPTION"), content.broken)


def test_other_lines_with_parameters_that_long_are_broken():
    """A date without its parameters would be another date."""
    content = parts(event(f"DTSTART;TZID={'x' * 5_000}:20261203T130000"))
    assert ("", 1) == (content.events[0].value("DTSTART"), content.broken)


def test_a_colon_in_quotes_does_not_end_the_parameters():
    """The value begins after the first colon outside of quotes."""
    assert "mailto:a@example.com" == parts(event('ATTENDEE;CN="a:b":mailto:a@example.com')).events[0].value("ATTENDEE")
