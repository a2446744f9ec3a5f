"""Delimited: text with commas, semicolons, tabs or bars between its cells, as rows."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from io import StringIO
from itertools import islice

from ...errors import ReadError
from ...model.source import Source
from .cells import Row, trimmed

__all__ = ["LOOKED_AT", "delimited_rows", "delimiter_of", "text_of"]

MAX_LINES = 500_000
"""The most rows of a text, empty ones included."""

DELIMITERS = ",;\t|"

LOOKED_AT = 65_536
"""How far into a text its delimiter shows, in characters."""

SEP_LINE = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
"""Excel's own first line, which says what stands between cells; Excel does not show it as a row."""


def text_of(source: Source) -> str:
    """Return a table's text.

    Raises:
        ReadError: It is no text.
    """
    head = source.data[:1_000]
    if b"\0" not in head or head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return source.text
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if zeros.count(0) > 0.9 * len(zeros):
            return source.data.decode(encoding, errors="replace")
    raise ReadError(source.name, "is neither text nor a workbook (.xlsx); save the table as CSV or .xlsx")


def delimited_rows(name: str, text: str, known: Callable[[str], bool]) -> Iterator[Row]:
    """Yield the rows of a text that are not empty, with the numbers that programs show.

    Args:
        name: What to call the text in errors.
        text: It.
        known: Tells whether a heading is one that the caller looks for, by which the delimiter shows.

    Raises:
        ReadError: There are too many rows, one is too long, or a quotation mark is never closed.
    """
    said = SEP_LINE.match(text)
    delimiter = said[1] if said else delimiter_of(text[:LOOKED_AT], known)
    lines = StringIO(text[said.end() :] if said else text, newline="")
    number = 0
    try:
        for number, values in enumerate(csv.reader(lines, delimiter=delimiter), start=1):
            if number > MAX_LINES:
                raise ReadError(name, f"has more than {MAX_LINES:,} rows, empty ones included")
            if values:
                yield trimmed(name, number, values)
    except csv.Error as error:
        raise ReadError(
            name,
            f"row {number + 1} cannot be read: a cell has more than {csv.field_size_limit():,} characters; "
            "is a quotation mark not closed?",
        ) from error


def delimiter_of(sample: str, known: Callable[[str], bool]) -> str:
    """The delimiter that makes headings known, and rows as wide as they are; a list within a cell makes neither."""
    return max(DELIMITERS, key=lambda delimiter: _fit(sample, delimiter, known))


def _fit(sample: str, delimiter: str, known: Callable[[str], bool]) -> tuple[bool, int, int]:
    records: list[list[str]] = []
    no_record: list[str] = []
    try:
        records.extend(islice(csv.reader(StringIO(sample, newline=""), delimiter=delimiter), 50))
    except csv.Error:
        return False, 0, 0
    header = max(records, key=lambda record: len({cell for cell in record[:500] if known(cell)}), default=no_record)
    headings = len({cell for cell in header[:500] if known(cell)})
    widths = Counter(len(record) for record in records if len(record) > 1 or headings)
    width, often = widths.most_common(1)[0] if widths and not headings else (len(header), widths[len(header)])
    return headings > 0, often, headings or width
