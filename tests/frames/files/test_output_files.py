"""What is written: no text that becomes a formula, and no column that a file cannot hold."""

from __future__ import annotations

import pytest

pytest.importorskip("narwhals")
pa = pytest.importorskip("pyarrow")


from .file_tables import ROWS, evaluate, read, refused, write  # noqa: E402


def test_no_text_becomes_a_formula(tmp_path):
    """In CSV a text or heading that a program would take for a formula has an apostrophe before it; numbers have not."""
    table = ROWS.append_column("=1+1", ROWS["organization"])
    for before in (".parquet", ".csv"):
        evaluate(write(table, tmp_path / f"in{before}"), tmp_path / "out.csv")
        found = read(tmp_path / "out.csv")
        assert ["Acme", None, "'=cmd()", "-5"] == found["organization"].to_pylist()
        assert "'=1+1" == found.column_names[2]
    evaluate(tmp_path / "in.csv", tmp_path / "out.parquet")
    assert ROWS["organization"].to_pylist() == read(tmp_path / "out.parquet")["organization"].to_pylist()


def test_what_a_text_file_cannot_hold(tmp_path):
    """A column of lists cannot be carried along into CSV, and says so; into Parquet it can."""
    source = write(ROWS.append_column("tags", pa.array([["a"], [], None, ["b"]])), tmp_path / "in.parquet")
    assert "keep: got 'tags', expected columns that .csv can hold" in refused(source, tmp_path / "out.csv")[0]
    evaluate(source, tmp_path / "out.parquet")
    assert [["a"], [], None, ["b"]] == read(tmp_path / "out.parquet")["tags"].to_pylist()


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
@pytest.mark.parametrize("kind", [pa.month_day_nano_interval(), pa.dense_union([pa.field("a", pa.int8())])], ids=str)
def test_what_a_target_cannot_hold_is_said_before_anything_is_done(kind, suffix, tmp_path):
    """Of rare types of columns too, and nothing is left behind."""
    source = write(ROWS.append_column("odd", pa.nulls(ROWS.num_rows, kind)), tmp_path / "in.arrow")
    (said,) = refused(source, tmp_path / f"out{suffix}")
    assert f"keep: got 'odd', expected columns that {suffix} can hold" in said
    assert [source] == list(tmp_path.iterdir())
