"""Run: what scorers and gates return, and what fails; that is reported in the evaluation, and nothing else changes."""

from __future__ import annotations

import json
import math
from fractions import Fraction

import pytest

import interview_value as iv

YES, NO, UNKNOWN = iv.outcome.Answer.YES, iv.outcome.Answer.NO, iv.outcome.Answer.UNKNOWN

INVITATION = iv.Invitation(role_interest=0.3, duration=1)


RUBBISH = [
    (math.nan, "which is no number of hours"),
    (math.inf, "beyond 1e+09 hours"),
    (-math.inf, "beyond 1e+09 hours"),
    (1e300, "beyond 1e+09 hours"),
    (10**400, "beyond 1e+09 hours"),
    (True, "returned True, which is no number of hours"),
    ("four", "returned 'four', which is no number of hours"),
    (None, "returned None, which is no number of hours"),
    (1j, "returned 1j, which is no number of hours"),
    ([1.0], "returned [1.0], which is no number of hours"),
    ({}, "returned {}, which is no number of hours"),
]


class Unspeakable(Exception):
    """An error whose words fail."""

    def __str__(self):
        raise RuntimeError

    __repr__ = __str__


RAISED = [
    (ValueError("boom"), "raised ValueError('boom')"),
    (ZeroDivisionError(), "raised ZeroDivisionError()"),
    (RecursionError("deep"), "raised RecursionError('deep')"),
    (Unspeakable(), "raised <Unspeakable>"),
    (ValueError("x" * 5_000), "raised ValueError('xxxx"),
]


def evaluator_with(outcome, *, uncertain=False, strict=False):
    """An evaluator one of whose scorers has this outcome."""

    def outcome_of():
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    function = (lambda travel: outcome_of()) if uncertain else (lambda duration: outcome_of())
    return iv.Evaluator(
        plugins=[iv.scorer(kind="benefit", name="broken")(function)], discover=False, strict=strict, draws=8
    )


@pytest.mark.parametrize("uncertain", [False, True], ids=["exact", "uncertain"])
@pytest.mark.parametrize(
    ("outcome", "words"),
    [*RUBBISH, *RAISED],
    ids=lambda value: repr(value)[:30] if not isinstance(value, Unspeakable) else "unspeakable",
)
def test_scorer_that_fails(outcome, words, uncertain):
    """A scorer that raises, or returns what is no number of hours, becomes a contribution with its error."""
    evaluation = evaluator_with(outcome, uncertain=uncertain).evaluate(INVITATION)
    item = evaluation["broken"]
    assert words in item.error
    assert len(item.error) < 300
    assert (item.error,) == evaluation.errors
    assert (False, False, "", 0.0) == (evaluation.complete, item.counts, item.reason, item.effect_draws)
    assert all(math.isnan(hours) for hours in item.hours)
    assert iv.Evaluator(discover=False, draws=8).evaluate(INVITATION).net == evaluation.net


def test_what_was_raised_is_told_up_to_200_characters():
    """More of it would bury the rest of the message."""
    whole, cut = ("x" * 200, "x" * 201)
    for text, told in ((whole, whole), (cut, "x" * 199 + "…")):
        error = type("Told", (Exception,), {"__repr__": lambda _, text=text: text})()
        assert f"broken: raised {told}" == evaluator_with(error).evaluate(INVITATION)["broken"].error


@pytest.mark.parametrize("uncertain", [False, True], ids=["exact", "uncertain"])
@pytest.mark.parametrize("outcome", [2, Fraction(2)], ids=lambda value: type(value).__name__)
def test_every_kind_of_number_is_hours(outcome, uncertain):
    """Whatever is a real number is taken as hours."""
    hours = evaluator_with(outcome, uncertain=uncertain).evaluate(INVITATION)["broken"].hours
    assert (2.0, 2.0, 2.0) == hours
    assert float is type(hours.mean)


@pytest.mark.parametrize("travel", [1, (1, 2)])
def test_derived_prior_that_fails(travel):
    """Only the scorers that read the quantity fail, saying why, and all that is made of the evaluation can be."""

    def derived(travel):
        raise ValueError("no formula")

    fuel = iv.Quantity("fuel", unit="l", bounds=(0, 9), prior=iv.model.DerivedPrior(derived, "no formula"))
    burning = iv.scorer(kind="cost", name="burning", quantities=[fuel])(lambda fuel: fuel)
    evaluator, invitation = iv.Evaluator(plugins=[burning], discover=False), iv.Invitation(travel=travel)
    evaluation = evaluator.evaluate(invitation)
    assert ("burning: the prior of fuel raised ValueError('no formula')",) == evaluation.errors
    assert iv.Evaluator(discover=False).evaluate(invitation)["effort"].hours == evaluation["effort"].hours
    assert "burning" in str(evaluation) + evaluation._repr_html_()
    json.dumps(evaluation.to_dict(), allow_nan=False)
    explanation = iv.explain("burning", invitation, evaluator=evaluator)
    assert "it fails" in str(explanation) + explanation._repr_html_()
    json.dumps(explanation.to_dict(), allow_nan=False)
    known = evaluator.evaluate(invitation.with_quantities(fuel=3))
    assert ((), 3.0) == (known.errors, known["burning"].hours.mean)


def test_derived_prior_that_fails_only_sometimes():
    """Where the value it was derived from is held at one that it cannot be derived of, that place alone has no hours."""
    fuel = iv.Quantity(
        "fuel",
        unit="l",
        bounds=(0, 999),
        prior=iv.model.DerivedPrior(lambda travel: (1 / (2 - travel.high),) * 2, "per hour left"),
    )
    burning = iv.scorer(kind="cost", name="burning", quantities=[fuel])(lambda fuel: 100 * fuel)
    evaluator = iv.Evaluator(plugins=[burning], discover=False, strict=True)
    with pytest.raises(iv.errors.ScorersFailedError) as caught:
        evaluator.evaluate(iv.Invitation(travel=2))
    (failure,) = caught.value.failures
    assert ("burning", ZeroDivisionError) == (failure.scorer, type(failure.__cause__))
    shown = iv.explain("burning", iv.Invitation(travel=2), evaluator=iv.Evaluator(plugins=[burning], discover=False))
    assert shown["travel"].values[-1] == 2
    assert [False] * 8 + [True] == [math.isnan(hours) for hours in shown["travel"].hours]


def test_scorer_that_fails_on_one_draw():
    """A single bad draw makes the whole criterion fail, because its expected value would be wrong."""
    fine = iter([1.0] * 7 + [math.nan])
    scorer = iv.scorer(kind="benefit", name="broken")(lambda travel: next(fine))
    assert "no number" in iv.Evaluator(plugins=[scorer], discover=False, draws=8).evaluate(INVITATION)["broken"].error


def test_hours_that_are_too_many_in_sum_only():
    """Draws that are each within the limit are fine, however many there are."""
    hours = evaluator_with(9e8, uncertain=True).evaluate(INVITATION)["broken"].hours
    assert 9e8 == hours.mean


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_a_person_can_interrupt(stop):
    """Being interrupted is no failure of a scorer."""

    @iv.scorer(kind="cost")
    def slow(travel):
        """Be interrupted."""
        raise stop

    with pytest.raises(stop):
        iv.Evaluator(plugins=[slow], discover=False).evaluate(INVITATION)


def test_scorer_without_arguments():
    """A scorer may read nothing at all."""
    evaluation = iv.Evaluator(plugins=[iv.scorer(kind="cost", name="fee")(lambda: 2)], discover=False).evaluate(
        iv.Invitation()
    )
    assert (2.0, 2.0, 2.0) == evaluation["fee"].hours
    assert () == evaluation["fee"].assumed


def test_gate_sees_the_context():
    """A gate may look at the invitation and the seeker themselves."""

    @iv.gate(reason="Not on the phone.")
    def by_phone(invitation, seeker):
        """Decline what is remote."""
        return iv.Ternary(invitation.remote is True and seeker.mindset is None, invitation.remote is False)

    evaluator = iv.Evaluator(plugins=[by_phone], block=["nothing_of_interest", "obliged"], discover=False)
    answers = [evaluator.evaluate(iv.Invitation(remote=remote)).findings[0].answer for remote in (True, False, None)]
    assert [YES, NO, UNKNOWN] == answers


@pytest.mark.parametrize("answer", [True, None, 1, "yes", float("nan")], ids=repr)
def test_gate_that_returns_rubbish(answer):
    """What is no Ternary is reported, and neither declines nor asks."""
    gate = iv.gate(reason="Rubbish.", name="rubbish")(lambda travel: answer)
    plain = iv.Evaluator(block=["nothing_of_interest", "obliged"], asking_cost=1e9, discover=False).evaluate(
        iv.Invitation()
    )
    evaluator = iv.Evaluator(plugins=[gate], block=["nothing_of_interest", "obliged"], asking_cost=1e9, discover=False)
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


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        ((1.763, -9.1227, 26.6), "+1.8 h (90 %: −9.1 to +27)"),
        ((-2, -2, -2), "−2 h"),
        ((0, 0, 0), "0 h"),
        ((-2e6, -1e9, 3e6), "−2,000,000 h (90 %: −1,000,000,000 to +3,000,000)"),
        ((math.nan, math.nan, math.nan), "not known"),
    ],
)
def test_summary_is_one_line(hours, text):
    """Printed, hours are a line that one can read: the expected value, and the range if there is one."""
    assert text == str(iv.scoring.Summary(*map(float, hours)))
    assert text in iv.scoring.Summary(*map(float, hours)).to_html()
