"""Parts of an earlier run that are of another input, person or evaluator."""

from __future__ import annotations

import pytest

pytest.importorskip("narwhals")
pytest.importorskip("pyarrow")

import interview_value as iv

from .file_tables import MANY, evaluate, refused, stop, write


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

    def stop(doing, done, rows):
        if done:
            raise KeyboardInterrupt

    source, target = write(MANY, tmp_path / "in.parquet"), tmp_path / "out.parquet"
    with pytest.raises(KeyboardInterrupt):
        evaluate(source, target, draws=0, progress=stop, evaluator=iv.Evaluator(discover=False, plugins=[before]))
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
    with pytest.raises(KeyboardInterrupt):
        evaluate(source, target, draws=0, progress=stop, evaluator=evaluator(False))
    (said,) = refused(source, target, draws=0, evaluator=evaluator(True))
    assert f"same {'answers' if what == 'closure' else 'scorers and gates'}:" in said
