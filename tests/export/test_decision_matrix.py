"""Decision matrices of evaluations, for other methods than our sum."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import invitations, seekers

import interview_value as iv

np = pytest.importorskip("numpy")
EVALUATOR = iv.Evaluator(discover=False)
NAMES = [scorer.name for scorer in EVALUATOR.scorers]


def evaluated(title="", evaluator=EVALUATOR, **known):
    """An evaluation of an invitation of that title."""
    return evaluator.evaluate(iv.Invitation(role=title or None, **known))


@pytest.fixture
def failing():
    """An evaluator of which one scorer fails."""

    @iv.scorer(kind="benefit")
    def fails():
        raise ValueError("no")

    return iv.Evaluator(plugins=[fails], discover=False)


def matrix(*items):
    """A decision matrix of evaluations."""
    pytest.importorskip("skcriteria")
    return iv.export.to_decision_matrix(items)


def test_matrix_of_two():
    """Invitations are alternatives, scorers criteria with their objectives and weights, hours the values."""
    evaluator = iv.Evaluator(weights={"networking": 2.0}, discover=False)
    items = [evaluated("Analyst", evaluator), evaluated("Analyst", evaluator, stage="onsite")]
    made = matrix(*items)
    assert ["1. Analyst", "2. Analyst"] == list(made.alternatives)
    assert NAMES == list(made.criteria)
    assert [-1 if name in ("being_seen", "courtesy", "effort") else 1 for name in NAMES] == list(made.iobjectives)
    assert [2.0 if name == "networking" else 1.0 for name in NAMES] == list(made.weights)
    for item, row in zip(items, made.matrix.to_numpy(), strict=True):
        assert [part.hours.mean for part in item.contributions] == list(row)


def test_matrix_of_one_and_of_one_read_back():
    """A single alternative is a matrix, and an evaluation that was read back gives the same."""
    item = evaluated("Analyst")
    pytest.importorskip("skcriteria")
    back = iv.Evaluation.from_dict(item.to_dict())
    assert iv.export.to_decision_matrix(item).equals(iv.export.to_decision_matrix(back))
    assert (1, 8) == iv.export.to_decision_matrix(item).shape


def test_matrix_keeps_the_order_of_a_comparison():
    """The first alternative is the one that our sum ranks first."""
    pytest.importorskip("skcriteria")
    comparison = iv.compare([evaluated("dull", role_interest=0.1), evaluated("great", role_interest=0.9)])
    assert ["1. great", "2. dull"] == list(iv.export.to_decision_matrix(comparison).alternatives)


def test_matrices_that_cannot_be_made(failing, monkeypatch):
    """What would compare apples with pears, or hold no number, is refused, all mistakes at once."""
    pytest.importorskip("skcriteria")
    doubled = iv.Evaluator(weights={"practice": 2.0}, discover=False)
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        matrix(evaluated(), evaluated(evaluator=doubled), evaluated(evaluator=failing))
    assert ["evaluations[1]", "evaluations[2]", "evaluations[2].fails"] == [m.path for m in caught.value.mistakes]
    for items in ([], [iv.Evaluator(block={"interview_value"}, discover=False).evaluate(iv.Invitation())]):
        with pytest.raises(iv.errors.InvalidInputError, match="evaluations"):
            matrix(*items)
    monkeypatch.setitem(sys.modules, "skcriteria", None)
    with pytest.raises(ImportError, match=r"interview-value\[mcda\]"):
        iv.export.to_decision_matrix([])


@given(
    cases=st.lists(invitations(), min_size=1, max_size=4),
    seeker=seekers(),
    weights=st.dictionaries(st.sampled_from(NAMES), st.floats(0, 100)),
)
def test_the_weighted_sum_is_our_net_value(cases, seeker, weights):
    """Value times weight times objective, summed over a row, is the expected net value."""
    evaluator = iv.Evaluator(weights=weights, discover=False)
    items = [evaluator.evaluate(invitation, seeker) for invitation in cases]
    if not all(item.complete for item in items):
        return
    made = matrix(*items)
    sums = (made.matrix.to_numpy() * made.weights.to_numpy() * made.iobjectives.to_numpy()).sum(axis=1)
    scale = np.abs(made.matrix.to_numpy() * made.weights.to_numpy()).sum(axis=1)
    for item, total, size in zip(items, sums, scale, strict=True):
        assert pytest.approx(item.expected_net, rel=1e-9, abs=1e-9 * (1 + size)) == total
