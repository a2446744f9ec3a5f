"""Sheets: a table from text or a workbook, with its header found and its rows numbered as programs show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from attrs import frozen

from ...errors import ReadError, short
from ...model.source import Source
from .cells import Cell, Row, cell_text
from .delimited import delimited_rows, delimiter_in, table_text
from .workbook import is_workbook, rows_by_sheet

__all__ = ["LOOKED_AT", "MAX_ROWS", "Sheet", "column_letters", "count_known", "open_sheet"]

MAX_ROWS = 100_000
"""The most rows that are read unless the caller says otherwise."""

LOOKED_AT = 40
"""The first rows, among which the header is."""

IsKnown: TypeAlias = Callable[[str], bool]
"""Tells whether a heading is one that the caller looks for."""


@frozen
class Sheet:
    """A table.

    Args:
        name: Its name in messages: the file, and for a workbook the sheet in it.
        header: The headings, no two alike: the second "Notes" is "Notes (2)", an empty one "column C".
        header_row: The number of the header's row, as programs show it.
        rows: The rows below it that are not empty.
        width: How many columns the header of a text has, which shows a row with a delimiter too many; None for a
            workbook, whose cells cannot slip.
        notes: What was left out or chosen while it was opened.
        delimiter: What stands between the cells of a text; empty for a workbook.
    """

    name: str
    header: tuple[str, ...]
    header_row: int
    rows: tuple[Row, ...]
    width: int | None = None
    notes: tuple[str, ...] = ()
    delimiter: str = ""

    def column(self, place: int) -> list[Cell]:
        """Return all cells of a column, counted from 0."""
        return [row[place] for row in self.rows]


def open_sheet(source: Source, is_known: IsKnown, *, sheet: str | None = None, max_rows: int = MAX_ROWS) -> Sheet:
    """Open a table.

    Args:
        source: CSV text, with whatever delimiter, or an XLSX workbook.
        is_known: Tells whether a heading is one that the caller looks for. The header is the one of the first 40
            rows that has most of them; of several sheets, the one with the best header is taken.
        sheet: The name of the sheet that is taken instead.
        max_rows: The most rows that are read, empty ones not counted.

    Raises:
        ReadError: It is no table, has more rows, or no sheet of that name.
    """
    if source.mapping is not None:
        raise ReadError(source.name, "is no table; give a file or text")
    notes: list[str] = []
    delimiter = ""
    if is_workbook(source.data):
        chosen = _choose_sheet(source, is_known, sheet, notes)
        name, rows = f"{source.name}, sheet {chosen}", rows_by_sheet(source, only=chosen)[chosen]
    elif sheet is not None:
        raise ReadError(source.name, "is text and has no sheets; leave sheet= out")
    else:
        name, text = source.name, table_text(source)
        delimiter = delimiter_in(text, is_known)
        rows = list(delimited_rows(name, text, delimiter))
    filled = [row for row in rows if row.cells]
    if not filled:
        raise ReadError(name, "is a table without a filled row")
    place = _find_header(filled, is_known)
    header, body = filled[place], filled[place + 1 :]
    if len(body) > max_rows:
        raise ReadError(name, f"has {len(body):,} rows, more than {max_rows:,}; pass max_rows= to read them all")
    if place:
        notes.append(f"above the header in row {header.number}, {place} filled row(s) were left out")
    widest = max(len(row.cells) for row in filled[place:])
    width = None if is_workbook(source.data) else header.width
    return Sheet(
        name, tuple(_unique_headings(header, widest)), header.number, tuple(body), width, tuple(notes), delimiter
    )


def count_known(row: Row, is_known: IsKnown) -> int:
    """Return how many different cells of a row are headings that the caller looks for."""
    return len({cell for cell in row.cells if isinstance(cell, str) and is_known(cell)})


def column_letters(place: int) -> str:
    """Return the letters that programs show above a column, counted from 0: A for 0, AA for 26."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _choose_sheet(source: Source, is_known: IsKnown, wanted: str | None, notes: list[str]) -> str:
    sheets = rows_by_sheet(source, first=LOOKED_AT)
    if wanted is not None:
        if wanted in sheets:
            return wanted
        raise ReadError(source.name, f"has no sheet {short(wanted)}; it has {_listed(sheets)}")
    filled = {name: rows for name, rows in sheets.items() if any(row.cells for row in rows)}
    if not filled:
        raise ReadError(source.name, "is a workbook without a visible sheet that has anything in it")
    chosen = max(filled, key=lambda name: max(count_known(row, is_known) for row in filled[name]))
    if len(sheets) > 1:
        notes.append(f"the sheet {short(chosen)} was read, of {_listed(sheets)}; say sheet= for another")
    return chosen


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(short, names))


def _find_header(rows: Sequence[Row], is_known: IsKnown) -> int:
    """Return the place of the header: the row with most known headings, else the first that is as wide as most."""
    first = list(islice(rows, LOOKED_AT))
    best = max(range(len(first)), key=lambda place: count_known(first[place], is_known))
    if count_known(first[best], is_known):
        return best
    width = Counter(len(row.cells) for row in first).most_common(1)[0][0]
    return next(place for place, row in enumerate(first) if len(row.cells) >= width)


def _unique_headings(header: Row, width: int) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for place in range(width):
        heading = " ".join(cell_text(header[place]).split())[:200] or f"column {column_letters(place)}"
        seen[heading] += 1
        yield heading if seen[heading] == 1 else f"{heading} ({seen[heading]})"
