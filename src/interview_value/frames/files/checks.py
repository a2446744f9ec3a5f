"""Checks: a run over a file made of the arguments of `evaluate_file`, or all the mistakes in them at once."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from ...errors import FieldError, InvalidInputError, UnknownNameError
from ...model.quantity import Quantity
from ...scoring.criterion import CORE_LABELS, CORE_QUANTITIES
from ..batches import answers_schema, column_names
from ..frame_evaluator import FrameEvaluator
from ..headings import INVITATION_TEXTS, WEIGHT
from ..options import TableOptions
from ..table_evaluator import TableEvaluator
from .columns import cell_kinds, kept_headings, mistakes_in_keep
from .csv_file import CsvFile
from .file_run import FileRun
from .input_files import ArrowFile, InputFile, ParquetFile, plain_types
from .output_files import WRITERS, mistakes_in_types
from .run_identity import run_identity

__all__ = ["prepare_run"]


def prepare_run(source: Any, target: Any, keep: Collection[str] | None, options: TableOptions) -> FileRun:
    """Check the arguments of `evaluate_file`, and open the file to read.

    Args:
        source: The path of the file to read.
        target: The path of the file to write.
        keep: The columns that are copied beside the answers; all that are no quantity, label or weight if None.
        options: What all rows have in common.

    Raises:
        InvalidInputError: All that cannot be used.
        ReadError: The file is not what its suffix says.
    """
    mistakes_in_path = list(_mistakes_in_source(source))
    mistakes = [*mistakes_in_path, *_mistakes_in_target(target, source)]
    table_evaluator = _table_evaluator(options, mistakes)
    quantities = table_evaluator.plan.known if table_evaluator else {**CORE_QUANTITIES, **CORE_LABELS}
    file = None if mistakes_in_path else _open(Path(source), quantities)
    frame_evaluator = _frame_evaluator(table_evaluator, file, mistakes) if table_evaluator and file else None
    mistakes += mistakes_in_keep(keep, file.schema.names) if file else ()
    if mistakes or not (file and frame_evaluator):
        raise InvalidInputError("call of frames.evaluate_file", mistakes)
    headings, answers = frame_evaluator.headings, answers_schema(frame_evaluator.evaluator)
    kept = kept_headings(keep, file.schema.names, headings, answers.names)
    written = plain_types(file.schema)
    suffix = Path(target).suffix.lower()
    if mistakes := list(mistakes_in_types({name: written.field(name).type for name in kept}, suffix)):
        raise InvalidInputError("call of frames.evaluate_file", mistakes)
    return FileRun(
        path=Path(source),
        target=Path(target),
        source=file,
        kinds=cell_kinds(headings),
        kept=kept,
        frame_evaluator=frame_evaluator,
        identity=run_identity(Path(source), file.schema, frame_evaluator, kept),
    )


def _table_evaluator(options: TableOptions, mistakes: list[FieldError]) -> TableEvaluator | None:
    """Return what evaluates tables with some options; None, with the mistakes added, if they cannot be used."""
    try:
        return TableEvaluator.of(options)
    except InvalidInputError as group:
        mistakes += group.mistakes
    except UnknownNameError as error:
        allowed = f"names of criteria: {', '.join(error.known)}"
        mistakes.append(FieldError("weights", error.name, allowed, error.nearest))
    return None


def _frame_evaluator(
    table_evaluator: TableEvaluator, file: InputFile, mistakes: list[FieldError]
) -> FrameEvaluator | None:
    """Return what evaluates the rows of a file; None, with the mistakes added, if its columns cannot be used."""
    try:
        return table_evaluator.for_columns(column_names(file.schema))
    except InvalidInputError as group:
        mistakes += [FieldError(f"source: {m.path}", m.value, m.allowed, m.nearest) for m in group.mistakes]
    return None


def _open(path: Path, quantities: Mapping[str, Quantity]) -> InputFile:
    """Open a file of invitations by its suffix.

    Args:
        path: Where the file is.
        quantities: All quantities and labels, by whose names the delimiter of a CSV file shows.

    Raises:
        ReadError: It is not what its suffix says.
    """
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return ParquetFile(path)
    if suffix not in (".csv", ".tsv"):
        return ArrowFile(path)
    ends = {f"{name}_{end}" for name in quantities for end in ("low", "high")}
    names = {*quantities, *ends, *INVITATION_TEXTS}

    def is_choice(heading: str, cell: str) -> bool:
        return heading in quantities and quantities[heading].choice(cell) is not None

    return CsvFile(path, lambda heading: heading in names or heading.startswith(WEIGHT), is_choice)


def _mistakes_in_source(source: Any) -> Iterator[FieldError]:
    """Yield what is wrong with the path of the file to read, as far as it shows without opening it."""
    if not _is_path(source):
        yield FieldError("source", source, "a path")
        return
    if not Path(source).is_file():
        yield FieldError("source", str(source), "a file that is there")
    yield from _mistakes_in_suffix("source", source)


def _mistakes_in_target(target: Any, source: Any) -> Iterator[FieldError]:
    """Yield what is wrong with the path of the file to write."""
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
