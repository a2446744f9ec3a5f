"""Invitations, seekers and evaluators that are the same everywhere."""

from __future__ import annotations

import os

from testing.examples import commuting

import interview_value as iv
from interview_value import testing


def test_builders_know_everything():
    """The builders leave nothing unknown, and take changes of fields and of quantities of plugins."""
    assert testing.an_invitation().known.keys() == iv.Invitation.own_quantities().keys()
    assert testing.a_seeker().known.keys() == iv.Seeker.own_quantities().keys()
    for facts in (testing.an_invitation(), testing.a_seeker()):
        assert "unknown" not in map(facts.label, facts.own_labels())
    changed = testing.an_invitation(role="Cook", travel=None, commute=5)
    assert ("Cook", None, iv.Estimate(5)) == (changed.role, changed.travel, changed.known["commute"])
    evaluation = testing.an_evaluation(commuting, invitation=testing.an_invitation(commute=5, offer_chance=0.25))
    assert 5.0 == evaluation["commuting"].hours.mean
    assert testing.an_evaluation(seeker=testing.a_seeker(mindset=0.1)).complete


def test_isolated_from_the_environment(monkeypatch):
    """No variable of the environment reaches an isolated evaluator, and the environment stays as it was."""
    monkeypatch.setenv("INTERVIEW_VALUE_BLOCK", "practice")
    evaluator = testing.isolated_evaluator(commuting, weights={"commuting": 2})
    assert "practice" in [scorer.name for scorer in evaluator.scorers]
    assert "practice" == os.environ["INTERVIEW_VALUE_BLOCK"]
    assert "commuting" not in [scorer.name for scorer in testing.isolated_evaluator().scorers]
