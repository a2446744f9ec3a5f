"""Parts: a folder of what is finished beside the file that is to be written, so that no row is evaluated twice."""

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

__all__ = ["Parts", "replaced"]

MANIFEST = "manifest.json"
LZ4 = ipc.IpcWriteOptions(compression="lz4")
UNFINISHED = ".unfinished"
DIGITS = 12
"""Of the number of a row in the name of a part."""

ROWS = b"rows"
"""What the number of a part's rows is called in its metadata."""


class Parts:
    """A folder of finished parts, each a table in a file of its own; those files are whole or not there at all.

    Args:
        folder: Where it is, or will be.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._rows: list[int] = []

    @property
    def rows(self) -> int:
        """How many rows are finished."""
        return sum(self._rows)

    def begin(self, identity: Mapping[str, Any], *, restart: bool) -> None:
        """Make the folder, or go on with what is in it.

        Args:
            identity: All that the parts hang on, as plain data.
            restart: Whether what is in it is thrown away.

        Raises:
            InvalidInputError: What is in it belongs to something else.
            OSError: It cannot be made or read.
        """
        self.folder.mkdir(exist_ok=True)
        manifest = self.folder / MANIFEST
        before = _read(manifest) if manifest.exists() else None
        if before is None and any(not path.name.endswith(UNFINISHED) for path in self.folder.iterdir()):
            raise self._refusal("a folder that is not there yet, or that an earlier run has left")
        now = json.loads(json.dumps(identity))
        self._find()
        if self._rows and not restart:
            self._check(before or {}, now)
            return
        self._clear()
        with replaced(manifest, self.folder) as path:
            path.write_text(json.dumps(now, indent=1), encoding="utf-8")

    def add(self, table: Any) -> None:
        """Keep the answers of the next rows."""
        kept = table.replace_schema_metadata({ROWS: str(table.num_rows)})
        with (
            replaced(self._path(self.rows), self.folder) as path,
            ipc.new_file(str(path), kept.schema, options=LZ4) as writer,
        ):
            writer.write_table(kept)
        self._rows.append(kept.num_rows)

    def batches(self) -> Iterator[Any]:
        """Yield what is finished, in order, as record batches.

        Raises:
            InvalidInputError: Somebody else has written into the folder meanwhile.
        """
        for first, rows in zip(accumulate(self._rows, initial=0), self._rows, strict=False):
            reader = ipc.open_file(pa.memory_map(str(self._path(first))))
            if rows != _rows_in(reader):
                raise self._refusal("parts that no other run changes meanwhile; wait for its end, and ask once more")
            yield from (reader.get_batch(i).replace_schema_metadata(None) for i in range(reader.num_record_batches))

    def remove(self) -> None:
        """Remove the parts, and the folder unless somebody put something else into it."""
        self._clear()
        with suppress(OSError):
            self.folder.rmdir()

    def _path(self, first: int) -> Path:
        """Return where the part is that begins with a row, so that none is ever taken for that of other rows."""
        return self.folder / f"{first:0{DIGITS}}.arrow"

    def _find(self) -> None:
        """Find the parts that are finished; one that was damaged, and all after it, are made again."""
        with suppress(OSError, pa.ArrowException, KeyError, TypeError):
            while self._path(self.rows).exists():
                self._rows.append(_rows_in(ipc.open_file(pa.memory_map(str(self._path(self.rows))))))

    def _clear(self) -> None:
        self._rows = []
        for pattern in ("[0-9]" * DIGITS + ".arrow", f"*{UNFINISHED}", MANIFEST):
            for path in self.folder.glob(pattern):
                path.unlink()

    def _check(self, before: Mapping[str, Any], now: Mapping[str, Any]) -> None:
        """Raise if the parts are of something else, and say of what."""
        other = [name.replace("_", " ") for name, value in now.items() if before.get(name) != value]
        if other:
            self.refuse(", ".join(other))

    def refuse(self, other: str) -> NoReturn:
        """Say that the parts are of something else.

        Args:
            other: Of what, in words.

        Raises:
            InvalidInputError: Always.
        """
        raise self._refusal(
            f"parts of the same {other}: these are {self.rows:,} rows of an earlier run; "
            "ask as it did, or restart, which throws them away"
        )

    def _refusal(self, allowed: str) -> InvalidInputError:
        return InvalidInputError("parts", [FieldError("parts", self.folder.name, allowed)])


def _rows_in(reader: Any) -> int:
    return int(reader.schema.metadata[ROWS])


def _read(manifest: Path) -> Mapping[str, Any]:
    try:
        found = json.loads(manifest.read_text(encoding="utf-8"))
    except ValueError:
        found = None
    return found if is_mapping(found) else {}


@contextmanager
def replaced(path: Path, folder: Path) -> Generator[Path]:
    """Write a file under another name, and give it its own at once when all of it is on the disk.

    Args:
        path: Where it will be.
        folder: Where it is until then.
    """
    unfinished = folder / (path.name + UNFINISHED)
    try:
        yield unfinished
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
