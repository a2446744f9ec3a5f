"""Short tables for tests: read whole, or one cell of them."""

from __future__ import annotations

import interview_value as iv
from interview_value import Invitation
from interview_value.errors import CellError

from ..workbooks import workbook

COMMUTE = iv.Quantity("commute", unit="h a week", bounds=(0, 60), prior=(1, 8), question="How long?", ask="yourself")


def table(*rows: object, **how: object) -> iv.reading.TableReading:
    """Read a table of these rows, each a row of cells (a workbook) or a line of text."""
    if isinstance(rows[0], str):
        return iv.reading.read_table("\n".join(map(str, rows)) + "\n", **how)
    return iv.reading.read_table(workbook(Jobs=rows), **how)


def only(*rows: object, **how: object) -> Invitation:
    """Read a table that has one invitation and no mistake."""
    reading = table(*rows, **how)
    assert () == reading.errors
    (row,) = reading.rows
    return row.invitation


def cell(heading: str, value: object, **how: object) -> Invitation:
    """Read one cell beside the name of a company."""
    return only(["Company", heading], ["Acme", value], **how)


def mistake(heading: str, value: object, **how: object) -> CellError:
    """Return the mistake in one cell beside the name of a company."""
    reading = table(["Company", heading], ["Acme", value], **how)
    assert () == reading.rows
    (error,) = reading.errors
    assert (2, heading) == (error.row, error.column)
    return error


def why_unused(heading: str) -> str:
    """Return why a column beside that of companies is not used."""
    (column,) = table(f"Company,{heading}", "Acme,x").unused
    return column.reason
