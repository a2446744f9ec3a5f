"""Batches: a stream of Arrow record batches in, a stream of their answers out, of which a part is held at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, Protocol, TypeAlias, cast

from ..errors import FieldError, InvalidInputError
from ..evaluation.evaluator import Evaluator, default_evaluator
from ..export.rows import LAST, TEXTS, heading
from ..model.seeker import Seeker
from .call import Call, held_by
from .job import Job
from .kept import check_kept, check_present

__all__ = [
    "ArrowStream",
    "Batches",
    "RecordBatch",
    "Schema",
    "answers_schema",
    "evaluate_batches",
    "names_in",
    "pyarrow",
]

ROWS = 131_072
"""The most rows that are evaluated at once: as many as one thread takes at medians. A batch may be of any size."""


RecordBatch: TypeAlias = Any
"""A ``pyarrow.RecordBatch``; PyArrow has no types to check against."""

Schema: TypeAlias = Any
"""A ``pyarrow.Schema``."""


class ArrowStream(Protocol):
    """Whatever hands on its rows through the Arrow PyCapsule interface, such as a table, a reader or a relation."""

    def __arrow_c_stream__(self, requested_schema: object | None = None, /) -> object:
        """Return the stream."""
        ...


Batches: TypeAlias = Iterable[RecordBatch] | ArrowStream


def evaluate_batches(
    batches: Batches,
    seeker: Seeker | None = None,
    *,
    evaluator: Evaluator | None = None,
    draws: int | None = None,
    weights: Mapping[str, float] | None = None,
    questions: bool = True,
    keep: Sequence[str] = (),
) -> Iterator[RecordBatch]:
    """Work out what each row of a stream of Arrow record batches is worth, with the numbers of `frames.evaluate`.

    A batch is taken when its answers are asked for, and not before; one of many rows is cut into several, so that
    the memory that is needed does not grow with the rows. Columns are found by name, as in `frames.evaluate`.

    Args:
        batches: Record batches, from any iterable; or what hands on an Arrow stream, such as a
            ``pyarrow.RecordBatchReader``, a table or a relation of DuckDB. They need the same columns only as far as
            these are kept.
        seeker: The person of all rows, as far as the rows do not say otherwise; left out, nothing is known of them.
        evaluator: As in `frames.evaluate`.
        draws: The number of draws, up to 1,000,000; 0 puts every quantity at its median; the evaluator's own number
            if left out.
        weights: Factors on the hours of scorers, by name, for all rows; they count more than the evaluator's.
        questions: Whether the verdict is worked out where it hangs on what a question is worth.
        keep: The names of columns that are put before the answers as they are, such as that of an identifier.

    Returns:
        An iterator of record batches with the schema of `answers_schema`, and a row for each row in the same order.
        A row that cannot be used has nothing but its error. No batches give none.

    Raises:
        InvalidInputError: An argument cannot be used as a whole; raised by the call, as far as the columns of
            ``batches`` are known by then. What is wrong with a batch of an iterable is raised when it is its turn.
        UnknownNameError: A weight is of no scorer; the nearest name is offered.
        ImportError: The extra ``arrow`` is not installed.

    Warns:
        RowByRowWarning: Something cannot run on columns; said once, when the first batch is evaluated.
    """
    arrow, given = pyarrow(), cast("Any", batches)
    _check_iterable(given)
    call = Call.of(seeker, evaluator, draws, weights, questions)
    fields = _fields(call.plan.scorer)
    kept = check_kept("evaluate_batches", keep, [field.name for field in fields])
    if not hasattr(given, "__arrow_c_stream__"):
        return _answered(given, call, kept, fields)
    reader: Any = arrow.RecordBatchReader.from_stream(given)
    check_present(kept, reader.schema.names)
    call.job(names_in(reader.schema))
    return _answered(reader, call, kept, fields)


def answers_schema(evaluator: Evaluator | None = None, *, keep: Schema | None = None) -> Schema:
    """Return the Arrow schema of what `evaluate_batches` gives, the same for every batch, also an empty one.

    Args:
        evaluator: Its scorers count; the one behind `interview_value.evaluate` if left out.
        keep: The schema of the columns that are kept, in their order; none if left out.

    Returns:
        The kept columns; the expected hours of each scorer before weighting; ``benefit``, ``cost``, ``net``,
        ``net_low``, ``net_high`` and ``question_worth`` (hours), ``confidence``, 64-bit floats; ``verdict``,
        ``question``, ``assumed`` and ``error``, texts; in the order of `frames.evaluate`.

    Raises:
        InvalidInputError: The evaluator is none, ``keep`` is no schema, or a kept column has the name of an answer.
        ImportError: The extra ``arrow`` is not installed.
    """
    arrow = pyarrow()
    kept = arrow.schema([]) if keep is None else keep
    mistakes = [] if isinstance(kept, arrow.Schema) else [FieldError("keep", keep, "a pyarrow.Schema")]
    if evaluator is not None and not isinstance(evaluator, Evaluator):
        mistakes.append(FieldError("evaluator", evaluator, "an Evaluator"))
    if mistakes:
        raise InvalidInputError("call of frames.answers_schema", mistakes)
    fields = _fields(scorer.name for scorer in (evaluator or default_evaluator()).scorers)
    check_kept("answers_schema", kept.names, [field.name for field in fields])
    return arrow.schema([*kept, *fields])


def pyarrow() -> Any:
    """Return PyArrow.

    Raises:
        ImportError: It is not installed.
    """
    try:
        return import_module("pyarrow")
    except ImportError as error:
        raise ImportError("install interview-value[arrow] to evaluate record batches") from error


def _fields(scorers: Iterable[str]) -> list[Any]:
    """Return the Arrow fields of the answers."""
    arrow = pyarrow()
    names = (*map(heading, scorers), *LAST)
    return [arrow.field(name, arrow.string() if name in TEXTS else arrow.float64()) for name in names]


def _answered(batches: Iterable[Any], call: Call, keep: tuple[str, ...], fields: list[Any]) -> Iterator[Any]:
    """Yield the answers to each batch."""
    schema = columns = job = None
    for place, batch in enumerate(batches):
        _check_batch(batch, place, keep, schema)
        if job is None or batch.schema.names != columns:
            columns = batch.schema.names
            job = call.job(names_in(batch.schema))
        schema = schema or pyarrow().schema([*map(batch.schema.field, keep), *fields])
        for start in range(0, batch.num_rows or 1, ROWS):
            yield _beside(batch.slice(start, ROWS), keep, job, schema)


def _beside(batch: Any, keep: tuple[str, ...], job: Job, schema: Any) -> Any:
    """Return what is kept of a batch, with the answers beside it."""
    answers = job.answers(held_by(pyarrow().Table.from_batches([batch]))).to_native()
    found = [answers.column(field.name).cast(field.type).combine_chunks() for field in list(schema)[len(keep) :]]
    return pyarrow().RecordBatch.from_arrays([*map(batch.column, keep), *found], schema=schema)


def names_in(schema: Any) -> tuple[str, ...]:
    """Return the names of columns.

    Raises:
        InvalidInputError: A name is there twice.
    """
    arrow = pyarrow()
    columns = [arrow.nulls(0, kind) for kind in schema.types]
    return tuple(held_by(arrow.table(columns, names=schema.names)).columns)


def _check_iterable(batches: Any) -> None:
    if hasattr(batches, "__iter__") or hasattr(batches, "__arrow_c_stream__"):
        return
    allowed = "an iterable of pyarrow.RecordBatch, or what hands on an Arrow stream"
    mistakes = [FieldError("batches", type(batches).__name__, allowed)]
    raise InvalidInputError("call of frames.evaluate_batches", mistakes)


def _check_batch(batch: Any, place: int, keep: tuple[str, ...], schema: Any) -> None:
    """Check that a batch is one, and that what is kept of it is of the kinds that the schema says, if there is one."""
    if not isinstance(batch, pyarrow().RecordBatch):
        wrong = [FieldError(f"batches[{place}]", type(batch).__name__, "a pyarrow.RecordBatch")]
        raise InvalidInputError("stream of batches", wrong)
    check_present(keep, batch.schema.names)
    kinds = {name: (batch.schema.field(name).type, schema.field(name).type) for name in keep} if schema else {}
    wrong = [
        FieldError(f"batches[{place}].{name}", str(kind), f"{first}, as in the first batch")
        for name, (kind, first) in kinds.items()
        if kind != first
    ]
    if wrong:
        raise InvalidInputError("stream of batches", wrong)
