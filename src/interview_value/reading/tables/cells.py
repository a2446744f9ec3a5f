"""Cells and rows of a table, whichever program wrote it, with the limits that every table has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias

from attrs import frozen

from ...errors import ReadError

__all__ = ["LAST_ROW", "Cell", "Row", "cell_text", "make_row"]

Cell: TypeAlias = str | float | bool | date | datetime | time | timedelta | None
"""The content of one cell; None if it is empty."""

MAX_COLUMNS = 500
"""The most columns that a table has (assumption)."""

LAST_COLUMN = 16_384
LAST_ROW = 1_048_576
"""The last column and row of a sheet in Excel."""

MAX_CELL = 131_072
"""The longest cell, in characters: the limit of Python's csv module, four times Excel's own."""


@frozen
class Row:
    """A row of a table.

    Args:
        number: Its number as spreadsheet programs show it, from 1.
        cells: Its cells, without the empty ones at the end.
        width: How many cells it has, the empty ones at the end included.
    """

    number: int
    cells: tuple[Cell, ...]
    width: int

    def __getitem__(self, place: int) -> Cell:
        """Return the cell in a column, counted from 0; None beyond the end of the row."""
        return self.cells[place] if place < len(self.cells) else None


def make_row(table: str, number: int, values: Sequence[Any]) -> Row:
    """Make a row of the values that a csv file or a workbook has in it.

    Blanks around texts are taken away, and a text that is nothing but blanks is an empty cell.

    Args:
        table: The table's name, for errors.
        number: The row's number, from 1.
        values: The values of its cells, empty ones included.

    Raises:
        ReadError: The row lies beyond the last row of a sheet, has too many cells, or a cell that is too long.
    """
    if number > LAST_ROW:
        raise ReadError(table, f"has a row beyond row {LAST_ROW:,}, the last one of a sheet")
    if len(values) > LAST_COLUMN:
        raise ReadError(table, f"row {number} has {len(values):,} cells; a sheet has at most {LAST_COLUMN:,}")
    cells = [(v.strip().strip("\ufeff\u200b") or None) if isinstance(v, str) else v for v in values]
    while cells and cells[-1] is None:
        cells.pop()
    if len(cells) > MAX_COLUMNS:
        raise ReadError(table, f"row {number} has {len(cells):,} cells; a table here has at most {MAX_COLUMNS} columns")
    if any(isinstance(cell, str) and len(cell) > MAX_CELL for cell in cells):
        raise ReadError(table, f"row {number} has a cell of more than {MAX_CELL:,} characters")
    return Row(number, tuple(cells), len(values))


def cell_text(cell: Cell) -> str:
    """Return a cell as a person would see it; empty text for an empty cell."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:g}"
    return cell.isoformat() if isinstance(cell, (date, time)) else str(cell)
