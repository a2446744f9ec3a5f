"""Evaluate a file of invitations into a file of answers; an interrupted run can be resumed."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from ...errors import FieldError, InvalidInputError
from ...evaluation.evaluator import Evaluator
from ...model.seeker import Seeker
from ..options import TableOptions
from .file_summary import FileSummary, RowError

if TYPE_CHECKING:
    from .file_run import Progress

__all__ = ["FileSummary", "RowError", "evaluate_file"]


def evaluate_file(
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    seeker: Seeker | None = None,
    *,
    evaluator: Evaluator | None = None,
    draws: int | None = None,
    weights: Mapping[str, float] | None = None,
    questions: bool = True,
    keep: Collection[str] | None = None,
    restart: bool = False,
    progress: Progress | None = None,
) -> FileSummary:
    """Evaluate a file of invitations, with the numbers that `evaluate` gives for its rows, piece by piece.

    Parquet, CSV (with whatever delimiter), Arrow IPC files (``.arrow``, ``.feather``) and streams (``.arrows``) are
    read and written, by the suffix. What is finished is kept beside the target, in a folder that is called like it
    with ``.parts``, until all is. An interrupted run is resumed by the same call, and the target is never half written.
    A target that is there already is replaced at the end.

    Args:
        source: The file to read.
        target: The file to write.
        seeker: The person of all rows, as far as the rows do not say otherwise; left out, nothing is known of them.
        evaluator: As in `evaluate`.
        draws: As in `evaluate`.
        weights: As in `evaluate`.
        questions: As in `evaluate`.
        keep: The columns of the source that stand before the answers; all that are no quantity, label or weight if left
            out. One whose name the answers have too gets `` (input)`` behind its name.
        restart: Whether the finished parts that an earlier run has left are thrown away.
        progress: Is called with what is being done (``"evaluating"`` or ``"writing"``), how many rows are done, and
            how many there are.

    Returns:
        What came out, in numbers.

    Raises:
        InvalidInputError: All that cannot be used; among it parts that an earlier run has left, of other input or
            asked for otherwise.
        ReadError: The source is not what its suffix says, or something in it cannot be read.
        OSError: Something cannot be written.
        ImportError: The extra ``arrow`` is not installed.

    Warns:
        RowByRowWarning: Something cannot run on columns.
    """
    from .checks import prepare_run

    if progress is not None and not callable(progress):
        raise InvalidInputError("call of frames.evaluate_file", [FieldError("progress", progress, "a function")])
    options = TableOptions(seeker, evaluator, draws, weights, questions)
    return prepare_run(source, target, keep, options).run(progress or _ignore, restart=restart)


def _ignore(*_: object) -> None:
    """Report no progress."""
