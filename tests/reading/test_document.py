"""A document: a source whose format is looked for."""

from __future__ import annotations

import pytest

from interview_value.model import Source
from interview_value.reading.document import Document, is_calendar


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_encoding_has_the_same_head(encoding):
    """The head is UTF-8 without a mark and without blanks before it."""
    assert b"BEGIN:VCALENDAR" == Document(Source("file", "\n BEGIN:VCALENDAR".encode(encoding))).head


@pytest.mark.parametrize(
    ("source", "data"),
    [
        (Source("mapping", mapping={"a": 1}), {"a": 1}),
        (Source("text", b' [{"a": 1}]'), [{"a": 1}]),
        (Source("text", b'{"a": '), None),
        (Source("text", b"a: 1"), None),
    ],
)
def test_json_is_parsed(source, data):
    """A mapping is its own data; what is broken or no JSON has none."""
    assert data == Document(source).data


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        (Source("text", b"A line\n begin:vevent\n"), True),
        (Source("text", b"<p>\nBEGIN:VEVENT\n"), False),
        (Source("text", b"it says BEGIN:VEVENT"), False),
        (Source("mapping", mapping={"BEGIN": "VEVENT"}), False),
    ],
)
def test_calendars_are_told_by_a_line(source, answer):
    """A calendar begins a component on a line of its own, and is neither a page nor JSON."""
    assert answer == is_calendar(Document(source))
