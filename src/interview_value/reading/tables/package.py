"""Package: a workbook's zip file, looked through before anything in it is parsed."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from ...errors import ReadError, short
from ...model.source import Source

__all__ = ["check_package", "is_workbook"]

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
LARGE = re.compile(r"/?xl/(?:worksheets/|sharedStrings)", re.IGNORECASE)
OTHERS = (
    ("xl/vbaProject.bin", "holds macros, which are not opened here; save it as .xlsx, which has none"),
    ("xl/workbook.bin", "is a binary workbook (.xlsb); save it as .xlsx"),
    ("content.xml", "is an OpenDocument file; save it as .xlsx or CSV"),
    ("Index/Document.iwa", "is a document of Apple's Numbers; export it as .xlsx or CSV"),
    ("word/document.xml", "is a text document, not a table"),
)


def is_workbook(data: bytes) -> bool:
    """Whether a source is a workbook, or something that can only be mistaken for one: it is no text."""
    return data.startswith((ZIP, OLE))


def check_package(source: Source) -> None:
    """Make sure that a workbook can be parsed without taking all memory or time.

    Args:
        source: It.

    Raises:
        ReadError: It is another kind of file, protected, broken, or unpacks to more than is sane.
    """
    if source.data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in source.data:
            raise ReadError(source.name, "is protected by a password; save it without one")
        raise ReadError(source.name, "is an old workbook (.xls); save it as .xlsx")
    try:
        with ZipFile(BytesIO(source.data)) as package:
            parts = package.infolist()
            _check_contents(source.name, parts)
            _check_parts(source.name, package, parts)
    except ReadError:
        raise
    except Exception as error:  # what zipfile and the unpackers behind it raise has no common base
        reason = f"is a broken workbook or zip file: {type(error).__name__}: {short(str(error), 200)}"
        raise ReadError(source.name, reason) from error


def _check_contents(name: str, parts: list[ZipInfo]) -> None:
    names = {part.filename for part in parts}
    for part, reason in OTHERS:
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


def _check_parts(name: str, package: ZipFile, parts: list[ZipInfo]) -> None:
    marks = small = sheets = 0
    for part in parts:
        content = package.read(part)
        if any(mark in content for mark in FORBIDDEN) or _strange_encoding(content):
            raise ReadError(name, f"is not safe to read: {part.filename} declares a document type or an odd encoding")
        found = content.count(b"<")
        marks += found
        if not LARGE.match(part.filename) and content[:1] != b"\x89":
            small += found
            sheets += content.count(b"sheetId=") + content.count(b"s\0h\0e\0e\0t\0I\0d\0")
    unpacked = sum(part.file_size for part in parts)
    if marks > MAX_MARKS or small > MAX_SMALL_MARKS or sheets > MAX_SHEETS or sheets * unpacked > MAX_SHEET_BYTES:
        raise ReadError(name, "is larger or more complicated than is read; save the sheet as CSV")


def _strange_encoding(content: bytes) -> bool:
    said = ENCODING.match(content[:300].lstrip(b"\xef\xbb\xbf \r\n\t"))
    return said is not None and said[1].lower() not in (b"utf-8", b"utf-16", b"us-ascii", b"ascii")
