"""The criterion by itself, and as a part of an evaluation."""

from __future__ import annotations

import interview_value_commute
import pytest
from interview_value_commute import commuting

import interview_value as iv


def test_hours() -> None:
    """Four weeks of commuting count as far as an offer is likely."""
    assert pytest.approx(5.0) == commuting(commute=5, offer_chance=0.25)


def test_as_a_part_of_an_evaluation() -> None:
    """The quantity can be given with an invitation, and the criterion explains itself."""
    evaluator = iv.Evaluator(plugins=[interview_value_commute], discover=False)
    invitation = iv.Invitation(offer_chance=0.25).with_quantities(commute=5)
    contribution = evaluator.evaluate(invitation)["commuting"]
    assert pytest.approx(5.0) == contribution.hours.mean
    assert contribution.reason == "5 h a week for a month, with 25% chance of an offer"
    assert contribution.assumed == ()
