"""`iv.frames.evaluate_file`: runs that tell how far they are, that are killed, and that are gone on with."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("narwhals")
pa = pytest.importorskip("pyarrow")

import interview_value as iv  # noqa: E402
from interview_value.frames.files import csv_file  # noqa: E402

from .file_tables import EVALUATOR, MANY, ROWS, SEEKER, SUFFIXES, begin, evaluate, read, write  # noqa: E402


def test_progress(tmp_path):
    """Whoever wants to know is told how far it is."""
    seen = []
    evaluate(write(MANY, tmp_path / "in.arrow"), tmp_path / "out.arrow", draws=0, progress=lambda *at: seen.append(at))
    assert ("evaluating", 0, 3000) == seen[0]
    assert ("evaluating", 3000, 3000) in seen
    assert ("writing", 3000, 3000) == seen[-1]


KILLED = """
import os, signal, sys
import interview_value as iv
def progress(doing, done, rows):
    if doing == sys.argv[3] and done >= 1024:
        os.kill(os.getpid(), signal.SIGKILL)
seeker = iv.Seeker(mindset=0.7, upcoming_interviews=4)
iv.frames.evaluate_file(
    sys.argv[1], sys.argv[2], seeker, evaluator=iv.Evaluator(discover=False, draws=16), draws=0, progress=progress
)
"""


def kill(source, target, doing="evaluating"):
    """Run for real, and kill it after its first part, or while it writes."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", KILLED, source, target, doing], check=False, env=env)
    assert -signal.SIGKILL == done.returncode


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals on Windows")
def test_a_killed_run_is_gone_on_with(tmp_path):
    """A run that is killed leaves no target, and the next one evaluates only what is missing."""
    source, target = write(MANY, tmp_path / "in.parquet"), tmp_path / "out.parquet"
    kill(source, target)
    assert not target.exists()
    assert 1024 == evaluate(source, target, draws=0).resumed
    assert MANY["id"].to_pylist() == read(target)["id"].to_pylist()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals on Windows")
def test_a_run_killed_while_it_writes(tmp_path):
    """A target that was there before stays as it was until the new one is whole."""
    source, target = write(MANY, tmp_path / "in.parquet"), tmp_path / "out.csv"
    target.write_text("old")
    kill(source, target, "writing")
    assert "old" == target.read_text()
    assert 3000 == evaluate(source, target, draws=0).resumed
    assert 3000 == read(target).num_rows


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_stopped_run_is_gone_on_with(suffix, tmp_path):
    """Whatever the format, a stopped run leaves no target, and the next one evaluates only what is missing."""
    source, target = write(MANY, tmp_path / f"in{suffix}"), tmp_path / f"out{suffix}"
    begin(source, target)
    assert not target.exists()
    seen = []
    done = evaluate(source, target, draws=0, progress=lambda *at: seen.append(at))
    assert (1024, 3000) == (done.resumed, done.rows)
    assert ("evaluating", 1024, 3000) == seen[0]
    assert "1,024 were finished before" in str(done)
    whole = iv.frames.evaluate(MANY, SEEKER, evaluator=EVALUATOR, draws=0)
    assert whole["net"].to_pylist() == pytest.approx(read(target)["net"].to_pylist())
    assert MANY["id"].to_pylist() == read(target)["id"].cast(pa.int64()).to_pylist()
    assert [source.name, target.name] == sorted(path.name for path in tmp_path.iterdir())


def test_what_has_its_own_name_is_on_the_disk(tmp_path, monkeypatch):
    """The manifest, each part and the target are on the disk before they get their names: a power cut leaves none half."""
    on_disk, named, replace = [], [], Path.replace

    def rename(path, target):
        assert path.stat().st_ino in on_disk
        named.append(Path(target).name)
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", lambda file: on_disk.append(os.fstat(file).st_ino))
    monkeypatch.setattr(Path, "replace", rename)
    evaluate(write(ROWS, tmp_path / "in.csv"), tmp_path / "out.csv")
    assert ["manifest.json", "000000000000.arrow", "out.csv"] == named


def test_a_file_that_changes_while_it_is_read(tmp_path, monkeypatch):
    """Rows that come or go after they were counted are told."""
    source, target = write(MANY, tmp_path / "in.csv"), tmp_path / "out.csv"
    monkeypatch.setattr(csv_file.CsvFile, "survey", lambda *_: 5)
    with pytest.raises(iv.errors.ReadError, match="has changed while it was read, from 5 rows to"):
        evaluate(source, target, draws=0)


def test_a_scorer_that_runs_row_by_row_says_so_once(tmp_path):
    """The warning comes from the call, and not again for each part."""

    @iv.scorer(kind="cost", columnar=False)
    def slowly(duration):
        """Hours, one at a time."""
        return float(duration)

    source, evaluator = write(MANY, tmp_path / "in.csv"), iv.Evaluator(discover=False, plugins=[slowly])
    with pytest.warns(iv.frames.RowByRowWarning) as caught:
        iv.frames.evaluate_file(source, tmp_path / "out.csv", draws=0, evaluator=evaluator)
    assert [__file__] == [warning.filename for warning in caught]
