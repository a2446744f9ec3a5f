"""Trackers that others wrote: each is read, or refused with a reason, and every row is accounted for."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from interview_value import read
from interview_value.errors import ReadError
from interview_value.reading import TableReading, read_table

PROJECT = Path(__file__).parents[3]
FOLDER = PROJECT / os.environ.get("INTERVIEW_VALUE_REAL_DATA", "../shared/data")
FILES = sorted(path for kind in ("tracker_csv", "big") for path in FOLDER.glob(f"{kind}/*.csv"))

pytestmark = pytest.mark.skipif(not FILES, reason=f"there are no tables of others in {FOLDER}")


def rows_in(path: Path) -> int:
    """Count the filled rows of a file, the header and what is above it included."""
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    delimiter = ";" if text.splitlines()[0].count(";") > 2 else ","
    return sum(
        any(cell.strip() for cell in row) for row in csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    )


def told(reading: TableReading) -> set[int]:
    """Return the numbers of the rows of which a reading tells what became of them."""
    parts = (reading.rows, reading.skipped)
    return {row.number for part in parts for row in part} | {error.row for error in reading.errors}


def complete(reading: TableReading, path: Path) -> bool:
    """Whether every row is accounted for, and every value says where it was read."""
    above = 1 if any("above the header" in note for note in reading.notes) else 0
    found = all(one.invitation.read_from for one in reading.rows)
    return found and len(told(reading)) == rows_in(path) - 1 - above


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_real_tables_are_read_or_refused(path):
    """A real table is read with every row accounted for, or refused, with no other exception or warning."""
    try:
        reading = read_table(path)
    except ReadError as error:
        assert "has no column that is known" in error.reason
    else:
        assert complete(reading, path)


def test_most_real_tables_are_read():
    """A change that makes fewer rows or tables read does not pass unseen."""
    readings = []
    for path in FILES:
        try:
            readings.append(read_table(path))
        except ReadError:
            continue
    assert 22 <= len(readings)
    assert 16_033 <= sum(len(reading.rows) for reading in readings)
    assert sum(len({error.row for error in reading.errors}) for reading in readings) <= 9


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_tables_of_many_are_pointed_to_the_right_place(path):
    """`read` refuses a table of many invitations and names `read_table`."""
    with pytest.raises(ReadError, match=r"read_table|no known format|without an invitation|JobPosting"):
        read(path)
