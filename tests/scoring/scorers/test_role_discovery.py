"""Role discovery: not knowing how a job would suit is worth something, because only good surprises are acted on."""

from __future__ import annotations

import math

import pytest
from formulas import evaluated, expected
from hypothesis import given
from hypothesis import strategies as st
from strategies import QUANTITIES, cases, exact_values, numbers, ranges

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)


def discovery(invitation, seeker, centre, half_width):
    """The expected hours of role_discovery for a belief about the appeal."""
    told = invitation.with_quantities(appeal=(centre - half_width, centre + half_width))
    return EVALUATOR.evaluate(told, seeker)["role_discovery"].hours


@given(values=exact_values())
def test_role_discovery_is_its_formula(values):
    """It gives what its formula gives, anywhere within the bounds, their ends included."""
    hours = evaluated("role_discovery", values)
    assert expected("role_discovery", values) == hours.mean == hours.low == hours.high


@given(values=exact_values())
def test_unknown_appeal_follows_from_interest_and_clarity(values):
    """An appeal that nobody gave is derived from role_interest and clarity."""
    del values["appeal"]
    assert expected("role_discovery", values) == evaluated("role_discovery", values).mean


@given(values=exact_values(), appeal=ranges(QUANTITIES["appeal"]), revealed=numbers(QUANTITIES["revealed"]))
def test_role_discovery_is_an_expected_excess(values, appeal, revealed):
    """The closed form of role_discovery is the mean of what is above the fallback, found by integrating."""
    reference = pytest.importorskip("reference", reason="the reference needs NumPy and SciPy")
    integrate, stats = pytest.importorskip("scipy.integrate"), pytest.importorskip("scipy.stats")
    values |= {"appeal": appeal, "revealed": revealed, "offer_chance": 1.0, "job_worth": 1.0}
    mean, sd = reference.belief(*appeal)
    spread = sd * math.sqrt(revealed)
    top = max(mean + 12 * spread, 0.0)
    density = stats.norm(mean, spread or 1.0).pdf
    points = [point for point in (mean - 3 * spread, mean, mean + 3 * spread) if 0 < point < top]
    area = (
        integrate.quad(lambda x: x * density(x), 0, top, points=points or None)[0] if spread > 1e-3 else max(mean, 0.0)
    )
    hours = evaluated("role_discovery", values)
    assert pytest.approx(area, abs=1e-3 if spread <= 1e-3 else 1e-7) == hours.mean


@given(case=cases(), centre=st.floats(-0.5, 0.5), widths=st.tuples(st.floats(0, 0.5), st.floats(0, 0.5)))
def test_wider_appeal_never_lowers_role_discovery(case, centre, widths):
    """Of two beliefs with one centre, the wider one makes the interview worth at least as much."""
    narrow, wide = (discovery(*case, centre, width).mean for width in sorted(widths))
    assert narrow <= wide + 1e-9 * max(1.0, wide)


@given(case=cases(), below=st.floats(-1, 0))
def test_certainty_below_the_fallback_makes_it_worthless(case, below):
    """Who surely prefers the fallback discovers nothing, and that is worth exactly nothing."""
    assert (0, 0, 0) == discovery(*case, below, 0)


@given(case=cases(), centre=st.floats(-0.5, 0.5), half_width=st.floats(0, 0.5))
def test_role_discovery_is_never_negative(case, centre, half_width):
    """An option need not be taken, so it never costs anything."""
    assert 0 <= discovery(*case, centre, half_width).low
