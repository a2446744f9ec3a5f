"""Sheets: a table is opened whatever it came as, and its rows have the numbers that programs show."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from interview_value.errors import ReadError
from interview_value.model import Source
from interview_value.reading.tables.sheets import column_letters, open_sheet

from ..workbooks import workbook
from .opened import HEADINGS, cells, numbers, opened


def test_rows_have_the_numbers_that_programs_show():
    """Empty lines count as rows, line breaks in quotation marks do not."""
    sheet = opened('My tracker\n\nCompany,Notes\n\n"Acme","two\nlines"\n,,\nGlobex\n')
    assert (3, [5, 7]) == (sheet.header_row, numbers(sheet))
    assert [("Acme", "two\nlines"), ("Globex",)] == cells(sheet)
    assert ("above the header in row 3, 1 filled row(s) were left out",) == sheet.notes


def test_headings_are_told_apart():
    """The second heading of a name gets a number, and an empty one its column's letter."""
    sheet = opened("Company,Notes,,Notes,\n1,2,3,4,5\n")
    assert ("Company", "Notes", "column C", "Notes (2)", "column E") == sheet.header


def test_columns_have_letters():
    """Columns have the letters that spreadsheets give them."""
    assert ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"] == [column_letters(n) for n in (0, 25, 26, 51, 52, 701, 702)]


def test_columns_are_as_long_as_the_table():
    """A cell that a short row does not have is empty."""
    assert ["Analyst", None] == opened("Company,Position\nAcme,Analyst\nGlobex\n").column(1)


def test_workbooks_have_dates_numbers_and_texts():
    """Cells keep their types, and empty rows and columns do not shift the others."""
    moment = datetime(2026, 12, 3, 14, 30)
    rows = [
        ["Tracker"],
        [],
        ["Company", "Interview date", "n"],
        [" Acme ", moment, 3],
        [None, date(2026, 12, 4), 1.5],
        ["x", time(14), True],
    ]
    sheet = opened(workbook(Jobs=rows))
    assert "table, sheet Jobs" == sheet.name
    assert [4, 5, 6] == numbers(sheet)
    assert [("Acme", moment, 3), (None, datetime(2026, 12, 4), 1.5), ("x", time(14), True)] == cells(sheet)


def test_of_several_sheets_the_one_with_the_best_header_is_read():
    """The sheet with the best header is read, and a note says which and how to have another."""
    book = workbook(Read_me=[["Company"]], Jobs=[["Company", "Position"], ["Acme", "Analyst"]], Empty=[])
    sheet = opened(book)
    assert "table, sheet Jobs" == sheet.name
    assert ("the sheet 'Jobs' was read, of 'Read_me', 'Jobs', 'Empty'; say sheet= for another",) == sheet.notes
    assert (("Company",), ()) == ((other := opened(book, sheet="Read_me")).header, other.rows)
    with pytest.raises(ReadError, match=r"no sheet 'Job'; it has 'Read_me', 'Jobs', 'Empty'$"):
        opened(book, sheet="Job")


def test_headings_of_workbooks_are_texts():
    """A number or a date above a column is its heading as text."""
    header = ["Company", 2026, 1.5, date(2026, 12, 3), None, True]
    assert ("Company", "2026", "1.5", "2026-12-03T00:00:00", "column E", "True") == opened(
        workbook(Jobs=[header])
    ).header


def test_hidden_sheets_are_not_looked_at():
    """A hidden sheet is not read, even if its header is the best."""
    from io import BytesIO

    from openpyxl import load_workbook

    book = load_workbook(BytesIO(workbook(Hidden=[["Company", "Position"]], Jobs=[["Company"], ["Acme"]])))
    book["Hidden"].sheet_state = "hidden"
    file = BytesIO()
    book.save(file)
    assert "table, sheet Jobs" == opened(file.getvalue()).name


def test_text_has_no_sheets():
    """Asking for a sheet of a text is refused."""
    with pytest.raises(ReadError, match="has no sheets; leave sheet= out"):
        opened("Company\nAcme", sheet="Jobs")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x7fELF\x02\x01\x00\x00", "neither text nor a workbook"),
        (b",,\n,,\n", "without a filled row"),
        (b'Company\n"' + b"x" * 200_000, "row 2 cannot be read.*131,072.*quotation mark not closed"),
        (b"Company,Position\n" + b"," * 600 + b"x", "row 2 has 601 cells"),
        (b"Company,Position\n" + b"," * 20_000, "row 2 has 20,001 cells; a sheet has at most 16,384"),
        (b"Company\n1\n2\n3\n4", "has 4 rows, more than 3; pass max_rows="),
        (b"Company\n" + b"\n" * 500_000, "has more than 500,000 rows"),
        (workbook(Empty=[]), "without a visible sheet that has anything in it"),
    ],
    ids=["binary", "empty", "open quote", "wide", "wider", "long", "lines", "empty workbook"],
)
def test_what_is_no_table_is_refused(content, reason):
    """What is no table, or too large, is refused with what to do about it."""
    with pytest.raises(ReadError, match=reason):
        opened(content, max_rows=3)


def test_mappings_are_no_tables():
    """A mapping is refused."""
    with pytest.raises(ReadError, match="is no table"):
        open_sheet(Source("mapping", mapping={"a": 1}), HEADINGS.__contains__)
