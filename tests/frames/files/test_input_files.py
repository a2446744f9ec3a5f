"""Files of each format in, and of each format out; files with large rows, and files that lie."""

from __future__ import annotations

import pytest

pytest.importorskip("narwhals")
pa = pytest.importorskip("pyarrow")

import pyarrow.feather as feather  # noqa: E402

import interview_value as iv  # noqa: E402

from .file_tables import EVALUATOR, MANY, ROWS, SEEKER, SUFFIXES, evaluate, read, write  # noqa: E402


@pytest.mark.parametrize("before", SUFFIXES)
@pytest.mark.parametrize("after", SUFFIXES)
def test_each_format_into_each(before, after, tmp_path):
    """The numbers are those of `frames.evaluate`, whatever the formats; nothing is left beside the target."""
    target = tmp_path / f"out{after}"
    done = evaluate(write(ROWS, tmp_path / f"in{before}"), target, keep=[])
    expected = iv.frames.evaluate(ROWS, SEEKER, evaluator=EVALUATOR)
    found = read(target)
    assert expected.column_names == found.column_names
    for name in expected.column_names:
        kind = expected.schema.field(name).type
        assert expected[name].to_pylist() == found[name].cast(kind).to_pylist()
    assert ["in" + before, "out" + after] == sorted(path.name for path in tmp_path.iterdir())
    assert (4, 0, 1) == (done.rows, done.resumed, done.errors)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_file_without_rows(suffix, tmp_path):
    """Of no rows come no answers, but all columns."""
    done = evaluate(write(ROWS.slice(0, 0), tmp_path / f"in{suffix}"), tmp_path / "out.parquet")
    assert (0, 0, 0) == (done.rows, done.errors, done.rows_per_second)
    assert "net" in read(tmp_path / "out.parquet").column_names


@pytest.mark.parametrize("kind", [pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())], ids=str)
def test_categories_and_large_texts(kind, tmp_path):
    """Categories, and texts of whatever kind, are texts in the file that is written."""
    table = pa.table({"stage": pa.array(["onsite", None]).cast(kind), "role": pa.array(["=a", None]).cast(kind)})
    evaluate(write(table, tmp_path / "in.arrow"), tmp_path / "out.csv")
    assert ["'=a", None] == read(tmp_path / "out.csv")["role"].to_pylist()


def test_large_rows_are_taken_in_smaller_tables(tmp_path, monkeypatch):
    """Rows that are large are evaluated in tables of few, and the answers are the same."""
    monkeypatch.setattr("interview_value.frames.files.input_files.SIZE", 4_000)
    monkeypatch.setattr("interview_value.frames.files.finished_parts.LZ4", None)
    source = write(MANY, tmp_path / "in.parquet")
    seen = []
    evaluate(source, tmp_path / "out.parquet", draws=0, progress=lambda *at: seen.append(at))
    assert 10 < len(seen)
    whole = iv.frames.evaluate(MANY, SEEKER, evaluator=EVALUATOR, draws=0)
    assert whole["net"].to_pylist() == pytest.approx(read(tmp_path / "out.parquet")["net"].to_pylist())


def test_a_piece_that_is_too_large(tmp_path, monkeypatch):
    """A piece of a file that is larger than any honest one is refused."""
    monkeypatch.setattr("interview_value.frames.files.input_files.LARGEST", 10)
    with pytest.raises(iv.errors.ReadError, match="in a piece of more than"):
        evaluate(write(MANY, tmp_path / "in.arrow"), tmp_path / "out.arrow")


def test_offsets_that_lie(tmp_path):
    """An Arrow file whose texts reach beyond what is there is refused, and nothing reads beyond it."""
    source = tmp_path / "in.arrow"
    feather.write_feather(pa.table({"role": ["honest", "text"], "role_interest": [0.5, 0.5]}), source, "uncompressed")
    offsets = b"\x06\0\0\0\x0a\0\0\0"
    assert 1 == source.read_bytes().count(offsets)
    source.write_bytes(source.read_bytes().replace(offsets, b"\x06\0\0\0\x0a\xff\xff\0"))
    with pytest.raises(iv.errors.ReadError, match="cannot be read"):
        evaluate(source, tmp_path / "out.arrow")
