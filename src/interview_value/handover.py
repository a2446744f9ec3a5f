"""Handover: evaluations for those who prefer another method to our sum, or their own dataframe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .errors import FieldError, InvalidInputError
from .evaluation import Evaluation
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
    return frame_of({name: [row[name] for row in rows] for name in names}, backend).to_native()


def frame_of(columns: Mapping[str, Any], backend: Any) -> nw.DataFrame[Any]:
    """Make a dataframe of columns, those of texts and those of numbers by their names, with null for NaN and None.

    Args:
        columns: The columns by name.
        backend: Whose dataframe, as narwhals knows it.
    """
    import narwhals as nw

    # When-then without otherwise gives null. A cast alone would leave NaN a number in Polars and PyArrow, and pandas
    # before 3 would make the word "None" of what is null.
    kept = {name: ~nw.col(name).is_null() for name in columns if name in TEXTS}
    kept |= {name: ~nw.col(name).cast(nw.Float64).is_nan() for name in columns if name not in TEXTS}
    kinds = {name: nw.String if name in TEXTS else nw.Float64 for name in columns}
    cleaned = [nw.when(kept[name]).then(nw.col(name).cast(kinds[name])).alias(name) for name in columns]
    return nw.from_dict(dict(columns), backend=backend).with_columns(*cleaned)


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
