"""Ops: the mathematics that a scorer gets as its argument ``ops``."""

from __future__ import annotations

import itertools
import math

import pytest

import interview_value as iv
from interview_value.scoring.ops import FLOATS

np = pytest.importorskip("numpy")
special = pytest.importorskip("scipy.special")
stats = pytest.importorskip("scipy.stats")

from interview_value.scoring.arrays import ARRAYS  # noqa: E402 (it needs NumPy)

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


OPERATIONS = [
    ("exp", 1), ("log", 1), ("sqrt", 1), ("logistic", 1), ("logit", 1), ("normal_cdf", 1), ("normal_pdf", 1),
    ("minimum", 2), ("maximum", 2), ("expected_excess", 2), ("expected_excess", 3),
]  # fmt: skip
NUMBERS = [0.0, 1e-9, 0.3, 0.5, 1.0, 4.0]


@pytest.mark.parametrize(("name", "count"), OPERATIONS, ids=str)
def test_columns_give_what_floats_give(name, count):
    """On an array each operation gives, place by place, what it gives on each float."""
    rows = [row for row in itertools.product(NUMBERS, repeat=count) if name != "logit" or row[0] <= 1]
    expected = [getattr(FLOATS, name)(*row) for row in rows]
    found = getattr(ARRAYS, name)(*(np.array(column) for column in zip(*rows, strict=True)))
    assert pytest.approx(expected, rel=1e-13, abs=1e-15) == found.tolist()


def test_choice_on_columns():
    """A choice is made place by place."""
    assert [1.0, 4.0] == ARRAYS.where(np.array([True, False]), np.array([1.0, 2.0]), np.array([3.0, 4.0])).tolist()
