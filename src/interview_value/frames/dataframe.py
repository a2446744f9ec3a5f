"""Dataframes: evaluates those of the library that the caller uses, and returns the same kind."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, cast

import narwhals as nw

from ..errors import FieldError, InvalidInputError
from ..evaluation.evaluator import Evaluator
from ..model.seeker import Seeker
from ..model.signatures import answering
from .options import TableOptions
from .table_evaluator import TableEvaluator

__all__ = ["as_narwhals", "evaluate", "evaluate_frame", "with_index_of"]


@answering
def evaluate(
    frame: Any,
    seeker: Seeker | None = None,
    *,
    evaluator: Evaluator | None = None,
    draws: int | None = None,
    weights: Mapping[str, float] | None = None,
    questions: bool = True,
) -> Any:
    """Work out what each row of a dataframe is worth, with the numbers that `Evaluator.evaluate` gives for it.

    Columns are found by name, and all others are left alone: a quantity such as ``duration`` (numbers, or texts such
    as ``"2..7"`` or one of its choices), or the two ends of its 90 % range, ``duration_low`` and ``duration_high``; a
    label such as ``stage`` or ``status`` (text or category) or ``remote`` (bool, or text); and ``weight_`` with the
    name of a scorer. Null and NaN are unknown, which is never zero. What a row says of the seeker counts more than the
    seeker of all rows.

    Args:
        frame: An eager dataframe that narwhals knows, such as one of pandas, Polars or PyArrow.
        seeker: The person of all rows, as far as the rows do not say otherwise; left out, nothing is known of them.
        evaluator: Its scorers, gates, weights and asking cost count; the one behind `interview_value.evaluate` if left
            out. Its notes are not asked for, and it never raises for what fails.
        draws: The number of draws, up to 1,000,000; 0 puts every quantity at its median, as a single draw does, which
            is fast and gives no ranges; the evaluator's own number if left out.
        weights: Factors on the hours of scorers, by name, for all rows; they count more than the evaluator's.
        questions: Whether the ways and questions are worked out, and with them the verdict, which takes ten to twenty
            times as long as the rest. With False they are null, and the verdict is too where no gate decides; the
            leaning is there.

    Returns:
        A dataframe of the same kind, with a row for each row in the same order, and the same index: the expected
        hours of each scorer before weighting; ``benefit``, ``cost``, ``net``, ``net_low``, ``net_high`` (hours);
        ``confidence``, ``verdict``, ``leaning``; ``best_way``, the name of the way that is worth most, and
        ``best_way_worth`` (hours); ``best_hours`` of preparation; where the verdict is to ask, ``question``, the
        quantity or label to ask for first, with ``question_worth`` (hours) and ``question_turn``, the value at which
        the leaning turns; ``assumed`` and ``error`` (texts). A row that cannot be used has nothing but its error.
        Without draws, ``net_low``, ``net_high`` and ``confidence`` are null.

    Raises:
        InvalidInputError: The frame or another argument cannot be used as a whole.
        UnknownNameError: A weight is of no scorer; the nearest name is offered.
        ImportError: The extra ``frames`` is not installed.

    Warns:
        RowByRowWarning: Something cannot run on columns.
    """
    return evaluate_frame(frame, TableOptions(seeker, evaluator, draws, weights, questions))


def evaluate_frame(frame: Any, options: TableOptions) -> Any:
    """Return the answers to all rows of a dataframe, as `evaluate` does."""
    rows = as_narwhals(frame)
    frame_evaluator = TableEvaluator.of(options).for_columns(tuple(rows.columns))
    return with_index_of(rows, frame_evaluator.evaluate(rows))


def with_index_of(rows: nw.DataFrame[Any], answers: nw.DataFrame[Any]) -> Any:
    """Return answers as a dataframe of their own library, with the index of the rows if there is one."""
    frame = answers.to_native()
    if (index := nw.maybe_get_index(rows)) is not None:
        frame.index = index
    return frame


def as_narwhals(frame: Any) -> nw.DataFrame[Any]:
    """Return a dataframe as narwhals sees it.

    Raises:
        InvalidInputError: It is lazy, no dataframe, or has a name twice.
    """
    try:
        wrapped: object = nw.from_native(frame, pass_through=True)
    except nw.exceptions.DuplicateError as error:
        raise InvalidInputError("frame", [FieldError("columns", str(error), "names that each occur once")]) from None
    if not isinstance(wrapped, nw.DataFrame):
        lazy = isinstance(wrapped, nw.LazyFrame)
        allowed = (
            "a dataframe with its rows: call .collect() first"
            if lazy
            else "a dataframe of pandas, Polars, PyArrow or another that narwhals knows"
        )
        raise InvalidInputError("frame", [FieldError("frame", cast("object", type(frame)), allowed)])
    comparable = _without_string_views(frame) if wrapped.implementation.is_pyarrow() else frame
    eager: nw.DataFrame[Any] = nw.from_native(comparable, eager_only=True)
    return eager


def _without_string_views(table: Any) -> Any:
    """Return an Arrow table without views of texts, such as those of Polars, which PyArrow cannot compare."""
    pa: Any = import_module("pyarrow")
    texts = pa.large_string()

    def cast(chunk: Any) -> Any:
        if pa.types.is_dictionary(chunk.type) and pa.types.is_string_view(chunk.type.value_type):
            return pa.DictionaryArray.from_arrays(chunk.indices, chunk.dictionary.cast(texts))
        return chunk.cast(texts) if pa.types.is_string_view(chunk.type) else chunk

    columns = [list(map(cast, column.chunks or [pa.nulls(0, column.type)])) for column in table.columns]
    return pa.table([pa.chunked_array(chunks) for chunks in columns], names=table.column_names)
