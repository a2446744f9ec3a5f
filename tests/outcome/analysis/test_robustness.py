"""Robustness: the share of all weightings in which the verdict stays, against simulation and by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_scorers import alone, quantity, scorer
from strategies import cases

import interview_value as iv
from interview_value.outcome.analysis.robustness import share_above

EVALUATOR = iv.Evaluator(discover=False)
SIMULATED = 20_000
BENEFITS = sum(scorer.kind == "benefit" for scorer in EVALUATOR.scorers)
WEIGHTINGS = np.random.default_rng(5).dirichlet(np.ones(BENEFITS), SIMULATED)
"""Uniform over the simplex of the weights of the benefits."""


def fixed(*benefits, costs=(), **settings):
    """An evaluation of criteria that are worth, and cost, so many hours exactly."""
    scorers = [iv.scoring.Scorer(name=f"b{i}", function=always(h), kind="benefit") for i, h in enumerate(benefits)]
    scorers += [iv.scoring.Scorer(name=f"c{i}", function=always(h), kind="cost") for i, h in enumerate(costs)]
    return alone(*scorers, **settings).evaluate(iv.Invitation())


def always(hours):
    """A function of nothing."""
    return lambda: float(hours)


@given(case=cases())
def test_share_is_what_simulation_finds(case):
    """The exact share lies within the error of a simulation of 20,000 weightings."""
    evaluation = EVALUATOR.evaluate(*case)
    benefits = [item.mean for item in evaluation.contributions if item.kind == "benefit"]
    nets = BENEFITS * WEIGHTINGS @ np.array(benefits) - evaluation.cost.mean
    expected = np.mean((nets > 0) == (evaluation.expected_net > 0))
    assert pytest.approx(expected, abs=5 * 0.5 / math.sqrt(SIMULATED)) == evaluation.robustness.share


@settings(max_examples=5)
@given(case=cases())
def test_spread_over_the_draws_is_what_simulation_finds(case):
    """Each draw taken for the truth has a share of its own; their mean and range are what simulation finds."""
    evaluation = iv.Evaluator(discover=False, draws=40).evaluate(*case)
    rows = [np.broadcast_to(c.draws, 40) * (1 if c.kind == "benefit" else -1) for c in evaluation.contributions]
    benefits = [row for row, c in zip(rows, evaluation.contributions, strict=True) if c.kind == "benefit"]
    costs = sum(row for row, c in zip(rows, evaluation.contributions, strict=True) if c.kind == "cost")
    nets = BENEFITS * WEIGHTINGS @ np.array(benefits) + costs
    shares = np.mean((nets > 0) == (evaluation.expected_net > 0), axis=0)
    found = evaluation.robustness.draws
    assert pytest.approx(np.mean(shares), abs=0.01) == found.mean
    assert pytest.approx(np.quantile(shares, [0.05, 0.95], method="hazen"), abs=0.02) == (found.low, found.high)


@pytest.mark.parametrize(
    ("benefits", "cost", "expected"),
    [
        ((4, 0), 3, 5 / 8),  # attend now; 8·w > 3 where w > 3/8
        ((6, 0), 6, 0.5),  # decline now, on a tie; 12·w > 6 where w > 1/2
        ((3, 3), 3, 1),
        ((3, 3), 6, 1),
        ((3, 3), 7, 1),
        ((4, 0, 0), 4, 1 - (2 / 3) ** 2),  # decline now, on a tie; 12·w > 4 where w > 1/3
        ((5,), 4, 1),
        ((5,), 5, 1),
        ((0, 0, 0), 0, 1),
        ((1, 1, 1), 3, 1),
        ((2, 1, 1, 0), 4, 0.5),
    ],
)
def test_share_by_hand(benefits, cost, expected):
    """Corners that are equal to each other or to the cost, and one and two dimensions, come out as by hand."""
    assert pytest.approx(expected) == fixed(*benefits, costs=[cost]).robustness.share


def test_no_benefits():
    """Without any benefit there is only one weighting, and it says what it says now."""
    assert (1, (1, 1, 1)) == (fixed(costs=[2]).robustness.share, fixed(costs=[2]).robustness.draws)
    assert 1 == fixed().robustness.share
    assert 1 == fixed(costs=[-2]).robustness.share


def test_failed_and_weightless_criteria_take_no_part():
    """What failed or is weighted 0 is no corner of the simplex."""
    broken = iv.scoring.Scorer(name="broken", function=lambda: 1 / 0, kind="benefit")
    idle = iv.scoring.Scorer(name="idle", function=always(100), kind="benefit")
    parts = [
        iv.scoring.Scorer(name="b", function=always(4), kind="benefit"),
        iv.scoring.Scorer(name="c", function=always(3), kind="cost"),
    ]
    evaluation = alone(broken, idle, *parts, weights={"idle": 0}).evaluate(iv.Invitation())
    assert 1 == evaluation.robustness.share


def test_costs_keep_their_weights():
    """Only benefits are weighted anew; a cost that counts twice stays so."""
    assert pytest.approx(0.75) == fixed(4, 0, costs=[1], weights={"c0": 2}).robustness.share


def test_total_of_the_weights_stays():
    """Benefits that count twice share out what they count together."""
    assert pytest.approx(1 - 3 / 16) == fixed(4, 0, costs=[3], weights={"b0": 2, "b1": 2}).robustness.share


def test_mixed_draws():
    """A cost that is exact counts alike in every draw of a benefit that is not."""
    mood = quantity("mood", bounds=(-100, 100), prior=(2, 8))
    benefit = scorer(lambda mood: mood, mood, name="b")
    evaluation = alone(benefit, iv.scoring.Scorer(name="c", function=always(5.5), kind="cost")).evaluate(
        iv.Invitation()
    )
    assert iv.Verdict.DECLINE is evaluation.leaning
    assert pytest.approx(1 - evaluation.chance_positive) == evaluation.robustness.draws.mean


@given(values=st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=8), threshold=st.floats(-1e6, 1e6))
def test_share_and_its_mirror_make_one(values, threshold):
    """What lies above a threshold and what lies below, mirrored, is all but the ties of nothing but ties."""
    above, below = share_above(values, threshold), share_above([-value for value in values], -threshold)
    expected = 0 if set(values) == {threshold} else 1
    assert 0 <= above <= 1
    assert pytest.approx(expected, abs=1e-9) == above + below
