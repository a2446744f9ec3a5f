"""The laws of columns where NumPy is absent."""

from __future__ import annotations

import importlib
import sys

from testing.gallery import COMMUTE

import interview_value as iv
from interview_value.testing import check_gate, check_scorer, column_laws


def _too_far(travel):
    """Decline what is far away."""
    return travel > 4


def test_without_numpy(monkeypatch):
    """Where NumPy is absent, columns are the library's own draws, and the rest is as it was."""
    monkeypatch.setattr("interview_value.testing.column_laws.array_ops", None)

    @iv.scorer(kind="cost", quantities=[COMMUTE])
    def branching(commute):
        """Hours, with an if."""
        return 2 * commute if commute > 10 else commute

    check_scorer(branching)
    check_gate(iv.gate(reason="No.")(_too_far))


def test_arrays_are_optional(monkeypatch):
    """The module that needs NumPy can be imported without it."""
    monkeypatch.setitem(sys.modules, "numpy", None)
    absent = importlib.reload(column_laws)
    try:
        assert absent.array_ops is None
    finally:
        monkeypatch.undo()
        importlib.reload(column_laws)
    assert column_laws.array_ops is not None
