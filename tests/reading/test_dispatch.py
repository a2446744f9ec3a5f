"""`read`: formats are found by content, plugins are asked first, and errors say what to do."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from interview_value import Invitation
from interview_value.errors import ReadError
from interview_value.model.source import Source
from interview_value.reading import read
from interview_value.reading.formats import FORMATS

from .files import START, calendar, event, page

ICS = calendar(event(START, "SUMMARY:Interview: Data Analyst at Brightside Marketing"))
HTML = page({"@type": "JobPosting", "title": "Data Analyst"})
INVITATION = Invitation(role="Data analyst", read_from={"role": "text: a line"})


def test_an_open_file_is_read():
    """A file object is as good as a path."""
    assert "Data Analyst" == read(io.BytesIO(HTML.encode())).role


def test_a_mapping_is_read():
    """Parsed JSON is as good as its text."""
    assert "mapping: JobPosting.title" == read({"@type": "JobPosting", "title": "Analyst"}).read_from["role"]


def test_an_unknown_format_is_refused_with_those_that_are_known():
    """The error names every format that could have been read."""
    with pytest.raises(ReadError) as error:
        read(b"name;company\nanalyst;example")
    assert [True] * len(FORMATS) == [known.name in error.value.reason for known in FORMATS]


def test_a_source_that_is_too_large_is_refused():
    """A source above the caller's limit is refused."""
    with pytest.raises(ReadError, match="larger than 10 bytes"):
        read(HTML, max_bytes=10)


def test_plugins_are_asked_first_in_the_order_of_their_names():
    """The first answer that is not None counts, whatever order the plugins come in."""
    asked = []

    def reader(name, answer):
        return name, lambda source: (asked.append((name, source.name)), answer)[1]

    readers = [reader("c", None), reader("b", INVITATION), reader("a", None)]
    assert INVITATION is read(ICS, readers=readers)
    assert [("a", "text"), ("b", "text")] == asked


def test_a_plugin_that_knows_nothing_leaves_it_to_the_built_in_readers():
    """A plugin that returns None leaves the source to the library's own formats."""
    assert "Data Analyst" == read(ICS, readers=[("a", lambda source: None)]).role


def test_the_read_error_of_a_plugin_is_shown_as_it_is():
    """A ReadError of a plugin reaches the caller unchanged."""

    def reader(source: Source) -> Invitation:
        raise ReadError(source.name, "page 3 is missing")

    with pytest.raises(ReadError, match=r"^text: page 3 is missing$"):
        read(ICS, readers=[("paper", reader)])


def test_a_plugin_that_raises_anything_else_is_named():
    """Another exception of a plugin becomes a ReadError that names the plugin and keeps the cause."""
    with pytest.raises(ReadError, match=r"the plugin 'paper' failed on it: ZeroDivisionError") as error:
        read(ICS, readers=[("paper", lambda source: 1 / 0)])
    assert isinstance(error.value.__cause__, ZeroDivisionError)


def test_a_plugin_that_returns_anything_else_is_named():
    """An answer that is neither an Invitation nor None is refused, naming the plugin."""
    with pytest.raises(ReadError, match="the plugin 'paper' returned 'yes', expected an Invitation or None"):
        read(ICS, readers=[("paper", lambda source: "yes")])


def test_without_the_extra_the_error_says_what_to_install(monkeypatch):
    """Without the calendar library the error says how to install it."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(ReadError, match=r'pip install "interview-value\[readers\]"'):
        read(ICS)


def test_importing_the_readers_imports_no_calendar_library():
    """Reading a posting does not import the calendar library."""
    script = 'import sys, interview_value.reading as r; r.read(\'{"@type": "JobPosting", "title": "a"}\')'
    command = [sys.executable, "-c", f"{script}; print('icalendar' in sys.modules)"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "False" == done.stdout.strip()


@pytest.mark.parametrize("name", ["invitation.ics", "posting.html"])
def test_the_examples_say_the_same(name):
    """The example files are about one role in one organisation, and every value says where it was read."""
    invitation = read(Path(__file__).parents[2] / "examples" / name)
    assert ("Data Analyst", "Brightside Marketing", ()) == (invitation.role, invitation.organization, invitation.notes)
    assert set(invitation.to_dict()) - {"version", "read_from", "notes"} == set(invitation.read_from)


def test_the_example_invitation_is_read_whole():
    """All that a real invitation says is found: stage, time, length, people and place."""
    assert {
        "version": 2,
        "role": "Data Analyst",
        "organization": "Brightside Marketing",
        "stage": "first",
        "remote": True,
        "starts": "2026-12-03T14:00:00+01:00",
        "location": "https://meet.google.com/abc-defg-hij",
        "duration": 1.0,
        "people_met": 2.0,
        "event": {
            "uid": "first-interview-data-analyst-0417@brightside-marketing.example",
            "organizer": "mailto:hiring@brightside-marketing.example",
            "attendee": "mailto:applicant@example.com",
            "starts": "2026-12-03T14:00:00+01:00",
            "ends": "2026-12-03T15:00:00+01:00",
            "summary": "First interview: Data Analyst at Brightside Marketing",
            "method": "REQUEST",
        },
        "read_from": {
            "event": "invitation.ics: VEVENT",
            "starts": "invitation.ics: DTSTART",
            "duration": "invitation.ics: DTSTART, DTEND",
            "people_met": "invitation.ics: ATTENDEE",
            "role": "invitation.ics: SUMMARY",
            "organization": "invitation.ics: SUMMARY",
            "stage": "invitation.ics: SUMMARY",
            "remote": "invitation.ics: X-GOOGLE-CONFERENCE",
            "location": "invitation.ics: X-GOOGLE-CONFERENCE",
        },
    } == read(Path(__file__).parents[2] / "examples" / "invitation.ics").to_dict()
