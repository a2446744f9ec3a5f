"""Law: preparation is decided once, at the one peak of going, and nothing that is added or taken away moves it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import cases

import interview_value as iv
from interview_value.outcome.analysis.conditional import Conditional
from interview_value.scoring.preparation import CHOICES

BUILT_IN = iv.Evaluator(discover=False)
NAMES = [scorer.name for scorer in BUILT_IN.scorers]


@iv.scorer(kind="benefit")
def more_of_it(preparation):
    """Pay for every hour of preparation."""
    return 3 * preparation


@iv.scorer(kind="benefit")
def broken(preparation):
    """Fail whenever it is asked."""
    raise ValueError("no luck")


@given(case=cases())
def test_best_hours_are_the_one_peak(case):
    """The expected net value rises up to one of the choices and falls from there; the best hours lose next to nothing."""
    evaluation = BUILT_IN.evaluate(*case)
    nets = Conditional(evaluation).net("preparation", CHOICES)
    peak = nets.index(max(nets))
    slack = 1e-9 * max(1.0, *map(abs, nets))
    assert all(a <= b + slack for a, b in pairwise(nets[: peak + 1]))
    assert all(a + slack >= b for a, b in pairwise(nets[peak:]))
    assert evaluation.best_hours in CHOICES
    assert max(nets) - evaluation.expected_net <= 0.02 + 0.02 * abs(max(nets))


@given(case=cases(), hours=st.floats(0, 200))
def test_planned_hours_are_one_way_beside_it(case, hours):
    """Whatever somebody plans, going is shown at the best hours, and the plan is a way with its own worth."""
    invitation, seeker = case
    plain = BUILT_IN.evaluate(invitation.with_quantities(preparation=None), seeker)
    planned = BUILT_IN.evaluate(invitation.with_quantities(preparation=hours), seeker)
    assert (plain.best_hours, plain.net) == (planned.best_hours, planned.net)
    worth = {way.name: way.worth for way in planned.ways}
    assert pytest.approx(Conditional(planned).net("preparation", [hours])[0]) == worth["as_planned"]
    assert "as_planned" not in {way.name for way in plain.ways}


@given(case=cases(), blocked=st.sets(st.sampled_from(NAMES), max_size=6), weight=st.floats(0, 100))
def test_nothing_else_moves_them(case, blocked, weight):
    """Scorers that are added, fail, are blocked or reweighed leave the best hours where they are."""
    best = BUILT_IN.evaluate(*case).best_hours
    reads_it = {scorer.name for scorer in BUILT_IN.scorers if "preparation" in scorer.reads}
    others = [
        {"plugins": [more_of_it]},
        {"plugins": [broken]},
        {"weights": dict.fromkeys(NAMES, weight)},
        {"block": blocked, "plugins": [more_of_it] if reads_it <= blocked else []},
    ]
    assert [best] * 4 == [iv.Evaluator(discover=False, **other).evaluate(*case).best_hours for other in others]


def test_nobody_decides_where_nothing_reads_it():
    """Where every criterion that reads the preparation is blocked, there is nothing to decide."""
    reads_it = [scorer.name for scorer in BUILT_IN.scorers if "preparation" in scorer.reads]
    assert iv.Evaluator(discover=False, block=reads_it).evaluate(iv.Invitation()).best_hours is None
