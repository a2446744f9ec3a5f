"""Break-even: where the verdict turns, on scorers whose zeros are known and on the built-in ones."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from small_scorers import alone, net_as_prepared, put, quantity, scorer
from strategies import QUANTITIES

import interview_value as iv

from .cases import WRITTEN

EVALUATOR = iv.Evaluator(discover=False)


def turns_of(function, **about):
    """Where the verdict turns for the one quantity of a scorer."""
    mood = quantity("mood", **about)
    (turn,) = alone(scorer(function, mood, name="a")).evaluate(iv.Invitation()).break_even.values
    return turn


@pytest.mark.parametrize(
    ("function", "about", "expected", "attend_below"),
    [
        (lambda mood: mood - 3, {}, [3], False),
        (lambda mood: 3 - mood, {}, [3], True),
        (lambda mood: mood + 1, {}, [], True),
        (lambda mood: -mood, {}, [], False),
        (lambda mood: (mood - 1) * (mood - 4) * (mood - 9), {}, [1, 4, 9], False),
        (lambda mood: (mood - 3.02) * (mood - 3.04), {}, [3.02, 3.04], True),
        (lambda mood: -(mood - 7.001) * (mood - 7.002), {}, [7.001, 7.002], False),
        (lambda mood: (mood - 5.01) ** 2 + 1e-4, {}, [], True),
        (lambda mood: 3 + 0 * mood, {}, [], True),
        (lambda mood: mood * mood - 9, {"bounds": iv.model.Bounds(), "prior": (-5, 5)}, [-3, 3], True),
        (lambda mood: mood + 4, {"bounds": iv.model.Bounds(high=10), "prior": (-5, 5)}, [-4], False),
        (lambda mood: mood - 0.002, {"bounds": iv.model.Bounds(0, open_low=True)}, [0.002], False),
        (lambda mood: mood - 0.5, {"bounds": iv.model.Bounds(0, 1, open_low=True), "prior": (0.2, 0.8)}, [0.5], False),
        (lambda mood: 90_000 - mood, {"bounds": iv.model.Bounds(1)}, [90_000], True),
    ],
)
def test_all_crossings_are_found(function, about, expected, attend_below, either_way):
    """Every value at which the net value crosses zero is found, also two near each other and below zero."""
    turn = turns_of(function, **about)
    assert pytest.approx(expected, rel=1e-6, abs=1e-6) == list(turn.turns)
    assert attend_below == turn.attend_below
    assert ("mood", "points") == (turn.quantity, turn.unit)


def test_jump_turns_where_it_is():
    """A net value that jumps across zero has no zero, and turns where it jumps."""
    jump = scorer(lambda mood: 1.0 if mood > 6 else -1.0, quantity("mood"), name="a", columnar=False)
    (turn,) = alone(jump).evaluate(iv.Invitation()).break_even.values
    assert pytest.approx([6], abs=1e-6) == list(turn.turns)


def fails_below_1(mood):
    """A net value that is positive on both sides of 1, below which it cannot be worked out."""
    return 5 - mood + (math.nan if mood < 1 else 0.0)


def test_no_turn_where_a_scorer_fails():
    """Values at which a scorer fails have no net value, so that nothing turns there."""
    mood = quantity("mood", bounds=(0, 10), prior=(2, 3))
    (turn,) = alone(scorer(fails_below_1, mood, name="a", columnar=False)).evaluate(iv.Invitation()).break_even.values
    assert pytest.approx([5]) == list(turn.turns)
    assert turn.attend_below


def fails_but_at_5(mood):
    """Known at a single value only."""
    return 2.0 if mood == 5.5 else math.nan


def test_no_turn_where_a_scorer_always_fails_elsewhere():
    """If a scorer fails wherever one looks, the side is that of the net value as it is."""
    mood = quantity("mood", prior=5.5)
    (turn,) = alone(scorer(fails_but_at_5, mood, name="a", columnar=False)).evaluate(iv.Invitation()).break_even.values
    assert ((), True) == (turn.turns, turn.attend_below)


def test_expenses_and_a_worthless_hour():
    """An hour that is worth next to nothing makes expenses cost more hours than can be counted: no turn there."""
    turns = {turn.quantity: turn for turn in EVALUATOR.evaluate(iv.Invitation(expenses=50)).break_even.values}
    (value,) = turns["hour_value"].turns
    assert not turns["hour_value"].attend_below
    low, high = (
        EVALUATOR.evaluate(*put((iv.Invitation(expenses=50), iv.Seeker()), hour_value=v))
        for v in (value * 0.9, value * 1.1)
    )
    assert (iv.Verdict.DECLINE, iv.Verdict.ATTEND) == (low.leaning, high.leaning)


def test_upcoming_interviews_pay_between_two_values():
    """With none ahead practice has nowhere to pay, with very many an offer is sure anyway: there are two turns."""
    case = iv.Invitation(stage="screen", would_accept="unlikely", expenses=60), iv.Seeker()
    evaluation = EVALUATOR.evaluate(*case)
    turns = {turn.quantity: turn for turn in evaluation.break_even.values}
    low, high = turns["upcoming_interviews"].turns
    assert not turns["upcoming_interviews"].attend_below
    between, beyond = (
        net_as_prepared(EVALUATOR, case, evaluation.best_hours, upcoming_interviews=number)
        for number in ((low + high) / 2, high * 2)
    )
    assert between > 0 > beyond


@pytest.mark.parametrize("title", list(WRITTEN)[::3])
def test_side_changes_at_every_turn_and_nowhere_else(title):
    """Between two neighbouring turns the net value keeps its sign, and changes it at each."""
    case = WRITTEN[title]
    evaluation = EVALUATOR.evaluate(*case)
    for turn in evaluation.break_even.values:
        bounds = EVALUATOR.quantities[turn.quantity].bounds
        top = bounds.high if bounds.high < math.inf else max((*turn.turns, 10.0)) * 3
        edges = [bounds.low, *turn.turns, top]
        expected = turn.attend_below
        for low, high in pairwise(edges):
            for value in np.linspace(low, high, 5)[1:-1]:
                net = net_as_prepared(EVALUATOR, case, evaluation.best_hours, **{turn.quantity: float(value)})
                assert expected == (net > 0) or abs(net) < 1e-6
            expected = not expected


def test_every_quantity_that_counts_has_a_line():
    """Every quantity behind a criterion that counts is there, known or not, sorted by name; ways alone read hinge."""
    evaluation = EVALUATOR.evaluate(iv.Invitation(duration=1))
    names = [turn.quantity for turn in evaluation.break_even.values]
    assert sorted(names) == names
    assert [entry.name for entry in evaluation.inputs if entry.name in QUANTITIES.keys() - {"hinge"}] == names


def test_weights_are_exact():
    """The net value is linear in a weight, so that the turn is worked out and not searched for."""
    evaluator = alone(
        iv.scorer(kind="benefit", name="gain", quantities=[quantity("mood")])(lambda mood: mood * 2),
        iv.scorer(kind="cost", name="pain", quantities=[quantity("luck")])(lambda luck: luck * 3),
        iv.scorer(kind="benefit", name="nothing")(lambda: 0.0),
        weights={"gain": 2, "pain": 0.5},
    )
    weights = evaluator.evaluate(iv.Invitation(quantities={"mood": 3, "luck": 2})).break_even.weights
    expected = [
        iv.outcome.WeightTurn("gain", 2, 0.5, attend_above=True),
        iv.outcome.WeightTurn("nothing", 1, None, attend_above=True),
        iv.outcome.WeightTurn("pain", 0.5, 2, attend_above=False),
    ]
    assert expected == list(weights)


def test_no_weight_turns_what_hurts_anyway():
    """Where only a negative weight would turn the verdict, none does."""
    evaluator = alone(
        scorer(lambda mood: -mood, quantity("mood"), name="harm"),
        scorer(lambda mood: mood, quantity("mood"), name="pain", kind="cost"),
    )
    weights = evaluator.evaluate(iv.Invitation()).break_even.weights
    assert [("harm", None, False), ("pain", None, False)] == [(w.criterion, w.turn, w.attend_above) for w in weights]


def test_failed_criterion_has_no_turn():
    """What failed does not count, so that no weight of it turns anything."""
    evaluator = alone(
        scorer(lambda mood: 1 / 0, quantity("mood"), name="broken"),
        scorer(lambda luck: luck, quantity("luck"), name="fine"),
    )
    found = evaluator.evaluate(iv.Invitation()).break_even
    assert ["fine"] == [turn.criterion for turn in found.weights]
    assert ["luck"] == [turn.quantity for turn in found.values]


def test_no_weight_turns_that_no_evaluator_takes():
    """A weight beyond the largest that counts turns nothing, and what is shown does not propose it."""
    small = scorer(lambda: 1e-6, name="small")
    evaluation = alone(small, scorer(lambda: 10.0, name="large", kind="cost")).evaluate(iv.Invitation())
    turns = {turn.criterion: turn for turn in evaluation.break_even.weights}
    assert (None, False) == (turns["small"].turn, turns["small"].attend_above)
    assert pytest.approx(1e-7) == turns["large"].turn
    assert "counting small" not in str(evaluation)


def test_the_weight_shown_is_nearest_by_its_factor():
    """Of the weights that would turn the verdict, the one is shown that has to change by the smallest factor."""
    evaluator = alone(
        scorer(lambda: 2.0, name="small"),
        scorer(lambda: 10.0, name="big"),
        scorer(lambda: 10.0, name="way", kind="cost"),
        scorer(lambda: 11.0, name="work", kind="cost"),
        weights={"big": 2},
    )
    evaluation = evaluator.evaluate(iv.Invitation())
    factors = {turn.criterion: turn.turn / turn.weight for turn in evaluation.break_even.weights}
    assert pytest.approx({"small": 0.5, "big": 0.95, "way": 1.1, "work": 12 / 11}) == factors
    text = str(evaluation.why())
    assert "counting “big” 1.9 times" in " ".join(text.split())
    assert 1 == text.count("counting ")
