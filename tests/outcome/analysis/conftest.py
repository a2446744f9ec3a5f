"""What the tests of the analysis share: the two ways in which it runs scorers again."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture
def in_pure_python(monkeypatch):
    """Let the analysis believe that nobody has loaded NumPy, so that it runs scorers draw by draw."""
    monkeypatch.delitem(sys.modules, "numpy", raising=False)


@pytest.fixture(params=["arrays", "floats"])
def either_way(request):
    """Run a test with scorers run again on arrays, and once more with them run draw by draw."""
    if request.param == "arrays":
        pytest.importorskip("numpy")
    else:
        request.getfixturevalue("in_pure_python")
