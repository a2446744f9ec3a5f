"""Hostile input: bounded, refused or read quickly, and never anything but a ReadError."""

from __future__ import annotations

import pytest

from interview_value import ReadError
from interview_value.readers import read

BEGIN = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Interview\nDTSTART:20261203T130000Z\n"
LD = b'<script type="application/ld+json">'

INPUTS = {
    "components without end": b"BEGIN:VCALENDAR\n" * 300_000,
    "ends without beginning": b"BEGIN:VEVENT\n" + b"END:X\n" * 500_000,
    "guests": BEGIN + b"ATTENDEE;CN=A:mailto:a@example.com\n" * 100_000,
    "a line of parameters": BEGIN + b"ATTENDEE" + b";A=B" * 1_000_000,
    "lines of parameters": BEGIN + (b"ATTENDEE" + b";A=B" * 2_000 + b":mailto:a@example.com\n") * 500,
    "quotes": BEGIN + b'ATTENDEE;CN="' + b'";"' * 1_000_000,
    "a long description": BEGIN + b"DESCRIPTION:" + b"a-" * 2_000_000,
    "a folded description": BEGIN + b"DESCRIPTION:" + b"a\n " * 1_000_000,
    "empty lines in a description": BEGIN + b"DESCRIPTION:" + b"\\n" * 5_000 + b"x",
    "occurrences": BEGIN + b"RRULE:FREQ=SECONDLY;COUNT=999999999\n",
    "a date out of range": b"BEGIN:VEVENT\nDTSTART:99999999T999999Z\nDTEND:00000000T000000\nEND:VEVENT",
    "JSON that nests": b"[" * 100_000,
    "JSON that nests and ends": b"[" * 100_000 + b"]" * 100_000,
    "objects that nest": b'{"a":' * 500_000,
    "JSON that nests in a page": LD + b"[" * 100_000 + b"</script>",
    "a number": b'{"a":' + b"1" * 5_000_000 + b"}",
    "objects": b"[" + b"{}," * 1_000_000 + b"{}]",
    "spaces": b"{" + b" " * 5_000_000 + b"x}",
    "declarations": b"<html>" + b"<!-" * 1_000_000,
    "comments": b"<html>" + b"<!--" * 1_000_000,
    "tags": b"<html>" + b"<script " * 500_000,
    "tags with quotes": b"<html>" + b'<script "' * 500_000,
    "scripts": b"<html>" + b"<script>" * 500_000,
    "pieces of JSON": b"<html>" + (LD + b"{}</script>") * 100_000,
    "entities": LD + b'{"@type":"Thing","title":"' + b"&amp;" * 1_000_000 + b'"}</script>',
    "entities of an XML bomb": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + b"&c;" * 100_000 + b'">]><a>&b;</a>',
    "microdata": b"<html>" + b'itemtype="' * 500_000,
    "half of a character": b'{"@type": "JobPosting", "title": "\\ud800"}',
    "nothing but a mark": b"\xef\xbb\xbf",
    "half of UTF-16": b"\xff\xfe{",
    "zeros": b"\0" * 100_000,
}


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
    assert 1_000 > len(reason(INPUTS[name]))


@pytest.mark.parametrize("name", ["JSON that nests", "JSON that nests and ends", "objects that nest"])
def test_json_that_nests_too_deep_is_refused_with_the_reason(name):
    """Never a RecursionError."""
    with pytest.raises(ReadError, match="it nests too deep to be read"):
        read(INPUTS[name])


def test_an_entity_is_never_expanded_twice():
    """What looks like a tag after one reading of entities stays text."""
    role = read({"@type": "JobPosting", "title": "&amp;lt;b&amp;gt; Analyst"}).role
    assert "&lt;b&gt; Analyst" == role
