"""The icalendar library behind one module: whether it is there, what it raises, and what it writes and reads."""

from __future__ import annotations

import sys
from datetime import timedelta

import pytest

from interview_value.errors import ReadError
from interview_value.reading.calendars.ical import (
    content_line,
    errors_as_read_errors,
    escape_text,
    iana_name,
    parse_length,
    require_icalendar,
)


def test_a_missing_library_says_what_to_install(monkeypatch):
    """The error names the extra that brings the library."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(ReadError, match=r"pip install \"interview-value\[readers\]\""):
        require_icalendar("invite.ics")


def test_any_error_of_the_library_becomes_a_read_error():
    """The user sees one kind of error, with the reason."""
    with pytest.raises(ReadError, match="cannot read it: KeyError"), errors_as_read_errors("invite.ics"):
        raise KeyError("X")


def test_a_read_error_stays_as_it_is():
    """Its reason is a better one."""
    error = ReadError("invite.ics", "has no event")
    with pytest.raises(ReadError) as caught, errors_as_read_errors("invite.ics"):
        raise error
    assert error is caught.value


def test_a_content_line_holds_any_text():
    """Line ends, commas and quotes are escaped in values, and names with commas are quoted in parameters."""
    assert r"SUMMARY:a\, b\nc" == content_line("SUMMARY", escape_text("a, b\r\nc"), {})
    assert 'ATTENDEE;CN="A, B":mailto:a@example.com' == content_line("ATTENDEE", "mailto:a@example.com", {"CN": "A, B"})


@pytest.mark.parametrize(
    ("text", "length"),
    [("PT30M", timedelta(minutes=30)), (" pt1h ", timedelta(hours=1)), ("an hour", None), ("", None)],
)
def test_a_length_of_time_is_parsed_or_none(text, length):
    """Broken ones are no error."""
    assert length == parse_length(text)


def test_names_of_windows_have_an_iana_name():
    """Other names stay as they are."""
    assert ["Europe/Berlin", "Nowhere"] == [iana_name("W. Europe Standard Time"), iana_name("Nowhere")]
