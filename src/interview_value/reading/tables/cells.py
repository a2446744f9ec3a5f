"""Cells: what stands in one field of a table, whichever program wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias

from attrs import frozen

from ...errors import ReadError

__all__ = ["MAX_CELL", "MAX_COLUMNS", "Cell", "Row", "cell_of", "shown", "trimmed"]

Cell: TypeAlias = str | float | bool | date | datetime | time | timedelta | None
"""A field of a table; None is an empty one."""

MAX_COLUMNS = 500
"""The most columns that a table has (assumption)."""

LAST_COLUMN = 16_384
LAST_ROW = 1_048_576
"""The last column and row that a sheet has in Excel."""

MAX_CELL = 131_072
"""The longest cell, in characters: the limit of Python's csv module, four times Excel's own."""


@frozen
class Row:
    """A row of a table.

    Args:
        number: Its number as the program shows it, from 1.
        cells: What stands in it, without empty cells at the end.
        width: How many cells it has, the empty ones at the end included.
    """

    number: int
    cells: tuple[Cell, ...]
    width: int

    def __getitem__(self, place: int) -> Cell:
        """Return the cell in a place, from 0; what is not there is empty."""
        return self.cells[place] if place < len(self.cells) else None


def cell_of(value: Any) -> Cell:
    """Return a value as a cell: text without the blanks around it, and None for text that says nothing."""
    return (value.strip().strip("\ufeff\u200b") or None) if isinstance(value, str) else value


def trimmed(name: str, number: int, values: Sequence[Any]) -> Row:
    """Make a row of values, without what is empty at its end.

    Raises:
        ReadError: It lies beyond the last row of a sheet, has too many cells, or one that is too long.
    """
    if number > LAST_ROW:
        raise ReadError(name, f"has a row beyond row {LAST_ROW:,}, the last one of a sheet")
    if len(values) > LAST_COLUMN:
        raise ReadError(name, f"row {number} has {len(values):,} cells; a sheet has at most {LAST_COLUMN:,}")
    cells = [cell_of(value) for value in values]
    while cells and cells[-1] is None:
        cells.pop()
    if len(cells) > MAX_COLUMNS:
        raise ReadError(name, f"row {number} has {len(cells):,} cells; a table here has at most {MAX_COLUMNS} columns")
    if any(isinstance(cell, str) and len(cell) > MAX_CELL for cell in cells):
        raise ReadError(name, f"row {number} has a cell of more than {MAX_CELL:,} characters")
    return Row(number, tuple(cells), len(values))


def shown(cell: Cell) -> str:
    """Return a cell as a person would see it."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:g}"
    return cell.isoformat() if isinstance(cell, (date, time)) else str(cell)
