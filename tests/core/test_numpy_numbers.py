"""Numbers of NumPy are numbers, in what people write and in what scorers return."""

from __future__ import annotations

import pytest

import interview_value as iv

np = pytest.importorskip("numpy")


def evaluated(outcome):
    """The contribution of a scorer that returns this."""
    returning = iv.Scorer(name="returning", function=lambda role_interest: outcome, kind="benefit")
    return iv.Evaluator(plugins=[returning], discover=False).evaluate(iv.Invitation(role_interest=0.3))["returning"]


def test_it_is_an_estimate():
    """One is read as an exact number, and kept as a float."""
    low = iv.Estimate.of(np.float64(4)).low
    assert (4.0, float) == (low, type(low))


@pytest.mark.parametrize("outcome", [np.float64(2), np.int64(2)], ids=lambda value: type(value).__name__)
def test_it_is_hours(outcome):
    """Whatever is a real number is taken as hours."""
    hours = evaluated(outcome).hours
    assert (2.0, 2.0, 2.0) == hours
    assert float is type(hours.mean)


def test_no_number_is_no_hours():
    """Its NaN is told as any other is."""
    assert "beyond 1e+09 hours" in evaluated(np.float64("nan")).error
