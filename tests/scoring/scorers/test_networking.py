"""Networking: contacts who may bring a job elsewhere."""

from __future__ import annotations

from formulas import expected, hours_of
from hypothesis import given
from strategies import exact_values


@given(values=exact_values())
def test_networking_is_its_formula(values):
    """It gives what its formula gives, anywhere within the bounds, their ends included."""
    assert expected("networking", values) == hours_of("networking", values)
