"""Being seen: what it may cost that somebody hears of it."""

from __future__ import annotations

from formulas import expected, hours_of
from hypothesis import given
from strategies import exact_values


@given(values=exact_values())
def test_being_seen_is_its_formula(values):
    """It gives what its formula gives, anywhere within the bounds, their ends included."""
    assert expected("being_seen", values) == hours_of("being_seen", values)
