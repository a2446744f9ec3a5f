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


def test_it_can_be_shown_and_recorded(evaluation):
    """It prints, shows itself in a notebook, and goes through JSON."""
    assert "Brightside Marketing" in str(evaluation)
    assert "Brightside Marketing" in evaluation._repr_html_()
    assert evaluation.net == iv.Evaluation.from_dict(json.loads(json.dumps(evaluation.to_dict()))).net
