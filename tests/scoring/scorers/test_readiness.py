"""Readiness: preparation has ever smaller returns, and raises the odds of an offer from what was said of it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_value.scoring.ops import FLOATS
from interview_value.scoring.scorers.readiness import chance_of_offer, readiness, with_better_odds


def test_readiness_of_some_hours():
    """None is no readiness, the hours called ready make 63 %, and many come near to all of it."""
    found = [readiness(hours, 2, FLOATS) for hours in (0, 2, 100)]
    assert pytest.approx([0, 1 - 1 / math.e, 1]) == found


@given(chance=st.floats(0, 0.98), lift=st.floats(0.05, 4), drive=st.floats(0.05, 5))
def test_an_ordinary_offer_is_what_was_said(chance, lift, drive):
    """At ordinary readiness and mood the chance of an offer is that which was given."""
    assert pytest.approx(chance, rel=1e-12) == chance_of_offer(chance, lift, drive, 0.6, 0.7, FLOATS)


@given(chance=st.floats(1e-6, 0.98), log_odds=st.floats(-9, 9))
def test_better_odds_add_to_the_log_odds(chance, log_odds):
    """The log-odds of the other chance are those of the chance and the number together."""
    expected = FLOATS.logistic(FLOATS.logit(chance) + log_odds)
    assert pytest.approx(expected, rel=1e-9) == with_better_odds(chance, log_odds, FLOATS)


def test_no_chance_stays_none():
    """Whatever the odds are raised by, a chance of 0 stays exactly that."""
    assert 0 == with_better_odds(0, 4, FLOATS)
