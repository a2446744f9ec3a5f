"""Gates: the built-in one, a veto in an evaluation, and gates that nobody is asked about."""

from __future__ import annotations

import pytest

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)

YES, NO, UNKNOWN = iv.outcome.Answer.YES, iv.outcome.Answer.NO, iv.outcome.Answer.UNKNOWN


@pytest.mark.parametrize(
    ("role", "organization", "answer", "missing"),
    [
        (0, 0, YES, ()),
        (0, 0.1, NO, ()),
        (0.1, 0, NO, ()),
        (0.1, None, NO, ()),
        (None, 0.1, NO, ()),
        (0, None, UNKNOWN, ("organization_interest",)),
        (None, 0, UNKNOWN, ("role_interest",)),
        (None, None, UNKNOWN, ("role_interest", "organization_interest")),
        (0, (0, 0.4), UNKNOWN, ("organization_interest",)),
        ((0, 0.4), (0, 0.2), UNKNOWN, ("role_interest", "organization_interest")),
        (0, (0.1, 0.4), NO, ()),
    ],
)
def test_nothing_of_interest(role, organization, answer, missing):
    """Decline on two known zeros, go on where there surely is interest, ask for what is missing else."""
    invitation = iv.Invitation(role_interest=role, organization_interest=organization)
    finding = EVALUATOR.evaluate(invitation).findings[0]
    assert (answer, missing, "") == (finding.answer, finding.missing, finding.error)
    assert finding.reason.startswith("Nothing about the role")


def test_a_rule_outweighs_the_hours():
    """A gate declines with full confidence, however much the hours speak for going."""
    interested = iv.Invitation(role_interest=0, organization_interest=0, would_accept=0.9, offer_chance=0.9)
    evaluation = EVALUATOR.evaluate(interested, iv.Seeker(job_worth=10_000))
    assert (iv.Verdict.DECLINE, 1.0, True) == (evaluation.verdict, evaluation.confidence, evaluation.net.mean > 0)


@pytest.mark.parametrize(
    ("obliged", "answer", "missing"), [(True, YES, ()), (False, NO, ()), (None, UNKNOWN, ("obliged",))]
)
def test_obligation(obliged, answer, missing):
    """Whoever has to go attends, beside what it costs; where nothing is said of it, nobody is asked."""
    evaluation = EVALUATOR.evaluate(iv.Invitation(obliged=obliged, duration=50, travel=50))
    finding = evaluation.findings[1]
    assert ("obliged", iv.Verdict.ATTEND, answer, missing) == (
        finding.name,
        finding.verdict,
        finding.answer,
        finding.missing,
    )
    assert "obliged" not in {question.quantity for question in evaluation.questions}
    expected = (iv.Verdict.ATTEND, 1.0) if obliged else (iv.Verdict.DECLINE, evaluation.confidence)
    assert expected == (evaluation.verdict, evaluation.confidence)
    assert evaluation.net.mean < 0


def test_obligation_outweighs_having_no_interest():
    """Whoever has to go attends even what nothing interests in, and no contradiction is told."""
    evaluation = EVALUATOR.evaluate(iv.Invitation(obliged=True, role_interest=0, organization_interest=0))
    assert (iv.Verdict.ATTEND, "obliged", ()) == (evaluation.verdict, evaluation.ruling.name, evaluation.notes)


def far(verdict="decline", name="far", asks=True):
    """A gate on ``travel`` that holds above four hours."""
    return iv.gate(reason="Far.", name=name, verdict=verdict, asks=asks)(lambda travel: travel > 4)


def with_gates(*gates):
    """An evaluator with some gates and none of the built-in ones, which never asks for hours' sake."""
    return iv.Evaluator(plugins=gates, block=["nothing_of_interest", "obliged"], asking_cost=1e9, discover=False)


def test_rules_that_contradict_each_other():
    """If one rule says to attend and another one to decline, that is told, and you have to settle it."""
    both = with_gates(far(), far("attend", "worth_the_way"))
    evaluation = both.evaluate(iv.Invitation(travel=5))
    assert (iv.Verdict.ASK_YOURSELF, None) == (evaluation.verdict, evaluation.ruling)
    assert (
        "“far” says to decline and “worth the way” says to go: settle for yourself which of them counts",
    ) == evaluation.notes
    assert both.evaluate(iv.Invitation(travel=3)).leaning is both.evaluate(iv.Invitation(travel=3)).verdict
    obliged = iv.Evaluator(plugins=[far()], discover=False).evaluate(iv.Invitation(travel=5, obliged=True))
    assert (iv.Verdict.ATTEND, ()) == (obliged.verdict, obliged.notes)


@pytest.mark.parametrize("asks", [True, False])
def test_a_gate_that_cannot_tell_is_no_hold_up(asks):
    """While it cannot tell, the verdict is as if it were not there; what it lacks is among the questions if it asks."""
    evaluation = with_gates(far(asks=asks)).evaluate(iv.Invitation())
    assert evaluation.leaning is evaluation.verdict
    assert [UNKNOWN, ("travel",)] == [evaluation.findings[0].answer, evaluation.findings[0].missing]
    assert ({"travel"} if asks else set()) == {question.quantity for question in evaluation.questions if question.gate}


@pytest.mark.parametrize(("travel", "answer"), [(5, YES), ((5, 9), YES), (1, NO)])
def test_a_gate_that_asks_nobody_counts_once_it_is_told(travel, answer):
    """Its rule is one like any other."""
    told = with_gates(far(asks=False)).evaluate(iv.Invitation(travel=travel))
    assert (answer, answer is YES) == (told.findings[0].answer, told.ruling is not None)


def test_a_gate_on_a_label_of_a_plugin():
    """A plugin brings a label as the library does, and its gate reads it."""
    mood = iv.Quantity(
        "mood", kind="choice", choices={"good": "fine", "bad": "not at all"}, question="How are you?", ask="yourself"
    )
    gate = iv.gate(reason="Rest.", name="tired", quantities=[mood])(lambda mood: mood == "bad")
    evaluator = iv.Evaluator(plugins=[gate], discover=False)
    answers = {
        said: evaluator.evaluate(iv.Invitation(quantities={"mood": said} if said else {})).findings[-1].answer
        for said in ("bad", "not at all", "fine", None)
    }
    assert {"bad": YES, "not at all": YES, "fine": NO, None: UNKNOWN} == answers
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        evaluator.evaluate(iv.Invitation(quantities={"mood": "goood"}))
    assert ["good"] == [mistake.nearest for mistake in caught.value.mistakes]
