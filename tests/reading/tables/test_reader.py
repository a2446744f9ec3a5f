"""Reading a table: rows become invitations, or are reported; nothing is dropped in silence and nothing is guessed."""

from __future__ import annotations

import csv
import warnings
from datetime import datetime
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv
from interview_value import Estimate, Stage
from interview_value.errors import ReadError

from ..workbooks import workbook
from .one_table import table


def test_a_tracker_is_read():
    """Common headings are known, and every value says where it was read."""
    reading = table(
        "Company,Job Title,Status,Interview Date,# Interviewers,Salary",
        "Acme,Analyst,Phone Screen,2026-12-03 14:00,2,50000",
        "Globex,,Applied,,,",
    )
    assert [2, 3] == [row.number for row in reading.rows]
    first, second = reading.invitations
    assert ("Analyst", "Acme", Stage.SCREEN, Estimate(2)) == (
        first.role,
        first.organization,
        first.stage,
        first.people_met,
    )
    assert datetime(2026, 12, 3, 14) == first.starts
    assert "text: row 2, # Interviewers" == first.read_from["people_met"]
    assert first.read_from.keys() == first.to_dict().keys() - {"version", "read_from", "notes"}
    assert ("the table names no time zone for the start, which is taken as your local time",) == first.notes
    assert {
        "version": 2,
        "organization": "Globex",
        "read_from": {"organization": "text: row 3, Company"},
    } == second.to_dict()


def test_rows_go_straight_into_an_evaluation():
    """Each invitation of a table can be evaluated, with the number of its row beside it."""
    reading = table("company,role_interest,organization_interest", "Acme,0,0", "Globex,0.9,0.9")
    told = {row.number: iv.evaluate(row.invitation).verdict for row in reading.rows}
    assert iv.Verdict.DECLINE == told[2]
    assert iv.Verdict.DECLINE != told[3]


def test_tables_without_rows_say_so():
    """A table with a header alone is read, and a note says that it has no rows."""
    reading = table("Company,Role")
    assert ((), ("the table has a header and no rows",)) == (reading.rows, reading.notes)


def test_tables_without_known_columns_are_refused():
    """A table without a known column is refused with its headings and what to do."""
    with pytest.raises(ReadError, match=r"no column that is known; say with columns= what they hold: 'a', 'b'"):
        table("a,b", "1,2")


def test_rows_are_limited():
    """The caller's limits on rows and bytes hold."""
    with pytest.raises(ReadError, match="has 3 rows, more than 2"):
        table("Company", "a", "b", "c", max_rows=2)
    with pytest.raises(ReadError, match="larger than 10 bytes"):
        table("Company", "Acme", max_bytes=10)


def test_a_table_of_one_is_read_as_an_invitation():
    """`read` reads a table with one invitation, text or workbook."""
    assert "Analyst" == iv.read("Company;Job Title\nAcme;Analyst\n").role
    assert "Analyst" == iv.read(workbook(Jobs=[["Company", "Job Title"], ["Acme", "Analyst"]])).role


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Company,Role\nAcme,a\nGlobex,b\n", "is a table of 2 invitations; read_table reads them all"),
        ("Company,Role\n", "is a table without an invitation: the table has a header and no rows"),
        ("Company,Role,x\n,,1\n", "is a table without an invitation: row 2 says nothing"),
        (
            "Company,resemblance\nAcme,x\n",
            r"is a table with 1 mistake\(s\), which read_table lists: row 2, resemblance",
        ),
    ],
)
def test_other_tables_are_pointed_to_the_right_place(text, reason):
    """`read` refuses a table with no, several or faulty invitations, and says why."""
    with pytest.raises(ReadError, match=reason):
        iv.read(text)


@pytest.mark.parametrize(
    "content",
    [
        b"Company and a role\nthat is no table",
        b"\x7fELF\0\0\0\x01",
        {"role": "x"},
        b"Company,x\nAcme,1",
        b"<p>\nCompany,Role\n</p>",
    ],
)
def test_what_is_no_table_is_not_taken_for_one(content):
    """Text with one known word is not taken for a table."""
    with pytest.raises(ReadError, match=r"no known format|JobPosting"):
        iv.read(content)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=6), min_size=1, max_size=8))
def test_any_table_is_read_or_refused(rows):
    """Every row below the header is an invitation, has a mistake, or is skipped; without any warning."""
    header = ["Company", "Duration", "Interview Date", "Status", "Interviewers"]
    file = StringIO(newline="")
    csv.writer(file).writerows([header, *rows])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            reading = iv.reading.read_table(file.getvalue().encode())
        except ReadError:
            return
    told = [
        *(row.number for row in reading.rows),
        *{error.row for error in reading.errors},
        *(row.number for row in reading.skipped),
    ]
    assert len(told) == len(set(told))
    assert str(reading)
    assert reading._repr_html_()
