"""Law: a real file that was changed at random is read or refused, with no other error and no warning.

The files of others are changed where they are (``INTERVIEW_VALUE_REAL_DATA``), our own examples everywhere.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_value import Invitation
from interview_value.errors import ReadError
from interview_value.reading import read, read_history, read_table
from interview_value.reading.calendars.agenda import read_agenda

PROJECT = Path(__file__).parents[2]
FOLDER = PROJECT / os.environ.get("INTERVIEW_VALUE_REAL_DATA", "../shared/data")
KINDS = ("ics", "gcal_json", "jobposting", "ats_json", "email", "json_resume", "tracker_csv")
LARGEST = 30_000
OURS = [path for path in sorted((PROJECT / "examples").iterdir()) if path.is_file()]
THEIRS = [path for kind in KINDS for path in sorted(FOLDER.glob(f"{kind}/*")) if path.stat().st_size <= LARGEST]
SINCE, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)
ODD = [
    "",
    "\0",
    "\ud800",
    "99999999T999999Z",
    "-1",
    "1e999",
    "NaN",
    "=1+1",
    "<b>",
    "&quot;",
    '"',
    "\\",
    "TZID=",
    "P1000000W",
    "é" * 50,
]

READERS: dict[str, Callable[[bytes], Any]] = {
    "read": read,
    "read_table": read_table,
    "read_history": lambda data: read_history(data, zone="UTC", as_of=date(2026, 11, 23)),
    "read_agenda": lambda data: read_agenda(data, SINCE, UNTIL, zone=UTC),
}


def lines_moved(draw: st.DrawFn, data: bytes, other: bytes) -> bytes:
    """Lines left out, doubled or moved."""
    lines = data.splitlines(keepends=True) or [b""]
    for _ in range(draw(st.integers(1, 4))):
        place, to = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        change = draw(st.sampled_from(["leave out", "double", "swap"]))
        if change == "leave out" and len(lines) > 1:
            del lines[place]
        elif change == "double":
            lines.insert(place, lines[place])
        else:
            lines[place % len(lines)], lines[to % len(lines)] = lines[to % len(lines)], lines[place % len(lines)]
    return b"".join(lines)


def cut(draw: st.DrawFn, data: bytes, other: bytes) -> bytes:
    """An end that is missing."""
    return data[: draw(st.integers(1, max(len(data), 1)))]


def spliced(draw: st.DrawFn, data: bytes, other: bytes) -> bytes:
    """The beginning of one file, and the end of another."""
    return data[: draw(st.integers(0, len(data)))] + other[draw(st.integers(0, len(other))) :]


def values_changed(draw: st.DrawFn, data: bytes, other: bytes) -> bytes:
    """What stands behind a colon, a comma or an equals sign, replaced by something odd."""
    marks = [place for place, byte in enumerate(data) if byte in b":,;="]
    for place in draw(st.lists(st.sampled_from(marks), max_size=3)) if marks else ():
        end = place + 1 + draw(st.integers(0, 20))
        data = data[: place + 1] + draw(st.sampled_from(ODD)).encode(errors="surrogatepass") + data[end:]
    return data


def bytes_broken(draw: st.DrawFn, data: bytes, other: bytes) -> bytes:
    """Bytes that belong to no encoding, and whole files in another."""
    if draw(st.booleans()):
        return data.decode(errors="replace").encode(
            draw(st.sampled_from(["utf-16", "utf-16-le", "cp1252", "utf-8-sig"])), "replace"
        )
    place = draw(st.integers(0, len(data)))
    return data[:place] + draw(st.binary(max_size=4)) + data[place:]


def json_changed(draw: st.DrawFn, data: bytes, other: bytes) -> bytes:
    """A value of JSON of another type."""
    try:
        whole = json.loads(data)
    except ValueError:
        return data
    node = whole
    for _ in range(draw(st.integers(1, 6))):
        keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
        if not keys:
            break
        key = draw(st.sampled_from(list(keys)))
        if draw(st.booleans()) or not isinstance(node[key], (dict, list)):
            node[key] = draw(
                st.sampled_from([None, True, -1, 1e308, "", [], {}, [[]], "2026-12-03", {"name": {}}, ["\ud800"]])
            )
            break
        node = node[key]
    return json.dumps(whole).encode()


CHANGES = (lines_moved, cut, spliced, values_changed, bytes_broken, json_changed)


@st.composite
def changed(draw: st.DrawFn, paths: list[Path]) -> bytes:
    """A file, changed in one or two ways."""
    data, other = (draw(st.sampled_from(paths)).read_bytes() for _ in range(2))
    for change in draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=2)):
        data = change(draw, data, other)
    return data


def holds(name: str, data: bytes) -> bool:
    """Whether a reader answers or refuses, and what it reads is the same after it was written down."""
    try:
        result = READERS[name](data)
    except ReadError as error:
        return "is empty" == error.reason or 10 < len(error.reason) < 2_000
    invitations = {"read": lambda: [result], "read_table": lambda: result.invitations}.get(name, list)()
    return all(one == Invitation.from_dict(json.loads(json.dumps(one.to_dict()))) for one in invitations)


@pytest.mark.parametrize("name", READERS)
@given(data=changed(OURS))
def test_our_examples_changed(name, data):
    """Whatever becomes of our own examples, each reader answers or refuses."""
    assert holds(name, data)


@pytest.mark.skipif(not THEIRS, reason=f"there are no files of others in {FOLDER}")
@pytest.mark.parametrize("name", READERS)
@given(data=st.deferred(lambda: changed(THEIRS)))
def test_files_of_others_changed(name, data):
    """Whatever becomes of the files of others, each reader answers or refuses."""
    assert holds(name, data)
