"""Evaluations: what they can do by themselves."""

from __future__ import annotations

import json

import pytest
from example import INVITATION, SEEKER

import interview_value as iv


@pytest.fixture
def evaluation():
    """The evaluation of the example."""
    return iv.Evaluator(discover=False).evaluate(INVITATION, SEEKER)


def test_it_cannot_be_changed(evaluation):
    """What an evaluation was made of, and what a scorer sees of it, stay what they were; a merged invitation is a key."""
    for name in ("invitation", "contributions", "asking_cost", "verdict"):
        with pytest.raises(AttributeError):
            setattr(evaluation, name, None)
    assert {tuple, float} >= {type(draws) for draws in (evaluation.net_draws, *(item.draws for item in evaluation))}
    merged = iv.Invitation(duration=(1, 2)) | iv.Invitation(duration=(2, 3))
    assert {merged} == {iv.Invitation(duration=(1, 2)) | iv.Invitation(duration=(2, 3))}


def test_a_scorer_cannot_change_the_invitation():
    """One that asks for the whole invitation and writes to it fails, and the caller's object stays as it was."""

    def writes(invitation):
        invitation.quantities["commute"] = iv.Estimate(1)

    def replaces(invitation):
        invitation.duration = iv.Estimate(1)

    plugins = [iv.scorer(kind="cost", name=function.__name__)(function) for function in (writes, replaces)]
    evaluation = iv.Evaluator(discover=False, plugins=plugins).evaluate(INVITATION)
    assert [True, True] == [bool(evaluation[name].error) for name in ("writes", "replaces")]
    assert INVITATION == evaluation.invitation


def test_it_can_be_shown_and_recorded(evaluation):
    """It prints, shows itself in a notebook, and goes through JSON."""
    assert "Brightside Marketing" in str(evaluation)
    assert "Brightside Marketing" in evaluation._repr_html_()
    assert evaluation.net == iv.Evaluation.from_dict(json.loads(json.dumps(evaluation.to_dict()))).net
