"""Tables for tests, opened as sheets."""

from __future__ import annotations

from interview_value.model import Source
from interview_value.reading.tables.sheets import Sheet, open_sheet

HEADINGS = {"Company", "Position", "Interview date"}


def opened(content: str | bytes, **how: object) -> Sheet:
    """Open a table, looking for three headings."""
    return open_sheet(
        Source("table", content.encode() if isinstance(content, str) else content), HEADINGS.__contains__, **how
    )


def cells(sheet: Sheet) -> list[tuple[object, ...]]:
    """Return all cells of a table."""
    return [row.cells for row in sheet.rows]


def numbers(sheet: Sheet) -> list[int]:
    """Return the numbers of a table's rows."""
    return [row.number for row in sheet.rows]
