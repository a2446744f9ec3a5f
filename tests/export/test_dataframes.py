"""Dataframes of evaluations: the same columns and numbers in the libraries of pandas, Polars and PyArrow."""

from __future__ import annotations

import csv
import io
import sys

import pytest

import interview_value as iv

pytest.importorskip("numpy")
EVALUATOR = iv.Evaluator(discover=False)
BACKENDS = ("pandas", "polars", "pyarrow")


def evaluated(title="", evaluator=EVALUATOR, **known):
    """An evaluation of an invitation of that title."""
    return evaluator.evaluate(iv.Invitation(role=title or None, **known))


def plain(frame):
    """The rows of a dataframe of any make, as dicts in which None stands for null."""
    nw = pytest.importorskip("narwhals")
    return [
        {name: None if value != value else value for name, value in row.items()}
        for row in nw.from_native(frame).iter_rows(named=True)
    ]


@pytest.fixture
def failing():
    """An evaluator of which one scorer fails."""

    @iv.scorer(kind="benefit")
    def fails():
        raise ValueError("no")

    return iv.Evaluator(plugins=[fails], discover=False)


@pytest.mark.parametrize("backend", BACKENDS)
def test_frames_hold_what_the_csv_holds(backend):
    """The same columns in the same order, numbers as numbers, and null for what is unknown."""
    pytest.importorskip(backend)
    items = [evaluated("Analyst", role_interest=0.4), evaluated(stage="onsite")]
    rows = plain(iv.export.to_frame(items, backend))
    written = list(csv.DictReader(io.StringIO(iv.export.to_csv(items))))
    assert [list(row) for row in written] == [list(row) for row in rows]
    for there, here in zip(written, rows, strict=True):
        assert {name: value or None for name, value in there.items()} == {
            name: str(value) if value not in ("", None) else None for name, value in here.items()
        }
    assert (items[0].expected_net, "Analyst", None) == (rows[0]["net"], rows[0]["role"], rows[1]["role"])


@pytest.mark.parametrize("backend", BACKENDS)
def test_types_do_not_hang_on_the_values(backend):
    """A column that is all null is of texts or of floats as one that is not, and one without rows has its columns."""
    nw = pytest.importorskip("narwhals")
    pytest.importorskip(backend)
    full = nw.from_native(iv.export.to_frame(evaluated("Analyst", organization="Acme", stage="onsite"), backend)).schema
    empty = nw.from_native(iv.export.to_frame(evaluated(), backend)).schema
    assert full["net"] == empty["net"] == nw.Float64()
    assert full["stage"] == empty["stage"]
    assert ["role", "organization", "stage", "starts", "benefit"] == nw.from_native(
        iv.export.to_frame([], backend)
    ).columns[:5]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_scorer_that_failed_is_null(backend, failing):
    """Its hours are null and its error is told."""
    pytest.importorskip(backend)
    (row,) = plain(iv.export.to_frame(evaluated(evaluator=failing), backend))
    assert (None, True) == (row["fails"], "raised" in row["error"])


def test_frame_of_a_comparison():
    """The order of the ranking is kept, and each has the chance to be the best."""
    pytest.importorskip("pandas")
    comparison = iv.compare([evaluated("dull", role_interest=0.1), evaluated("great", role_interest=0.9)])
    frame = iv.export.to_frame(comparison)
    assert ["great", "dull"] == list(frame["role"])
    assert [item.chance_best for item in comparison.ranking] == list(frame["chance_best"])


def test_frames_that_cannot_be_made(monkeypatch):
    """A backend that is none, one that is not installed, and narwhals missing are told with what to do."""
    with pytest.raises(iv.errors.InvalidInputError, match="backend"):
        iv.export.to_frame([], "excel")
    with pytest.raises(iv.errors.InvalidInputError, match=r"evaluations\[0\]"):
        iv.export.to_frame([1])
    with pytest.raises(iv.errors.InvalidInputError, match="evaluations: got None"):
        iv.export.to_frame(None)
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ImportError, match="install polars"):
        iv.export.to_frame([], "polars")
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(ImportError, match=r"interview-value\[frames\]"):
        iv.export.to_frame([])
