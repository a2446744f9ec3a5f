"""Spreadsheets: evaluations as CSV and as Excel workbooks, in which no text of somebody else becomes a formula."""

from __future__ import annotations

import csv
import os
import pathlib
import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import TypeAlias, Union

from .rows import Evaluations, Value, table

__all__ = ["harmless", "plain", "to_csv", "to_xlsx"]

Path: TypeAlias = Union[str, "os.PathLike[str]"]
MAX_TEXT = 32_767
"""The longest text that a cell of Excel holds, in characters."""

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML 1.0 can hold, and hence no workbook; halves of surrogate pairs are in no UTF-8 either."""

FORMULA = re.compile(r"[\s\x00-\x20\x7f-\xa0\u200b-\u200f\u2060\ufeff']*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\n]")
"""What programs take for the beginning of a formula (OWASP, "CSV injection"), also where they drop blanks before it."""

ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What a workbook would take for a character by its number (ECMA-376 part 1, 22.9.2.19)."""


def to_csv(evaluations: Evaluations, path: Path | None = None, *, excel: bool = False) -> str:
    """Write evaluations as CSV, a row for each.

    The columns are those of a frame: the invitation, the expected hours of each scorer before weighting, then
    ``benefit``, ``cost``, ``net``, ``net_low``, ``net_high``, ``confidence``, ``verdict``, ``leaning``, ``best_way``,
    ``best_way_worth``, ``best_hours``, ``question``, ``question_worth``, ``question_turn``, ``assumed`` and ``error``;
    for a comparison also ``chance_best``. What is unknown, or failed, is empty. A text that a program could take for a
    formula has an apostrophe before it, as OWASP advises; numbers are numbers.

    Args:
        evaluations: One, several, or a comparison, whose order is kept.
        path: The file to write, as UTF-8; nothing is written if left out.
        excel: Whether a byte order mark comes first, without which Excel does not see that it is UTF-8.

    Returns:
        The text.

    Raises:
        InvalidInputError: One of them is no evaluation.
        OSError: The file cannot be written.
    """
    file = StringIO(newline="")
    if excel:
        file.write("\ufeff")
    writer = csv.writer(file)
    for row in _rows(evaluations):
        writer.writerow([harmless(value) if isinstance(value, str) else value for value in row])
    text = file.getvalue()
    if path is not None:
        pathlib.Path(path).write_text(text, encoding="utf-8", newline="")
    return text


def to_xlsx(evaluations: Evaluations, path: Path | None = None) -> bytes:
    """Write evaluations as an Excel workbook with the same columns as `to_csv`; needs the extra ``xlsx``.

    Every text is stored as text, whatever it begins with, and stays one when somebody edits the cell.

    Args:
        evaluations: One, several, or a comparison, whose order is kept.
        path: The file to write; nothing is written if left out.

    Returns:
        The workbook.

    Raises:
        InvalidInputError: One of them is no evaluation.
        ImportError: openpyxl is not installed.
        OSError: The file cannot be written.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell
    except ImportError as error:
        raise ImportError("install interview-value[xlsx] to write workbooks") from error
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Evaluations")
    sheet.freeze_panes = "A2"
    for row in _rows(evaluations):
        cells = [WriteOnlyCell(sheet, ESCAPED.sub("_x005F_", v) if isinstance(v, str) else v) for v in row]
        for cell, value in zip(cells, row, strict=True):
            if isinstance(value, str):
                cell.data_type = "s"  # openpyxl takes a text for a formula, or for an error, by how it begins
                cell.quotePrefix = FORMULA.match(value) is not None
        sheet.append(cells)
    file = BytesIO()
    book.save(file)
    if path is not None:
        pathlib.Path(path).write_bytes(file.getvalue())
    return file.getvalue()


def harmless(text: str) -> str:
    """Return a text that no program takes for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def _rows(evaluations: Evaluations) -> Iterator[list[Value]]:
    """Yield the header and the rows, in which texts have no character that a file cannot hold."""
    names, rows = table(evaluations)
    yield [plain(name) for name in names]
    for row in rows:
        yield [(plain(value) or None) if isinstance(value, str) else value for value in row.values()]


def plain(text: str) -> str:
    """Return a text as every kind of file can hold it: one kind of line end, no controls, not too long."""
    text = NOT_IN_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "…"
