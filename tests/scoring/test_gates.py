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
    (finding,) = EVALUATOR.evaluate(invitation).findings
    assert (answer, missing, "") == (finding.answer, finding.missing, finding.error)
    assert finding.reason.startswith("Nothing about the role")


def test_veto_outweighs_everything():
    """A veto declines with full confidence, however much the hours speak for going."""
    evaluation = EVALUATOR.evaluate(
        iv.Invitation(role_interest=0, organization_interest=0, appeal=1, offer_chance=1), iv.Seeker(job_worth=10_000)
    )
    assert (iv.Verdict.DECLINE, 1.0, True) == (evaluation.verdict, evaluation.confidence, evaluation.net.mean > 0)


def quiet(asks):
    """An evaluator with a gate on ``travel`` that declines above four hours."""
    gate = iv.gate(reason="Far.", name="far", asks=asks)(lambda travel: travel > 4)
    return iv.Evaluator(plugins=[gate], block=["nothing_of_interest"], asking_cost=1e9, discover=False)


def test_a_gate_that_asks_nobody_waits_for_nothing():
    """While it cannot tell, the evaluation goes on as if it were not there, and says that it could not tell."""
    invitation = iv.Invitation()
    waiting, going_on = quiet(True).evaluate(invitation), quiet(False).evaluate(invitation)
    assert (iv.Verdict.ASK_FIRST, True) == (waiting.verdict, waiting.undecided)
    assert (going_on.leaning, False) == (going_on.verdict, going_on.undecided)
    assert [UNKNOWN, ("travel",)] == [going_on.findings[0].answer, going_on.findings[0].missing]
    assert {"travel"} == {question.quantity for question in waiting.questions if question.gate}
    assert set() == {question.quantity for question in going_on.questions if question.gate}


@pytest.mark.parametrize(("travel", "answer"), [(5, YES), ((5, 9), YES), (1, NO)])
def test_a_gate_that_asks_nobody_counts_once_it_is_told(travel, answer):
    """Its veto is one like any other."""
    told = quiet(False).evaluate(iv.Invitation(travel=travel))
    assert (answer, answer is YES) == (told.findings[0].answer, told.verdict is iv.Verdict.DECLINE)


def test_whether_a_gate_asks_is_kept():
    """An evaluation that is read back has the same verdict; what was stored without a word on it asks."""
    evaluation = quiet(False).evaluate(iv.Invitation())
    plain = evaluation.to_dict()
    assert evaluation.verdict == iv.Evaluation.from_dict(plain).verdict
    del plain["gates"][0]["asks"]
    assert iv.Verdict.ASK_FIRST == iv.Evaluation.from_dict(plain).verdict
    plain["gates"][0]["asks"] = "no"
    with pytest.raises(iv.errors.InvalidInputError, match=r"gates\[0\]: got"):
        iv.Evaluation.from_dict(plain)
