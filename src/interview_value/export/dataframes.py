"""Dataframes: evaluations as a dataframe of pandas, Polars or PyArrow."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from ..errors import FieldError, InvalidInputError
from .rows import TEXTS, Evaluations, table

if TYPE_CHECKING:
    import narwhals as nw

__all__ = ["frame_of", "to_frame"]

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
        columns: The columns by name, in order. A column of numbers is an array or list of them, or None if all are
            null. A column of texts is a pair: the texts that occur, of which the first is no None, and the place of
            each row's text among them.
        backend: The library whose dataframe it is, as narwhals knows it.
    """
    import narwhals as nw

    converted = {name: (_texts if name in TEXTS else _numbers)(name, cells, backend) for name, cells in columns.items()}
    constant = [column.alias(name) for name, column in converted.items() if isinstance(column, nw.Expr)]
    series = {name: column for name, column in converted.items() if isinstance(column, nw.Series)}
    return nw.from_dict(series).with_columns(*constant).select(*columns)


def _numbers(name: str, cells: Any, backend: Any) -> nw.Series[Any] | nw.Expr:
    """Return a column of numbers; an expression if all are null."""
    import narwhals as nw
    import numpy as np

    if cells is None:
        return nw.lit(None, nw.Float64())
    numbers = np.asarray(cells, dtype=float)
    series: nw.Series[Any] = nw.new_series(name, numbers, nw.Float64(), backend=backend)
    return series.fill_nan(None) if np.isnan(numbers).any() else series


def _texts(name: str, cells: tuple[list[str | None], Any], backend: Any) -> nw.Series[Any] | nw.Expr:
    """Return a column of texts; an expression if all rows have the same and the library takes it."""
    import narwhals as nw
    import numpy as np

    words, places = cells[0], np.asarray(cells[1] if len(cells[1]) else np.zeros(0, int))
    if len(places) and places.min() == places.max() and not nw.Implementation.from_backend(backend).is_pandas_like():
        return nw.lit(words[int(places[0])], nw.String())
    series: nw.Series[Any] = nw.new_series(name, words, nw.String(), backend=backend)
    return nw.maybe_reset_index(series[places])
