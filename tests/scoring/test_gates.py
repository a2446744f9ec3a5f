"""Gates: vetoes on what is known, in three-valued logic."""

from __future__ import annotations

import pytest

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)
YES, NO, UNKNOWN = iv.Answer.YES, iv.Answer.NO, iv.Answer.UNKNOWN


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


def answer_of(function, **known):
    """What a gate says that looks at ``travel``."""
    gate = iv.gate(reason="Looked.", name="looking")(function)
    evaluator = iv.Evaluator(plugins=[gate], block=["nothing_of_interest"], discover=False)
    (finding,) = evaluator.evaluate(iv.Invitation(**known)).findings
    assert "" == finding.error
    return finding.answer


@pytest.mark.parametrize(
    ("function", "below", "within", "above"),
    [
        (lambda travel: travel < 3, YES, UNKNOWN, NO),
        (lambda travel: travel <= 3, YES, UNKNOWN, NO),
        (lambda travel: travel > 3, NO, UNKNOWN, YES),
        (lambda travel: travel >= 3, NO, UNKNOWN, YES),
        (lambda travel: travel == 3, NO, UNKNOWN, NO),
        (lambda travel: travel != 3, YES, UNKNOWN, YES),
        (lambda travel: ~(travel < 3), NO, UNKNOWN, YES),
        (lambda travel: (travel > 1) & (travel > 3), NO, UNKNOWN, YES),
        (lambda travel: (travel < 0.5) | (travel > 3), NO, UNKNOWN, YES),
    ],
    ids=["<", "<=", ">", ">=", "==", "!=", "~", "&", "|"],
)
def test_comparisons(function, below, within, above):
    """A range is compared for sure with a number outside of it only; nothing is known for sure of an unknown."""
    assert [below, within, above, UNKNOWN] == [
        answer_of(function, travel=travel) for travel in ((1, 2), (2, 4), (4, 5), None)
    ]


@pytest.mark.parametrize(
    ("function", "at_three"),
    [
        (lambda travel: travel < 3, NO),
        (lambda travel: travel <= 3, YES),
        (lambda travel: travel > 3, NO),
        (lambda travel: travel >= 3, YES),
        (lambda travel: travel == 3, YES),
        (lambda travel: travel != 3, NO),
    ],
)
def test_exact_values_compare_as_numbers(function, at_three):
    """What is known exactly is compared as a number."""
    assert at_three is answer_of(function, travel=3)


def test_no_answer_outweighs_knowledge():
    """A surely false part settles an "and", a surely true one an "or", whatever is unknown beside it."""
    assert NO is answer_of(lambda travel, clarity: (travel > 3) & (clarity > 0.5), travel=1)
    assert YES is answer_of(lambda travel, clarity: (travel > 3) | (clarity > 0.5), travel=4)


def test_ternary_is_neither_true_nor_false():
    """`and`, `or` and `if` would turn an unknown into an answer without a word, so they are refused."""
    with pytest.raises(TypeError, match=r"combine with &, \| and ~"):
        bool(iv.Ternary(False, False))


def test_maybe_cannot_be_a_key():
    """Comparing gives a Ternary, so it cannot be hashed."""
    with pytest.raises(TypeError, match="unhashable"):
        hash(iv.Maybe(1.0, 1.0, True))


def test_gate_sees_the_context():
    """A gate may look at the invitation and the seeker themselves."""

    @iv.gate(reason="Not on the phone.")
    def by_phone(invitation, seeker):
        """Decline what is remote."""
        return iv.Ternary(invitation.remote is True and seeker.mindset is None, invitation.remote is False)

    evaluator = iv.Evaluator(plugins=[by_phone], block=["nothing_of_interest"], discover=False)
    answers = [evaluator.evaluate(iv.Invitation(remote=remote)).findings[0].answer for remote in (True, False, None)]
    assert [YES, NO, UNKNOWN] == answers


def test_veto_outweighs_everything():
    """A veto declines with full confidence, however much the hours speak for going."""
    evaluation = EVALUATOR.evaluate(
        iv.Invitation(role_interest=0, organization_interest=0, appeal=1, offer_chance=1), iv.Seeker(job_worth=10_000)
    )
    assert (iv.Verdict.DECLINE, 1.0, True) == (evaluation.verdict, evaluation.confidence, evaluation.net.mean > 0)


@pytest.mark.parametrize("answer", [True, None, 1, "yes", float("nan")], ids=repr)
def test_gate_that_returns_rubbish(answer):
    """What is no Ternary is reported, and neither declines nor asks."""
    gate = iv.gate(reason="Rubbish.", name="rubbish")(lambda travel: answer)
    plain = iv.Evaluator(block=["nothing_of_interest"], asking_cost=1e9, discover=False).evaluate(iv.Invitation())
    evaluator = iv.Evaluator(plugins=[gate], block=["nothing_of_interest"], asking_cost=1e9, discover=False)
    evaluation = evaluator.evaluate(iv.Invitation())
    (finding,) = evaluation.findings
    assert (UNKNOWN, ()) == (finding.answer, finding.missing)
    assert (finding.error,) == evaluation.errors
    assert "a gate returns what comparing its arguments gives" in finding.error
    assert (plain.verdict, plain.confidence, False) == (evaluation.verdict, evaluation.confidence, evaluation.complete)


def test_gate_that_raises():
    """A gate that raises is reported, and the others still count."""

    @iv.gate(reason="Broken.")
    def broken(travel):
        """Use an answer as if it were one."""
        return travel > 3 and travel < 5

    invitation = iv.Invitation(role_interest=0, organization_interest=0)
    evaluation = iv.Evaluator(plugins=[broken], discover=False).evaluate(invitation)
    assert iv.Verdict.DECLINE is evaluation.verdict
    assert evaluation.errors[0].startswith("broken: raised TypeError(")


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
    with pytest.raises(iv.InvalidInputError, match=r"see gates\[0\]"):
        iv.Evaluation.from_dict(plain)


def test_a_gate_either_asks_or_does_not():
    """Anything else is refused when the gate is made."""
    with pytest.raises(iv.FieldError, match=r"far\.asks: got 1, expected True or False"):
        iv.gate(reason="Far.", name="far", asks=1)(lambda travel: travel > 4)
