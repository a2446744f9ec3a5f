"""Outcome: the verdict."""

from __future__ import annotations

import math

import pytest
from example import INVITATION

import interview_value as iv


def test_attend_and_decline_by_the_expected_net_value():
    """Without a gate's veto and with nothing worth asking, the sign of the expected net value decides."""
    evaluator = iv.Evaluator(asking_cost=math.inf, discover=False)
    worth = evaluator.evaluate(iv.Invitation(role_interest=0.5, appeal=(0.2, 0.8)), iv.Seeker(job_worth=1_000))
    dear = evaluator.evaluate(iv.Invitation(role_interest=0.5, travel=50), iv.Seeker(job_worth=10))
    assert (iv.Verdict.ATTEND, iv.Verdict.DECLINE) == (worth.verdict, dear.verdict)
    assert worth.net.mean > 0 > dear.net.mean
    assert all(evaluation.confidence > 0.5 for evaluation in (worth, dear))


@pytest.mark.parametrize("asking_cost", [math.inf, 10**400, 1e300])
def test_never_asking(asking_cost):
    """An infinite cost of asking, or one that is as good as infinite, never asks but for a gate."""
    evaluator = iv.Evaluator(asking_cost=asking_cost, discover=False)
    assert iv.Verdict.ASK_FIRST is not evaluator.evaluate(INVITATION).verdict
