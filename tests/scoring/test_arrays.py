"""Arrays: the mathematics of scorers, and what they return, on NumPy arrays."""

from __future__ import annotations

import itertools

import pytest

import interview_value as iv
from interview_value.scoring.ops import FLOATS

np = pytest.importorskip("numpy")

from interview_value.scoring.arrays import ARRAYS  # noqa: E402 - it needs NumPy

OPERATIONS = [
    ("exp", 1), ("log", 1), ("sqrt", 1), ("logistic", 1), ("logit", 1), ("normal_cdf", 1), ("normal_pdf", 1),
    ("minimum", 2), ("maximum", 2), ("expected_excess", 2), ("expected_excess", 3),
]  # fmt: skip


NUMBERS = [0.0, 1e-9, 0.3, 0.5, 1.0, 4.0]


@pytest.mark.parametrize(("name", "count"), OPERATIONS, ids=str)
def test_columns_give_what_floats_give(name, count):
    """On an array each operation gives, place by place, what it gives on each float."""
    rows = [row for row in itertools.product(NUMBERS, repeat=count) if name != "logit" or row[0] <= 1]
    expected = [getattr(FLOATS, name)(*row) for row in rows]
    found = getattr(ARRAYS, name)(*(np.array(column) for column in zip(*rows, strict=True)))
    assert pytest.approx(expected, rel=1e-13, abs=1e-15) == found.tolist()


def test_choice_on_columns():
    """A choice is made place by place."""
    assert [1.0, 4.0] == ARRAYS.where(np.array([True, False]), np.array([1.0, 2.0]), np.array([3.0, 4.0])).tolist()


@pytest.mark.parametrize("uncertain", [False, True], ids=["exact", "uncertain"])
@pytest.mark.parametrize("outcome", [np.float64(2), np.int64(2)], ids=lambda value: type(value).__name__)
def test_numbers_of_numpy_are_hours(outcome, uncertain):
    """A scorer may return a number of NumPy, which becomes a float."""
    function = (lambda travel: outcome) if uncertain else (lambda: outcome)
    evaluator = iv.Evaluator(plugins=[iv.scorer(kind="cost", name="two")(function)], discover=False, draws=8)
    hours = evaluator.evaluate(iv.Invitation())["two"].hours
    assert (2.0, 2.0, 2.0) == hours
    assert float is type(hours.mean)


@pytest.mark.parametrize("uncertain", [False, True], ids=["exact", "uncertain"])
def test_not_a_number_of_numpy_is_no_number_of_hours(uncertain):
    """NumPy's NaN is refused like any other."""
    function = (lambda travel: np.float64("nan")) if uncertain else (lambda: np.float64("nan"))
    evaluator = iv.Evaluator(plugins=[iv.scorer(kind="cost", name="none")(function)], discover=False, draws=8)
    assert "which is no number of hours" in evaluator.evaluate(iv.Invitation())["none"].error
