"""Task: one file of invitations to be evaluated, checked as a whole before anything is done."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from attrs import frozen

from ...errors import ReadError
from ..batches import answers_schema
from ..call import held_by
from ..job import Job
from .arrow import compute, pa
from .columns import Kind
from .parts import Parts, replaced
from .sources import ROWS, Source, plain_types, sliced
from .summary import FileSummary, Tally
from .targets import WRITERS

__all__ = ["Progress", "Task"]

Progress: TypeAlias = Callable[[str, int, int], object]
"""Takes what is being done (``"evaluating"`` or ``"writing"``), how many rows are done, and how many there are."""


FIRST = 1_024
"""The rows of the first part, by which the size of the next shows: assumption."""

SECONDS = 2.0
"""About how long a part may take, and hence how much is done again after a run was killed, seconds: assumption."""


CHECKED = 64
"""How many finished rows are evaluated once more before a run goes on."""

NEAR = 1e-9
"""How near two numbers come that are the same, hours, and relative."""


@frozen(eq=False)
class Task:
    """One file of invitations to be evaluated.

    Args:
        path: The file to read.
        target: The file to write.
        source: The file to read, opened.
        kinds: The columns that are read, and as what.
        kept: The columns that are carried along, each with its heading beside the answers.
        job: What is asked for.
        identity: All that the answers hang on.
    """

    path: Path
    target: Path
    source: Source
    kinds: Mapping[str, Kind]
    kept: Mapping[str, str]
    job: Job
    identity: Mapping[str, Any]

    def run(self, progress: Progress, *, restart: bool) -> FileSummary:
        """Evaluate what is not finished yet, and write the file.

        Args:
            progress: Is told how far it is.
            restart: Whether the parts that an earlier run has left are thrown away.

        Raises:
            InvalidInputError: The parts that an earlier run has left are of something else, or another run writes some.
            ReadError: Something in the file cannot be read, or it changes meanwhile.
            OSError: Something cannot be written.
        """
        began = time.perf_counter()
        rows = self.source.survey(self.kinds)
        parts = Parts(self.target.with_name(f"{self.target.name}.parts"))
        parts.begin(self.identity, restart=restart)
        resumed = parts.rows
        progress("evaluating", resumed, rows)
        if resumed and not self._agrees(parts):
            parts.refuse("answers")
        pace = Pace()
        for table in sliced(self.source.batches(self._columns, resumed), pace.rows):
            parts.add(self._answered(table))
            progress("evaluating", parts.rows, rows)
        if parts.rows != rows:
            raise ReadError(self.path.name, f"has changed while it was read, from {rows:,} rows to {parts.rows:,}")
        tally = self._join(parts, progress)
        parts.remove()
        return tally.summary(str(self.path), str(self.target), resumed, time.perf_counter() - began)

    @property
    def _columns(self) -> list[str]:
        return list(dict.fromkeys([*self.kinds, *self.kept]))

    def _agrees(self, parts: Parts) -> bool:
        """Tell whether the first finished rows have the answers that they would have now."""
        found = next(sliced(parts.batches(), lambda: CHECKED))
        again = self._answered(next(sliced(self.source.batches(self._columns, 0), lambda: found.num_rows)))
        return all(_alike(found[field.name], again[field.name]) for field in answers_schema(self.job.evaluator))

    def _answered(self, table: Any) -> Any:
        """Return the columns that are carried along, and the answers, of some rows."""
        typed, wrong = self.source.typed(table, self.kinds)
        answers = self.job.answers(held_by(typed)).to_native().cast(answers_schema(self.job.evaluator))
        if wrong:
            answers = _without(answers, wrong)
        kept = [table[name] for name in self.kept]
        return pa.table([*kept, *answers.columns], names=[*self.kept.values(), *answers.column_names])

    def _join(self, parts: Parts, progress: Progress) -> Tally:
        """Write all parts into one file."""
        tally = Tally()
        kept = [(heading, self.source.schema.field(name).type) for name, heading in self.kept.items()]
        schema = plain_types(pa.schema([*kept, *answers_schema(self.job.evaluator)]))
        opening = WRITERS[self.target.suffix.lower()]
        with replaced(self.target, parts.folder) as path, opening(path, schema) as write:
            for table in sliced(parts.batches(), lambda: ROWS):
                write(table)
                tally.add(table)
                progress("writing", tally.rows, parts.rows)
        return tally


class Pace:
    """How many rows a part should have, by how long the one before took."""

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


def _alike(one: Any, other: Any) -> bool:
    """Tell whether two columns are the same, numbers but for the last digits, in which rounding differs."""
    if pa.types.is_floating(one.type):
        return bool(np.allclose(one.to_numpy(), other.to_numpy(), rtol=NEAR, atol=NEAR, equal_nan=True))
    return bool(one.to_pylist() == other.to_pylist())


def _without(answers: Any, wrong: Mapping[int, str]) -> Any:
    """Return answers that have nothing but the error where something cannot be read."""
    told = enumerate(answers["error"].to_pylist())
    errors = [f"{wrong[row]}; {error}".removesuffix("; ") if row in wrong else error for row, error in told]
    lost = pa.array([row in wrong for row in range(answers.num_rows)])
    nothing = {field.name: pa.scalar(None, field.type) for field in answers.schema}
    left = {name: compute.if_else(lost, nothing[name], answers[name]) for name in nothing}
    return pa.table({**left, "error": errors}, schema=answers.schema)
