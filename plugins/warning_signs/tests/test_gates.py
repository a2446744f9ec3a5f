"""What a strong sign does to the verdict, and that nothing else does."""

from __future__ import annotations

import interview_value_warning_signs
import pytest
from hypothesis import given
from interview_value_warning_signs import ANSWERS, GATES, SIGNS, Grade

import interview_value as iv
from interview_value.testing import check_gate, invitations, isolated_evaluator

EVALUATOR = isolated_evaluator(interview_value_warning_signs)
ALONE = isolated_evaluator()
STRONG = [
    ("asked_to_pay", {"summary": "Interview: please pay the registration fee first"}),
    ("asked_for_data", {"summary": "Interview; send us your bank details"}),
    ("unknown_to_organization", {"organizer": "mailto:one@br1ghtside.com"}),
]


def invited(organizer: str = "mailto:one@brightside.com", summary: str = "Interview", **facts) -> iv.Invitation:
    """An invitation of Brightside that is worth it, and about which nothing is left to ask."""
    event = iv.model.Event(uid="1", organizer=organizer, summary=summary, method="REQUEST")
    invitation = iv.Invitation(organization="Brightside", event=event, stage="final", would_accept="probably")
    return invitation.with_quantities(job_worth=5000, **facts)


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.name)
def test_it_keeps_the_contract(gate: iv.scoring.Gate) -> None:
    """All laws of the library's own kit hold for each gate."""
    check_gate(gate)


def test_without_a_sign_nothing_is_asked() -> None:
    """Having the plugin installed changes nothing about an invitation that bears no sign."""
    evaluation = EVALUATOR.evaluate(invited())
    assert iv.Verdict.ATTEND == evaluation.verdict == ALONE.evaluate(invited()).verdict
    assert () == evaluation.notes


@pytest.mark.parametrize(("answer", "facts"), STRONG)
def test_a_strong_sign_raises_its_question_and_no_other(answer: str, facts: dict[str, str]) -> None:
    """The one answer that settles the sign is asked for, worth nothing in hours; the note says what was seen."""
    evaluation = EVALUATOR.evaluate(invited(**facts))
    assert (iv.Verdict.ATTEND, 1) == (evaluation.verdict, len(evaluation.notes))
    gates = [gate.name for gate in GATES]
    assert [(answer, 0)] == [(item.quantity, item.worth) for item in evaluation.questions if item.gate in gates]


@pytest.mark.parametrize(("answer", "facts"), STRONG)
@pytest.mark.parametrize(("said", "verdict"), [("yes", "decline"), ("no", "attend")])
def test_only_an_answer_settles_it(answer: str, facts: dict[str, str], said: str, verdict: str) -> None:
    """A yes declines, a no goes on, and neither is asked again."""
    evaluation = EVALUATOR.evaluate(invited(**facts, **{answer: said}))
    assert iv.Verdict(verdict) == evaluation.verdict
    assert answer not in [question.quantity for question in evaluation.questions]


@pytest.mark.parametrize(
    "facts",
    [
        {"organizer": "mailto:brightside@gmail.com"},
        {
            "organizer": "mailto:one@nortonstaffing.com",
            "summary": "Interview via Telegram, slots are filling: bit.ly/1",
        },
    ],
)
def test_weak_signs_are_notes_and_no_more(facts: dict[str, str]) -> None:
    """However many there are, the verdict and the numbers stay as they are."""
    evaluation, alone = EVALUATOR.evaluate(invited(**facts)), ALONE.evaluate(invited(**facts))
    assert (alone.verdict, alone.net) == (evaluation.verdict, evaluation.net)
    assert evaluation.notes


@given(invitations())
def test_no_number_ever_changes(invitation: iv.Invitation) -> None:
    """The plugin adds questions and notes; hours it leaves alone."""
    evaluation = EVALUATOR.evaluate(invitation)
    assert evaluation.complete
    assert ALONE.evaluate(invitation).net == evaluation.net


@given(invitations(ANSWERS))
def test_nothing_is_declined_without_a_yes(invitation: iv.Invitation) -> None:
    """A polite no needs an answer that says yes."""
    findings = {finding.name: finding.answer for finding in EVALUATOR.evaluate(invitation).findings}
    yes = "yes" in invitation.quantities.values()
    assert yes or not any(findings[gate.name] is iv.outcome.Answer.YES for gate in GATES)


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda quantity: quantity.name)
def test_a_question_says_who_says_so(answer: iv.Quantity) -> None:
    """The source of each sign that raises it."""
    signs = [sign for sign in SIGNS.values() if sign.answer == answer.name]
    assert signs
    assert all(sign.source.url in answer.source for sign in signs)


def test_every_strong_sign_has_a_question() -> None:
    """One that a gate asks; and whatever a sign names as its answer can be given."""
    asked = {name for gate in GATES if gate.asks for name in gate.reads}
    assert asked == {sign.answer for sign in SIGNS.values() if sign.grade is Grade.STRONG}
    assert {quantity.name for quantity in ANSWERS} == {sign.answer for sign in SIGNS.values() if sign.answer}


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({"asked_to_pay": "yes"}, "decline"),
        ({"asked_for_data": "yes"}, "decline"),
        ({"unknown_to_organization": "yes"}, "decline"),
        ({"chat_only": "yes", "offered_unseen": "yes"}, "decline"),
        ({"chat_only": "yes"}, "attend"),
        ({"offered_unseen": "yes"}, "attend"),
        ({"chat_only": "yes", "offered_unseen": "no"}, "attend"),
        ({"asked_to_pay": "no", "asked_for_data": "no", "unknown_to_organization": "no"}, "attend"),
    ],
)
def test_what_the_seeker_tells_counts_unasked(answers: dict[str, str], verdict: str) -> None:
    """A yes to a strong sign declines though nothing was seen; one weak sign does not, and nothing more is asked."""
    assert iv.Verdict(verdict) == EVALUATOR.evaluate(invited(**answers)).verdict
