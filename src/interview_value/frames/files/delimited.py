"""Delimited: a CSV file as a source, whose cells are texts until the whole column is known to be of numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ...errors import FieldError, ReadError
from ...reading.tables.delimited import LOOKED_AT, delimiter_of
from ...reading.tables.values import YES_NO, is_blank
from .arrow import compute, csv, pa
from .columns import Kind
from .sources import Typed, reading, without

__all__ = ["CsvFile"]

BLOCK = 4 * 2**20
"""How many bytes are read at once, and the most that a row may have: assumption."""

NUMBER = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"
"""What is read as a number, as Python writes it."""

NUMERIC = (Kind.QUANTITY, Kind.NUMBER)

SHOWN = 5
"""The most rows of a wrong width that are named."""


class CsvFile:
    """A CSV file, with whatever delimiter.

    Args:
        path: Where it is.
        known: Tells whether a heading is one that is looked for, by which the delimiter shows.

    Raises:
        ReadError: It is none.
    """

    def __init__(self, path: Path, known: Callable[[str], bool]) -> None:
        self.path = path
        with reading(path):
            with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
                self._delimiter = delimiter_of(file.read(LOOKED_AT), known)
            names = self._opened().schema.names
        if blank := [name for name in names if name != name.strip() and known(name.strip())]:
            told = ", ".join(map(repr, blank))
            raise ReadError(path.name, f"has blanks around headings: {told}; take them away")
        self.schema: Any = pa.schema([(name, pa.string()) for name in names])
        self._numbers: set[str] = set()

    def survey(self, kinds: Mapping[str, Kind]) -> int:
        """Look at the whole file, as far as it must be known to read it, and return the number of rows."""
        wrong: list[Any] = []
        numbers = {name for name, kind in kinds.items() if kind in NUMERIC}
        rows = 0
        with reading(self.path):
            for batch in self._opened(list(kinds), wrong):
                rows += batch.num_rows
                numbers = {name for name in numbers if not len(_others(self._said(batch[name], kinds[name])))}
        if wrong:
            raise ReadError(self.path.name, _widths(wrong))
        self._numbers = numbers
        return rows

    def batches(self, columns: Sequence[str], first: int) -> Iterator[Any]:
        """Yield the rows from one on, in batches of whatever size."""
        with reading(self.path):
            yield from without(first, self._opened(columns))

    def typed(self, table: Any, kinds: Mapping[str, Kind]) -> Typed:
        """Return the columns of some rows that are read, with the types that they are read as."""
        wrong: dict[int, list[str]] = defaultdict(list)
        made = {name: self._column(name, table[name], kind, wrong) for name, kind in kinds.items()}
        return pa.table(made), {row: "; ".join(said) for row, said in wrong.items()}

    def _column(self, name: str, cells: Any, kind: Kind, wrong: dict[int, list[str]]) -> Any:
        """Return a column with the type that it is read as; note what stands in it and cannot be read."""
        said = self._said(cells, kind)
        if kind is Kind.TEXT or (kind is Kind.QUANTITY and name not in self._numbers):
            return said
        values, allowed = (_truths(said), "true or false") if kind is Kind.TRUTH else (_numbers(said), "a number")
        lost = compute.and_(compute.is_valid(said), compute.is_null(values))
        for row in compute.indices_nonzero(lost).to_pylist():
            wrong[row].append(str(FieldError(name, cells[row].as_py(), allowed)))
        return values

    def _said(self, cells: Any, kind: Kind) -> Any:
        """Return cells without blanks around them, and null where they say nothing."""
        cells = compute.utf8_trim_whitespace(cells)
        if kind in NUMERIC and self._delimiter == ";":
            cells = compute.replace_substring(cells, ",", ".")  # the comma in numbers is why it is no delimiter
        blank = pa.array([cell for cell in _others(cells).to_pylist() if is_blank(cell)], pa.string())
        return compute.if_else(compute.is_in(cells, value_set=blank), pa.scalar(None, pa.string()), cells)

    def _opened(self, columns: Sequence[str] | None = None, wrong: list[Any] | None = None) -> Any:
        def note(row: Any) -> str:  # pragma: no cover (PyArrow may call it on a thread of its own, which nobody traces)
            if wrong is not None and len(wrong) <= SHOWN:
                wrong.append(row)
            return "skip"

        return csv.open_csv(
            self.path,
            # On several threads rows have no numbers.
            read_options=csv.ReadOptions(block_size=BLOCK, use_threads=wrong is None),
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


def _others(cells: Any) -> Any:
    """Return what stands in cells and is no number, each once."""
    return cells.filter(compute.invert(compute.match_substring_regex(cells, NUMBER))).unique()


def _numbers(cells: Any) -> Any:
    is_number = compute.match_substring_regex(cells, NUMBER)
    return compute.if_else(is_number, cells, pa.scalar(None, pa.string())).cast(pa.float64())


def _truths(cells: Any) -> Any:
    lower = compute.utf8_lower(cells)
    places = compute.index_in(lower, value_set=pa.array(list(YES_NO)))
    return compute.take(pa.array(list(YES_NO.values())), places)
