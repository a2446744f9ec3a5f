"""Hostile input: bounded, refused or read quickly, and never anything but a ReadError."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest
from reading.hostile import INPUTS

from interview_value import ReadError
from interview_value.reading import read, read_history
from interview_value.reading.calendars.agenda import read_agenda


def reason(data: bytes) -> str:
    """Why the input is refused, or nothing if it is read."""
    try:
        read(data)
    except ReadError as error:
        return error.reason
    return ""


@pytest.mark.parametrize("name", INPUTS)
def test_hostile_input_is_read_or_refused(name):
    """Whatever it holds, the reader comes back with an invitation or a ReadError."""
    assert 1_000 > len(reason(INPUTS[name]()))


@pytest.mark.parametrize("name", ["JSON that nests", "JSON that nests and ends", "objects that nest"])
def test_json_that_nests_too_deep_is_refused_with_the_reason(name):
    """JSON that nests too deep raises a ReadError, never a RecursionError."""
    with pytest.raises(ReadError, match="it nests too deep to be read"):
        read(INPUTS[name]())


def test_an_entity_is_never_expanded_twice():
    """What looks like a tag after one reading of entities stays text."""
    role = read({"@type": "JobPosting", "title": "&amp;lt;b&amp;gt; Analyst"}).role
    assert "&lt;b&gt; Analyst" == role


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("parts of a mail", "is a mail with more than 10,000 boundaries between parts"),
        ("a workbook that unpacks", "unpacks to 400 MB in 5 parts; at most 40 MB in 1,000 parts are read"),
        ("a workbook of entities", "declares a document type or an odd encoding"),
        ("a workbook of rows", "is larger or more complicated than is read"),
        ("a workbook of parts", "is a zip file, but no workbook"),
        ("rows", "has 400,000 rows, more than 100,000"),
        ("rows of nothing", "has more than 500,000 rows, empty ones included"),
        ("a cell", "is a quotation mark not closed?"),
    ],
)
def test_limits_are_named(name, said):
    """What is over a limit is refused with the limit, and with what to do where something can be done."""
    read_it = read if name.endswith("mail") else partial(read_history, zone="UTC")
    with pytest.raises(ReadError) as caught:
        read_it(INPUTS[name]())
    assert said in caught.value.reason


@pytest.mark.parametrize(
    "name",
    ["occurrences a day", "occurrences of many", "dates taken out", "dates added", "dates in a time zone of its own"],
)
def test_what_repeats_for_ever_is_bounded(name):
    """However often something repeats, an agenda has an end, and a note says that something was left out."""
    found = read_agenda(INPUTS[name](), datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC), zone=UTC)
    assert "the calendar holds more than is looked at; the rest was left out" in found.notes
