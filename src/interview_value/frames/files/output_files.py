"""Output files: tables written to a file, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from ...errors import FieldError
from ...export.spreadsheets import harmless, plain
from .arrow import compute, csv, ipc, pa, parquet
from .csv_file import NUMBER
from .input_files import as_tables

__all__ = ["WRITERS", "mistakes_in_types"]

DELIMITED = {".csv": ",", ".tsv": "\t"}
TEXT_TYPES = (pa.string(), pa.large_string())

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
        fields = zip(schema.names, schema.types, strict=True)
        harmless_schema = pa.schema([(harmless(name), type_) for name, type_ in fields])
        options = csv.WriteOptions(delimiter=delimiter, batch_size=10_000)
        with csv.CSVWriter(str(path), harmless_schema, write_options=options) as writer:

            def write(table: Any) -> None:
                columns = [_harmless_column(column) for column in table.columns]
                writer.write_table(pa.table(columns, schema=harmless_schema))

            yield write

    return opened


WRITERS: dict[str, Callable[[Path, Any], Any]] = {
    ".parquet": _parquet,
    ".arrow": _arrow,
    ".feather": _feather,
    ".arrows": _stream,
    **{suffix: _delimited(delimiter) for suffix, delimiter in DELIMITED.items()},
}
"""For each suffix the function that opens a file for tables of a schema, and gives what writes one."""


def _harmless_column(column: Any) -> Any:
    """Return a column in which no text becomes a formula; a number that is written as text stays as it is."""
    if column.type not in TEXT_TYPES:
        return column
    texts = compute.unique(column).drop_null()
    texts = texts.filter(compute.invert(compute.match_substring_regex(texts, NUMBER))).to_pylist()
    changed = {text: safe for text in texts if (safe := harmless(plain(text))) != text}
    places = compute.index_in(column, value_set=pa.array(changed, column.type))
    replaced = compute.take(pa.array(changed.values(), column.type), places)
    return compute.coalesce(replaced, column)


def mistakes_in_types(types: Mapping[str, Any], suffix: str) -> Iterator[FieldError]:
    """Yield a mistake for each column that a file cannot hold.

    Args:
        types: The Arrow types of the columns, by name.
        suffix: The suffix of the file.
    """
    for name, type_ in types.items():
        if not _can_hold(type_, suffix):
            yield FieldError("keep", name, f"columns that {suffix} can hold, not of {type_}")


def _can_hold(type_: Any, suffix: str) -> bool:
    """Tell whether a file can hold a column of an Arrow type, by writing one of a single row."""
    with TemporaryDirectory() as folder:
        try:
            table = pa.table({"column": pa.nulls(1, type_)})
            with WRITERS[suffix](Path(folder) / "file", table.schema) as write:
                for piece in as_tables(table.to_batches(), lambda: 1):
                    write(piece)
        except pa.ArrowException:
            return False
    return True
