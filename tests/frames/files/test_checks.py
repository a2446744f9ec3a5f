"""All that cannot be used in a call of `iv.frames.evaluate_file`, told at once."""

from __future__ import annotations

import pytest

pytest.importorskip("narwhals")
pytest.importorskip("pyarrow")

import interview_value as iv

from .file_tables import ROWS, SUFFIXES, evaluate, refused, write


def test_all_mistakes_at_once(tmp_path):
    """Whatever cannot be used is told together: files, options, columns."""
    source = write(ROWS.append_column("duration_low", ROWS["id"]), tmp_path / "in.parquet")
    said = refused(source, tmp_path / "none" / "out.txt", draws=-1, weights={"effrt": 2}, keep=["idd"])
    assert ["target", "target", "draws", "keep"] == [mistake.partition(":")[0] for mistake in said]
    assert "did you mean 'id'?" in said[-1]
    (said,) = refused(source, tmp_path / "out.csv")
    assert "source: duration_low: got 'duration_low', expected both" in said
    said = refused(tmp_path / "in.json", tmp_path, weights={"effrt": 2})
    assert ["source", "source", "target", "target", "weights"] == [mistake.partition(":")[0] for mistake in said]
    assert "did you mean 'effort'?" in said[-1]
    assert 2 == len(refused(1, None))
    assert "another file" in refused(source, source)[0]
    for keep in ("id", 5):
        assert "a list of columns" in refused(source, tmp_path / "out.csv", keep=keep)[-1]
    assert "a function" in refused(source, tmp_path / "out.csv", progress=1)[0]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"PAR1 and no more", b"ARROW1\0\0 and no more"])
def test_file_that_is_none(suffix, data, tmp_path):
    """A file that is not what its suffix says is refused in words, and nothing is left behind."""
    source = tmp_path / f"in{suffix}"
    source.write_bytes(data)
    with pytest.raises((iv.errors.ReadError, iv.errors.InvalidInputError)):
        evaluate(source, tmp_path / "out.parquet")
    assert [source] == list(tmp_path.iterdir())
