"""Workbook: the sheets of an XLSX file as rows, through openpyxl. A formula is the value that was saved with it."""

from __future__ import annotations

import warnings
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from ...errors import ReadError, short
from ...model.source import Source
from .cells import LAST_ROW, Row, trimmed
from .package import check_package

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

__all__ = ["sheets_of"]


def sheets_of(source: Source, first: int | None = None, only: str | None = None) -> dict[str, list[Row]]:
    """Return the rows of a workbook's sheets, by the names of the sheets; hidden ones are left out.

    Args:
        source: The workbook.
        first: How many rows of each; all of them if left out.
        only: The one sheet that is read; all of them if left out.

    Raises:
        ReadError: It is no workbook that can be read, or openpyxl is not installed.
    """
    with _workbook(source) as book:
        return {
            sheet.title: list(islice(_rows(source.name, sheet), first))
            for sheet in _visible(book)
            if only in (None, sheet.title)
        }


def _visible(book: Workbook) -> Iterator[ReadOnlyWorksheet]:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    for sheet in book.worksheets:
        if isinstance(sheet, ReadOnlyWorksheet) and sheet.sheet_state == "visible":
            yield sheet


@contextmanager
def _workbook(source: Source) -> Generator[Workbook, None, None]:
    check_package(source)
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise ReadError(source.name, "is a workbook; install interview-value[xlsx] to read it") from error
    # openpyxl warns of what it leaves out, such as the rules by which a program checks what is typed in.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(BytesIO(source.data), read_only=True, data_only=True, keep_links=False)
            try:
                yield book
            finally:
                book.close()
        except ReadError:
            raise
        except Exception as error:
            reason = f"is a workbook that cannot be read: {type(error).__name__}: {short(str(error), 200)}"
            raise ReadError(source.name, reason) from error


def _rows(name: str, sheet: ReadOnlyWorksheet) -> Iterator[Row]:
    # What the file says of its own size is often wrong, and cuts off what lies beyond.
    sheet.reset_dimensions()
    for number, values in enumerate(sheet.values, start=1):
        if values or number > LAST_ROW:
            yield trimmed(name, number, values)
