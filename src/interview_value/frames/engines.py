"""Engines: Spark and Dask dataframes, whose rows are spread over machines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from ..errors import FieldError, InvalidInputError
from ..evaluation.evaluator import Evaluator, default_evaluator
from ..model.seeker import Seeker
from .batches import answers_schema, evaluate_stream, pyarrow
from .dataframe import evaluate_frame
from .keep import check_keep, check_keep_present
from .options import TableOptions

__all__ = ["evaluate_dask", "evaluate_spark"]


def evaluate_spark(
    frame: Any,
    seeker: Seeker | None = None,
    *,
    evaluator: Evaluator | None = None,
    draws: int | None = None,
    weights: Mapping[str, float] | None = None,
    questions: bool = True,
    keep: Sequence[str] = (),
) -> Any:
    """Work out what each row of a Spark dataframe is worth, by its ``mapInArrow``.

    The evaluator travels to the workers, with the scorers of a script or notebook; packages, this one included, must
    be installed there.

    Args:
        frame: A ``pyspark.sql.DataFrame``.
        seeker: The person of all rows, as far as the rows do not say otherwise; left out, nothing is known of them.
        evaluator: As in `frames.evaluate`; the one behind `interview_value.evaluate` here, not on the workers, if left
            out.
        draws: The number of draws, up to 1,000,000; 0 puts every quantity at its median; the evaluator's own number
            if left out.
        weights: Factors on the hours of scorers, by name, for all rows; they count more than the evaluator's.
        questions: Whether the ways and questions are worked out, and with them the verdict.
        keep: The names of columns that are put before the answers as they are. Spark promises no order of rows, so
            that one of them is to tell the rows apart.

    Returns:
        A ``pyspark.sql.DataFrame`` with the kept columns and those of `answers_schema`; nothing is worked out until
        Spark is asked for it.

    Raises:
        InvalidInputError: The frame, its columns or another argument cannot be used.
        UnknownNameError: A weight is of no scorer; the nearest name is offered.
        ImportError: The extra ``arrow`` is not installed.

    Warns:
        RowByRowWarning: Something cannot run on columns.
    """
    _check_frame(frame, "mapInArrow", "a pyspark.sql.DataFrame")
    chosen = default_evaluator() if evaluator is None else evaluator
    options = TableOptions(seeker, chosen, draws, weights, questions)
    arrow = pyarrow()
    # What cannot be used is raised here, and not by a worker much later.
    nothing = arrow.schema([(name, arrow.null()) for name in frame.columns]).empty_table()
    evaluate_stream(nothing, options, keep)
    schema = type(frame.schema)([frame.schema[name] for name in keep])
    for field in answers_schema(chosen):
        schema.add(field.name, str(field.type))  # Spark calls the two types as Arrow does
    return frame.mapInArrow(partial(evaluate_stream, options=options, keep=keep), schema)


def evaluate_dask(
    frame: Any,
    seeker: Seeker | None = None,
    *,
    evaluator: Evaluator | None = None,
    draws: int | None = None,
    weights: Mapping[str, float] | None = None,
    questions: bool = True,
    keep: Sequence[str] = (),
) -> Any:
    """Work out what each row of a Dask dataframe is worth, by its ``map_partitions``.

    The evaluator travels to the workers, with the scorers of a script or notebook; packages, this one included, must
    be installed there.

    Args:
        frame: A ``dask.dataframe.DataFrame``.
        seeker: The person of all rows, as far as the rows do not say otherwise; left out, nothing is known of them.
        evaluator: As in `frames.evaluate`; the one behind `interview_value.evaluate` here, not on the workers, if left
            out.
        draws: The number of draws, up to 1,000,000; 0 puts every quantity at its median; the evaluator's own number
            if left out.
        weights: Factors on the hours of scorers, by name, for all rows; they count more than the evaluator's.
        questions: Whether the ways and questions are worked out, and with them the verdict.
        keep: The names of columns that are put before the answers as they are.

    Returns:
        A ``dask.dataframe.DataFrame`` with the partitions and the index of the other, of the kept columns and those of
        `frames.evaluate`; nothing is worked out until Dask is asked for it.

    Raises:
        InvalidInputError: The frame, its columns or another argument cannot be used.
        UnknownNameError: A weight is of no scorer; the nearest name is offered.

    Warns:
        RowByRowWarning: Something cannot run on columns.
    """
    _check_frame(frame, "map_partitions", "a dask.dataframe.DataFrame")
    chosen = default_evaluator() if evaluator is None else evaluator
    options = TableOptions(seeker, chosen, draws, weights, questions)
    no_answers = evaluate_frame(frame._meta, options)
    kept = list(check_keep("evaluate_dask", keep, list(no_answers.columns)))
    check_keep_present(kept, list(frame.columns))

    def evaluate_partition(rows: Any) -> Any:
        return _put_before(evaluate_frame(rows, options), rows[kept])

    return frame.map_partitions(evaluate_partition, meta=_put_before(no_answers, frame._meta[kept]))


def _put_before(answers: Any, kept: Any) -> Any:
    """Return the answers with the kept columns before them, all as dataframes of pandas."""
    for place, name in enumerate(kept.columns):
        answers.insert(place, name, kept[name])
    return answers


def _check_frame(frame: object, method: str, allowed: str) -> None:
    if not hasattr(frame, method):
        raise InvalidInputError("frame", [FieldError("frame", type(frame).__name__, allowed)])
