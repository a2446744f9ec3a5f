"""Discovery: the chance to change your mind, and the reservation value against SciPy."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from scipy import optimize, stats
from strategies import cases

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)
Z95 = stats.norm.ppf(0.95)
KNOWN = {"appeal": (-0.6, 0.4), "revealed": 0.5, "offer_chance": 0.3}


def draws_of(evaluation):
    """The draws of what role_discovery reads, as arrays: mean and spread of appeal, and the hours at stake."""
    given_ = evaluation.run.values
    columns = {
        n: np.asarray(given_.columns.get(n, given_.fixed.get(n)), dtype=float)
        for n in ("revealed", "offer_chance", "job_worth")
    }
    appeal = np.atleast_2d(np.asarray(given_.columns.get("appeal", given_.fixed.get("appeal")), dtype=float))
    mean, sd = appeal[:, 0], appeal[:, 1]
    rows = np.broadcast_arrays(mean, sd * np.sqrt(columns["revealed"]), columns["offer_chance"] * columns["job_worth"])
    return [np.array(row) for row in rows]


def surplus(r, evaluation):
    """What going is worth against a fallback of r, less what it costs."""
    mean, spread, stake = draws_of(evaluation)
    gain = mean - r
    with np.errstate(divide="ignore", invalid="ignore"):
        z = gain / spread
        excess = np.where(spread > 0, gain * stats.norm.cdf(z) + spread * stats.norm.pdf(z), np.maximum(gain, 0))
    return float(np.mean(stake * excess)) - evaluation.cost.mean


@given(case=cases())
def test_reservation_value_solves_its_equation(case):
    """The reservation value is where SciPy finds that what the role may bring just pays for going."""
    evaluation = EVALUATOR.evaluate(*case)
    _, _, stake = draws_of(evaluation)
    assume(np.mean(stake) > 1e-3)
    assume(evaluation.cost.mean > 1e-3)
    low, high = -1.0, 1.0
    while surplus(low, evaluation) < 0:
        low *= 2
    while surplus(high, evaluation) > 0:
        high *= 2
    expected = optimize.brentq(surplus, low, high, args=(evaluation,), xtol=1e-13)
    assert pytest.approx(expected, rel=1e-6, abs=1e-6) == evaluation.discovery.reservation


@given(case=cases())
def test_chance_is_that_of_a_normal(case):
    """The chance to change your mind is Φ of the appeal's mean by its revealed spread, over the draws."""
    evaluation = EVALUATOR.evaluate(*case)
    mean, spread, _ = draws_of(evaluation)
    sure = np.where(mean > 0, 1.0, 0.0)
    chances = np.where(spread > 0, stats.norm.cdf(mean / np.where(spread > 0, spread, 1)), sure)
    low, high = np.quantile(chances, [0.05, 0.95], method="hazen") if len(chances) > 1 else (chances[0], chances[0])
    assert pytest.approx((np.mean(chances), low, high), abs=1e-12) == evaluation.discovery.chance


def test_going_pays_for_the_role_alone_above_0():
    """The reservation value is above 0 exactly if role_discovery alone is worth more than going costs."""
    for job_worth in (50, 100, 200, 400, 800):
        evaluation = EVALUATOR.evaluate(
            iv.Invitation(**KNOWN, duration=1, preparation=3), iv.Seeker(job_worth=job_worth)
        )
        pays = evaluation["role_discovery"].mean > evaluation.cost.mean
        assert pays == (evaluation.discovery.reservation > 0)


def test_free_interview_has_no_limit():
    """If going costs nothing, no fallback is too good to go."""
    evaluation = iv.Evaluator(discover=False, weights={"effort": 0, "courtesy": 0}).evaluate(iv.Invitation(**KNOWN))
    assert math.inf == evaluation.discovery.reservation


@pytest.mark.parametrize("nothing", [{"offer_chance": 0}, {"job_worth": 0}])
def test_nothing_at_stake_pays_for_nothing(nothing):
    """Without an offer, or a job that is worth anything, no fallback is bad enough to go."""
    seeker = iv.Seeker(job_worth=nothing.get("job_worth", 100))
    evaluation = EVALUATOR.evaluate(
        iv.Invitation(**{**KNOWN, "offer_chance": nothing.get("offer_chance", 0.3)}), seeker
    )
    assert -math.inf == evaluation.discovery.reservation


def test_very_good_and_very_bad_deals():
    """The reservation value may lie far outside the scale of appeal, on either side."""
    brief = iv.Invitation(appeal=(0, 1), revealed=1, offer_chance=0.3, duration=0.01, preparation=0, travel=0)
    good = EVALUATOR.evaluate(brief, iv.Seeker(job_worth=1e6, courtesy=0))
    bad = EVALUATOR.evaluate(iv.Invitation(**KNOWN, duration=50), iv.Seeker(job_worth=1))
    assert 1 < good.discovery.reservation < 3
    assert -1000 < bad.discovery.reservation < -100
    assert pytest.approx(0, abs=1e-6) == surplus(bad.discovery.reservation, bad)


@pytest.mark.parametrize("given_", [{}, {"appeal": 0.2, "revealed": 0.5, "offer_chance": 0.3}])
def test_blocked_scorer_has_no_discovery(given_):
    """With role_discovery left out there is nothing to say about it, whatever is known."""
    evaluation = iv.Evaluator(discover=False, block=["role_discovery"]).evaluate(
        iv.Invitation(**given_), iv.Seeker(job_worth=100)
    )
    assert evaluation.discovery is None


def test_exact_appeal_moves_no_mind():
    """Who knows exactly how appealing the job is does not change their mind."""
    below = EVALUATOR.evaluate(iv.Invitation(appeal=-0.1)).discovery.chance
    above = EVALUATOR.evaluate(iv.Invitation(appeal=0.1)).discovery.chance
    assert ((0, 0, 0), (1, 1, 1)) == (below, above)
