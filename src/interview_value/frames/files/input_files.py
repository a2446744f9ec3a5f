"""Input files: Parquet and Arrow files as batches of rows, of which no more than a piece is in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from ...errors import ReadError
from .arrow import ipc, pa, parquet
from .columns import CellKind

__all__ = [
    "ROWS",
    "ArrowFile",
    "InputFile",
    "ParquetFile",
    "Typed",
    "as_tables",
    "plain_types",
    "read_errors",
    "skip_rows",
]

ROWS = 65_536
"""The most rows that are evaluated at once: assumption; enough for all cores, with answers of some 20 MB."""

SIZE = 64 * 2**20
"""About how many bytes of a file are held at once: assumption."""

LARGEST = 2**30
"""The most bytes that a batch of a file may come to: assumption; far above what programs write."""

MAGIC = b"ARROW1"
"""How an Arrow IPC file begins, and a stream does not (Arrow columnar format, "IPC File Format")."""

Typed: TypeAlias = tuple[Any, Mapping[int, str]]
"""A table that can be evaluated, and for each row in which something cannot be read, by its place, what that is."""


class InputFile(Protocol):
    """A file of invitations that is read."""

    schema: Any
    """The names and types of the columns."""

    def survey(self, kinds: Mapping[str, CellKind]) -> int:
        """Look at the whole file, as far as that is needed to read it, and return the number of rows.

        Args:
            kinds: What each column is read as, by name.

        Raises:
            ReadError: Something in it cannot be read.
        """
        ...

    def batches(self, columns: Sequence[str], first: int) -> Iterator[Any]:
        """Yield the rows from ``first`` on, in record batches of whatever size.

        Args:
            columns: The names of the columns to read.
            first: The place of the row to begin with, from 0.

        Raises:
            ReadError: Something in it cannot be read.
        """
        ...

    def typed(self, table: Any, kinds: Mapping[str, CellKind]) -> Typed:
        """Return some rows as they are evaluated: the columns in ``kinds``, with the types that they are read as."""
        ...


@contextmanager
def read_errors(path: Path) -> Generator[None]:
    """Raise a `ReadError` for whatever PyArrow raises while it reads a file."""
    try:
        yield
    except ReadError:
        raise
    except (pa.ArrowException, OSError, MemoryError, ValueError, KeyError) as error:
        reason = getattr(error, "strerror", None) or str(error).partition("\n")[0]
        raise ReadError(path.name, f"cannot be read ({reason})") from error


def skip_rows(first: int, batches: Iterable[Any]) -> Iterator[Any]:
    """Yield batches without their first rows."""
    for batch in batches:
        if first < batch.num_rows:
            yield batch.slice(first)
        first = max(0, first - batch.num_rows)


def plain_types(schema: Any) -> Any:
    """Return a schema in which no column has a dictionary, and all texts are of one type."""
    return pa.schema([(field.name, _plain_type(field.type)) for field in schema])


def _plain_type(kind: Any) -> Any:
    if pa.types.is_dictionary(kind):
        return _plain_type(kind.value_type)
    is_text = pa.types.is_large_string(kind) or pa.types.is_string_view(kind)
    return pa.string() if is_text else kind


def as_tables(batches: Iterable[Any], wanted: Callable[[], int]) -> Iterator[Any]:
    """Yield the rows of batches as tables of another number of rows.

    Args:
        batches: Record batches.
        wanted: Returns how many rows the next table should have; it has fewer at the end, and where they are large.
    """
    slices: list[Any] = []
    rows, size, most = 0, 0, wanted()
    for piece in chain.from_iterable(map(_pieces, batches)):
        start = 0
        while start < piece.num_rows:
            taken = piece.slice(start, most - rows)
            slices.append(taken)
            rows, size, start = rows + taken.num_rows, size + taken.nbytes, start + taken.num_rows
            if rows == most or size >= SIZE:
                yield pa.Table.from_batches(slices)
                slices, rows, size, most = [], 0, 0, wanted()
    if slices:
        yield pa.Table.from_batches(slices)


def _pieces(batch: Any) -> Iterator[Any]:
    """Yield the slices of a batch, each of about `SIZE` bytes at most."""
    size = max(1, min(ROWS, SIZE * batch.num_rows // max(1, batch.nbytes)))
    return (batch.slice(start, size) for start in range(0, batch.num_rows, size))


class _Columnar:
    """What Parquet and Arrow files have in common: their columns have types."""

    path: Path

    def typed(self, table: Any, kinds: Mapping[str, CellKind]) -> Typed:
        """Return some rows as they are evaluated; the columns have types already."""
        return table.select(list(kinds)), {}

    def _checked(self, batch: Any) -> Any:
        """Return a batch in plain types, if it is not too large and its offsets stay inside it.

        Raises:
            ReadError: It is too large.
            ArrowException: An offset points beyond what is there.
        """
        batch.validate(full=True)
        batch = batch.cast(plain_types(batch.schema))
        if batch.nbytes > LARGEST:
            reason = f"has {batch.num_rows:,} rows in a piece of more than {LARGEST >> 20:,} MiB"
            raise ReadError(self.path.name, reason)
        return batch


class ParquetFile(_Columnar):
    """A Parquet file.

    Args:
        path: Where the file is.

    Raises:
        ReadError: It is not such a file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with read_errors(path):
            self._file: Any = parquet.ParquetFile(path, buffer_size=2**20, pre_buffer=False)
            self.schema: Any = self._file.schema_arrow

    def survey(self, kinds: Mapping[str, CellKind]) -> int:  # noqa: ARG002 - its types are known
        """Return the number of rows."""
        return int(self._file.metadata.num_rows)

    def batches(self, columns: Sequence[str], first: int) -> Iterator[Any]:
        """Yield the rows from ``first`` on, in record batches."""
        with read_errors(self.path):
            for place in range(self._file.num_row_groups):
                group = self._file.metadata.row_group(place)
                if first < group.num_rows:
                    size = max(1, min(ROWS, SIZE * group.num_rows // max(1, group.total_byte_size)))
                    batches = self._file.iter_batches(size, [place], list(columns))
                    yield from skip_rows(first, map(self._checked, batches))
                first = max(0, first - group.num_rows)


class ArrowFile(_Columnar):
    """An Arrow IPC file, Feather among them, or a stream.

    Args:
        path: Where the file is.

    Raises:
        ReadError: It is not such a file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with read_errors(path):
            with path.open("rb") as file:
                self._stream = file.read(len(MAGIC)) != MAGIC
            self.schema: Any = self._opened().schema

    def survey(self, kinds: Mapping[str, CellKind]) -> int:
        """Return the number of rows."""
        with read_errors(self.path):
            return sum(batch.num_rows for batch in self._raw(list(kinds)[:1]))

    def batches(self, columns: Sequence[str], first: int) -> Iterator[Any]:
        """Yield the rows from ``first`` on, in record batches."""
        with read_errors(self.path):
            yield from map(self._checked, skip_rows(first, self._raw(columns)))

    def _raw(self, columns: Sequence[str]) -> Iterator[Any]:
        reader = self._opened([self.schema.get_field_index(name) for name in columns])
        yield from reader if self._stream else map(reader.get_batch, range(reader.num_record_batches))

    def _opened(self, fields: Sequence[int] | None = None) -> Any:
        opening = ipc.open_stream if self._stream else ipc.open_file
        return opening(pa.memory_map(str(self.path)), options=ipc.IpcReadOptions(included_fields=fields))
