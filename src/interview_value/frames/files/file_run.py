"""File run: the evaluation of one file, part by part; an interrupted run can be resumed."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from attrs import frozen

from ...errors import ReadError
from ..batches import answers_schema
from ..dataframe import as_narwhals
from ..frame_evaluator import FrameEvaluator
from .arrow import compute, pa
from .columns import CellKind
from .file_summary import FileSummary, Tally
from .finished_parts import FinishedParts, replacing
from .input_files import ROWS, InputFile, as_tables, plain_types
from .output_files import WRITERS

__all__ = ["FileRun", "Progress"]

Progress: TypeAlias = Callable[[str, int, int], object]
"""Takes what is being done (``"evaluating"`` or ``"writing"``), how many rows are done, and how many there are."""


FIRST = 1_024
"""The rows of the first part, by whose time the size of the next is chosen: assumption."""

SECONDS = 2.0
"""About how long a part may take, and hence how much is done again after a run was killed, seconds: assumption."""

CHECKED = 64
"""How many finished rows are evaluated once more before a run goes on."""

NEAR = 1e-9
"""How far two numbers may differ that count as the same, hours and relative."""


@frozen(eq=False)
class FileRun:
    """The evaluation of one file; all its arguments are checked.

    Args:
        path: The file to read.
        target: The file to write.
        source: The file to read, opened.
        kinds: What each column that is read is read as, by name.
        kept: The columns that are copied, each with its heading beside the answers.
        frame_evaluator: What evaluates the rows.
        identity: All that the answers depend on, as plain data.
    """

    path: Path
    target: Path
    source: InputFile
    kinds: Mapping[str, CellKind]
    kept: Mapping[str, str]
    frame_evaluator: FrameEvaluator
    identity: Mapping[str, Any]

    def run(self, progress: Progress, *, restart: bool) -> FileSummary:
        """Evaluate the rows that no earlier run has finished, and write the file.

        Args:
            progress: Is called as the run goes on.
            restart: Whether the parts that an earlier run has left are thrown away.

        Raises:
            InvalidInputError: The parts of an earlier run depend on something else, or another run writes some.
            ReadError: Something in the file cannot be read, or it changes meanwhile.
            OSError: Something cannot be written.
        """
        began = time.perf_counter()
        rows = self.source.survey(self.kinds)
        parts = FinishedParts(self.target.with_name(f"{self.target.name}.parts"))
        parts.begin(self.identity, restart=restart)
        resumed = parts.rows
        progress("evaluating", resumed, rows)
        if resumed and not self._agrees_with(parts):
            parts.refuse("answers")
        pace = Pace()
        for table in as_tables(self.source.batches(self._columns, resumed), pace.rows):
            parts.add(self._evaluate(table))
            progress("evaluating", parts.rows, rows)
        if parts.rows != rows:
            raise ReadError(self.path.name, f"has changed while it was read, from {rows:,} rows to {parts.rows:,}")
        tally = self._write(parts, progress)
        parts.remove()
        return tally.summary(str(self.path), str(self.target), resumed, time.perf_counter() - began)

    @property
    def _columns(self) -> list[str]:
        return list(dict.fromkeys([*self.kinds, *self.kept]))

    @property
    def _answers_schema(self) -> Any:
        return answers_schema(self.frame_evaluator.evaluator)

    def _agrees_with(self, parts: FinishedParts) -> bool:
        """Tell whether a new evaluation of the first finished rows gives the same answers."""
        finished = next(as_tables(parts.batches(), lambda: CHECKED))
        again = self._evaluate(next(as_tables(self.source.batches(self._columns, 0), lambda: finished.num_rows)))
        return all(_same_values(finished[name], again[name]) for name in self._answers_schema.names)

    def _evaluate(self, table: Any) -> Any:
        """Return some rows of the file: the kept columns, and the answers."""
        typed, mistakes = self.source.typed(table, self.kinds)
        answers = self.frame_evaluator.evaluate(as_narwhals(typed)).to_native().cast(self._answers_schema)
        if mistakes:
            answers = _with_mistakes(answers, mistakes)
        kept = [table[name] for name in self.kept]
        return pa.table([*kept, *answers.columns], names=[*self.kept.values(), *answers.column_names])

    def _write(self, parts: FinishedParts, progress: Progress) -> Tally:
        """Write all parts into the target, and count the answers in it."""
        tally = Tally()
        kept = [(heading, self.source.schema.field(name).type) for name, heading in self.kept.items()]
        schema = plain_types(pa.schema([*kept, *self._answers_schema]))
        open_writer = WRITERS[self.target.suffix.lower()]
        with replacing(self.target, parts.folder) as path, open_writer(path, schema) as write:
            for table in as_tables(parts.batches(), lambda: ROWS):
                write(table)
                tally.add(table)
                progress("writing", tally.rows, parts.rows)
        return tally


class Pace:
    """How many rows the next part should have, by how long the one before took."""

    def __init__(self) -> None:
        self._rows = 0
        self._began = 0.0

    def rows(self) -> int:
        """Return how many rows the next part should have; the one before is finished."""
        now = time.perf_counter()
        if self._rows:
            took = max(now - self._began, 1e-9)
            self._rows = max(1, min(ROWS, int(self._rows * SECONDS / took)))
        else:
            self._rows = FIRST
        self._began = now
        return self._rows


def _same_values(before: Any, now: Any) -> bool:
    """Tell whether two columns are the same, numbers but for the last digits, in which rounding differs."""
    if pa.types.is_floating(before.type):
        return bool(np.allclose(before.to_numpy(), now.to_numpy(), rtol=NEAR, atol=NEAR, equal_nan=True))
    return bool(before.to_pylist() == now.to_pylist())


def _with_mistakes(answers: Any, mistakes: Mapping[int, str]) -> Any:
    """Return answers of which rows with a cell that cannot be read have nothing but the error.

    Args:
        answers: An Arrow table of answers.
        mistakes: What cannot be read, by the place of the row.
    """
    errors = answers["error"].to_pylist()
    for row, mistake in mistakes.items():
        errors[row] = f"{mistake}; {errors[row]}".removesuffix("; ")
    unreadable = pa.array([row in mistakes for row in range(answers.num_rows)])
    columns = {
        field.name: compute.if_else(unreadable, pa.scalar(None, field.type), answers[field.name])
        for field in answers.schema
    }
    return pa.table({**columns, "error": errors}, schema=answers.schema)
