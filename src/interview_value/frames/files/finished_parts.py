"""Finished parts: a folder of answers beside the file that is to be written, so that no row is evaluated twice."""

from __future__ import annotations

import json
import os
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import accumulate
from pathlib import Path
from typing import Any, NoReturn

from ...errors import FieldError, InvalidInputError, is_mapping
from .arrow import ipc, pa

__all__ = ["FinishedParts", "replacing"]

MANIFEST = "manifest.json"
LZ4 = ipc.IpcWriteOptions(compression="lz4")
UNFINISHED = ".unfinished"
DIGITS = 12
"""How many digits the number of a row has in the name of a part."""

ROWS = b"rows"
"""The key of the number of rows in a part's metadata."""


class FinishedParts:
    """A folder of finished parts, each a table in a file of its own; those files are whole or not there at all.

    Args:
        folder: The folder, which may not be there yet.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._rows: list[int] = []

    @property
    def rows(self) -> int:
        """How many rows are finished."""
        return sum(self._rows)

    def begin(self, identity: Mapping[str, Any], *, restart: bool) -> None:
        """Create the folder, or load the parts that an earlier run has left in it.

        Args:
            identity: All that the parts depend on, as plain data.
            restart: Whether parts of an earlier run are thrown away.

        Raises:
            InvalidInputError: The parts depend on something else, or the folder holds other files.
            OSError: The folder cannot be made or read.
        """
        self.folder.mkdir(exist_ok=True)
        manifest = self.folder / MANIFEST
        before = _read_manifest(manifest) if manifest.exists() else None
        if before is None and any(not path.name.endswith(UNFINISHED) for path in self.folder.iterdir()):
            raise self._error("a folder that is not there yet, or that an earlier run has left")
        now = json.loads(json.dumps(identity))
        self._load_parts()
        if self._rows and not restart:
            self._check_identity(before or {}, now)
            return
        self._clear()
        with replacing(manifest, self.folder) as path:
            path.write_text(json.dumps(now, indent=1), encoding="utf-8")

    def add(self, table: Any) -> None:
        """Write the answers to the next rows into a part."""
        part = table.replace_schema_metadata({ROWS: str(table.num_rows)})
        with (
            replacing(self._path(self.rows), self.folder) as path,
            ipc.new_file(str(path), part.schema, options=LZ4) as writer,
        ):
            writer.write_table(part)
        self._rows.append(part.num_rows)

    def batches(self) -> Iterator[Any]:
        """Yield the rows of all parts in order, as record batches.

        Raises:
            InvalidInputError: Another run has written into the folder meanwhile.
        """
        for first, rows in zip(accumulate(self._rows, initial=0), self._rows, strict=False):
            reader = ipc.open_file(pa.memory_map(str(self._path(first))))
            if rows != _row_count(reader):
                raise self._error("parts that no other run changes meanwhile; wait for its end, and ask once more")
            yield from (reader.get_batch(i).replace_schema_metadata(None) for i in range(reader.num_record_batches))

    def remove(self) -> None:
        """Remove the parts, and the folder unless it has other files."""
        self._clear()
        with suppress(OSError):
            self.folder.rmdir()

    def _path(self, first: int) -> Path:
        """Return the path of the part that begins with a row; its name has the number of that row."""
        return self.folder / f"{first:0{DIGITS}}.arrow"

    def _load_parts(self) -> None:
        """Count the rows of the parts that exist; a damaged one, and all after it, are evaluated again."""
        with suppress(OSError, pa.ArrowException, KeyError, TypeError):
            while self._path(self.rows).exists():
                self._rows.append(_row_count(ipc.open_file(pa.memory_map(str(self._path(self.rows))))))

    def _clear(self) -> None:
        self._rows = []
        for pattern in ("[0-9]" * DIGITS + ".arrow", f"*{UNFINISHED}", MANIFEST):
            for path in self.folder.glob(pattern):
                path.unlink()

    def _check_identity(self, before: Mapping[str, Any], now: Mapping[str, Any]) -> None:
        """Raise if the parts were made from other input or options, and name the differences."""
        differences = [name.replace("_", " ") for name, value in now.items() if before.get(name) != value]
        if differences:
            self.refuse(", ".join(differences))

    def refuse(self, difference: str) -> NoReturn:
        """Raise because the parts were made from other input or options.

        Args:
            difference: What differs, in words.

        Raises:
            InvalidInputError: Always.
        """
        raise self._error(
            f"parts of the same {difference}: these are {self.rows:,} rows of an earlier run; "
            "ask as it did, or restart, which throws them away"
        )

    def _error(self, allowed: str) -> InvalidInputError:
        return InvalidInputError("parts", [FieldError("parts", self.folder.name, allowed)])


def _row_count(reader: Any) -> int:
    return int(reader.schema.metadata[ROWS])


def _read_manifest(manifest: Path) -> Mapping[str, Any]:
    """Return the identity in a manifest; an empty one if the manifest is damaged."""
    try:
        identity = json.loads(manifest.read_text(encoding="utf-8"))
    except ValueError:
        return {}
    return identity if is_mapping(identity) else {}


@contextmanager
def replacing(path: Path, folder: Path) -> Generator[Path]:
    """Write a file under another name, and give it its own at once when all of it is on the disk.

    Args:
        path: Where the file will be.
        folder: The folder where it is until then.
    """
    unfinished = folder / (path.name + UNFINISHED)
    try:
        yield unfinished
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
