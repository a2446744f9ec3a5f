"""CSV file: an input file whose cells are texts until the whole column is known to be of numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ...errors import FieldError, ReadError
from ...model.numerals import DECIMAL_POINT
from ...reading.tables.delimited import LOOKED_AT, delimiter_of
from ...reading.tables.values import is_blank
from .arrow import compute, csv, pa
from .columns import CellKind
from .input_files import Typed, read_errors, skip_rows

__all__ = ["CsvFile"]

BYTES_AT_ONCE = 4 * 2**20
"""How many bytes are read at once, and the most that a row may have: assumption."""

NUMBER = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"
"""What is read as a number, as Python writes it."""

GROUPED_BY_POINTS = r"^[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?$"
"""A number in which points group thousands, where the comma is the decimal mark."""

NUMERIC = (CellKind.QUANTITY, CellKind.NUMBER)

SHOWN = 5
"""The most rows of a wrong width that are named."""


class CsvFile:
    """A CSV file, with whatever delimiter.

    Args:
        path: Where the file is.
        is_heading: Tells whether a text is a heading that is looked for, which shows the delimiter.
        is_choice: Tells of a heading and a cell whether the cell is a choice, even if it is a word such as ``none``.

    Raises:
        ReadError: It cannot be read, or a heading that is looked for has blanks around it.
    """

    def __init__(self, path: Path, is_heading: Callable[[str], bool], is_choice: Callable[[str, str], bool]) -> None:
        self.path: Path = path
        self._is_choice = is_choice
        with read_errors(path):
            with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
                self._delimiter = delimiter_of(file.read(LOOKED_AT), is_heading)
            names = self._opened().schema.names
        if blank := [name for name in names if name != name.strip() and is_heading(name.strip())]:
            headings = ", ".join(map(repr, blank))
            raise ReadError(path.name, f"has blanks around headings: {headings}; take them away")
        self.schema: Any = pa.schema([(name, pa.string()) for name in names])
        self._numbers: set[str] = set()
        self._pointed: set[str] = set()

    def survey(self, kinds: Mapping[str, CellKind]) -> int:
        """Find the columns that hold nothing but numbers, and their decimal marks; return the number of rows.

        Args:
            kinds: What each column is read as, by name.

        Raises:
            ReadError: Some rows have too many or too few cells.
        """
        wrong: list[Any] = []
        numbers = {name for name, kind in kinds.items() if kind in NUMERIC}
        pointed: set[str] = set()
        rows = 0
        with read_errors(self.path):
            for batch in self._opened(list(kinds), wrong):
                rows += batch.num_rows
                numbers = {n for n in numbers if not len(_not_numbers(self._stripped(n, batch[n], kinds[n])))}
                if self._delimiter == ";":
                    pointed |= {name for name, kind in kinds.items() if kind in NUMERIC and _has_point(batch[name])}
        if wrong:
            raise ReadError(self.path.name, _widths(wrong))
        self._numbers, self._pointed = numbers, pointed
        return rows

    def batches(self, columns: Sequence[str], first: int) -> Iterator[Any]:
        """Yield the rows from ``first`` on, in record batches of texts."""
        with read_errors(self.path):
            yield from skip_rows(first, self._opened(columns))

    def typed(self, table: Any, kinds: Mapping[str, CellKind]) -> Typed:
        """Return some rows as they are evaluated, and what stands in them and cannot be read."""
        mistakes: dict[int, list[str]] = defaultdict(list)
        columns = {name: self._column(name, table[name], kind, mistakes) for name, kind in kinds.items()}
        return pa.table(columns), {row: "; ".join(texts) for row, texts in mistakes.items()}

    def _column(self, name: str, cells: Any, kind: CellKind, mistakes: dict[int, list[str]]) -> Any:
        """Return a column with the type that it is read as; add what cannot be read to the mistakes of its row."""
        texts = self._stripped(name, cells, kind)
        if kind is CellKind.TEXT or (kind is CellKind.QUANTITY and name not in self._numbers):
            return texts
        values = _numbers(texts)
        lost = compute.and_(compute.is_valid(texts), compute.is_null(values))
        for row in compute.indices_nonzero(lost).to_pylist():
            mistakes[row].append(str(FieldError(name, cells[row].as_py(), "a number")))
        return values

    def _stripped(self, name: str, cells: Any, kind: CellKind) -> Any:
        """Return cells without blanks around them, numbers as Python writes them, and null where they say nothing."""
        cells = compute.utf8_trim_whitespace(cells)
        if kind in NUMERIC and self._delimiter == ";" and name not in self._pointed:
            # The comma in numbers is why it is no delimiter.
            ungrouped = compute.replace_substring(cells, ".", "")
            grouped = compute.match_substring_regex(cells, GROUPED_BY_POINTS)
            cells = compute.replace_substring(compute.if_else(grouped, ungrouped, cells), ",", ".")
        words = [cell for cell in _not_numbers(cells).to_pylist() if is_blank(cell)]
        blank = pa.array([cell for cell in words if cell is None or not self._is_choice(name, cell)], pa.string())
        return compute.if_else(compute.is_in(cells, value_set=blank), pa.scalar(None, pa.string()), cells)

    def _opened(self, columns: Sequence[str] | None = None, wrong: list[Any] | None = None) -> Any:
        """Open the file; the first rows with too many or too few cells are put into ``wrong``, and all are skipped."""

        def note(row: Any) -> str:  # pragma: no cover (PyArrow may call it on a thread of its own, which nobody traces)
            if wrong is not None and len(wrong) <= SHOWN:
                wrong.append(row)
            return "skip"

        return csv.open_csv(
            self.path,
            # PyArrow gives invalid rows no numbers when it reads on several threads.
            read_options=csv.ReadOptions(block_size=BYTES_AT_ONCE, use_threads=wrong is None),
            parse_options=csv.ParseOptions(
                delimiter=self._delimiter, newlines_in_values=True, invalid_row_handler=note
            ),
            convert_options=csv.ConvertOptions(
                include_columns=columns,
                column_types=dict.fromkeys(columns or (), pa.string()),
                strings_can_be_null=True,
                null_values=[""],
            ),
        )


def _widths(wrong: Sequence[Any]) -> str:
    shown = [f"row {row.number - 1:,} has {row.actual_columns:,} cells" for row in wrong[:SHOWN]]
    more = ["and there are more such rows"] if len(wrong) > SHOWN else []
    width = f"{wrong[0].expected_columns:,} as the heading; a cell with a delimiter in it needs quotation marks"
    return f"{'; '.join(shown + more)}; each must have {width}"


def _has_point(cells: Any) -> bool:
    """Tell whether a point in some cells can be nothing but the decimal mark."""
    return bool(compute.any(compute.match_substring_regex(cells, DECIMAL_POINT)).as_py())


def _not_numbers(cells: Any) -> Any:
    """Return the texts in some cells that are no numbers, each once."""
    return cells.filter(compute.invert(compute.match_substring_regex(cells, NUMBER))).unique()


def _numbers(cells: Any) -> Any:
    """Return the numbers that texts stand for, and null for other texts."""
    is_number = compute.match_substring_regex(cells, NUMBER)
    return compute.if_else(is_number, cells, pa.scalar(None, pa.string())).cast(pa.float64())
