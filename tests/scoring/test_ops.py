"""Ops: the mathematics that a scorer gets as its argument ``ops``, on floats."""

from __future__ import annotations

import math

import pytest

import interview_value as iv
from interview_value.scoring.ops import FLOATS

special = pytest.importorskip("scipy.special")
stats = pytest.importorskip("scipy.stats")

INF = math.inf


@pytest.mark.parametrize("x", [-800.0, -30.0, -1.0, 0.0, 0.3, 30.0, 800.0, -INF, INF])
def test_logistic(x):
    """The share with given log-odds, without overflow at either end."""
    assert pytest.approx(special.expit(x), rel=1e-14) == FLOATS.logistic(x)


@pytest.mark.parametrize("p", [0.0, 1e-12, 0.2, 0.5, 1 - 1e-9, 1.0])
def test_logit(p):
    """The log-odds of a share; infinite at the ends."""
    assert pytest.approx(special.logit(p), rel=1e-12) == FLOATS.logit(p)


@pytest.mark.parametrize("z", [-40.0, -3.0, 0.0, 1.6448536269514722, 9.0])
def test_normal(z):
    """Distribution and density of the standard normal, far into the tail."""
    assert pytest.approx(stats.norm.cdf(z), rel=1e-12) == FLOATS.normal_cdf(z)
    assert pytest.approx(stats.norm.pdf(z), rel=1e-12) == FLOATS.normal_pdf(z)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((0.3, 0.0), 0.3),
        ((-0.3, 0.0), 0.0),
        ((0.3, 0.0, 0.2), 0.1),
        ((0.3, 0.0, 0.5), 0.0),
        ((0.0, 1.0), 1 / math.sqrt(2 * math.pi)),
        ((1.0, 1.0, 1.0), 1 / math.sqrt(2 * math.pi)),
    ],
)
def test_expected_excess(arguments, expected):
    """What is above a threshold on average; without spread, simply what is above it."""
    assert pytest.approx(expected, abs=1e-15) == FLOATS.expected_excess(*arguments)


def test_the_rest():
    """Logarithm, root, exponential, the smaller, the larger, and a choice."""
    assert (-INF, 0.0) == (FLOATS.log(0.0), FLOATS.log(1.0))
    assert (1.0, 3.0) == (FLOATS.exp(0.0), FLOATS.sqrt(9.0))
    assert (1.0, 1.0, 2.0, 2.0) == (
        FLOATS.minimum(1.0, 2.0), FLOATS.minimum(2.0, 1.0), FLOATS.maximum(1.0, 2.0), FLOATS.maximum(2.0, 1.0)
    )  # fmt: skip
    assert ("a", "b") == (FLOATS.where(True, "a", "b"), FLOATS.where(False, "a", "b"))


def test_scorer_gets_it_by_name():
    """A scorer that names ``ops`` as an argument can use all of it."""

    @iv.scorer(kind="benefit")
    def excess(job_worth, ops):
        """Half of what a job is worth beyond 100 hours."""
        return ops.maximum(job_worth - 100, 0.0) / 2

    evaluation = iv.Evaluator(plugins=[excess], discover=False).evaluate(iv.Invitation(), iv.Seeker(job_worth=300))
    assert 100.0 == evaluation["excess"].hours.mean
