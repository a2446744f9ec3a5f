"""Law: whatever is read, the answer is an invitation or a ReadError, and it is the same each time."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from interview_value import Invitation
from interview_value.errors import ReadError
from interview_value.reading import read

EXAMPLES = Path(__file__).parents[2] / "examples"
ICS = (EXAMPLES / "invitation.ics").read_bytes()
LINES = ICS.splitlines()
HTML = (EXAMPLES / "posting.html").read_bytes()
WORDS = [
    *("BEGIN", "END", "VEVENT", "VCALENDAR", "VTIMEZONE", "STANDARD", "DTSTART", "DTEND", "DURATION", "RRULE", "UID"),
    *("TZID=", "VALUE=DATE", "PT1H", "20261203T140000", "Z", ":", ";", ",", "=", '"', "\\", "\\n", "\n ", "\r\n", "\0"),
    *(
        "FREQ=YEARLY",
        "INTERVAL=0",
        "mailto:",
        "ATTENDEE",
        "ORGANIZER",
        "CUTYPE=",
        "SUMMARY",
        "Interview",
        " at ",
        " for ",
    ),
]
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8) | st.sampled_from(["JobPosting", "TELECOMMUTE"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@id", "@graph", "@value", "title", "name", "hiringOrganization", "jobLocationType"]
            ),
            inner,
        )
    ),
)


def outcome(source: object) -> object:
    """Read and return what comes of it, as plain data."""
    try:
        invitation = read(source)
    except ReadError as error:
        return str(error)
    assert Invitation.from_dict(json.loads(json.dumps(invitation.to_dict()))) == invitation
    assert invitation.read_from
    return invitation.to_dict()


def twice(source: object) -> None:
    """The second reading says what the first one said."""
    assert outcome(source) == outcome(source)


@given(st.binary(max_size=300))
def test_any_bytes(data):
    """Any bytes are read or refused, twice in the same way."""
    twice(data)


@given(st.text(max_size=300).map(lambda text: text + "\n"))
def test_any_text(text):
    """Any text is read or refused, twice in the same way."""
    twice(text)


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=30).map("".join))
def test_any_words_of_a_calendar(text):
    """The words of calendars in any order are read or refused, twice in the same way."""
    twice(f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{text}\nEND:VEVENT")


@given(st.data())
def test_any_mutation_of_a_calendar(data):
    """A calendar with lines dropped, doubled, cut or mixed with words of the format is read or refused."""
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines) - 1))
        cut = data.draw(st.integers(0, len(lines[at])))
        word = data.draw(st.sampled_from(WORDS)).encode()
        changes = [
            [],
            [lines[at]] * 2,
            [lines[at][:cut]],
            [lines[at][:cut] + word + lines[at][cut:]],
            [word, lines[at]],
        ]
        lines[at : at + 1] = data.draw(st.sampled_from(changes))
        lines = lines or [b""]
    twice(b"\r\n".join(lines) + b"\n")


@given(st.integers(0, len(HTML)), st.integers(0, 40), st.binary(max_size=10))
def test_any_mutation_of_a_page(start, length, middle):
    """A page of which a piece is replaced by anything is read or refused."""
    twice(HTML[:start] + middle + HTML[start + length :])


@given(JSON)
def test_any_json(data):
    """Any JSON is read or refused, alone, within a page and parsed."""
    text = json.dumps(data)
    twice(f"[{text}]")
    twice(f'<html><script type="application/ld+json">{text}</script>')
    twice({"@graph": data})
