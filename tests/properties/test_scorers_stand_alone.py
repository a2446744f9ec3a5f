"""Law: what one scorer does, or whether it is there at all, changes no other scorer's number, not even its last bit."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import cases

import interview_value as iv

BUILT_IN = iv.Evaluator(discover=False)
NAMES = [scorer.name for scorer in BUILT_IN.scorers]

COMMUTE = iv.Quantity("commute", unit="h a week", bounds=(0, 60), prior=(1, 8), scale="log")


@iv.scorer(kind="cost", quantities=[COMMUTE])
def commuting(commute, offer_chance):
    """Hours on the road, if you got the job."""
    return 4 * commute * offer_chance


RUBBISH = [math.nan, math.inf, -math.inf, True, "four", None, 1j, [1.0], {}]


def failing(result):
    """Make a scorer that reads something uncertain and returns rubbish, or raises."""

    @iv.scorer(kind="benefit")
    def broken(duration, job_worth):
        if isinstance(result, Exception):
            raise result
        return result

    return iv.Evaluator(plugins=[broken], discover=False)


def draws(evaluation):
    """The draws of the built-in scorers."""
    return {name: evaluation[name].draws for name in evaluation_names(evaluation) if name in NAMES}


def evaluation_names(evaluation):
    """The names of all contributions."""
    return [contribution.name for contribution in evaluation.contributions]


@given(case=cases())
def test_adding_a_scorer_changes_no_other_number(case):
    """A scorer that brings a quantity of its own leaves the draws of the built-in ones as they were."""
    evaluator = iv.Evaluator(plugins=[commuting], discover=False)
    assert draws(BUILT_IN.evaluate(*case)) == draws(evaluator.evaluate(*case))


@given(case=cases(), blocked=st.sets(st.sampled_from(NAMES)))
def test_blocking_scorers_changes_no_other_number(case, blocked):
    """Those that are not blocked give what they gave."""
    expected = {name: hours for name, hours in draws(BUILT_IN.evaluate(*case)).items() if name not in blocked}
    assert expected == draws(iv.Evaluator(block=blocked, discover=False).evaluate(*case))


@pytest.mark.parametrize("result", [*RUBBISH, ValueError("boom"), ZeroDivisionError()], ids=repr)
@given(case=cases())
def test_one_failing_scorer_leaves_the_others_bit_identical(result, case):
    """A scorer that fails takes nothing with it: the others' draws and the net value are as without it."""
    without, with_it = BUILT_IN.evaluate(*case), failing(result).evaluate(*case)
    assert (draws(without), without.net) == (draws(with_it), with_it.net)
    assert not with_it.complete
