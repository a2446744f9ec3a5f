"""Sources: files of invitations as batches of rows, of which no more is held than a piece of the file."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from ...errors import ReadError
from .arrow import ipc, pa, parquet
from .columns import Kind

__all__ = ["ROWS", "ArrowFile", "ParquetFile", "Source", "Typed", "plain_types", "reading", "sliced", "without"]

ROWS = 65_536
"""The most rows that are evaluated at once: assumption; enough for all cores, with answers of some 20 MB."""

SIZE = 64 * 2**20
"""About how many bytes of a file are held at once: assumption."""

LARGEST = 2**30
"""The most bytes that a batch of a file may come to: assumption; far above what programs write."""

MAGIC = b"ARROW1"
"""How an Arrow IPC file begins, and a stream does not (Arrow columnar format, "IPC File Format")."""

Typed: TypeAlias = tuple[Any, Mapping[int, str]]
"""A table that can be evaluated, and by the place of the row what in it cannot be read."""


class Source(Protocol):
    """A file of invitations."""

    schema: Any
    """The names and types of the columns."""

    def survey(self, kinds: Mapping[str, Kind]) -> int:
        """Look at the whole file, as far as it must be known to read it, and return the number of rows.

        Args:
            kinds: What columns are read as.

        Raises:
            ReadError: Something in it cannot be read.
        """
        ...

    def batches(self, columns: Sequence[str], first: int) -> Iterator[Any]:
        """Yield the rows from one on, in batches of whatever size.

        Args:
            columns: The columns to read.
            first: The place of the row to begin with.

        Raises:
            ReadError: Something in it cannot be read.
        """
        ...

    def typed(self, table: Any, kinds: Mapping[str, Kind]) -> Typed:
        """Return the columns of some rows that are read, with the types that they are read as."""
        ...


@contextmanager
def reading(path: Path) -> Generator[None]:
    """Say in words that a file cannot be read, whatever PyArrow makes of it."""
    try:
        yield
    except ReadError:
        raise
    except (pa.ArrowException, OSError, MemoryError, ValueError, KeyError) as error:
        reason = getattr(error, "strerror", None) or str(error).partition("\n")[0]
        raise ReadError(path.name, f"cannot be read ({reason})") from error


def without(first: int, batches: Iterable[Any]) -> Iterator[Any]:
    """Leave out the first rows of batches."""
    for batch in batches:
        if first < batch.num_rows:
            yield batch.slice(first)
        first = max(0, first - batch.num_rows)


def plain_types(schema: Any) -> Any:
    """Return a schema in which no column has a dictionary, and all texts are of one type."""
    return pa.schema([(field.name, _plain(field.type)) for field in schema])


def _plain(kind: Any) -> Any:
    if pa.types.is_dictionary(kind):
        return _plain(kind.value_type)
    is_text = pa.types.is_large_string(kind) or pa.types.is_string_view(kind)
    return pa.string() if is_text else kind


def sliced(batches: Iterable[Any], wanted: Callable[[], int]) -> Iterator[Any]:
    """Put batches together, or cut them, to tables.

    Args:
        batches: Record batches.
        wanted: Says how many rows the next table should have; it has fewer at the end, and where they are large.
    """
    held: list[Any] = []
    rows, size, most = 0, 0, wanted()
    for piece in chain.from_iterable(map(_pieces, batches)):
        start = 0
        while start < piece.num_rows:
            taken = piece.slice(start, most - rows)
            held.append(taken)
            rows, size, start = rows + taken.num_rows, size + taken.nbytes, start + taken.num_rows
            if rows == most or size >= SIZE:
                yield pa.Table.from_batches(held)
                held, rows, size, most = [], 0, 0, wanted()
    if held:
        yield pa.Table.from_batches(held)


def _pieces(batch: Any) -> Iterator[Any]:
    """Cut a batch whose rows are large."""
    size = max(1, min(ROWS, SIZE * batch.num_rows // max(1, batch.nbytes)))
    return (batch.slice(start, size) for start in range(0, batch.num_rows, size))


class _Columnar:
    """What the formats have in common whose columns have types."""

    path: Path

    def typed(self, table: Any, kinds: Mapping[str, Kind]) -> Typed:
        """Return the columns of some rows that are read, with the types that they are read as."""
        return table.select(list(kinds)), {}

    def _checked(self, batch: Any) -> Any:
        """Return a batch that is not too large and whose parts are as long as they say: nothing reads beyond them."""
        batch.validate(full=True)
        batch = batch.cast(plain_types(batch.schema))
        if batch.nbytes > LARGEST:
            reason = f"has {batch.num_rows:,} rows in a piece of more than {LARGEST >> 20:,} MiB"
            raise ReadError(self.path.name, reason)
        return batch


class ParquetFile(_Columnar):
    """A Parquet file.

    Args:
        path: Where it is.

    Raises:
        ReadError: It is none.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with reading(path):
            self._file: Any = parquet.ParquetFile(path, buffer_size=2**20, pre_buffer=False)
            self.schema: Any = self._file.schema_arrow

    def survey(self, kinds: Mapping[str, Kind]) -> int:  # noqa: ARG002 - its types are known
        """Look at the whole file, as far as it must be known to read it, and return the number of rows."""
        return int(self._file.metadata.num_rows)

    def batches(self, columns: Sequence[str], first: int) -> Iterator[Any]:
        """Yield the rows from one on, in batches of whatever size."""
        with reading(self.path):
            for place in range(self._file.num_row_groups):
                group = self._file.metadata.row_group(place)
                if first < group.num_rows:
                    size = max(1, min(ROWS, SIZE * group.num_rows // max(1, group.total_byte_size)))
                    found = self._file.iter_batches(size, [place], list(columns))
                    yield from without(first, map(self._checked, found))
                first = max(0, first - group.num_rows)


class ArrowFile(_Columnar):
    """An Arrow IPC file, Feather among them, or a stream.

    Args:
        path: Where it is.

    Raises:
        ReadError: It is none.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with reading(path):
            with path.open("rb") as file:
                self._stream = file.read(len(MAGIC)) != MAGIC
            self.schema: Any = self._opened().schema

    def survey(self, kinds: Mapping[str, Kind]) -> int:
        """Look at the whole file, as far as it must be known to read it, and return the number of rows."""
        with reading(self.path):
            return sum(batch.num_rows for batch in self._raw(list(kinds)[:1]))

    def batches(self, columns: Sequence[str], first: int) -> Iterator[Any]:
        """Yield the rows from one on, in batches of whatever size."""
        with reading(self.path):
            yield from map(self._checked, without(first, self._raw(columns)))

    def _raw(self, columns: Sequence[str]) -> Iterator[Any]:
        reader = self._opened([self.schema.get_field_index(name) for name in columns])
        yield from reader if self._stream else map(reader.get_batch, range(reader.num_record_batches))

    def _opened(self, fields: Sequence[int] | None = None) -> Any:
        opening = ipc.open_stream if self._stream else ipc.open_file
        return opening(pa.memory_map(str(self.path)), options=ipc.IpcReadOptions(included_fields=fields))
