"""Hostile input: bounded, refused or read quickly, and never anything but a ReadError.

A small share of each does what the whole does, which ``benchmarks/hostile.py`` reads; where a bound is named, it is exceeded.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest
from reading.hostile import INPUTS, hostile

from interview_value.errors import ReadError
from interview_value.reading import read, read_history
from interview_value.reading.calendars.agenda import read_agenda

SHARE = 0.03
"""Of the largest input of each kind."""


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
    assert 1_000 > len(reason(hostile(name, SHARE)))


@pytest.mark.parametrize("name", ["JSON that nests", "JSON that nests and ends", "objects that nest"])
def test_json_that_nests_too_deep_is_refused_with_the_reason(name):
    """JSON that nests too deep raises a ReadError, never a RecursionError."""
    with pytest.raises(ReadError, match="it nests too deep to be read"):
        read(hostile(name))


def test_an_entity_is_never_expanded_twice():
    """What looks like a tag after one reading of entities stays text."""
    role = read({"@type": "JobPosting", "title": "&amp;lt;b&amp;gt; Analyst"}).role
    assert "&lt;b&gt; Analyst" == role


@pytest.mark.parametrize(
    ("name", "share", "said"),
    [
        ("parts of a mail", 0.1, "is a mail with more than 10,000 boundaries between parts"),
        ("a workbook that unpacks", 0.15, "unpacks to 60 MB in 5 parts; at most 40 MB in 1,000 parts are read"),
        ("a workbook of entities", 1, "declares a document type or an odd encoding"),
        ("a workbook of rows", 1, "is larger or more complicated than is read"),
        ("a workbook of parts", 0.1, "is a zip file, but no workbook"),
        ("rows", 0.3, "has 120,000 rows, more than 100,000"),
        ("rows of nothing", 0.26, "has more than 500,000 rows, empty ones included"),
        ("a cell", 0.1, "is a quotation mark not closed?"),
    ],
)
def test_limits_are_named(name, share, said):
    """What is over a limit is refused with the limit, and with what to do where something can be done."""
    read_it = read if name.endswith("mail") else partial(read_history, zone="UTC")
    with pytest.raises(ReadError) as caught:
        read_it(hostile(name, share))
    assert said in caught.value.reason


@pytest.mark.parametrize(
    ("name", "share"),
    [
        ("occurrences a day", 1),
        ("occurrences of many", 0.01),
        ("dates taken out", 0.2),
        ("dates added", 0.2),
        ("dates in a time zone of its own", 0.01),
    ],
)
def test_what_repeats_for_ever_is_bounded(name, share):
    """However often something repeats, an agenda has an end, and a note says that something was left out."""
    found = read_agenda(
        hostile(name, share), datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC), zone=UTC
    )
    assert "the calendar holds more than is looked at; the rest was left out" in found.notes
