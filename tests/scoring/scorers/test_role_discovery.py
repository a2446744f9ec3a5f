"""Role discovery: the chance of an offer, of a yes, and the surplus, less what it takes to get there."""

from __future__ import annotations

import math

import pytest
from formulas import expected, hours_of
from hypothesis import given
from strategies import QUANTITIES, exact_values, numbers


@given(values=exact_values())
def test_role_discovery_is_its_formula(values):
    """It gives what its formula gives, anywhere within the bounds, their ends included."""
    assert expected("role_discovery", values) == hours_of("role_discovery", values)


@pytest.mark.parametrize("would_accept", [0.01, 0.1, 0.5, 0.9])
def test_surplus_of_a_chance_of_a_yes(would_accept):
    """A surplus that is logistic, and above 0 with a given chance, is −ln(1 − a) times its scale on average."""
    integrate = pytest.importorskip("scipy.integrate")
    stats = pytest.importorskip("scipy.stats")
    centre = math.log(would_accept / (1 - would_accept))
    area = integrate.quad(lambda x: x * stats.logistic.pdf(x, centre), 0, centre + 60, points=[max(centre, 1)])[0]
    assert pytest.approx(area, rel=1e-6) == -math.log(1 - would_accept)


@pytest.mark.parametrize(("worth", "toll"), [(10, 1), (3, 5), (1, 0)])
def test_right_to_go_on(worth, toll):
    """If what going on is worth has an exponential distribution, the right to pay a toll for it is worth V·exp(−c/V)."""
    integrate = pytest.importorskip("scipy.integrate")
    area = integrate.quad(lambda x: (x - toll) * math.exp(-x / worth) / worth, toll, 60 * worth)[0]
    assert pytest.approx(area, rel=1e-6) == worth * math.exp(-toll / worth)


@given(values=exact_values(), later_hours=numbers(QUANTITIES["later_hours"]))
def test_later_rounds_never_cost_more_than_they_may_bring(values, later_hours):
    """One goes on only while it pays, so that the hours are never negative."""
    assert 0 <= hours_of("role_discovery", values, later_hours=later_hours)
