"""The columns of a file that are carried along beside the answers."""

from __future__ import annotations

import pytest

pytest.importorskip("narwhals")
pytest.importorskip("pyarrow")


from .file_tables import ROWS, evaluate, read, write


def test_columns_that_are_carried_along(tmp_path):
    """Columns that are no quantities stand before the answers; asked for, any does, under a name of its own."""
    table = ROWS.append_column("courtesy", ROWS["id"])
    source = write(table, tmp_path / "in.parquet")
    evaluate(source, tmp_path / "out.parquet")
    found = read(tmp_path / "out.parquet")
    assert ["id", "organization", "courtesy (input)", "being_seen"] == found.column_names[:4]
    assert ROWS["id"].to_pylist() == found["id"].to_pylist()
    evaluate(source, tmp_path / "out.parquet", keep=["others_weight", "id"])
    found = read(tmp_path / "out.parquet")
    assert ["id", "others_weight", "being_seen"] == found.column_names[:3]
    assert ROWS["others_weight"].to_pylist() == found["others_weight"].to_pylist()
