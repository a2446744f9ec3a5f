"""Targets: tables written to a file, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from ...errors import FieldError
from ...export.files import harmless, plain
from .arrow import compute, csv, ipc, pa, parquet
from .delimited import NUMBER
from .sources import sliced

__all__ = ["WRITERS", "mistakes_in_types"]

DELIMITED = {".csv": ",", ".tsv": "\t"}
TEXTS = (pa.string(), pa.large_string())

Write: TypeAlias = Callable[[Any], None]
"""Writes a table."""


@contextmanager
def _parquet(path: Path, schema: Any) -> Generator[Write]:
    with parquet.ParquetWriter(path, schema) as writer:
        yield writer.write_table


@contextmanager
def _arrow(path: Path, schema: Any) -> Generator[Write]:
    with ipc.new_file(str(path), schema) as writer:
        yield writer.write_table


@contextmanager
def _stream(path: Path, schema: Any) -> Generator[Write]:
    with ipc.new_stream(str(path), schema) as writer:
        yield writer.write_table


@contextmanager
def _feather(path: Path, schema: Any) -> Generator[Write]:
    with ipc.new_file(str(path), schema, options=ipc.IpcWriteOptions(compression="lz4")) as writer:
        yield writer.write_table


def _delimited(delimiter: str) -> Callable[[Path, Any], Any]:
    @contextmanager
    def opened(path: Path, schema: Any) -> Generator[Write]:
        plain = pa.schema([(harmless(name), kind) for name, kind in zip(schema.names, schema.types, strict=True)])
        options = csv.WriteOptions(delimiter=delimiter, batch_size=10_000)
        with csv.CSVWriter(str(path), plain, write_options=options) as writer:

            def write(table: Any) -> None:
                columns = [_harmless(column) for column in table.columns]
                writer.write_table(pa.table(columns, schema=plain))

            yield write

    return opened


WRITERS: dict[str, Callable[[Path, Any], Any]] = {
    ".parquet": _parquet,
    ".arrow": _arrow,
    ".feather": _feather,
    ".arrows": _stream,
    **{suffix: _delimited(delimiter) for suffix, delimiter in DELIMITED.items()},
}
"""How a file is written, by its suffix: opens a path for tables with a schema."""


def _harmless(column: Any) -> Any:
    """Return a column in which no text becomes a formula; a number that is written as text is none."""
    if column.type not in TEXTS:
        return column
    texts = compute.unique(column).drop_null()
    texts = texts.filter(compute.invert(compute.match_substring_regex(texts, NUMBER))).to_pylist()
    changed = {text: safe for text in texts if (safe := harmless(plain(text))) != text}
    places = compute.index_in(column, value_set=pa.array(changed, column.type))
    found = compute.take(pa.array(changed.values(), column.type), places)
    return compute.coalesce(found, column)


def mistakes_in_types(types: Mapping[str, Any], suffix: str) -> Iterator[FieldError]:
    """Yield the columns that a kind of file cannot hold.

    Args:
        types: The types of columns, by name.
        suffix: The suffix of the file.
    """
    for name, kind in types.items():
        if not _can_hold(kind, suffix):
            yield FieldError("keep", name, f"columns that {suffix} can hold, not of {kind}")


def _can_hold(kind: Any, suffix: str) -> bool:
    """Tell whether a column of a type comes through into a kind of file, by what happens to one of one row."""
    with TemporaryDirectory() as folder:
        try:
            table = pa.table({"column": pa.nulls(1, kind)})
            with WRITERS[suffix](Path(folder) / "file", table.schema) as write:
                for piece in sliced(table.to_batches(), lambda: 1):
                    write(piece)
        except pa.ArrowException:
            return False
    return True
