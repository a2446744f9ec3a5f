"""Workbooks (XLSX): the zip file is checked before anything in it is parsed, then openpyxl reads its sheets as rows.

A formula counts as the value that was saved with it.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING
from zipfile import ZipFile, ZipInfo

from ...errors import ReadError, short
from ...model.source import Source
from .cells import LAST_ROW, Row, make_row

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

__all__ = ["is_workbook", "rows_by_sheet"]

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old workbooks (.xls) begin, and new ones that a password protects."""

MAX_PARTS = 1_000
MAX_UNPACKED = 40_000_000
"""The most bytes that a workbook unpacks to: a hundred thousand rows of ten cells."""

MAX_MARKS = 600_000
MAX_SMALL_MARKS = 100_000
"""The most marks ``<`` in all parts together, and in those that are neither sheets nor their texts: what becomes of
them takes far more memory and time than their bytes. The first is fifteen thousand rows of ten cells, read in 2 s."""

MAX_SHEETS = 256
MAX_SHEET_BYTES = 400_000_000
"""The most sheets, and the most bytes that they have if each were as large as all: several may name one part."""

FORBIDDEN = tuple(
    mark.encode(encoding) for mark in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
ENCODING = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([^\"']{1,40})[\"']")
SAFE_ENCODINGS = (b"utf-8", b"utf-16", b"us-ascii", b"ascii")
LARGE = re.compile(r"/?xl/(?:worksheets/|sharedStrings)", re.IGNORECASE)
OTHER_FILES = (
    ("xl/vbaProject.bin", "holds macros, which are not opened here; save it as .xlsx, which has none"),
    ("xl/workbook.bin", "is a binary workbook (.xlsb); save it as .xlsx"),
    ("content.xml", "is an OpenDocument file; save it as .xlsx or CSV"),
    ("Index/Document.iwa", "is a document of Apple's Numbers; export it as .xlsx or CSV"),
    ("word/document.xml", "is a text document, not a table"),
)
"""Parts by which zip files are known that are no XLSX workbooks, and what to do with each of them."""


def is_workbook(data: bytes) -> bool:
    """Whether a source is a workbook, or something that can only be mistaken for one because it is no text."""
    return data.startswith((ZIP, OLE))


def rows_by_sheet(source: Source, first: int | None = None, only: str | None = None) -> dict[str, list[Row]]:
    """Return the rows of a workbook's visible sheets, by the names of the sheets.

    Args:
        source: The workbook.
        first: How many rows of each sheet are read; None for all of them.
        only: The one sheet that is read; None for all of them.

    Raises:
        ReadError: The source is no workbook that can be read safely, or openpyxl is not installed.
    """
    _check_zip(source)
    with _open_workbook(source) as book:
        return {
            sheet.title: list(islice(_rows(source.name, sheet), first))
            for sheet in _visible_sheets(book)
            if only in (None, sheet.title)
        }


def _check_zip(source: Source) -> None:
    """Make sure that a workbook can be parsed without taking all memory or time."""
    if source.data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in source.data:
            raise ReadError(source.name, "is protected by a password; save it without one")
        raise ReadError(source.name, "is an old workbook (.xls); save it as .xlsx")
    try:
        with ZipFile(BytesIO(source.data)) as package:
            _check_directory(source.name, package.infolist())
            _check_parts(source.name, package)
    except ReadError:
        raise
    except Exception as error:  # what zipfile and the unpackers behind it raise has no common base
        reason = f"is a broken workbook or zip file: {type(error).__name__}: {short(str(error), 200)}"
        raise ReadError(source.name, reason) from error


def _check_directory(name: str, parts: list[ZipInfo]) -> None:
    names = {part.filename for part in parts}
    for part, reason in OTHER_FILES:
        if part in names:
            raise ReadError(name, reason)
    if "[Content_Types].xml" not in names:
        raise ReadError(name, "is a zip file, but no workbook; unpack it and read the table in it")
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError(name, "is protected by a password; save it without one")
    # zipfile never unpacks more of a part than its directory declares, so the sum bounds what is really unpacked.
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED:
        size = f"{unpacked / 1e6:,.0f} MB in {len(parts):,} parts"
        reason = f"unpacks to {size}; at most {MAX_UNPACKED / 1e6:.0f} MB in {MAX_PARTS:,} parts are read"
        raise ReadError(name, f"{reason}: save the sheet as CSV")


def _check_parts(name: str, package: ZipFile) -> None:
    marks = small = sheets = unpacked = 0
    for part in package.infolist():
        content = package.read(part)
        encoding = ENCODING.match(content[:300].lstrip(b"\xef\xbb\xbf \r\n\t"))
        odd_encoding = encoding is not None and encoding[1].lower() not in SAFE_ENCODINGS
        if odd_encoding or any(mark in content for mark in FORBIDDEN):
            raise ReadError(name, f"is not safe to read: {part.filename} declares a document type or an odd encoding")
        unpacked += part.file_size
        marks += content.count(b"<")
        if not LARGE.match(part.filename) and content[:1] != b"\x89":  # nor a PNG picture
            small += content.count(b"<")
            sheets += content.count(b"sheetId=") + content.count(b"s\0h\0e\0e\0t\0I\0d\0")
    if marks > MAX_MARKS or small > MAX_SMALL_MARKS or sheets > MAX_SHEETS or sheets * unpacked > MAX_SHEET_BYTES:
        raise ReadError(name, "is larger or more complicated than is read; save the sheet as CSV")


@contextmanager
def _open_workbook(source: Source) -> Generator[Workbook, None, None]:
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


def _visible_sheets(book: Workbook) -> Iterator[ReadOnlyWorksheet]:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    for sheet in book.worksheets:
        if isinstance(sheet, ReadOnlyWorksheet) and sheet.sheet_state == "visible":
            yield sheet


def _rows(name: str, sheet: ReadOnlyWorksheet) -> Iterator[Row]:
    # What the file says of its own size is often wrong, and cuts off what lies beyond.
    sheet.reset_dimensions()
    for number, values in enumerate(sheet.values, start=1):
        if values or number > LAST_ROW:
            yield make_row(name, number, values)
