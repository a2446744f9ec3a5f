"""Law: not knowing how a job would suit is worth something, because only good surprises are acted on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from strategies import cases

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)


def discovery(invitation, seeker, centre, half_width):
    """The expected hours of role_discovery for a belief about the appeal."""
    told = invitation.with_quantities(appeal=(centre - half_width, centre + half_width))
    return EVALUATOR.evaluate(told, seeker)["role_discovery"].hours


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
