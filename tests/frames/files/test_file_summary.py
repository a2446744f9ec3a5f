"""The summary of a run over a file."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("narwhals")
pa = pytest.importorskip("pyarrow")


from .file_tables import evaluate, read, write  # noqa: E402


def test_summary(tmp_path):
    """The summary counts what the file says, and names the first rows with an error."""
    table = pa.table({"role_interest": [0.9, *[5.0] * 7]})
    done = evaluate(write(table, tmp_path / "in.csv"), tmp_path / "out.csv")
    verdicts = [verdict for verdict in read(tmp_path / "out.csv")["verdict"].to_pylist() if verdict]
    assert dict.fromkeys(verdicts, 1) == {name: count for name, count in done.verdicts.items() if count}
    assert (8, 7, 7) == (done.rows, done.errors, done.unsettled)
    assert [2, 3, 4, 5, 6] == [item.row for item in done.first_errors]
    assert done.first_errors[0].error.startswith("role_interest: got 5.0")
    plain = json.loads(json.dumps(done.to_dict()))
    assert 2 == plain["first_errors"][0]["row"]
    assert 0 < plain["rows_per_second"]
    text = str(done)
    assert text.startswith(f"8 rows written to {tmp_path / 'out.csv'} (8 rows in ")
    assert "7 rows have an error, the first of them:\n  row 2: role_interest" in text
