"""A run over a file that was stopped."""

from __future__ import annotations

import pytest


@pytest.fixture
def begun(tmp_path):
    """Return a source and a target of which a first part is finished."""
    pytest.importorskip("narwhals")
    pytest.importorskip("pyarrow")
    from .file_tables import MANY, begin, write

    source, target = write(MANY, tmp_path / "in.parquet"), tmp_path / "out.parquet"
    begin(source, target)
    return source, target
