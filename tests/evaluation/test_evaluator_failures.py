"""A scorer, gate or plugin that fails is reported or raised, and changes no other number."""

from __future__ import annotations

import json
import math
from fractions import Fraction

import numpy as np
import pytest

import interview_value as iv

INVITATION = iv.Invitation(role_interest=0.3, duration=1)
RUBBISH = [
    (math.nan, "beyond 1e+09 hours either way, or no number"),
    (math.inf, "beyond 1e+09 hours"),
    (-math.inf, "beyond 1e+09 hours"),
    (1e300, "beyond 1e+09 hours"),
    (10**400, "beyond 1e+09 hours"),
    (np.float64("nan"), "beyond 1e+09 hours"),
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
@pytest.mark.parametrize(
    "outcome", [2, Fraction(2), np.float64(2), np.int64(2)], ids=lambda value: type(value).__name__
)
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

    fuel = iv.Quantity("fuel", unit="l", bounds=(0, 9), prior=iv.DerivedPrior(derived, "no formula"))
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
        "fuel", unit="l", bounds=(0, 999), prior=iv.DerivedPrior(lambda travel: 1 / (2 - travel), "per hour left")
    )
    burning = iv.scorer(kind="cost", name="burning", quantities=[fuel])(lambda fuel: 100 * fuel)
    evaluator = iv.Evaluator(plugins=[burning], discover=False, strict=True)
    with pytest.raises(iv.ScorersFailedError) as caught:
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


def test_strict_raises_all_that_failed():
    """A strict evaluation raises one group with every failure, each with its cause."""

    @iv.gate(reason="Broken.")
    def shut(travel):
        """Fail."""
        raise KeyError("gate")

    @iv.scorer(kind="cost")
    def rubbish(travel):
        """Return no number."""
        return

    class Policy:
        """Reweight what does not exist."""

        @iv.hookimpl
        def interview_value_weights(self, names, seeker):
            """Name nothing that exists."""
            return {"practise": 2}

    evaluator = evaluator_with(ValueError("boom"), strict=True).register(shut, rubbish, Policy())
    with pytest.raises(iv.ScorersFailedError) as caught:
        evaluator.evaluate(INVITATION)
    failures = {failure.scorer: failure for failure in caught.value.exceptions}
    assert {"broken", "rubbish", "shut", "evaluator"} == failures.keys()
    assert (ValueError, KeyError) == (type(failures["broken"].__cause__), type(failures["shut"].__cause__))
    assert "practise" in failures["evaluator"].reason


def test_strict_is_silent_when_all_is_well():
    """A strict evaluation of what works is an evaluation like any other."""
    strict = iv.Evaluator(strict=True, discover=False).evaluate(INVITATION)
    assert iv.Evaluator(discover=False).evaluate(INVITATION).to_dict() == strict.to_dict()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_a_person_can_interrupt(stop):
    """Being interrupted is no failure of a scorer."""

    @iv.scorer(kind="cost")
    def slow(travel):
        """Be interrupted."""
        raise stop

    with pytest.raises(stop):
        iv.Evaluator(plugins=[slow], discover=False).evaluate(INVITATION)
