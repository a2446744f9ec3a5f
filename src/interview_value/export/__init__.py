"""Evaluations for other programs: rows, files and data frames."""

from __future__ import annotations

from .dataframes import to_frame
from .decision_matrix import to_decision_matrix
from .spreadsheets import to_csv, to_xlsx

__all__ = [
    "to_csv",
    "to_decision_matrix",
    "to_frame",
    "to_xlsx",
]
