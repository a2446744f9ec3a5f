"""Delimited text: a table with commas, semicolons, tabs or bars between its cells, as rows."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from io import StringIO
from itertools import islice

from ...errors import ReadError
from ...model.source import Source
from .cells import Row, make_row

__all__ = ["LOOKED_AT", "delimited_rows", "delimiter_in", "delimiter_of", "table_text"]

MAX_LINES = 500_000
"""The most rows of a text, empty ones included."""

DELIMITERS = ",;\t|"

LOOKED_AT = 65_536
"""How much of a text is looked at to find its delimiter, in characters."""

SEP_LINE = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
"""Excel's own first line, which names the delimiter; Excel does not show it as a row."""


def table_text(source: Source) -> str:
    """Return the text of a source in UTF-8, UTF-16 (also without its mark) or Windows-1252.

    Raises:
        ReadError: The source is no text.
    """
    head = source.data[:1_000]
    if b"\0" not in head or head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return source.text
    for encoding, high_bytes in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if high_bytes.count(0) > 0.9 * len(high_bytes):
            return source.data.decode(encoding, errors="replace")
    raise ReadError(source.name, "is neither text nor a workbook (.xlsx); save the table as CSV or .xlsx")


def delimiter_in(text: str, is_known: Callable[[str], bool]) -> str:
    """Return the delimiter of a table: the one that its first line names, or that the headings show."""
    sep_line = SEP_LINE.match(text)
    return sep_line[1] if sep_line else delimiter_of(text[:LOOKED_AT], is_known)


def delimited_rows(table: str, text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows of a text that are not empty, with the numbers that spreadsheet programs show.

    Args:
        table: The table's name, for errors.
        text: The text of the table.
        delimiter: What stands between its cells, as `delimiter_in` finds it.

    Raises:
        ReadError: There are too many rows, one is too long, or a quotation mark is never closed.
    """
    sep_line = SEP_LINE.match(text)
    lines = StringIO(text[sep_line.end() :] if sep_line else text, newline="")
    number = 0
    try:
        for number, values in enumerate(csv.reader(lines, delimiter=delimiter), start=1):
            if number > MAX_LINES:
                raise ReadError(table, f"has more than {MAX_LINES:,} rows, empty ones included")
            if values:
                yield make_row(table, number, values)
    except csv.Error as error:
        raise ReadError(
            table,
            f"row {number + 1} cannot be read: a cell has more than {csv.field_size_limit():,} characters; "
            "is a quotation mark not closed?",
        ) from error


def delimiter_of(sample: str, is_known: Callable[[str], bool]) -> str:
    """Return the delimiter of a table, by the beginning of its text.

    It is the one that makes headings known, and rows as wide as the header; a list within a cell makes neither.

    Args:
        sample: The beginning of the text.
        is_known: Tells whether a heading is one that the caller looks for.
    """

    def fit(delimiter: str) -> tuple[bool, int, int]:
        """Whether any heading is known, how many rows have the usual width, and the number of headings or columns."""
        records: list[list[str]] = []
        try:
            records.extend(islice(csv.reader(StringIO(sample, newline=""), delimiter=delimiter), 50))
        except csv.Error:
            return False, 0, 0
        known = [len({cell for cell in record[:500] if is_known(cell)}) for record in records]
        headings = max(known, default=0)
        header: list[str] = records[known.index(headings)] if known else []
        widths = Counter(len(record) for record in records if len(record) > 1 or headings)
        width, often = widths.most_common(1)[0] if widths and not headings else (len(header), widths[len(header)])
        return headings > 0, often, headings or width

    return max(DELIMITERS, key=fit)
