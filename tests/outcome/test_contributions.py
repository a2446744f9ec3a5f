"""Contributions: what each criterion shows, and how it counts."""

from __future__ import annotations

import pytest
from example import INVITATION, SEEKER

import interview_value as iv


@pytest.fixture
def evaluation():
    """The evaluation of the example."""
    return iv.Evaluator(discover=False).evaluate(INVITATION, SEEKER)


def test_one_contribution_per_criterion(evaluation):
    """Each criterion shows its hours, its weight, a reason, what was assumed, and no error; sorted by name."""
    names = [
        "being_seen", "courtesy", "effort", "future_opportunity", "kept_promise", "networking", "practice", "role_discovery",
    ]  # fmt: skip
    assert names == [item.name for item in evaluation.contributions]
    for item in evaluation.contributions:
        assert (1.0, "", True) == (item.weight, item.error, bool(item.reason))
    assert ("hour_value", "pressure", "travel") == tuple(n for n in evaluation["effort"].assumed if n != "expenses")


def test_costs_are_shown_as_hours_and_counted_as_a_loss(evaluation):
    """A cost shows the hours that it takes, and takes them from the net value."""
    effort = evaluation["effort"]
    assert effort.kind == "cost"
    assert (-effort.hours.mean, -effort.hours.high, -effort.hours.low) == effort.effect
    assert evaluation.cost.low <= evaluation.cost.mean <= evaluation.cost.high


def test_what_has_no_weight_does_not_count():
    """A criterion of weight 0 is shown but is no part of the net value; one of any other weight counts."""
    evaluation = iv.Evaluator(weights={"practice": 0, "effort": 0.1}, discover=False).evaluate(iv.Invitation())
    assert {"practice"} == {item.name for item in evaluation.contributions if not item.counts}
