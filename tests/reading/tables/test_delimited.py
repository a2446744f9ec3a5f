"""Delimited text: the delimiter and the encoding are found, and limits are named."""

from __future__ import annotations

import csv

import pytest

from interview_value.errors import ReadError

from .opened import cells, numbers, opened


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_show_by_the_headings(delimiter):
    """The delimiter is found by known headings, whatever other delimiters are within cells."""
    others = "".join({",", ";", "\t", "|"} - {delimiter})
    sheet = opened(f"Company{delimiter}Position\nAcme{delimiter}Analyst{others}senior\n")
    assert (("Company", "Position"), [("Acme", f"Analyst{others}senior")]) == (sheet.header, cells(sheet))


def test_the_delimiter_shows_by_the_rows_where_no_heading_is_known():
    """Without known headings, the delimiter is the one that makes rows of one width."""
    assert [("1,5", "2,5"), ("3,5", "4,5")] == cells(opened("x;y\n1,5;2,5\n3,5;4,5\n"))


def test_a_list_within_a_cell_is_no_row():
    """A list within a cell does not decide the delimiter, however many of its words are known headings."""
    sheet = opened("Company,Notes\nAcme,Position;Company;Interview date;x\nGlobex,\n")
    assert (("Company", "Notes"), [2, 3]) == (sheet.header, numbers(sheet))


def test_excel_may_say_the_delimiter_in_a_line_that_is_no_row():
    """A line ``sep=`` sets the delimiter and is not counted as a row."""
    sheet = opened("sep=^\r\nCompany^Position\r\nAcme^Analyst\r\n")
    assert (1, [2], [("Acme", "Analyst")]) == (sheet.header_row, numbers(sheet), cells(sheet))


@pytest.mark.parametrize(
    "content",
    [
        "Company,Position\nCafé,“Boss”".encode(),
        "Company,Position\nCafé,“Boss”".encode("utf-8-sig"),
        "Company,Position\nCafé,“Boss”".encode("utf-16"),
        "Company,Position\nCafé,“Boss”".encode("utf-16-le"),
        "Company,Position\nCafé,“Boss”".encode("utf-16-be"),
        "Company,Position\nCafé,“Boss”".encode("cp1252"),
        "Company,Position\rCafé,“Boss”".encode("cp1252"),
    ],
    ids=["utf-8", "mark", "utf-16", "little", "big", "windows", "old Mac"],
)
def test_encodings_show_by_the_bytes(content):
    """UTF-8 and UTF-16 with or without a mark, and Windows-1252, are all read."""
    sheet = opened(content)
    assert (("Company", "Position"), [("Café", "“Boss”")]) == (sheet.header, cells(sheet))


def test_a_limit_that_the_program_has_set_counts():
    """A lower limit of the csv module, which is one for the whole program, is named in the error."""
    before = csv.field_size_limit(100)
    try:
        with pytest.raises(ReadError, match="row 2 cannot be read: a cell has more than 100 characters"):
            opened("Company\n" + 200 * "x")
    finally:
        csv.field_size_limit(before)
