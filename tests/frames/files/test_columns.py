"""The columns of a file that are carried along beside the answers."""

from __future__ import annotations

import pytest

pytest.importorskip("narwhals")
pytest.importorskip("pyarrow")


from .file_tables import ROWS, evaluate, read, write


def test_columns_that_are_carried_along(tmp_path):
    """Columns that are no quantities stand before the answers; asked for, any does, under a name of its own."""
    source = write(ROWS, tmp_path / "in.parquet")
    evaluate(source, tmp_path / "out.parquet")
    found = read(tmp_path / "out.parquet")
    assert ["id", "organization", "courtesy"] == found.column_names[:3]
    assert ROWS["id"].to_pylist() == found["id"].to_pylist()
    evaluate(source, tmp_path / "out.parquet", keep=["courtesy", "id"])
    found = read(tmp_path / "out.parquet")
    assert ["id", "courtesy (input)", "courtesy"] == found.column_names[:3]
    assert ROWS["courtesy"].to_pylist() == found["courtesy (input)"].to_pylist()
