"""Session: one question at a time, until none is worth asking, each answer taken back at will."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from small_scorers import alone, quantity, scorer

import interview_value as iv

from .steps import replies_of, reply_with

EVALUATOR = iv.Evaluator(discover=False)
KNOWN = {"role_interest": 0.4, "organization_interest": 0.5}


def session(**known):
    """A session that starts with what is known of an invitation."""
    return iv.Session(iv.Invitation(**known), evaluator=EVALUATOR)


def test_a_gate_that_cannot_tell_holds_nothing_up():
    """What a gate waits for is asked only where the answer is worth more hours than any other."""
    asked = session()
    waiting = [question.quantity for question in asked.evaluation.questions if question.gate]
    assert ["organization_interest", "role_interest"] == sorted(waiting)
    assert ("job_worth", "") == (asked.question.quantity, asked.question.gate)
    assert iv.Verdict.ASK_YOURSELF is asked.verdict
    assert not asked.done


def test_a_gate_that_declines_ends_it():
    """Once a gate declines there is nothing left to ask, and the verdict is sure."""
    asked = session()
    asked.answer(0, "role_interest")
    assert not asked.done
    asked.answer("nothing", "organization_interest")
    assert (True, iv.Verdict.DECLINE, 1.0) == (asked.done, asked.verdict, asked.evaluation.confidence)


def test_asking_them_first_ends_it():
    """Where a message to them is worth more than any answer of yours, no question holds that up."""
    asked = session(**KNOWN, would_accept="unlikely", hinge="most")
    assert asked.evaluation.questions[0].gain > 0
    assert (True, iv.Verdict.ASK_THEM) == (asked.done, asked.verdict)


def test_asking_them_first_stays_when_all_is_skipped():
    """Who skips what is worth still more is told to ask them first, not to go."""
    asked = iv.Session(iv.Invitation(would_accept="unlikely", hinge="some"), evaluator=EVALUATOR)
    assert asked.evaluation.first_way.asks
    while not asked.done:
        asked.skip()
    assert asked.history
    assert iv.Verdict.ASK_THEM is asked.verdict


def test_a_label_is_answered_by_its_words():
    """A label that is asked for offers its choices, is answered by any of their words, and kept by its name."""
    asked = session()
    (question,) = [
        item
        for item in iv.Session(iv.Invitation(role_interest=0), None, EVALUATOR).evaluation.questions
        if item.quantity == "status"
    ]
    assert "happy where I am, not looking" in asked.choices(question)
    evaluation = asked.answer("Happy where I am, not looking.", "status")
    assert ("content", "content") == (evaluation.seeker.label("status"), asked.history[0].answer)
    assert "the job situation: happy " in str(asked)


def test_asks_what_is_worth_most():
    """The question is the one whose answer is worth most beyond what asking costs, at every step."""
    asked = session(**KNOWN)
    while asked.question is not None:
        assert max(question.gain for question in asked.evaluation.questions) == asked.question.gain
        asked.answer((asked.question.low + asked.question.high) / 2)
    assert asked.history


@pytest.mark.parametrize("value", [300, "300", (200, 400), [200, 400], "200..400", iv.Estimate(200, 400)])
def test_answers_of_every_form(value):
    """An answer is a number, a range, or text that says one; the evaluation is that with the value given."""
    asked = session(**KNOWN)
    assert "job_worth" == asked.question.quantity
    evaluation = asked.answer(value)
    expected = EVALUATOR.evaluate(iv.Invitation(**KNOWN), iv.Seeker(job_worth=value))
    assert evaluation is asked.evaluation
    assert expected.to_dict() == evaluation.to_dict()
    (step,) = asked.history
    plain = iv.Estimate.of(value).to_plain()
    assert iv.deciding.Step("job_worth", plain, expected.verdict, expected.net.mean, expected.confidence) == step


def test_answer_about_another_quantity():
    """Any quantity can be answered at any time: the invitation's, the seeker's, or a constant of the model."""
    asked = session(**KNOWN)
    asked.answer(2, "duration")
    asked.answer(0.9, "mindset")
    asked.answer(0.01, "recall")
    evaluation = asked.evaluation
    assert iv.Estimate(2) == evaluation.invitation.duration
    assert iv.Estimate(0.9) == evaluation.seeker.mindset
    assert {"recall": iv.Estimate(0.01)} == evaluation.invitation.quantities
    assert ["duration", "mindset", "recall"] == [step.quantity for step in asked.history]


@pytest.mark.parametrize("value", ["many", -1, (5, 1), (5, 30_000), float("nan"), None, True, [1, 2, 3], {}, "1..2..3"])
def test_wrong_answer_changes_nothing(value):
    """An answer that cannot be used is refused with what is allowed, and the session stays as it was."""
    asked = session(**KNOWN)
    before, question = asked.evaluation, asked.question
    with pytest.raises(iv.errors.FieldError) as caught:
        asked.answer(value)
    assert "job_worth" == caught.value.path
    assert (before, question, ()) == (asked.evaluation, asked.question, asked.history)


def test_unknown_quantity_is_refused():
    """A quantity that does not exist is refused, with the nearest name, and the session stays as it was."""
    asked = session(**KNOWN)
    for call in (lambda: asked.answer(3, "durration"), lambda: asked.skip("durration")):
        with pytest.raises(iv.errors.UnknownNameError, match="did you mean 'duration'"):
            call()
    assert () == asked.history


def test_skipped_question_is_not_asked_again():
    """Who does not know is asked for the next best thing, and no hours change."""
    asked = session(**KNOWN)
    before = asked.evaluation
    first = asked.question.quantity
    assert before.net_draws == asked.skip().net_draws
    assert (first, None) == (asked.history[0].quantity, asked.history[0].answer)
    seen = [first]
    while asked.question is not None:
        seen.append(asked.question.quantity)
        asked.skip()
    assert sorted(set(seen)) == sorted(seen)


def test_all_skipped_leaves_the_leaning():
    """When every question was skipped the session is done, and says what the expected net value says."""
    asked = session()
    assert iv.Verdict.ASK_YOURSELF is asked.verdict
    while not asked.done:
        asked.skip()
    assert asked.evaluation.leaning is asked.verdict


def test_a_skipped_question_can_be_answered_after_all():
    """An answer to what was skipped counts, and the verdict no longer passes over it."""
    asked = session(**KNOWN)
    asked.skip("job_worth")
    assert ("job_worth",) == asked.evaluation.left_open
    assert () == asked.answer(300, "job_worth").left_open


def test_what_they_can_answer_is_asked_them():
    """Who cannot tell what the recruiter knows is told to ask them; the session has no more to ask you."""
    mood = iv.Quantity("mood", bounds=(0, 20), prior=(0, 10), question="What mood?", ask="recruiter")
    asked = iv.Session(
        iv.Invitation(), iv.Seeker(), alone(scorer(lambda mood: mood - 5, mood, name="a"), asking_cost=0)
    )
    assert "mood" == asked.question.quantity
    asked.skip()
    assert (True, iv.Verdict.ASK_THEM, "mood") == (asked.done, asked.verdict, asked.evaluation.first_question.quantity)


def test_undo_takes_back_answers_and_skips():
    """Undo leads back through every step, to the very evaluation from before."""
    asked = session(**KNOWN)
    start, first = asked.evaluation, asked.question
    asked.answer((50, 400))
    second = asked.question
    asked.skip()
    asked.undo()
    assert second == asked.question
    assert start is asked.undo()
    assert (first, ()) == (asked.question, asked.history)
    with pytest.raises(iv.errors.SessionError, match="no step to take back"):
        asked.undo()


def test_done_session_has_no_question_to_answer():
    """When nothing is left to ask, answering without naming a quantity is an error, and naming one is not."""
    asked = iv.Session(iv.Invitation(role_interest=0, organization_interest=0), evaluator=EVALUATOR)
    assert asked.done
    for call in (lambda: asked.answer(1), asked.skip):
        with pytest.raises(iv.errors.SessionError, match="no question is open"):
            call()
    assert asked.evaluation.ruling is not None
    asked.answer(0.5, "role_interest")
    assert asked.evaluation.ruling is None


def test_ends_by_itself_with_a_verdict():
    """A session that is answered ends, and its verdict is attend or decline and no longer to ask."""
    asked = session()
    for _ in range(30):
        if asked.done:
            break
        asked.answer((asked.question.low + asked.question.high) / 2)
    assert asked.done
    assert asked.verdict is asked.evaluation.verdict
    assert asked.verdict in (iv.Verdict.ATTEND, iv.Verdict.DECLINE)
    assert all(question.gain <= 0 for question in asked.evaluation.questions)


def test_default_evaluator_and_nobody():
    """Left out, the seeker is one of whom nothing is known, and the evaluator the one behind evaluate."""
    asked = iv.Session(iv.Invitation(**KNOWN))
    assert iv.evaluate(iv.Invitation(**KNOWN)).to_dict() == asked.evaluation.to_dict()
    assert iv.evaluate(iv.Invitation(**KNOWN)).questions[0] == asked.question


def test_quantity_of_a_plugin_can_be_asked():
    """A quantity without a field of its own is asked for and answered like any other."""
    mood = quantity("mood")
    evaluator = alone(scorer(lambda mood: mood - 5, mood, name="a"), asking_cost=0)
    asked = iv.Session(iv.Invitation(), iv.Seeker(), evaluator)
    assert "mood" == asked.question.quantity
    asked.answer(9)
    assert (True, iv.Verdict.ATTEND, 4) == (asked.done, asked.verdict, asked.evaluation.net.mean)


RESPONSES = {
    iv.Verdict.ATTEND: "accept", iv.Verdict.DECLINE: "decline", iv.Verdict.ASK_THEM: "ask", iv.Verdict.ASK_YOURSELF: None,
}  # fmt: skip
"""What the letter of each verdict says; None for no letter."""


def response_of(evaluation):
    """Return what the letter of an evaluation says; None if there is no letter."""
    try:
        return evaluation.letter().response.value
    except iv.errors.InvalidInputError:
        return None


@settings(max_examples=8)
@given(replies=replies_of("low", "high", "range", "skip", "skip", "undo"))
def test_one_verdict(replies):
    """After any replies everything that is made of a session has its verdict, also from plain data.

    While something is yours to settle there is no letter.
    """
    asked = session(**KNOWN)
    for reply in replies:
        reply_with(asked, reply)
    evaluation = asked.evaluation
    assert {asked.verdict} == {evaluation.verdict, iv.Evaluation.from_dict(evaluation.to_dict()).verdict}
    assert RESPONSES[asked.verdict] == response_of(evaluation)
    assert str(evaluation).splitlines()[0] == str(asked).splitlines()[0]
