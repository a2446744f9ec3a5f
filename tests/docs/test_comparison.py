"""What the page of comparison says of other libraries, one test each: "What it is not, and what else there is"."""

from __future__ import annotations

import math
import re
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


@pytest.mark.parametrize("points", [1, 9])
def test_scikit_criteria_gives_one_option_full_marks(points):
    """However good or bad, a single option has the score 1.0."""
    skcriteria = pytest.importorskip("skcriteria")
    from skcriteria.agg.simple import WeightedSumModel
    from skcriteria.pipelines import mkpipe
    from skcriteria.preprocessing.scalers import SumScaler

    ranking = mkpipe(SumScaler("both"), WeightedSumModel()).evaluate(skcriteria.mkdm([[points, points]], [max, max]))
    assert 1 == ranking.e_.score


def decisionkit_score(**values):
    """Return decisionkit's score of a single option with two benefits of equal weight."""
    decisionkit = pytest.importorskip("decisionkit")
    criteria = [decisionkit.Criterion(name, 0.5, "max") for name in ("pay", "work")]
    return decisionkit.DecisionModel(criteria=criteria).rank([{"id": "one", **values}]).ranking[0].score


@pytest.mark.parametrize("points", [1, 9])
def test_decisionkit_gives_one_option_full_marks(points):
    """However good or bad, a single option has the score 1.0."""
    assert 1 == decisionkit_score(pay=points, work=points)


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
    mcda = pytest.importorskip("mcda")
    from mcda.mavt.aggregators import WeightedSum
    from mcda.scales import QuantitativeScale

    names = ["pay", "work"]
    table = mcda.PerformanceTable(
        [[9, math.nan], [9, 0]], criteria=names, scales=dict.fromkeys(names, QuantitativeScale(0, 10))
    )
    missing, zero = WeightedSum(criteria_weights=dict.fromkeys(names, 0.5))(table).data
    assert missing == zero == 4.5


def test_decisionkit_refuses_what_is_missing():
    """It says which value is no number."""
    decisionkit = pytest.importorskip("decisionkit")
    with pytest.raises(decisionkit.ValidationError, match="'work' must be a number"):
        decisionkit_score(pay=9, work=None)


def test_here_what_is_missing_is_a_range():
    """It is listed as assumed, widens the answer, and the answer says what knowing it would be worth."""
    known = iv.Invitation(role_interest=0.4, organization_interest=0.4, openings=0.8)
    unknown = iv.Invitation(role_interest=0.4, organization_interest=0.4)
    wide, narrow = iv.evaluate(unknown), iv.evaluate(known)
    assert "openings" in wide.assumed
    assert narrow.net.high - narrow.net.low < wide.net.high - wide.net.low
    assert 0 < next(question.worth for question in wide.questions if question.quantity == "openings")


def test_every_statement_has_its_test():
    """The page names all these tests, in their order."""
    source = Path(__file__).read_text(encoding="utf-8")
    tests = re.findall(r"^def (test_\w+)", source, re.MULTILINE)[:-1]
    assert tests == re.findall(r"`(test_\w+)`", PAGE.read_text(encoding="utf-8"))
