"""Kept promise: what declining would cost."""

from __future__ import annotations

from formulas import expected, hours_of
from hypothesis import given
from strategies import exact_values


@given(values=exact_values())
def test_kept_promise_is_its_formula(values):
    """It gives what its formula gives, anywhere within the bounds, their ends included."""
    assert expected("kept_promise", values) == hours_of("kept_promise", values)
