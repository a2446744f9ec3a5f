"""Questions: what an answer is worth, against brute force, and in which order they come."""

from __future__ import annotations

import pytest

import interview_value as iv

from .brute_force import BruteForce
from .cases import EXTREME, WRITTEN

EVALUATOR = iv.Evaluator(discover=False)
MOST = 4
"""How many questions of each case are compared here; ``scripts/value_of_information_error.py`` compares them all."""


def near(expected):
    """Within 0.05 h or 10 %, whichever is larger."""
    return pytest.approx(expected, abs=0.05, rel=0.1)


@pytest.mark.parametrize("title", WRITTEN)
def test_worth_is_what_brute_force_finds(title):
    """The questions worth most are worth what a million draws a question say, within 0.05 h or 10 %."""
    evaluation, brute_force = EVALUATOR.evaluate(*WRITTEN[title]), BruteForce(*WRITTEN[title])
    most = sorted(evaluation.questions, key=lambda question: -question.worth)[:MOST]
    expected = {question.quantity: near(brute_force.worth(question.quantity)) for question in most}
    assert expected == {question.quantity: question.worth for question in most}


def test_cases_are_worth_asking_about():
    """In at least ten of the cases some answer is worth more than half an hour, or the comparison would mean little."""
    best = [max(question.worth for question in EVALUATOR.evaluate(*case).questions) for case in WRITTEN.values()]
    assert 10 <= sum(worth > 0.5 for worth in best)


def test_more_draws_come_nearer():
    """Where ranges are so wide that 256 draws do not do, the evaluator's draws= is the way to a better number."""
    invitation, seeker = EXTREME
    precise = iv.Evaluator(discover=False, draws=32_768).evaluate(invitation, seeker)
    (question,) = [question for question in precise.questions if question.quantity == "role_interest"]
    assert near(BruteForce(invitation, seeker, inner=131_072).worth("role_interest")) == question.worth
