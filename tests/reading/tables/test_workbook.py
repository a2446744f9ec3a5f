"""Workbooks that no honest program wrote: refused before they are parsed, in words that say what to do."""

from __future__ import annotations

import warnings
from io import BytesIO
from zipfile import ZipFile

import pytest

from interview_value.errors import ReadError
from interview_value.model import Source
from interview_value.reading.tables.sheets import open_sheet

from ..workbooks import inline, parts, workbook, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROWS = inline(1, "Company") + inline(2, "Acme")
BILLION_LAUGHS = '<!DOCTYPE lolz [<!ENTITY a "ha">]>'


def rows_of(content: bytes) -> list[tuple[object, ...]]:
    """Open a workbook and return all cells below its header."""
    return [row.cells for row in open_sheet(Source("book.xlsx", content), {"Company"}.__contains__).rows]


def changed(content: bytes, old: bytes, new: bytes) -> bytes:
    """Return bytes in which others of the same length stand, everywhere."""
    assert old in content
    return content.replace(old, new)


def test_a_workbook_made_by_hand_is_read():
    """The parts that the other tests change make a workbook that is read."""
    assert [("Acme",)] == rows_of(zipped(parts(ROWS)))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (OLE + b"\0" * 600, r"old workbook \(.xls\); save it as .xlsx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (zipped({"readme.txt": "hello"}), "zip file, but no workbook"),
        (zipped({"content.xml": "<a/>"}), "OpenDocument"),
        (zipped({"Index/Document.iwa": "x"}), "Numbers"),
        (zipped({"word/document.xml": "<a/>"}), "text document"),
        (zipped(parts(ROWS, **{"xl/workbook.bin": "x"})), r"\.xlsb"),
        (zipped(parts(ROWS, **{"xl/vbaProject.bin": "x"})), "macros"),
        (b"PK\x03\x04 and nothing else", "broken workbook or zip file: BadZipFile"),
        (changed(zipped(parts(ROWS)), b"xl/workbook.xml", b"xl/workbook.xmm"), "cannot be read"),
        (zipped(parts(ROWS, **{"xl/workbook.xml": "<no xml"})), "cannot be read"),
        (zipped(parts(inline(1, "Company") + '<row r="2"><c r="A2" t="s"><v>7</v></c></row>')), "cannot be read"),
        (zipped(parts(ROWS.replace('r="2"', 'r="1048577"'))), "beyond row 1,048,576"),
        (zipped(parts(inline(1, "Company") + '<row r="2"><c r="ZZZ2"><v>7</v></c></row>')), "has 18,278 cells"),
        (zipped(parts(inline(1, "Company") + inline(2, "x" * 140_000))), "row 2 has a cell of more than 131,072"),
    ],
    ids=[
        "old",
        "password",
        "zip",
        "ods",
        "numbers",
        "docx",
        "xlsb",
        "macros",
        "broken",
        "renamed",
        "xml",
        "string",
        "row",
        "column",
        "cell",
    ],
)
def test_other_files_are_refused(content, reason):
    """Another kind of file is refused with what it is and what to do."""
    with pytest.raises(ReadError, match=reason):
        rows_of(content)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml", "xl/other.xml"])
def test_document_types_are_refused(part, encoding):
    """A document type is refused: its entities could stand for gigabytes, and no program writes any."""
    content = parts(ROWS)
    text = content.get(part, "<a/>")
    head, _, rest = text.partition("?>") if text.startswith("<?xml") else ("<?xml version='1.0'", "", text)
    bomb = (head.replace("UTF-8", "UTF-16" if "16" in encoding else "UTF-8") + "?>" + BILLION_LAUGHS + rest).encode(
        encoding
    )
    with pytest.raises(ReadError, match="not safe to read"):
        rows_of(zipped({**content, part: bomb}))


def test_odd_encodings_are_refused():
    """An encoding in which a document type could hide is refused."""
    content = parts(ROWS)
    content["xl/workbook.xml"] = content["xl/workbook.xml"].replace("UTF-8", "cp037")
    with pytest.raises(ReadError, match="not safe to read"):
        rows_of(zipped(content))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/media/image1.png"])
def test_what_unpacks_to_too_much_is_refused(part):
    """A workbook is refused by the size in its directory, before anything is unpacked."""
    with pytest.raises(ReadError, match=r"unpacks to 60 MB .*; at most 40 MB"):
        rows_of(zipped({**parts(ROWS), part: b" " * 60_000_000}))


def test_a_directory_that_says_less_unpacks_to_less():
    """A directory that understates the size of a part does not get it past the limit."""
    content = zipped({**parts(ROWS), "xl/bomb.xml": b" " * 50_000_000})
    size, lie = (50_000_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little")
    with pytest.raises(ReadError, match="broken workbook or zip file: BadZipFile"):
        rows_of(changed(content, size, lie))


@pytest.mark.parametrize(
    "more",
    [
        {"xl/worksheets/sheet1.xml": "<a/>" * 4_100_000},
        {"xl/styles.xml": "<a/>" * 110_000},
        {"xl/workbook.xml": '<sheet sheetId="1"/>' * 300},
        {"xl/workbook.xml": '<sheet sheetId="1"/>' * 30, "xl/worksheets/sheet1.xml": b" " * 15_000_000},
    ],
    ids=["elements", "styles", "sheets", "large sheets"],
)
def test_what_would_take_too_long_is_refused(more):
    """Many elements in few bytes, and many sheets that name one part, are refused."""
    with pytest.raises(ReadError, match="larger or more complicated"):
        rows_of(zipped({**parts(ROWS), **more}))


def test_too_many_parts_are_refused():
    """A workbook of more than 1,000 parts is refused, however small they are."""
    with pytest.raises(ReadError, match="1,005 parts"):
        rows_of(zipped({**parts(ROWS), **{f"xl/{n}.xml": "" for n in range(1_001)}}))


def test_parts_with_a_password_are_refused():
    """A zip file with a password is refused."""
    content = bytearray(zipped(parts(ROWS)))
    with ZipFile(BytesIO(bytes(content))) as package:
        offset = package.start_dir
    content[offset + 8] |= 1
    with pytest.raises(ReadError, match="protected by a password"):
        rows_of(bytes(content))


def test_cells_that_are_no_dates_do_not_warn():
    """Nothing that openpyxl warns of reaches the caller."""
    from openpyxl import load_workbook
    from openpyxl.worksheet.datavalidation import DataValidation

    book = load_workbook(BytesIO(workbook(Jobs=[["Company"], ["Acme"], [9e9]])))
    sheet = book.worksheets[0]
    sheet["A3"].number_format = "yyyy-mm-dd"
    sheet.add_data_validation(DataValidation("list", formula1='"a,b"'))
    file = BytesIO()
    book.save(file)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert [("Acme",), ("#VALUE!",)] == rows_of(file.getvalue())


def test_what_is_missing_is_named(monkeypatch):
    """Without openpyxl the error names the extra to install."""
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(ReadError, match=r"install interview-value\[xlsx\]"):
        rows_of(zipped(parts(ROWS)))


@pytest.mark.parametrize("place", range(0, 1400, 41))
def test_broken_bytes_are_read_or_refused(place):
    """A workbook with a broken byte is read or raises a ReadError."""
    content = bytearray(zipped(parts(ROWS)))
    content[place % len(content)] ^= 0xFF
    try:
        assert rows_of(bytes(content)) in ([("Acme",)], [])
    except ReadError as error:
        assert error.reason
