"""Batches: a stream of Arrow record batches in, a stream of their answers out, one batch in memory at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, Protocol, TypeAlias, cast

from ..errors import FieldError, InvalidInputError
from ..evaluation.evaluator import Evaluator, default_evaluator
from ..export.rows import ANSWERS, TEXTS, heading
from ..model.seeker import Seeker
from .dataframe import as_narwhals
from .frame_evaluator import FrameEvaluator
from .keep import check_keep, check_keep_present
from .options import TableOptions
from .table_evaluator import TableEvaluator

__all__ = [
    "ArrowStream",
    "Batches",
    "RecordBatch",
    "Schema",
    "answers_schema",
    "column_names",
    "evaluate_batches",
    "evaluate_stream",
    "pyarrow",
]

ROWS = 131_072
"""The most rows that are evaluated at once: as many as one thread takes at medians. A batch may be of any size."""


RecordBatch: TypeAlias = Any
"""A ``pyarrow.RecordBatch``; PyArrow has no types to check against."""

Schema: TypeAlias = Any
"""A ``pyarrow.Schema``."""


class ArrowStream(Protocol):
    """An object with the Arrow PyCapsule stream interface, such as a table, reader or relation."""

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
        batches: Record batches, from any iterable; or an object with an Arrow stream, such as a
            ``pyarrow.RecordBatchReader``, a table or a relation of DuckDB. They need the same columns only as far as
            these are kept.
        seeker: The person of all rows, as far as the rows do not say otherwise; left out, nothing is known of them.
        evaluator: As in `frames.evaluate`.
        draws: The number of draws, up to 1,000,000; 0 puts every quantity at its median; the evaluator's own number
            if left out.
        weights: Factors on the hours of scorers, by name, for all rows; they count more than the evaluator's.
        questions: Whether the ways and questions are worked out, and with them the verdict.
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
    return evaluate_stream(batches, TableOptions(seeker, evaluator, draws, weights, questions), keep)


def evaluate_stream(batches: Batches, options: TableOptions, keep: Sequence[str]) -> Iterator[RecordBatch]:
    """Return the answers to batches, as `evaluate_batches` does."""
    arrow, stream = pyarrow(), cast("Any", batches)
    if not hasattr(stream, "__iter__") and not hasattr(stream, "__arrow_c_stream__"):
        allowed = "an iterable of pyarrow.RecordBatch, or what hands on an Arrow stream"
        mistakes = [FieldError("batches", type(stream).__name__, allowed)]
        raise InvalidInputError("call of frames.evaluate_batches", mistakes)
    table_evaluator = TableEvaluator.of(options)
    fields = _answer_fields(table_evaluator.plan.scorer)
    kept = check_keep("evaluate_batches", keep, [field.name for field in fields])
    if hasattr(stream, "__arrow_c_stream__"):
        stream = arrow.RecordBatchReader.from_stream(stream)
        check_keep_present(kept, stream.schema.names)
        table_evaluator.for_columns(column_names(stream.schema))
    return _evaluate_in_turn(stream, table_evaluator, kept, fields)


def answers_schema(evaluator: Evaluator | None = None, *, keep: Schema | None = None) -> Schema:
    """Return the Arrow schema of what `evaluate_batches` gives, the same for every batch, also an empty one.

    Args:
        evaluator: Its scorers count; the one behind `interview_value.evaluate` if left out.
        keep: The schema of the columns that are kept, in their order; none if left out.

    Returns:
        The kept columns; the expected hours of each scorer before weighting, and the other numbers of
        `frames.evaluate`, 64-bit floats; ``verdict``, ``leaning``, ``best_way``, ``question``, ``assumed`` and
        ``error``, texts; in the order of `frames.evaluate`.

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
    fields = _answer_fields(scorer.name for scorer in (evaluator or default_evaluator()).scorers)
    check_keep("answers_schema", kept.names, [field.name for field in fields])
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


def _answer_fields(scorers: Iterable[str]) -> list[Any]:
    """Return the Arrow fields of the answers."""
    arrow = pyarrow()
    names = (*map(heading, scorers), *ANSWERS)
    return [arrow.field(name, arrow.string() if name in TEXTS else arrow.float64()) for name in names]


def _evaluate_in_turn(
    batches: Iterable[Any], table_evaluator: TableEvaluator, keep: tuple[str, ...], fields: list[Any]
) -> Iterator[Any]:
    """Yield the answers to each batch when they are asked for."""
    schema = columns = frame_evaluator = None
    for place, batch in enumerate(batches):
        _check_batch(batch, place, keep, schema)
        if frame_evaluator is None or batch.schema.names != columns:
            columns = batch.schema.names
            frame_evaluator = table_evaluator.for_columns(column_names(batch.schema))
        schema = schema or pyarrow().schema([*map(batch.schema.field, keep), *fields])
        for start in range(0, batch.num_rows or 1, ROWS):
            yield _evaluate_batch(batch.slice(start, ROWS), keep, frame_evaluator, schema)


def _evaluate_batch(batch: Any, keep: tuple[str, ...], frame_evaluator: FrameEvaluator, schema: Any) -> Any:
    """Return the columns of a batch that are kept, with the answers behind them."""
    arrow = pyarrow()
    answers = frame_evaluator.evaluate(as_narwhals(arrow.Table.from_batches([batch]))).to_native()
    columns = [answers.column(field.name).cast(field.type).combine_chunks() for field in list(schema)[len(keep) :]]
    return arrow.RecordBatch.from_arrays([*map(batch.column, keep), *columns], schema=schema)


def column_names(schema: Any) -> tuple[str, ...]:
    """Return the names of the columns of an Arrow schema.

    Raises:
        InvalidInputError: A name is there twice.
    """
    arrow = pyarrow()
    columns = [arrow.nulls(0, kind) for kind in schema.types]
    return tuple(as_narwhals(arrow.table(columns, names=schema.names)).columns)


def _check_batch(batch: Any, place: int, keep: tuple[str, ...], schema: Any) -> None:
    """Check that a batch is a record batch with the columns to keep, of the same types as in the first batch."""
    if not isinstance(batch, pyarrow().RecordBatch):
        wrong = [FieldError(f"batches[{place}]", type(batch).__name__, "a pyarrow.RecordBatch")]
        raise InvalidInputError("stream of batches", wrong)
    check_keep_present(keep, batch.schema.names)
    types = {name: (batch.schema.field(name).type, schema.field(name).type) for name in keep} if schema else {}
    wrong = [
        FieldError(f"batches[{place}].{name}", str(own), f"{first}, as in the first batch")
        for name, (own, first) in types.items()
        if own != first
    ]
    if wrong:
        raise InvalidInputError("stream of batches", wrong)
