"""Evaluate a table of invitations into a table of answers.

Needs the extra ``frames``, and pandas, Polars, PyArrow or another library that narwhals knows.
"""

from __future__ import annotations

try:
    import narwhals as _narwhals
    import scipy as _scipy
except ImportError as _error:
    raise ImportError("install interview-value[frames] to evaluate dataframes") from _error

from .batches import answers_schema, evaluate_batches
from .dataframe import evaluate
from .engines import evaluate_dask, evaluate_spark
from .files import FileSummary, RowError, evaluate_file
from .table_evaluator import RowByRowWarning
from .table_overview import Overview, TableQuestion, overview

__all__ = [
    "FileSummary",
    "Overview",
    "RowByRowWarning",
    "RowError",
    "TableQuestion",
    "answers_schema",
    "evaluate",
    "evaluate_batches",
    "evaluate_dask",
    "evaluate_file",
    "evaluate_spark",
    "overview",
]

del _narwhals, _scipy
