"""Courtesy: what somebody who cannot say yes takes from others."""

from __future__ import annotations

from formulas import expected, hours_of
from hypothesis import given
from strategies import exact_values


@given(values=exact_values())
def test_courtesy_is_its_formula(values):
    """It gives what its formula gives, anywhere within the bounds, their ends included."""
    assert expected("courtesy", values) == hours_of("courtesy", values)
