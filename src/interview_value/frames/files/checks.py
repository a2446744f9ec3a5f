"""Checks: a task made of what somebody asks for, or all the mistakes in it at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from ...errors import FieldError, InvalidInputError, UnknownNameError
from ...scoring.criterion import CORE_QUANTITIES
from ..batches import answers_schema, names_in
from ..call import Call
from ..job import Job
from .columns import carried, kinds_of, mistakes_in_keep
from .identity import identity_of
from .opening import mistakes_in_source, mistakes_in_target, opened
from .sources import Source, plain_types
from .targets import mistakes_in_types
from .task import Task

__all__ = ["task_of"]


def task_of(source: Any, target: Any, keep: Collection[str] | None, options: Mapping[str, Any]) -> Task:
    """Check a file, and all that is asked for with it.

    Args:
        source: The file to read.
        target: The file to write.
        keep: The columns that are carried along; all that are no quantity, weight or fact if None.
        options: What `frames.evaluate` takes besides the frame.

    Raises:
        InvalidInputError: All that cannot be used.
        ReadError: The file is not what its suffix says.
    """
    wrong_source = list(mistakes_in_source(source))
    mistakes = [*wrong_source, *mistakes_in_target(target, source)]
    call = _call(options, mistakes)
    known = call.plan.known if call else CORE_QUANTITIES
    found = None if wrong_source else opened(Path(source), known)
    job = _job(call, found, mistakes) if call and found else None
    mistakes += mistakes_in_keep(keep, found.schema.names) if found else ()
    if mistakes or not (call and found and job):
        raise InvalidInputError("call of frames.evaluate_file", mistakes)
    return _task(Path(source), Path(target), found, keep, job)


def _call(options: Mapping[str, Any], mistakes: list[FieldError]) -> Call | None:
    """Return what is asked of all rows, or note what is wrong with it."""
    try:
        return Call.of(**options)
    except InvalidInputError as group:
        mistakes += group.mistakes
    except UnknownNameError as error:
        mistakes.append(
            FieldError("weights", error.name, f"names of criteria: {', '.join(error.known)}", error.nearest)
        )
    return None


def _job(call: Call, source: Source, mistakes: list[FieldError]) -> Job | None:
    """Return the work on the columns of a file, or note what is wrong with them."""
    try:
        return call.job(names_in(source.schema))
    except InvalidInputError as group:
        mistakes += [FieldError(f"source: {m.path}", m.value, m.allowed, m.nearest) for m in group.mistakes]
    return None


def _task(path: Path, target: Path, source: Source, keep: Collection[str] | None, job: Job) -> Task:
    names: Sequence[str] = source.schema.names
    kept = carried(keep, names, job.headings, answers_schema(job.evaluator).names)
    written = plain_types(source.schema)
    types = {name: written.field(name).type for name in kept}
    if mistakes := list(mistakes_in_types(types, target.suffix.lower())):
        raise InvalidInputError("call of frames.evaluate_file", mistakes)
    identity = identity_of(path, source.schema, job, kept)
    return Task(path, target, source, kinds_of(job.headings), kept, job, identity)
