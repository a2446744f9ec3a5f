"""What is asked whom: over many invitations the screen, the letter and the calendar's answer say the same."""

from __future__ import annotations

import math
from itertools import product
from pathlib import Path

import pytest

import interview_value as iv
from interview_value.evaluation.first_screen import next_step
from interview_value.replies.asking import own_matter, proposed_way, question_to_them, questions_to_them

pytest.importorskip("icalendar")

EVALUATOR = iv.Evaluator(discover=False, draws=16)
UNASKING = iv.Evaluator(discover=False, draws=16, asking_cost=math.inf)
EVENT = iv.read(Path(__file__).parents[2] / "examples" / "invitation.ics").event

GRID = list(
    product(
        [{}, {"would_accept": "ruled_out"}, {"would_accept": "unlikely"}, {"would_accept": "probably"}],
        [{}, {"stage": "screen"}, {"stage": "onsite"}],
        [{}, {"hinge": "most"}, {"role_interest": 0, "organization_interest": 0}],
        [{}, {"status": "open"}, {"status": "content", "job_worth": "quarter"}],
    )
)
"""What is known of 108 invitations: three facts of the invitation and what is known of the person."""

RESPONSES = {
    iv.Verdict.ATTEND: "accept", iv.Verdict.DECLINE: "decline", iv.Verdict.ASK_THEM: "ask", iv.Verdict.ASK_YOURSELF: None,
}  # fmt: skip
"""What is answered for each verdict; None for no answer before something is settled."""


def evaluated(case, evaluator=EVALUATOR):
    """An evaluation of one case of the grid."""
    *known, seeker = case
    facts = {name: value for part in known for name, value in part.items()}
    return evaluator.evaluate(iv.Invitation(role="Cook", event=EVENT, **facts), iv.Seeker(**seeker))


def written(write, *arguments):
    """What is written; None if it is refused because of the response."""
    try:
        return write(*arguments)
    except iv.errors.InvalidInputError as error:
        assert ["response"] == [mistake.path for mistake in error.mistakes]
        return None


def response_of(reply):
    """What a letter or a calendar's answer says; None where there is none."""
    return reply and reply.response.value


@pytest.fixture(scope="module")
def evaluations():
    """The evaluations of the grid."""
    return [evaluated(case) for case in GRID]


def test_all_say_the_same(evaluations):
    """The verdict, the letter and the calendar's answer agree; every verdict is among them."""
    said = [(each.verdict, response_of(written(each.letter)), response_of(written(each.reply))) for each in evaluations]
    assert {(verdict, response, response) for verdict, response in RESPONSES.items()} == set(said)


def test_what_is_settled_first_stands_on_the_screen(evaluations):
    """What the refused letter names is what the first screen asks."""
    own = [each for each in evaluations if each.verdict is iv.Verdict.ASK_YOURSELF]
    assert [] == [own_matter(each) for each in own if not own_matter(each) or own_matter(each) not in next_step(each)]


def test_a_letter_asks_only_what_is_worth_asking(evaluations):
    """A letter that asks has a question or a proposal worth more than it costs; where there is none it is refused."""
    for each in evaluations:
        letter, questions, way = written(each.letter, "ask"), questions_to_them(each), proposed_way(each)
        assert (letter is not None) == bool(questions or way)
        assert all(question.gain > 0 for question in questions)
        if letter is not None and way is None:
            assert all(question_to_them(question) in letter.body for question in questions)


def test_once_a_rule_decides_nothing_is_asked(evaluations):
    """After a rule there is nothing to ask them, and a no gives no reason and asks for no other role."""
    ruled = [each for each in evaluations if each.ruling is not None]
    assert {iv.Verdict.DECLINE} == {each.verdict for each in ruled}
    assert {None} == {written(each.letter, "ask") for each in ruled}
    assert [] == [each for each in ruled if "role" in each.letter().body.replace("interview for Cook", "")]


def test_an_endless_cost_of_asking_asks_nothing():
    """With an asking cost of infinity no verdict of the grid asks, and no letter does."""
    evaluations = [evaluated(case, UNASKING) for case in GRID[::3]]
    assert {iv.Verdict.ATTEND, iv.Verdict.DECLINE} == {each.verdict for each in evaluations}
    assert {None} == {written(each.letter, "ask") for each in evaluations}


def test_question_of_a_plugin_is_asked_in_its_own_words():
    """What a plugin would know of them is asked as it words it, on one line."""
    mood = iv.Quantity("mood", unit="h", bounds=(0, 400), prior=(0, 200), question="How\nlong?", ask="recruiter")
    moody = iv.scorer(kind="cost", name="moody", quantities=[mood])(lambda mood: mood)
    evaluation = iv.Evaluator(plugins=[moody], discover=False).evaluate(iv.Invitation(), iv.Seeker(job_worth="year"))
    assert ["How long?"] == [question_to_them(question) for question in questions_to_them(evaluation)]
