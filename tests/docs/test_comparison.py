"""What the page of comparison says of other libraries, one test each: "What it is not, and what else there is"."""

from __future__ import annotations

import math
import re
import warnings
from pathlib import Path

import pytest

import interview_value as iv

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "comparison.md"

# They warn at nearly every call that one option is few.
pytestmark = pytest.mark.filterwarnings("ignore")


def weighted_sum(rows, normalization):
    """Return pymcdm's weighted sums of rows of two benefits of equal weight."""
    np = pytest.importorskip("numpy")
    methods = pytest.importorskip("pymcdm.methods")
    from pymcdm import normalizations

    method = methods.WSM(getattr(normalizations, f"{normalization}_normalization"))
    return list(method(np.array(rows, dtype=float), np.array([0.5, 0.5]), np.array([1, 1])))


@pytest.mark.parametrize("normalization", ["max", "sum", "minmax", "vector"])
@pytest.mark.parametrize("points", [1, 9])
def test_pymcdm_gives_one_option_full_marks(normalization, points):
    """However good or bad, a single option has the score 1.0."""
    assert [pytest.approx(1)] == weighted_sum([(points, points)], normalization)


def scikit_criteria_score(points, *scalers):
    """Return scikit-criteria's weighted sum of a single option with two benefits of equal weight."""
    skcriteria = pytest.importorskip("skcriteria")
    from skcriteria.agg.simple import WeightedSumModel

    matrix = skcriteria.mkdm([[points, points]], [max, max])
    for scaler in scalers:
        matrix = scaler.transform(matrix)
    return float(WeightedSumModel().evaluate(matrix).e_.score)


@pytest.mark.parametrize("points", [1, 9])
def test_scikit_criteria_gives_one_option_full_marks(points):
    """However good or bad, a single option has the score 1.0."""
    pytest.importorskip("skcriteria")
    from skcriteria.preprocessing.scalers import SumScaler

    assert 1 == scikit_criteria_score(points, SumScaler("both"))


def decisionkit_score(**values):
    """Return decisionkit's score of a single option with two benefits of equal weight."""
    decisionkit = pytest.importorskip("decisionkit")
    criteria = [decisionkit.Criterion(name, 0.5, "max") for name in ("pay", "work")]
    return decisionkit.DecisionModel(criteria=criteria).rank([{"id": "one", **values}]).ranking[0].score


@pytest.mark.parametrize("points", [1, 9])
def test_decisionkit_gives_one_option_full_marks(points):
    """However good or bad, a single option has the score 1.0."""
    assert 1 == decisionkit_score(pay=points, work=points)


def mcda_scores(*rows):
    """Return mcda's scores of rows of two benefits of equal weight, both on a scale from 0 to 10."""
    mcda = pytest.importorskip("mcda")
    from mcda.mavt.aggregators import WeightedSum
    from mcda.scales import QuantitativeScale

    names = ["pay", "work"]
    table = mcda.PerformanceTable(rows, criteria=names, scales=dict.fromkeys(names, QuantitativeScale(0, 10)))
    return list(WeightedSum(criteria_weights=dict.fromkeys(names, 0.5))(table).data)


def test_mcda_tells_a_good_single_option_from_a_bad_one():
    """Its scales are fixed beforehand, so that one option needs no other."""
    assert ([1.0], [9.0]) == (mcda_scores((1, 1)), mcda_scores((9, 9)))


def test_fixed_points_tell_a_good_single_option_from_a_bad_one():
    """Without a scaler, or with a normalisation of one's own, a better option scores more."""
    np = pytest.importorskip("numpy")
    methods = pytest.importorskip("pymcdm.methods")
    method = methods.WSM(lambda column, cost=False: column / 10)
    worse, better = (method(np.full((1, 2), points), np.full(2, 0.5), np.ones(2))[0] for points in (1.0, 9.0))
    assert (0.1, 0.9) == (worse, better)
    assert scikit_criteria_score(1) < scikit_criteria_score(9)


def test_here_an_invitation_is_valued_by_itself():
    """A worse invitation has fewer hours, with nothing to compare it with."""
    worse, better = (
        iv.evaluate(iv.Invitation(role_interest=share, organization_interest=share)) for share in (0.1, 0.9)
    )
    assert worse.net.mean < better.net.mean


def test_company_turns_the_order_of_pymcdm():
    """Which of two options is the better one hangs on the third."""
    for third, first_is_better in (((1, 30), True), ((30, 1), False)):
        first, second, _ = weighted_sum([(9, 2), (0, 10), third], "minmax")
        assert first_is_better == (first > second)


def test_here_the_company_changes_nothing():
    """An invitation has the same hours beside whichever other."""
    one, other, third = (iv.evaluate(iv.Invitation(role=role, role_interest=0.4)) for role in ("A", "B", "C"))
    net = one.net
    assert [net, net] == [
        ranked.net
        for rival in (other, third)
        for ranked in iv.compare([one, rival]).ranking
        if ranked.evaluation is one
    ]


def test_mcda_counts_what_is_missing_as_nothing():
    """A missing value has the score of a zero, without a word."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert [4.5, 4.5] == mcda_scores((9, math.nan), (9, 0))


def test_decisionkit_refuses_what_is_missing():
    """It says which value is no number."""
    decisionkit = pytest.importorskip("decisionkit")
    with pytest.raises(decisionkit.ValidationError, match="'work' must be a number"):
        decisionkit_score(pay=9, work=None)


def test_here_what_is_missing_is_a_range():
    """It is listed as assumed, widens the answer, and the answer says what knowing it would be worth."""
    invitation = iv.Invitation(stage="first", would_accept="unlikely", organization_interest="some")
    wide, narrow = iv.evaluate(invitation), iv.evaluate(invitation, iv.Seeker(job_worth=350))
    assert "job_worth" in wide.assumed
    assert narrow.net.high - narrow.net.low < wide.net.high - wide.net.low
    assert 0 < next(question.worth for question in wide.questions if question.quantity == "job_worth")


def test_every_statement_has_its_test():
    """The page names all these tests, in their order."""
    source = Path(__file__).read_text(encoding="utf-8")
    tests = re.findall(r"^def (test_\w+)", source, re.MULTILINE)[:-1]
    assert tests == re.findall(r"`(test_\w+)`", PAGE.read_text(encoding="utf-8"))
