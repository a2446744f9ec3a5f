"""The folder of finished parts: damaged, shared by two runs, or of somebody else."""

from __future__ import annotations

import pytest

pytest.importorskip("narwhals")
pytest.importorskip("pyarrow")

from interview_value.frames.files import file_run

from .file_tables import MANY, ROWS, evaluate, read, refused, write


def test_a_damaged_part_is_made_again(begun):
    """A part that cannot be read counts as unfinished."""
    source, target = begun
    (part,) = target.with_name("out.parquet.parts").glob("*.arrow")
    part.write_bytes(part.read_bytes()[:-50])
    assert 0 == evaluate(source, target, draws=0).resumed


def test_parts_behind_a_damaged_one_are_not_misplaced(tmp_path, monkeypatch):
    """A part that was made again has other rows, and those behind it never count for rows that are not theirs."""
    source, target = write(MANY, tmp_path / "in.parquet"), tmp_path / "out.parquet"
    sizes = iter([700, 500, 500, 400, 300, 10_000])
    monkeypatch.setattr(file_run.Pace, "rows", lambda _: next(sizes))

    def stop_after(most):
        def progress(doing, done, rows):
            if done >= most:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            evaluate(source, target, draws=0, progress=progress)

    stop_after(1_700)
    _, second, _ = sorted(target.with_name("out.parquet.parts").glob("*.arrow"))
    second.write_bytes(b"")
    stop_after(1_100)
    evaluate(source, target, draws=0)
    assert MANY["id"].to_pylist() == read(target)["id"].to_pylist()


def test_two_runs_at_once_lose_nothing(tmp_path, monkeypatch):
    """A part that another run writes over is noticed before the target is there."""
    source, target = write(MANY, tmp_path / "in.parquet"), tmp_path / "out.parquet"
    folder = target.with_name("out.parquet.parts")

    def meddle(doing, done, rows):
        if doing == "evaluating" and done == rows:
            first, second, *_ = sorted(folder.glob("*.arrow"))
            first.write_bytes(second.read_bytes())

    sizes = iter([700, 500, 10_000])
    monkeypatch.setattr(file_run.Pace, "rows", lambda _: next(sizes))
    (said,) = refused(source, target, draws=0, progress=meddle)
    assert "parts that no other run changes meanwhile" in said
    assert not target.exists()


def test_a_damaged_manifest(begun):
    """Parts of which nobody knows what they are of are refused."""
    source, target = begun
    (target.with_name("out.parquet.parts") / "manifest.json").write_text("{")
    assert "same input, seeker" in refused(source, target, draws=0)[0]


def test_a_folder_of_somebody_else(tmp_path):
    """A folder of that name that is not ours is left alone, and what somebody puts into ours stays."""
    source, target = write(ROWS, tmp_path / "in.csv"), tmp_path / "out.csv"
    (tmp_path / "out.csv.parts").mkdir()
    (tmp_path / "out.csv.parts" / "mine.txt").write_text("mine")
    for restart in (False, True):
        assert "a folder that is not there yet" in refused(source, target, restart=restart)[0]
    (tmp_path / "out.csv.parts" / "manifest.json").write_text("{}")
    evaluate(source, target)
    assert ["mine.txt"] == [path.name for path in (tmp_path / "out.csv.parts").iterdir()]


def test_what_cannot_be_written(tmp_path):
    """Where nothing can be written, that is raised before anything is evaluated."""
    (tmp_path / "out.csv.parts").write_text("no folder")
    seen = []
    with pytest.raises(FileExistsError):
        evaluate(write(ROWS, tmp_path / "in.csv"), tmp_path / "out.csv", progress=lambda *at: seen.append(at))
    assert [] == seen
