"""Outcome: the verdict."""

from __future__ import annotations

import math

import pytest
from example import INVITATION
from small_scorers import put

import interview_value as iv


def test_attend_and_decline_by_the_expected_net_value():
    """Where no gate decides and nothing is worth asking, the sign of the expected net value decides."""
    evaluator = iv.Evaluator(asking_cost=math.inf, discover=False)
    worth = evaluator.evaluate(iv.Invitation(would_accept="probably", offer_chance=0.5), iv.Seeker(job_worth=1_000))
    dear = evaluator.evaluate(iv.Invitation(would_accept="ruled_out", travel=50), iv.Seeker(job_worth=10))
    assert (iv.Verdict.ATTEND, iv.Verdict.DECLINE) == (worth.verdict, dear.verdict)
    assert worth.net.mean > 0 > dear.net.mean
    assert all(evaluation.confidence > 0.5 for evaluation in (worth, dear))


@pytest.mark.parametrize("asking_cost", [math.inf, 10**400, 1e300])
def test_never_asking(asking_cost):
    """An infinite cost of asking, or one that is as good as infinite, never asks."""
    assert not iv.Evaluator(asking_cost=asking_cost, discover=False).evaluate(INVITATION).verdict.asks


WORKED = iv.Invitation(stage="first", would_accept="unlikely", organization_interest="some", duration=1, travel=1.5)


def test_the_worked_example():
    """One asks oneself what a job is worth, at the value where the leaning turns."""
    evaluation = iv.Evaluator(discover=False).evaluate(WORKED, iv.Seeker(status="open"))
    assert (iv.Verdict.ASK_YOURSELF, iv.Verdict.ATTEND, 1.5) == (
        evaluation.verdict,
        evaluation.leaning,
        evaluation.best_hours,
    )
    assert pytest.approx(0.8, abs=0.35) == evaluation.expected_net
    question = evaluation.first_question
    assert "job_worth" == question.quantity
    assert pytest.approx((1.2, 360), rel=0.1) == (question.worth, question.turn)


@pytest.mark.parametrize(
    ("told", "verdict", "net"),
    [
        ({"job_worth": "quarter"}, iv.Verdict.ATTEND, 2.5),
        ({"job_worth": "month"}, iv.Verdict.DECLINE, -2.2),
        ({"would_accept": "ruled_out"}, iv.Verdict.DECLINE, -3.5),
        ({"job_worth": "quarter", "hinge": "most"}, iv.Verdict.ASK_THEM, 2.5),
    ],
    ids=str,
)
def test_the_worked_example_told_more(told, verdict, net):
    """One answer more settles it, or shows what to ask them first."""
    evaluation = iv.Evaluator(discover=False).evaluate(*put((WORKED, iv.Seeker(status="open")), **told))
    assert verdict is evaluation.verdict
    assert pytest.approx(net, abs=0.4) == evaluation.expected_net


def test_what_is_asked_of_them_is_a_way():
    """If most of the doubt hangs on one thing, asking for it is the best way, worth more than going."""
    told = put((WORKED, iv.Seeker(status="open")), job_worth="quarter", hinge="most")
    evaluation = iv.Evaluator(discover=False).evaluate(*told)
    assert "ask_one_thing" == evaluation.first_way.name
    assert pytest.approx(4.5, abs=0.5) == evaluation.first_way.worth


def test_a_screen_by_phone():
    """Half an hour on the phone is worth going, after three quarters of an hour of preparation."""
    screen = iv.Invitation(
        stage="screen", would_accept="unlikely", organization_interest="some", duration=0.5, remote=True
    )
    evaluation = iv.Evaluator(discover=False, draws=4_096).evaluate(screen, iv.Seeker(status="open"))
    assert (iv.Verdict.ATTEND, 0.75) == (evaluation.verdict, evaluation.best_hours)


def test_the_tip_is_worth_something_where_nothing_is_said_of_the_one_thing():
    """Whether one thing would settle the doubt is worth knowing until it is said."""
    seeker = iv.Seeker(status="open", job_worth="quarter")
    untold, told = (iv.Evaluator(discover=False).evaluate(WORKED.with_quantities(hinge=h), seeker) for h in (None, 0.5))
    assert untold.tip > 0.25
    assert 0 == told.tip
