"""Law: it is never to be asked first where no answer can turn the leaning, and an answer is worth nothing below 0."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_scorers import put
from strategies import cases

import interview_value as iv
from interview_value.outcome.analysis.conditional import Conditional, levels
from interview_value.outcome.ways import LOST, WORTH_WHILE, _Ways

EVALUATOR = iv.Evaluator(discover=False, draws=64)


@given(case=cases())
def test_what_is_asked_can_turn_the_leaning(case):
    """A verdict to ask has a way that beats going and declining, or a question at whose answers the leaning differs."""
    evaluation = EVALUATOR.evaluate(*case)
    if not evaluation.verdict.asks:
        return
    assert evaluation.ruling is None
    way, question = evaluation.first_way, evaluation.first_question
    if way is not None and way.asks:
        assert way.worth - max(evaluation.expected_net, 0) > WORTH_WHILE
        return
    assert question.worth > question.cost
    assert question.quantity not in {**case[0].known, **case[1].known}
    conditional = Conditional(evaluation)
    known = conditional.run.plan.known[question.quantity]
    if known.is_label:
        nets = conditional.net_labelled(known.name, known.choices)
    else:
        nets = conditional.net(known.name, levels(known, question.low, question.high))
    assert min(nets) <= 0 < max(nets)


def test_two_hundred_hours_are_declined():
    """Where every future loses, there is nothing to ask, however much is unknown."""
    evaluation = iv.Evaluator(discover=False).evaluate(iv.Invitation(duration=55, travel=50, expenses=2_000))
    assert (iv.Verdict.DECLINE, None) == (evaluation.verdict, evaluation.first_question)
    assert 0.99 < evaluation.confidence


@given(case=cases())
def test_worth_and_cost_are_never_negative(case):
    """An answer is worth 0 h at least, asking costs 0 h at least, and knowing everything is worth no less than nothing."""
    evaluation = EVALUATOR.evaluate(*case)
    assert all(question.worth >= 0 and question.cost >= 0 for question in evaluation.questions)
    assert evaluation.knowing_everything >= 0
    assert evaluation.tip >= 0
    gains = [question.gain for question in evaluation.questions if question.worth]
    assert sorted(gains, reverse=True) == gains


@given(case=cases())
def test_answering_with_what_is_held_moves_nothing(case):
    """Answering with the exact value that is held already leaves the net value as it is, to the last bit."""
    evaluation = EVALUATOR.evaluate(*case)
    values = evaluation.run.values
    held = {name: values.fixed[name] for name in evaluation.run.plan.order if name in values.fixed}
    for name in sorted(held.keys() - {"preparation"} - values.failed.keys())[:4]:
        assert evaluation.net == EVALUATOR.evaluate(*put(case, **{name: held[name]})).net


@given(case=cases(), asking_cost=st.sampled_from([math.inf, 1e300]))
def test_nothing_is_asked_where_asking_is_out_of_the_question(case, asking_cost):
    """With an infinite cost of asking the verdict is the leaning, and no way begins with a message."""
    evaluation = EVALUATOR.with_settings(asking_cost=asking_cost).evaluate(*case)
    assert evaluation.leaning is evaluation.verdict
    assert not any(way.asks for way in evaluation.ways)
    assert 0 == evaluation.tip


@given(case=cases())
def test_asking_about_nothing_is_going_or_declining(case):
    """If no share of the doubt hangs on the answer, asking at no cost is worth what going or declining is."""
    ways = _Ways(EVALUATOR.evaluate(*case))
    expected = (1 - LOST) * ways.plain
    assert pytest.approx(expected, rel=1e-6, abs=1e-6) == ways.after_asking(0.0, 0.0)


@given(case=cases(), hinge=st.floats(0, 1))
def test_asking_saves_costs_and_creates_no_prize(case, hinge):
    """Asking at no cost is worth no more than going or declining, and the costs that it can save."""
    evaluation = EVALUATOR.evaluate(*case)
    ways = _Ways(evaluation)
    at_worst = Conditional(evaluation).net("would_accept", [0.0])[0]
    values = evaluation.run.values
    # The later rounds that one is spared are at most those of the draw that has most of them.
    most = {name: max(values.columns.get(name, [values.fixed.get(name, 0)])) for name in ("later_hours", "pressure")}
    spared = most["later_hours"] * most["pressure"]
    saved = spared + max(-at_worst, 0.0)
    assert ways.after_asking(hinge, 0.0) <= max(evaluation.expected_net, 0.0) + saved + 1e-6
