"""Comparisons: the order, the chance to be best, and which invitations are too close to call."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_scorers import alone, quantity, scorer
from strategies import cases

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)


def evaluated(title, **known):
    """An evaluation of an invitation of that title."""
    return EVALUATOR.evaluate(iv.Invitation(role=title, **known))


def worth(title, low, high=None, draws=256):
    """An evaluation of a net value that is a quantity of the invitation's own, or exact."""
    own = iv.scorer(kind="benefit", name="a")(lambda later_hours: later_hours)
    return alone(own, draws=draws).evaluate(iv.Invitation(role=title, later_hours=(low, low if high is None else high)))


def titles(comparison):
    """The titles in the order of the ranking."""
    return [item.title for item in comparison.ranking]


def test_highest_net_value_comes_first():
    """The invitations come in the order of their expected net values, with their own evaluations."""
    items = [
        evaluated("dull", role_interest=0.1),
        evaluated("great", role_interest=0.9),
        evaluated("fair", role_interest=0.5),
    ]
    ranking = iv.compare(items).ranking
    assert ["great", "fair", "dull"] == [item.title for item in ranking]
    for item in ranking:
        assert item.evaluation in items
        assert (item.evaluation.net, item.evaluation.verdict) == (item.net, item.verdict)


def test_equal_net_values_come_by_title():
    """Invitations of the same worth come in the order of their titles, whatever order they were given in."""
    items = [worth("b", 3), worth("a", 3), worth("c", 3)]
    assert ["a", "b", "c"] == titles(iv.compare(items)) == titles(iv.compare(items[::-1]))


@settings(max_examples=15)
@given(several=st.lists(cases(), min_size=1, max_size=4))
def test_chances_sum_to_1(several):
    """One of them is best in every draw, so that the chances to be best add up to 1."""
    ranking = iv.compare([EVALUATOR.evaluate(*case) for case in several]).ranking
    assert pytest.approx(1) == sum(item.chance_best for item in ranking)
    nets = [item.net.mean for item in ranking]
    assert sorted(nets, reverse=True) == nets


def test_one_more_changes_nobodys_net():
    """Another invitation changes neither net value nor verdict of the others, nor their order."""
    items = [evaluated("a", role_interest=0.3), evaluated("b", role_interest=0.6), evaluated("c")]
    before = iv.compare(items[:2]).ranking
    after = [item for item in iv.compare(items).ranking if item.title != "c"]
    assert [(i.title, i.net, i.verdict, i.evaluation) for i in before] == [
        (i.title, i.net, i.verdict, i.evaluation) for i in after
    ]


def test_one_alone():
    """One invitation by itself is best for sure, and close to none."""
    (item,) = iv.compare([evaluated("only")]).ranking
    assert (1, ()) == (item.chance_best, item.close_to)


def test_the_same_invitation_twice_ties():
    """Two evaluations of one invitation tie in every draw, share the chance, and are too close to call."""
    first, second = iv.compare([evaluated("same"), evaluated("same")]).ranking
    assert (0.5, 0.5) == (first.chance_best, second.chance_best)
    assert ((1,), (0,)) == (first.close_to, second.close_to)


def test_exact_ties_are_shared():
    """Three exact net values, two of them the same: those two share what the third never gets."""
    ranking = iv.compare([worth("a", 5), worth("b", 5), worth("c", 1)]).ranking
    assert [0.5, 0.5, 0] == [item.chance_best for item in ranking]
    assert [(1,), (0,), ()] == [item.close_to for item in ranking]


def test_own_quantities_are_drawn_apart():
    """The same range of hours for two invitations does not move together: either is best in about half."""
    first, second = iv.compare([worth("a", 2, 8), worth("b", 2, 8)]).ranking
    assert pytest.approx(0.5, abs=0.07) == first.chance_best
    # Drawn together they would tie in every draw.
    assert 0.5 != first.chance_best
    assert ((1,), (0,)) == (first.close_to, second.close_to)


def test_what_is_the_seekers_is_drawn_together():
    """A seeker's own quantity is one and the same for all: what is always a bit better is best for sure."""
    by_mindset = iv.scorer(kind="benefit", name="a")(lambda mindset, duration: mindset * duration)
    evaluator = alone(by_mindset)
    longer, shorter = (evaluator.evaluate(iv.Invitation(duration=hours)) for hours in (1.01, 1))
    ranking = iv.compare([shorter, longer]).ranking
    assert [1, 0] == [item.chance_best for item in ranking]
    assert () == ranking[0].close_to


def test_chance_is_that_of_two_independent_normals():
    """For two normals apart by their spread the chance to be best is Φ(1/√2), as far as 256 draws tell."""
    wide = iv.scorer(kind="benefit", name="a")(lambda travel: travel)
    spread = 1.6448536269514722
    first, second = (
        alone(wide).evaluate(iv.Invitation(role=str(m), travel=(m - spread, m + spread))) for m in (50, 51)
    )
    expected = 0.5 * (1 + math.erf(0.5))
    assert pytest.approx(expected, abs=0.05) == iv.compare([first, second]).ranking[0].chance_best


@pytest.mark.parametrize(("close", "expected"), [(0.5, ()), (0.75, (1,)), (1, (1,))])
def test_how_near_is_too_close(close, expected):
    """Two are too close to call while the better one is better in less than the given share of the draws."""
    comparison = iv.compare([worth("a", 2, 8), worth("b", 2.5, 8)], close=close)
    assert close == comparison.close
    assert expected == comparison.ranking[0].close_to


def test_weights_and_failures_are_those_of_the_evaluations():
    """A criterion that failed or has no weight counts as little here as in the net value."""
    mood = quantity("mood")
    broken = scorer(lambda mood: 1 / 0, mood, name="broken")
    idle = scorer(lambda mood: 100 * mood, mood, name="idle")
    own = iv.scorer(kind="cost", name="own")(lambda later_hours: later_hours)
    evaluator = alone(broken, idle, own, weights={"idle": 0, "own": 2})
    items = [evaluator.evaluate(iv.Invitation(role=str(p), later_hours=(p, p + 1))) for p in (3, 1)]
    ranking = iv.compare(items).ranking
    assert ["1", "3"] == [item.title for item in ranking]
    assert [1, 0] == [item.chance_best for item in ranking]


def test_scorer_that_fails_on_other_draws_is_left_out():
    """A scorer that only fails when the draws come in another order counts in no draw of the comparison."""
    calls = []

    @iv.scorer(kind="benefit", name="moody")
    def moody(later_hours):
        """Work once through all draws, and then no more."""
        calls.append(later_hours)
        return later_hours if len(calls) <= 512 else math.nan

    steady = iv.scorer(kind="benefit", name="steady")(lambda travel: travel)
    evaluator = alone(moody, steady)
    items = [
        evaluator.evaluate(iv.Invitation(role=r, later_hours=p, travel=(1, 2)))
        for r, p in (("a", (8, 9)), ("b", (1, 2)))
    ]
    first, second = iv.compare(items).ranking
    assert ("a", "b") == (first.title, second.title)
    assert pytest.approx(0.5, abs=0.1) == first.chance_best


def test_read_back_evaluations_take_part():
    """An evaluation that was read back is compared by the draws that it holds."""
    items = [evaluated("a", role_interest=0.2), evaluated("b", role_interest=0.7)]
    again = [iv.Evaluation.from_dict(item.to_dict()) for item in items]
    assert titles(iv.compare(items)) == titles(iv.compare(again))
    assert [item.net for item in iv.compare(items).ranking] == [item.net for item in iv.compare(again).ranking]
    assert pytest.approx(1) == sum(item.chance_best for item in iv.compare(again).ranking)


def test_exact_and_uncertain_are_compared():
    """An exact net value is the same in every draw of the others."""
    first, second = iv.compare([worth("exact", 4), worth("range", 0.5, 4)]).ranking
    assert ("exact", "range") == (first.title, second.title)
    assert pytest.approx(0.95, abs=0.01) == first.chance_best


def test_different_numbers_of_draws_are_refused():
    """Draws that cannot be put side by side are refused with what is wanted; an exact net value goes with any."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.compare([worth("a", 2, 8), worth("b", 2, 8, draws=100)])
    (mistake,) = caught.value.exceptions
    assert ("draws", [100, 256]) == (mistake.path, mistake.value)
    assert 2 == len(iv.compare([worth("a", 2, 8), worth("b", 3, draws=100)]).ranking)


@pytest.mark.parametrize(
    ("items", "settings_", "paths"),
    [
        ([], {}, ["evaluations"]),
        (["no", 3], {}, ["evaluations[0]", "evaluations[1]"]),
        ([], {"close": 0.4}, ["evaluations", "close"]),
        (["no"], {"close": 1.1}, ["evaluations[0]", "close"]),
        (["no"], {"close": math.nan}, ["evaluations[0]", "close"]),
    ],
)
def test_all_mistakes_at_once(items, settings_, paths):
    """What is no evaluation, none at all, and a share that cannot be are all named in one error."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.compare(items, **settings_)
    assert paths == [mistake.path for mistake in caught.value.exceptions]
