"""Parts of an earlier run that are of another input, person or evaluator."""

from __future__ import annotations

import os

import pytest

pytest.importorskip("narwhals")
pytest.importorskip("pyarrow")

import interview_value as iv
from interview_value.frames.files import run_identity

from .file_tables import MANY, begin, evaluate, refused, write


def test_parts_of_something_else_are_refused(begun):
    """Parts of another input, person or evaluator are refused, saying what differs; restart throws them away."""
    source, target = begun
    for options, word in (
        ({"draws": 8}, "same draws:"),
        ({"draws": 0, "weights": {"effort": 2}}, "same weights:"),
        ({"draws": 0, "keep": []}, "same keep:"),
        ({"draws": 0, "questions": False}, "same questions:"),
        ({"draws": 0, "evaluator": iv.Evaluator(discover=False, block={"courtesy"})}, "weights, scorers and gates:"),
    ):
        (said,) = refused(source, target, **options)
        assert word in said
        assert "1,024 rows of an earlier run" in said
    write(MANY.slice(0, 2_000), source)
    assert "same input:" in refused(source, target, draws=0)[0]
    done = evaluate(source, target, draws=0, restart=True)
    assert (0, 2_000) == (done.resumed, done.rows)


def test_a_file_that_was_written_anew_is_another(begun):
    """Parts are not mixed with those of a file that somebody has written since, though it looks the same."""
    source, target = begun
    before = source.stat()
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000_000))
    assert "same input:" in refused(source, target, draws=0)[0]


@pytest.mark.parametrize("row", [1, -1])
def test_a_file_of_other_bytes_is_another(row, tmp_path, monkeypatch):
    """Parts are not mixed with those of a file that differs at either end, though it has the size and the time of before."""
    monkeypatch.setattr(run_identity, "ENDS", 64)
    source, target = write(MANY, tmp_path / "in.csv"), tmp_path / "out.csv"
    begin(source, target)
    before, lines = source.stat(), source.read_text().splitlines()
    lines[row] = lines[row].translate(str.maketrans("0123456789", "1234567890"))
    source.write_text("\n".join([*lines, ""]))
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert before.st_size == source.stat().st_size
    assert "same input:" in refused(source, target, draws=0)[0]


def test_a_scorer_that_was_changed_is_another(tmp_path):
    """Parts that a scorer of other code has made are not mixed with what it makes now."""

    @iv.scorer(kind="cost")
    def waiting(duration):
        """Hours lost."""
        return duration

    before = waiting

    @iv.scorer(kind="cost")
    def waiting(duration):
        """Hours lost."""
        return 2 * duration

    source, target = write(MANY, tmp_path / "in.parquet"), tmp_path / "out.parquet"
    begin(source, target, evaluator=iv.Evaluator(discover=False, plugins=[before]))
    (said,) = refused(source, target, draws=0, evaluator=iv.Evaluator(discover=False, plugins=[waiting]))
    assert "same scorers and gates:" in said


@pytest.mark.parametrize("what", ["kind", "closure", "asks"])
def test_a_scorer_that_hangs_on_something_else_is_another(tmp_path, what):
    """Parts are not mixed with other answers though the code is the same: a cost made a benefit, another number behind it."""

    def evaluator(again):
        hours = 2.5 if again and what == "closure" else 1.0

        def waiting(duration):
            """Hours lost."""
            return duration * hours

        def near(duration):
            """Nobody knows."""
            return duration >= 0

        kind = "benefit" if again and what == "kind" else "cost"
        plugins = [iv.scorer(kind=kind)(waiting), iv.gate(reason="near", asks=again and what == "asks")(near)]
        return iv.Evaluator(discover=False, plugins=plugins)

    source, target = write(MANY, tmp_path / "in.parquet"), tmp_path / "out.parquet"
    begin(source, target, evaluator=evaluator(False))
    (said,) = refused(source, target, draws=0, evaluator=evaluator(True))
    assert f"same {'answers' if what == 'closure' else 'scorers and gates'}:" in said
