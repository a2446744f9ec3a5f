"""Reading a table: from the rows of a tracker to invitations, with a report of all that did not become one."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from ...errors import CellError, ReadError, short
from ...model.invitation import Invitation
from ...model.quantity import Quantity
from ...model.signatures import answering
from ...model.source import MAX_BYTES, Readable, Source
from ...plugins.registry import default_catalogue
from ...scoring.values import Plan
from ..document import Document
from .columns import Columns, assign_columns, check_choices, make_heading_test, table_quantities
from .delimited import delimited_rows, delimiter_in, table_text
from .reading import SkippedRow, TableReading, TableRow
from .rows import read_row
from .sheets import LOOKED_AT, MAX_ROWS, count_known, open_sheet

__all__ = ["is_text_table", "read_only_row", "read_table"]


@answering
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
        ReadError: The source is no table, is too large, or no column of it is known.
        InvalidInputError: What ``columns`` says cannot be used, or names a heading that the table does not have.
    """
    return _read(Source.open(source, max_bytes=max_bytes), columns, sheet, quantities, max_rows)


def _read(
    source: Source,
    columns: Columns | None = None,
    sheet: str | None = None,
    quantities: Mapping[str, Quantity] | None = None,
    max_rows: int = MAX_ROWS,
) -> TableReading:
    if quantities is None:
        plugins = default_catalogue()
        quantities = Plan(plugins.scorers, plugins.gates, plugins.quantities).quantities
    held = table_quantities(quantities)
    choices = check_choices(columns, held)
    table = open_sheet(source, make_heading_test(choices, held), sheet=sheet, max_rows=max_rows)
    used, unused = assign_columns(table, choices, held)
    if not used:
        headings = ", ".join(map(short, table.header[:50]))
        raise ReadError(table.name, f"has no column that is known; say with columns= what they hold: {headings}")
    rows: list[TableRow] = []
    errors: list[CellError] = []
    skipped: list[SkippedRow] = []
    for row in table.rows:
        result = read_row(row, table, used, held)
        if isinstance(result, Invitation):
            rows.append(TableRow(row.number, result))
        elif isinstance(result, str):
            skipped.append(SkippedRow(row.number, result))
        else:
            errors += result
    reports = (*(column.report() for column in used), *unused)
    in_order = sorted(reports, key=lambda column: (len(column.letter), column.letter))
    notes = table.notes if table.rows else (*table.notes, "the table has a header and no rows")
    return TableReading(table.name, tuple(rows), tuple(errors), tuple(skipped), tuple(in_order), notes)


def is_text_table(document: Document) -> bool:
    """Whether a document is text with a header of which two headings are known."""
    if document.source.mapping is not None or document.head[:1] in (b"<", b"{", b"["):
        return False
    is_known = make_heading_test({}, Invitation.own_quantities())
    try:
        text = table_text(document.source)
        rows = list(islice(delimited_rows("", text, delimiter_in(text, is_known)), LOOKED_AT))
    except ReadError:
        return False
    return any(count_known(row, is_known) >= 2 for row in rows)


def read_only_row(document: Document) -> Invitation:
    """Read the invitation of a table with exactly one.

    Raises:
        ReadError: The table has no invitation, several, or a mistake.
    """
    reading = _read(document.source)
    if reading.errors:
        reason = f"is a table with {len(reading.errors):,} mistake(s), which read_table lists: {reading.errors[0]}"
        raise ReadError(reading.source, reason)
    if len(reading.rows) > 1:
        reason = f"is a table of {len(reading.rows):,} invitations; read_table reads them all"
        raise ReadError(reading.source, reason)
    if not reading.rows:
        reasons = (*(f"row {row.number} {row.reason}" for row in reading.skipped[:3]), *reading.notes)
        raise ReadError(reading.source, f"is a table without an invitation: {'; '.join(reasons)}")
    return reading.rows[0].invitation
