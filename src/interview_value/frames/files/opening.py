"""Opening: which files are read and written, by their suffix, and what is wrong with two paths."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from ...errors import FieldError
from ...model.quantity import FACTS
from ..headings import TEXTS, WEIGHT
from .delimited import CsvFile
from .sources import ArrowFile, ParquetFile, Source
from .targets import WRITERS

__all__ = ["mistakes_in_source", "mistakes_in_target", "opened"]


def mistakes_in_source(source: Any) -> Iterator[FieldError]:
    """Yield what is wrong with the file to read, as far as it shows without opening it."""
    if not _is_path(source):
        yield FieldError("source", source, "a path")
        return
    if not Path(source).is_file():
        yield FieldError("source", str(source), "a file that is there")
    yield from _mistakes_in_suffix("source", source)


def mistakes_in_target(target: Any, source: Any) -> Iterator[FieldError]:
    """Yield what is wrong with the file to write."""
    if not _is_path(target):
        yield FieldError("target", target, "a path")
        return
    path = Path(target)
    yield from _mistakes_in_suffix("target", target)
    if path.is_dir() or not path.parent.is_dir():
        yield FieldError("target", str(target), "a file in a folder that is there")
    elif _is_path(source) and path.exists() and Path(source).exists() and path.samefile(source):
        yield FieldError("target", str(target), "another file than the one that is read")


def _mistakes_in_suffix(name: str, path: Any) -> Iterator[FieldError]:
    if Path(path).suffix.lower() not in WRITERS:
        yield FieldError(name, str(path), f"a file that ends in {', '.join(WRITERS)}")


def _is_path(value: object) -> bool:
    return isinstance(value, (str, os.PathLike))


def opened(path: Path, quantities: Collection[str]) -> Source:
    """Open a file of invitations.

    Args:
        path: Where it is.
        quantities: The names of all quantities, by which the delimiter of a CSV file shows.

    Raises:
        ReadError: It is not what its suffix says.
    """
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return ParquetFile(path)
    if suffix in (".csv", ".tsv"):
        return CsvFile(path, _known(quantities))
    return ArrowFile(path)


def _known(quantities: Collection[str]) -> Callable[[str], bool]:
    ends = {f"{name}_{end}" for name in quantities for end in ("low", "high")}
    names = {*quantities, *ends, *FACTS, *TEXTS}
    return lambda heading: heading in names or heading.startswith(WEIGHT)
