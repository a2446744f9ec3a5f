"""Cells and rows of a table."""

from __future__ import annotations

from datetime import date, time

import pytest

from interview_value.errors import ReadError
from interview_value.reading.tables.cells import cell_text, make_row


def test_rows_end_with_their_last_filled_cell():
    """Texts lose the blanks around them, empty cells at the end go, and the width still counts them."""
    row = make_row("table", 3, [" Acme\n", "\ufeff", 0, "", "  "])
    assert (3, ("Acme", None, 0), 5) == (row.number, row.cells, row.width)
    assert ["Acme", None, None] == [row[0], row[1], row[9]]


@pytest.mark.parametrize(
    ("number", "values", "reason"),
    [
        (1_048_577, ["x"], "beyond row 1,048,576"),
        (2, [""] * 16_385, "has 16,385 cells; a sheet has at most 16,384"),
        (2, ["x"] * 501, "has 501 cells; a table here has at most 500 columns"),
        (2, ["x" * 131_073], "a cell of more than 131,072 characters"),
    ],
)
def test_rows_that_no_sheet_has_are_refused(number, values, reason):
    """Each limit is named in the error."""
    with pytest.raises(ReadError, match=reason):
        make_row("table", number, values)


def test_cells_are_shown_as_a_person_would_see_them():
    """Numbers have no needless digits, dates are written in the ISO form, and an empty cell is empty text."""
    cells = [None, 45.0, 0.1 + 0.2, date(2026, 12, 3), time(14), True, "Acme"]
    assert ["", "45", "0.3", "2026-12-03", "14:00:00", "True", "Acme"] == list(map(cell_text, cells))
