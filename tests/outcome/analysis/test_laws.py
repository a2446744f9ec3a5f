"""Laws of the analysis, on any invitation and any seeker."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_scorers import BUILT_IN, net_as_prepared, put
from strategies import EVERYTHING, cases

import interview_value as iv
from interview_value.outcome.analysis.questions import knowing_everything
from interview_value.scoring.values import read_by_prior

EVALUATOR = iv.Evaluator(discover=False)


def quantities(items):
    """The names of the quantities that questions or turns are about."""
    return [item.quantity for item in items]


@given(case=cases())
def test_no_answer_is_worth_less_than_nothing_or_more_than_all(case):
    """What an answer is worth lies between nothing and what it is worth to know everything."""
    evaluation = EVALUATOR.evaluate(*case)
    most = knowing_everything(evaluation)
    assert all(0 <= question.worth <= most + 1e-9 for question in evaluation.questions)


@given(case=cases())
def test_best_question_comes_first(case):
    """What is worth most beyond what asking costs comes first; last comes what only a gate waits for."""
    order = [(question.worth == 0, -question.gain) for question in EVALUATOR.evaluate(*case).questions]
    worthless = [(True, 0)] * sum(last for last, _ in order)
    assert [*sorted(pair for pair in order if not pair[0]), *worthless] == [
        (last, 0 if last else gain) for last, gain in order
    ]


@given(case=cases())
def test_nobody_is_asked_what_is_known_or_nobody_knows(case):
    """There is no question about what was answered, be it by a range, and none about a constant of the model."""
    evaluation = EVALUATOR.evaluate(*case)
    answered = {name for facts in case for name in facts.known}
    answerable = {name for name, quantity in EVERYTHING.items() if quantity.ask != "nobody"}
    asked = set(quantities(question for question in evaluation.questions if not question.gate))
    assert set() == asked & answered
    assert asked <= answerable


@given(case=cases())
def test_question_says_what_either_end_would_say(case):
    """What the answer would be at either end is what an evaluation with that value leans to, prepared alike."""
    evaluation = EVALUATOR.evaluate(*case)
    for question in [question for question in evaluation.questions if question.worth and question.low is not None][:3]:
        nets = [
            net_as_prepared(EVALUATOR, case, evaluation.best_hours, **{question.quantity: end})
            for end in (question.low, question.high)
        ]
        expected = [iv.Verdict.ATTEND if net > 0 else iv.Verdict.DECLINE for net in nets]
        assert expected == [question.if_low, question.if_high]


@given(case=cases())
def test_infinite_cost_never_asks(case):
    """With an infinite asking_cost the verdict is the leaning, also where a gate cannot tell."""
    evaluation = iv.Evaluator(discover=False, asking_cost=math.inf).evaluate(*case)
    assert evaluation.leaning is evaluation.verdict


@given(case=cases())
def test_free_asking_asks_whatever_may_help(case):
    """With asking_cost=0 the verdict is to ask if anything helps that you know, or what they know beyond a message."""
    evaluation = iv.Evaluator(discover=False, asking_cost=0).evaluate(*case)
    mine = any(question.worth > 0 for question in evaluation.questions if question.ask == "yourself")
    theirs = any(question.gain > 0 for question in evaluation.questions if question.ask == "recruiter")
    way = evaluation.first_way is not None and evaluation.first_way.asks
    if evaluation.ruling is None:
        assert (mine or theirs or way) == evaluation.verdict.asks


@settings(max_examples=10)
@given(case=cases(), name=st.sampled_from(BUILT_IN))
def test_weight_0_is_like_blocking(case, name):
    """A criterion of weight 0 leaves every list, and with it all that only it reads: all is as if it were blocked."""
    # A constant of the model is known only while the scorer that brings it is there.
    case = put(case, **dict.fromkeys(case[0].quantities))
    weightless = iv.Evaluator(discover=False, weights={name: 0}).evaluate(*case)
    blocked = iv.Evaluator(discover=False, block=[name]).evaluate(*case)
    assert blocked.questions == weightless.questions
    assert blocked.swings == weightless.swings
    assert blocked.break_even == weightless.break_even


@given(case=cases(), factor=st.sampled_from([0.125, 0.5, 4, 16]))
def test_scaling_all_weights_turns_no_leaning(case, factor):
    """When every weight is multiplied alike, the leaning stays and worths are multiplied."""
    weights = dict.fromkeys(BUILT_IN, factor)
    plain = EVALUATOR.evaluate(*case)
    scaled = iv.Evaluator(discover=False, weights=weights).evaluate(*case)
    assert plain.leaning is scaled.leaning
    expected = {question.quantity: question.worth * factor for question in plain.questions}
    assert pytest.approx(expected, abs=1e-8 * max(factor, 1)) == {q.quantity: q.worth for q in scaled.questions}
    assert pytest.approx(plain.robustness.share) == scaled.robustness.share


@given(case=cases(), place=st.integers(0, 30))
def test_answering_what_is_held_already_changes_nothing(case, place):
    """Answering a question with the very range that was assumed leaves every draw, and all other worths, as they were.

    Only what the range was assumed by cannot move it any more.
    """
    before = EVALUATOR.evaluate(*case)
    asked = [question for question in before.questions if question.low is not None]
    if not asked:
        return
    question = asked[place % len(asked)]
    after = EVALUATOR.evaluate(*put(case, **{question.quantity: (question.low, question.high)}))
    assert before.net_draws == after.net_draws
    moved = {question.quantity, *read_by_prior(EVERYTHING[question.quantity])}
    worths = [
        {q.quantity: q.worth for q in e.questions if q.worth and q.quantity not in moved} for e in (before, after)
    ]
    assert worths[0] == worths[1]


@settings(max_examples=10)
@given(case=cases())
def test_break_even_weight_put_back_gives_zero(case):
    """With a criterion counted at its break-even weight the expected net value is zero, and beyond it has the side."""
    for turn in EVALUATOR.evaluate(*case).break_even.weights:
        if turn.turn is None:
            expected = 1 if turn.attend_above else -1
            nets = [net_with_weight(case, turn, weight) for weight in (0, 100)]
            assert all(net * expected > -1e-6 for net in nets)
        elif turn.turn < 1e6:
            assert pytest.approx(0, abs=1e-6) == net_with_weight(case, turn, turn.turn)
            assert turn.attend_above == (net_with_weight(case, turn, turn.turn * 2 + 1) > 0)


def net_with_weight(case, turn, weight):
    """The expected net value with one criterion counted otherwise."""
    return iv.Evaluator(discover=False, weights={turn.criterion: weight}).evaluate(*case).expected_net


@settings(max_examples=15)
@given(case=cases())
def test_break_even_value_put_back_gives_zero(case):
    """With a quantity at a break-even value the expected net value is zero, and between two it keeps its sign."""
    evaluation = EVALUATOR.evaluate(*case)
    for turn in evaluation.break_even.values:
        quantity = EVERYTHING[turn.quantity]
        assert all(quantity.bounds.contains(value) for value in turn.turns)
        assert sorted(turn.turns) == list(turn.turns)
        nets = [
            net_as_prepared(EVALUATOR, case, evaluation.best_hours, **{turn.quantity: value}) for value in turn.turns
        ]
        assert pytest.approx([0.0] * len(nets), abs=1e-6) == nets
