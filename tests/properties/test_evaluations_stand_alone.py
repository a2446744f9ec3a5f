"""Law: an evaluation hangs on its own invitation and seeker alone; another one changes nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from strategies import cases

import interview_value as iv


@given(case=cases(), others=st.lists(cases(), max_size=3))
def test_another_invitation_changes_nothing(case, others):
    """However many other invitations are evaluated in between, the first one is worth what it was."""
    evaluator = iv.Evaluator(discover=False)
    first = evaluator.evaluate(*case).to_dict()
    for other in others:
        evaluator.evaluate(*other)
    assert first == evaluator.evaluate(*case).to_dict()


@given(one=cases(), two=cases())
def test_comparing_never_reorders(one, two):
    """Which of two invitations is worth more is the same alone and side by side: there is nothing to normalise."""
    evaluator = iv.Evaluator(discover=False)
    alone = [iv.Evaluator(discover=False).evaluate(*case).net for case in (one, two)]
    assert alone == [evaluator.evaluate(*case).net for case in (one, two)]


@given(case=cases())
def test_evaluating_leaves_its_inputs_alone(case):
    """Nothing is written into an invitation or a seeker that anybody can see."""
    before = [facts.to_dict() for facts in case]
    iv.Evaluator(discover=False).evaluate(*case)
    assert before == [facts.to_dict() for facts in case]
