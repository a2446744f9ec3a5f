"""Tables: from the rows of a tracker to invitations, and a report of everything that did not become one."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from ...errors import CellError, ReadError, short
from ...model.invitation import Invitation
from ...model.quantity import Quantity
from ...model.seeker import Seeker
from ...model.source import MAX_BYTES, Readable, Source
from ...plugins.registry import default_catalogue
from ...scoring.values import Plan
from ..document import Document
from .delimited import delimited_rows, text_of
from .sheets import LOOKED_AT, MAX_ROWS, Sheet, headings_in, open_sheet
from .table_columns import Columns, InUse, assigned, checked, in_table, known_headings
from .table_reading import SkippedRow, TableReading, TableRow
from .table_rows import outcome_of

__all__ = ["is_text_table", "read_only_row", "read_table"]


def read_table(
    source: Readable,
    *,
    columns: Columns | None = None,
    sheet: str | None = None,
    quantities: Mapping[str, Quantity] | None = None,
    max_rows: int = MAX_ROWS,
    max_bytes: int = MAX_BYTES,
) -> TableReading:
    """Read the invitations of a table: CSV with whatever delimiter, or an XLSX workbook (extra ``xlsx``).

    The headings of common trackers are known, and the names of quantities, also with ``_low`` and ``_high`` for the
    two ends of a range. A cell may hold a range itself, such as ``1-3`` or ``1..3``. What no cell says stays unknown,
    and a row with a mistake is left out and reported.

    Args:
        source: A path, the text or bytes themselves, or an open file.
        columns: What other columns hold, by heading: a field or quantity; a pair of it and how its values
            are taken, either a function or the two ends of the table's scale, as in ``("role_interest", (1, 5))``;
            or None for a column that shall not be read.
        sheet: The sheet of a workbook; left out, the one whose headings are known best.
        quantities: The quantities that headings may name besides the invitation's own; left out, those of
            the installed plugins and of the model.
        max_rows: The most rows that are read, at least 1; empty ones are not counted.
        max_bytes: The largest source that is read, in bytes.

    Returns:
        The invitations with the numbers of their rows, all mistakes, the rows and the columns that were not used.

    Raises:
        ReadError: It is no table, is too large, or no column of it is known.
        InvalidInputError: What ``columns`` says cannot be used, or names a heading that the table has not.
    """
    opened = Source.open(source, max_bytes=max_bytes)
    return _read(opened, columns, sheet, quantities, max_rows)


def _read(
    source: Source,
    columns: Columns | None = None,
    sheet: str | None = None,
    quantities: Mapping[str, Quantity] | None = None,
    max_rows: int = MAX_ROWS,
) -> TableReading:
    others = _installed_quantities() if quantities is None else quantities
    known = in_table(others, Seeker.own_quantities())
    given = checked(columns, known)
    table = open_sheet(source, known_headings(given, known), sheet=sheet, max_rows=max_rows)
    used, unused = assigned(table, given, known)
    if not used:
        headings = ", ".join(map(short, table.header[:50]))
        raise ReadError(table.name, f"has no column that is known; say with columns= what they hold: {headings}")
    rows, errors, skipped = _sorted_out(table, used, known)
    reports = sorted((*(column.report() for column in used), *unused), key=lambda one: (len(one.letter), one.letter))
    notes = table.notes if table.rows else (*table.notes, "the table has a header and no rows")
    return TableReading(table.name, tuple(rows), tuple(errors), tuple(skipped), tuple(reports), notes)


def _installed_quantities() -> Mapping[str, Quantity]:
    """Return all that the installed scorers and gates read, by name."""
    brought = default_catalogue()
    return Plan(brought.scorers, brought.gates, brought.quantities).quantities


def _sorted_out(
    table: Sheet, used: list[InUse], known: Mapping[str, Quantity]
) -> tuple[list[TableRow], list[CellError], list[SkippedRow]]:
    rows: list[TableRow] = []
    errors: list[CellError] = []
    skipped: list[SkippedRow] = []
    for row in table.rows:
        outcome = outcome_of(row, table, used, known)
        if isinstance(outcome, Invitation):
            rows.append(TableRow(row.number, outcome))
        elif isinstance(outcome, str):
            skipped.append(SkippedRow(row.number, outcome))
        else:
            errors += outcome
    return rows, errors, skipped


def is_text_table(document: Document) -> bool:
    """Whether a document is text with a header of which two headings are known."""
    if document.head[:1] in (b"<", b"{", b"["):
        return False
    known = known_headings({}, Invitation.own_quantities())
    try:
        rows = list(islice(delimited_rows("", text_of(document.source), known), LOOKED_AT))
    except ReadError:
        return False
    return any(headings_in(row, known) >= 2 for row in rows)


def read_only_row(document: Document) -> Invitation:
    """Read the invitation of a table with exactly one.

    Raises:
        ReadError: It has none or several, or a mistake.
    """
    reading = _read(document.source)
    if reading.errors:
        reason = f"is a table with {len(reading.errors):,} mistake(s), which read_table lists: {reading.errors[0]}"
        raise ReadError(reading.source, reason)
    if len(reading.rows) != 1:
        none = f"is a table without an invitation: {_why_empty(reading)}"
        many = f"is a table of {len(reading.rows):,} invitations; read_table reads them all"
        raise ReadError(reading.source, many if reading.rows else none)
    return reading.rows[0].invitation


def _why_empty(reading: TableReading) -> str:
    reasons = [f"row {row.number} {row.reason}" for row in reading.skipped[:3]]
    return "; ".join((*reasons, *reading.notes))
