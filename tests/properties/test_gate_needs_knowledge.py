"""Law: a gate fires on what is known and never on a prior; while it cannot tell, it asks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from strategies import cases

import interview_value as iv

INTERESTS = ("role_interest", "organization_interest")
EVALUATOR = iv.Evaluator(discover=False)


def finding(invitation, seeker):
    """What nothing_of_interest says."""
    return next(
        found for found in EVALUATOR.evaluate(invitation, seeker).findings if found.name == "nothing_of_interest"
    )


@given(case=cases(), unknown=st.sampled_from(INTERESTS))
def test_gate_never_fires_on_an_unknown(case, unknown):
    """With one of the two interests unknown, nothing else that is known makes the gate decline."""
    invitation, seeker = case
    assert iv.outcome.Answer.YES is not finding(invitation.with_quantities(**{unknown: None}), seeker).answer


@given(case=cases())
def test_gate_fires_only_on_two_known_zeros(case):
    """The gate declines exactly when both interests are known to be 0."""
    invitation, seeker = case
    nothing = all(invitation.known.get(name) == iv.Estimate(0) for name in INTERESTS)
    assert nothing == (finding(invitation, seeker).answer is iv.outcome.Answer.YES)


@given(case=cases(), interest=st.floats(1e-9, 1), known=st.sampled_from(INTERESTS))
def test_any_interest_opens_the_gate(case, interest, known):
    """A single interest above 0 is enough to go on, even while the other one is unknown."""
    invitation, seeker = case
    assert iv.outcome.Answer.NO is finding(invitation.with_quantities(**{known: interest}), seeker).answer


@given(case=cases(), high=st.floats(1e-9, 1), low=st.sampled_from(INTERESTS))
def test_gate_never_fires_on_a_range(case, high, low):
    """A range that reaches down to 0 is no known zero, and what is not known exactly is named as missing."""
    invitation, seeker = case
    told = invitation.with_quantities(role_interest=0, organization_interest=0).with_quantities(**{low: (0, high)})
    found = finding(told, seeker)
    assert (iv.outcome.Answer.UNKNOWN, (low,)) == (found.answer, found.missing)


@given(case=cases(), high=st.floats(1e-9, 1))
def test_gate_that_cannot_tell_is_no_hold_up(case, high):
    """A gate that cannot tell names what it has to know, which is a question, and leaves the verdict to the hours."""
    invitation, seeker = case
    told = invitation.with_quantities(role_interest=(0, high), organization_interest=None, obliged=None)
    evaluation = EVALUATOR.evaluate(told, seeker)
    assert evaluation.ruling is None
    assert ("organization_interest",) == evaluation.findings[0].missing
    assert "organization_interest" in {question.quantity for question in evaluation.questions}


@iv.gate(reason="Something was said about it.")
def told_of(sociability):
    """Decline on anything that is known at all."""
    return (sociability >= 0) | (sociability < 0)


@given(case=cases())
def test_no_gate_sees_a_prior(case):
    """A gate that would decline on any value at all still cannot tell while nobody gave one."""
    evaluation = iv.Evaluator(plugins=[told_of], discover=False).evaluate(*case)
    expected = iv.outcome.Answer.UNKNOWN if case[1].sociability is None else iv.outcome.Answer.YES
    # A range that straddles 0 cannot be, so what is known answers for sure.
    assert expected is next(found for found in evaluation.findings if found.name == "told_of").answer
