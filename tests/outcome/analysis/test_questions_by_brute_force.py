"""Questions: what an answer is worth, against brute force, and in which order they come."""

from __future__ import annotations

import pytest

import interview_value as iv

from .brute_force import BruteForce
from .cases import EXTREME, WRITTEN

EVALUATOR = iv.Evaluator(discover=False, draws=4_096)
MOST = 3
"""How many questions of each case are compared here; ``scripts/value_of_information_error.py`` compares them all."""


def near(expected):
    """Within 0.1 h or 10 %, whichever is larger."""
    return pytest.approx(expected, abs=0.1, rel=0.1)


@pytest.mark.parametrize("title", WRITTEN)
def test_worth_is_what_brute_force_finds(title):
    """The questions worth most are worth what a million draws a question say, within 0.1 h or 10 %."""
    evaluation, brute_force = EVALUATOR.evaluate(*WRITTEN[title]), BruteForce(*WRITTEN[title])
    asked = [question for question in evaluation.questions if question.low is not None]
    most = sorted(asked, key=lambda question: -question.worth)[:MOST]
    expected = {question.quantity: near(brute_force.worth(question.quantity)) for question in most}
    assert expected == {question.quantity: question.worth for question in most}


def test_cases_are_worth_asking_about():
    """In at least five of the cases some answer is worth asking oneself for, or the comparison would mean little."""
    plain = iv.Evaluator(discover=False, draws=128)
    best = [
        max((question.worth for question in plain.evaluate(*case).questions), default=0) for case in WRITTEN.values()
    ]
    assert 5 <= sum(worth > plain.asking_cost for worth in best)


def test_more_draws_come_nearer():
    """Where ranges are so wide that the usual draws do not do, the evaluator's draws= is the way to a better number."""
    precise = iv.Evaluator(discover=False, draws=16_384).evaluate(*EXTREME)
    expected = BruteForce(*EXTREME, inner=131_072).worth("job_worth")
    (question,) = [question for question in precise.questions if question.quantity == "job_worth"]
    assert pytest.approx(expected, abs=0.1, rel=0.05) == question.worth
