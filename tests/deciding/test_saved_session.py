"""A session as plain data: gone on with at any step, and what is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import interview_value as iv

from .steps import replies_of, reply_with

EVALUATOR = iv.Evaluator(discover=False)
KNOWN = {"role_interest": 0.4, "organization_interest": 0.5}


def session(**known):
    """A session that starts with what is known of an invitation."""
    return iv.Session(iv.Invitation(**known), evaluator=EVALUATOR)


@settings(max_examples=8)
@given(replies=replies_of("low", "high", "range", "skip", "undo"), at=st.integers(0, 8))
def test_saved_at_any_step_it_goes_on_alike(replies, at):
    """Through JSON at any step, a session goes on as if it had never been saved."""
    one, other = session(), session()
    for step, reply in enumerate(replies):
        if step == at:
            other = iv.Session.from_dict(json.loads(json.dumps(other.to_dict())), EVALUATOR)
        reply_with(one, reply)
        reply_with(other, reply)
    again = iv.Session.from_dict(json.loads(json.dumps(one.to_dict())), EVALUATOR)
    for each in (other, again):
        assert one.to_dict() == each.to_dict()
        assert (one.question, one.verdict, one.history) == (each.question, each.verdict, each.history)
        assert one.evaluation.net_draws == each.evaluation.net_draws


def test_saved_session_remembers_where_it_started():
    """What is saved are the facts at the start and the answers, so that undo still works after resuming."""
    asked = iv.Session(iv.Invitation(**KNOWN, notes=["a note"]), iv.Seeker(past_interviews=["2026-01-05"]), EVALUATOR)
    start = asked.evaluation.to_dict()
    asked.answer(300, "job_worth")
    again = iv.Session.from_dict(asked.to_dict(), EVALUATOR)
    again.undo()
    assert start == again.evaluation.to_dict()


def test_nothing_saved_is_believed():
    """The history that a save file shows is not read: verdicts are worked out anew."""
    asked = session(**KNOWN)
    asked.answer(300)
    plain = asked.to_dict()
    plain["history"][0]["verdict"] = "decline"
    plain["history"][0]["net"] = -1e6
    assert asked.history == iv.Session.from_dict(plain, EVALUATOR).history


@pytest.mark.parametrize(
    "plain",
    [
        None, [], {}, {"version": 1}, {"version": 3}, "text",
        {"version": 2, "invitation": 3}, {"version": 2, "seeker": {"mindset": 7}},
        {"version": 2, "steps": 3}, {"version": 2, "steps": [3]}, {"version": 2, "steps": {}},
        {"version": 2, "steps": [{"quantity": "duration"}]}, {"version": 2, "steps": [{"quantity": 3, "answer": 4}]},
        {"version": 2, "steps": [{"quantity": "duration", "answer": -4}]},
        {"version": 2, "steps": [{"quantity": "duration", "answer": "long"}]},
        {"version": 2, "steps": [{"quantity": "duration", "answer": {"a": 1}}]},
    ],
)  # fmt: skip
def test_broken_save_is_refused(plain):
    """Data of another form is refused as invalid input, naming the place."""
    with pytest.raises(iv.errors.InvalidInputError):
        iv.Session.from_dict(plain, EVALUATOR)


def test_all_mistakes_of_a_save_are_told_at_once():
    """Both forms and every step are looked at before anything is refused, each mistake with its form."""
    plain = {"version": 2, "invitation": {"travel": -1}, "seeker": {"mindset": 7, "minset": 1}, "steps": [3]}
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.Session.from_dict(plain, EVALUATOR)
    paths = {"invitation.travel", "seeker.mindset", "seeker.minset", "steps[0]"}
    assert paths == {mistake.path for mistake in caught.value.mistakes}


def test_broken_answer_names_its_step():
    """An answer in a save file that cannot be used is named with its step and what is allowed."""
    steps = [{"quantity": "duration", "answer": 2}, {"quantity": "travel", "answer": -4}]
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.Session.from_dict({"version": 2, "steps": steps}, EVALUATOR)
    assert ["steps[1].travel"] == [mistake.path for mistake in caught.value.exceptions]


def test_save_of_another_evaluator_is_refused():
    """A step about a quantity that the evaluator does not know is refused by name."""
    plain = {"version": 2, "steps": [{"quantity": "mood", "answer": None}]}
    with pytest.raises(iv.errors.UnknownNameError, match="mood"):
        iv.Session.from_dict(plain, EVALUATOR)
