"""Dask: the partitions of a dataframe in, those of its answers out, and plugins that travel to other processes."""

from __future__ import annotations

import pytest

import interview_value as iv

pd = pytest.importorskip("pandas")
dd = pytest.importorskip("dask.dataframe")
pytest.importorskip("narwhals")

COMMUTE = iv.Quantity("commute", unit="h a week", bounds=(0, 60), prior=(1, 8), scale="log")
commuting = iv.scorer(kind="cost", name="commuting", quantities=[COMMUTE])(lambda commute, travel: commute + travel)
EVALUATOR = iv.Evaluator(discover=False, draws=8, plugins=[commuting])
ROWS = pd.DataFrame(
    {
        "id": [7, 8, 9, 10, 11],
        "stage": ["first", None, "frist", "onsite", "final"],
        "commute": [1.0, None, 2.0, -1.0, 3.0],
    },
    index=[3, 3, 5, 6, 9],
)


@pytest.mark.parametrize("scheduler", ["synchronous", "threads", "processes"])
def test_the_answers_are_those_of_one_frame(scheduler):
    """Each partition has the answers that its rows have in one frame, with its index, wherever it is evaluated."""
    whole = iv.frames.evaluate(ROWS, iv.Seeker(mindset=0.7), evaluator=EVALUATOR)
    found = iv.frames.evaluate_dask(dd.from_pandas(ROWS, npartitions=2), iv.Seeker(mindset=0.7), evaluator=EVALUATOR)
    assert 2 == found.npartitions
    pd.testing.assert_frame_equal(whole, found.compute(scheduler=scheduler, num_workers=2))


def test_what_is_slow_is_said_of_this_file():
    """The warning comes from the call, whatever the library calls on the way."""
    slow = iv.scorer(kind="cost", name="slow", columnar=False)(lambda travel: travel)
    evaluator = iv.Evaluator(discover=False, draws=2, plugins=[slow])
    with pytest.warns(iv.frames.RowByRowWarning) as caught:
        iv.frames.evaluate_dask(dd.from_pandas(ROWS, npartitions=2), evaluator=evaluator)
    assert [__file__] == [warning.filename for warning in caught]


@pytest.mark.parametrize("draws", [0, 8])
def test_what_comes_out_is_known_beforehand(draws):
    """The columns and their kinds are those that the partitions have, also where there is nothing in them."""
    frame = dd.from_pandas(ROWS, npartitions=2)
    found = iv.frames.evaluate_dask(frame, evaluator=EVALUATOR, draws=draws, keep=["id", "stage"])
    empty = iv.frames.evaluate_dask(frame[frame.id > 99], evaluator=EVALUATOR, draws=draws, keep=["id", "stage"])
    assert ["id", "stage", "being_seen"] == list(found.columns)[:3]
    for computed in (found.compute(), empty.compute()):
        pd.testing.assert_series_equal(found.dtypes, computed.dtypes)
    assert list(ROWS["id"]) == list(found.compute()["id"])


def test_the_other_arguments_count():
    """Weights, draws and questions mean what they mean in `frames.evaluate`."""
    options = {"weights": {"commuting": 0.5}, "draws": 4, "questions": False, "evaluator": EVALUATOR}
    found = iv.frames.evaluate_dask(dd.from_pandas(ROWS, npartitions=1), **options).compute()
    pd.testing.assert_frame_equal(iv.frames.evaluate(ROWS, **options), found)


@pytest.mark.parametrize(
    ("frame", "options", "path", "words"),
    [
        (5, {}, "frame", "a dask.dataframe.DataFrame"),
        (ROWS, {"keep": ["ids"]}, "keep", "did you mean 'id'?"),
        (ROWS, {"keep": ["net"]}, "keep", "has not the name of an answer"),
        (ROWS, {"draws": -1}, "draws", "from 0 to 1,000,000"),
        (ROWS[["id"]], {}, "columns", "a column named after a quantity"),
    ],
)
def test_what_cannot_be_used_is_said_by_the_call(frame, options, path, words):
    """Nothing waits for a worker to fail."""
    given = dd.from_pandas(frame, npartitions=1) if isinstance(frame, pd.DataFrame) else frame
    with pytest.raises(iv.errors.InvalidInputError) as raised:
        iv.frames.evaluate_dask(given, **{"evaluator": EVALUATOR, **options})
    (mistake,) = raised.value.mistakes
    assert path == mistake.path
    assert words in str(mistake)


def test_the_installed_scorers_are_used_unless_told_otherwise():
    """Without an evaluator the numbers are those of `iv.evaluate`."""
    found = iv.frames.evaluate_dask(dd.from_pandas(ROWS[["stage"]][:1], npartitions=1)).compute()
    assert found["net"].iloc[0] == pytest.approx(iv.evaluate(iv.Invitation(stage="first")).net.mean)
