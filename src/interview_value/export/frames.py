"""Handover: evaluations for those who prefer another method to our sum, or their own dataframe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from ..errors import FieldError, InvalidInputError
from ..evaluation.evaluation import Evaluation
from .rows import TEXTS, Evaluations, evaluations_of, table

if TYPE_CHECKING:
    import narwhals as nw
    from skcriteria import DecisionMatrix  # type: ignore[import-untyped]

__all__ = ["frame_of", "to_decision_matrix", "to_frame"]

Backend: TypeAlias = Literal["pandas", "polars", "pyarrow"]
BACKENDS = ("pandas", "polars", "pyarrow")


def to_frame(evaluations: Evaluations, backend: Backend = "pandas") -> Any:
    """Return evaluations as a dataframe, a row for each, with the columns of `to_csv`; needs the extra ``frames``.

    Args:
        evaluations: One, several, or a comparison, whose order is kept.
        backend: Whose dataframe: ``"pandas"``, ``"polars"`` or ``"pyarrow"``, which must be installed.

    Returns:
        The dataframe; hours are 64-bit floats, and what is unknown or failed is null.

    Raises:
        InvalidInputError: One of them is no evaluation, or the backend is none of these.
        ImportError: narwhals or the backend is not installed.
    """
    if backend not in BACKENDS:
        raise InvalidInputError("export", [FieldError("backend", backend, f"one of {', '.join(BACKENDS)}")])
    try:
        import_module("narwhals")
    except ImportError as error:
        raise ImportError("install interview-value[frames] to make dataframes") from error
    try:
        import_module(backend)
    except ImportError as error:
        raise ImportError(f"install {backend} to make its dataframes") from error
    names, rows = table(evaluations)
    columns: dict[str, Any] = {name: [row[name] for row in rows] for name in names}
    texts = {name: (["", *columns[name]], range(1, len(rows) + 1)) for name in names if name in TEXTS}
    return frame_of({**columns, **texts}, backend).to_native()


def frame_of(columns: Mapping[str, Any], backend: Any) -> nw.DataFrame[Any]:
    """Make a dataframe of columns, with null for NaN and None.

    Args:
        columns: By name, in order: numbers, or None if there are none; or for texts, pairs of words, of which the first
            is no None, and of the place of each row's text among them.
        backend: Whose dataframe, as narwhals knows it.
    """
    import narwhals as nw

    made = {name: (_texts if name in TEXTS else _numbers)(name, given, backend) for name, given in columns.items()}
    alike = [value.alias(name) for name, value in made.items() if isinstance(value, nw.Expr)]
    series = {name: value for name, value in made.items() if isinstance(value, nw.Series)}
    return nw.from_dict(series).with_columns(*alike).select(*columns)


def _numbers(name: str, given: Any, backend: Any) -> nw.Series[Any] | nw.Expr:
    import narwhals as nw
    import numpy as np

    if given is None:
        return nw.lit(None, nw.Float64())
    numbers = np.asarray(given, dtype=float)
    series: nw.Series[Any] = nw.new_series(name, numbers, nw.Float64(), backend=backend)
    return series.fill_nan(None) if np.isnan(numbers).any() else series


def _texts(name: str, given: tuple[list[str | None], Any], backend: Any) -> nw.Series[Any] | nw.Expr:
    import narwhals as nw
    import numpy as np

    words, places = given[0], np.asarray(given[1] if len(given[1]) else np.zeros(0, int))
    if len(places) and places.min() == places.max() and not nw.Implementation.from_backend(backend).is_pandas_like():
        return nw.lit(words[int(places[0])], nw.String())
    series: nw.Series[Any] = nw.new_series(name, words, nw.String(), backend=backend)
    return nw.maybe_reset_index(series[places])


def to_decision_matrix(evaluations: Evaluations) -> DecisionMatrix:
    """Hand evaluations to scikit-criteria, for its methods instead of our sum; needs the extra ``mcda``.

    The alternatives are the invitations, numbered in their order, and the criteria are the scorers: benefits to be
    maximised, costs to be minimised, with the weights of the evaluations. The values are expected hours before
    weighting, so that the sum of value · weight · objective over a row is the expected net value.

    Args:
        evaluations: One, several, or a comparison, whose order is kept; all of the same scorers with the same weights.

    Returns:
        The matrix, of shape (evaluations, scorers).

    Raises:
        InvalidInputError: There is no evaluation or no scorer, one of them is no evaluation, a scorer failed, or
            scorers or weights differ.
        ImportError: scikit-criteria is not installed.
    """
    try:
        skcriteria: Any = import_module("skcriteria")
    except ImportError as error:
        raise ImportError("install interview-value[mcda] to make decision matrices") from error
    items = evaluations_of(evaluations)
    if mistakes := list(_mistakes(items)):
        raise InvalidInputError("decision matrix", mistakes)
    first = items[0].contributions
    matrix: DecisionMatrix = skcriteria.mkdm(
        [[part.mean for part in item.contributions] for item in items],
        [max if part.kind == "benefit" else min for part in first],
        weights=[part.weight for part in first],
        alternatives=[f"{place}. {item.invitation.title}" for place, item in enumerate(items, start=1)],
        criteria=[part.name for part in first],
    )
    return matrix


def _mistakes(items: list[Evaluation]) -> Iterator[FieldError]:
    if not items or not items[0].contributions:
        yield FieldError("evaluations", len(items), "at least one evaluation with at least one scorer")
    for place, item in enumerate(items):
        if _criteria(item) != _criteria(items[0]):
            yield FieldError(f"evaluations[{place}]", _criteria(item), "the same scorers and weights as the first")
        for part in item.contributions:
            if part.error:
                allowed = "hours; give what is missing, or block the scorer in all evaluations"
                yield FieldError(f"evaluations[{place}].{part.name}", part.error, allowed)


def _criteria(evaluation: Evaluation) -> list[tuple[str, str, float]]:
    return [(part.name, part.kind, part.weight) for part in evaluation.contributions]
