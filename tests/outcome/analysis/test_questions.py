"""Questions and swings on small scorers: what is run again for them, when, and what is left out."""

from __future__ import annotations

import math
import sys
from statistics import NormalDist

import pytest
from small_scorers import BUILT_IN, alone, quantity, scorer

import interview_value as iv
from interview_value.scoring import means
from interview_value.scoring.draws import DRAWS

from .cases import WRITTEN

MOOD, LUCK, WEATHER = quantity("mood"), quantity("luck"), quantity("weather", prior=(1, 3))


class Counting:
    """A function of one quantity, or of two, that counts how often it is called."""

    def __init__(self):
        self.calls = 0

    def of_mood(self, mood):
        """Worth the mood, less what a neutral one is worth."""
        self.calls += 1
        return mood - 5.0

    def of_luck(self, luck):
        """Worth the luck, less what middling luck is worth."""
        self.calls += 1
        return luck - 5.0


def named(name, function, *quantities, **other):
    """A scorer of that name."""
    return scorer(function, *quantities, name=name, **other)


def test_only_readers_of_a_quantity_are_run_again():
    """Doubling the quantities that one scorer reads leaves the calls of another one as they were."""
    mood, luck = Counting(), Counting()
    evaluator = alone(named("a", mood.of_mood, MOOD, columnar=False), named("b", luck.of_luck, LUCK, columnar=False))
    evaluation = evaluator.evaluate(iv.Invitation(quantities={"luck": 6}))
    assert (DRAWS, 1) == (mood.calls, luck.calls)
    assert ["mood"] == [question.quantity for question in evaluation.questions]
    assert DRAWS < mood.calls
    assert 1 == luck.calls


def test_question_takes_nine_runs_of_its_readers(in_pure_python):
    """A quantity is held at seven levels, and at both ends if they turn the leaning; each calls its reader once here."""
    mood = Counting()
    evaluation = alone(named("a", mood.of_mood, MOOD), asking_cost=10).evaluate(iv.Invitation())
    before = mood.calls
    assert evaluation.questions
    assert 9 == mood.calls - before


def test_nothing_is_run_again_until_somebody_asks():
    """Hours, net value, inputs and confidence cost no further call of any scorer."""
    mood = Counting()
    evaluation = alone(named("a", mood.of_mood, MOOD, columnar=False)).evaluate(iv.Invitation())
    assert evaluation.net.mean == evaluation["a"].mean
    assert 0.5 <= evaluation.confidence
    assert ["mood"] == [entry.name for entry in evaluation.inputs]
    assert 1 >= evaluation.robustness.share
    assert DRAWS == mood.calls


def test_verdict_works_out_the_questions_once():
    """However often the verdict is looked at, its questions are worked out once."""
    mood = Counting()
    evaluation = alone(named("a", mood.of_mood, MOOD, columnar=False), asking_cost=0.01).evaluate(iv.Invitation())
    assert iv.Verdict.ASK_YOURSELF is evaluation.verdict
    calls = mood.calls
    assert DRAWS < calls
    assert iv.Verdict.ASK_YOURSELF is evaluation.verdict
    assert calls == mood.calls
    # Where the leaning turns is searched for once somebody looks at the question.
    assert pytest.approx(5, abs=0.01) == evaluation.first_question.turn
    assert calls < mood.calls
    calls = mood.calls
    assert (1, evaluation.first_question) == (len(evaluation.questions), evaluation.questions[0])
    assert calls == mood.calls


def test_verdict_without_questions_where_knowing_all_is_not_worth_asking():
    """Where all answers together are worth less than asking costs, the verdict runs nothing again to find questions."""
    mood = Counting()
    good = quantity("mood", prior=(4.6, 8))
    evaluation = alone(named("a", mood.of_mood, good, columnar=False)).evaluate(iv.Invitation())
    assert evaluation.verdict is evaluation.leaning
    assert 0 < evaluation.knowing_everything < evaluation.asking_cost
    assert DRAWS == mood.calls


def test_verdict_without_questions_where_everything_is_exact():
    """Where nothing varies there is nothing to ask and nothing is worth knowing."""
    mood = Counting()
    evaluation = alone(named("a", mood.of_mood, MOOD), asking_cost=0).evaluate(iv.Invitation(quantities={"mood": 6}))
    assert iv.Verdict.ATTEND is evaluation.verdict
    assert (0.0, ()) == (evaluation.knowing_everything, evaluation.questions)
    assert 1 == mood.calls


def test_worth_of_a_linear_net_value(either_way):
    """For net = mood − 5 with mood normal around 5, knowing it is worth the mean of the levels above 0."""
    wide = quantity("mood", bounds=(-100, 100), prior=(2, 8))
    (question,) = alone(scorer(lambda mood: mood - 5, wide, name="a")).evaluate(iv.Invitation()).questions
    sigma = 3 / 1.6448536269514722
    levels = [NormalDist(0, sigma).inv_cdf((place + 0.5) / 7) for place in range(7)]
    assert pytest.approx(sum(level for level in levels if level > 0) / 7) == question.worth
    assert (iv.Verdict.DECLINE, iv.Verdict.ATTEND) == (question.if_low, question.if_high)
    assert (2, 8, "mood", "How much mood?", "yourself") == (
        question.low, question.high, question.quantity, question.text, question.ask,
    )  # fmt: skip


def test_clipped_quantity_is_worth_what_its_levels_are(either_way):
    """Levels that lie beyond a bound count at the bound."""
    (question,) = (
        alone(scorer(lambda mood: mood - 5, quantity("mood", prior=(0, 10)), name="a"))
        .evaluate(iv.Invitation())
        .questions
    )
    sigma = 5 / 1.6448536269514722
    beyond = sigma * 0.5 * (0.1031356 * 2 - 0.05 * 2 * 1.6448536269514722)  # E[(z − 1.645)+] = φ(1.645) − 0.05·1.645
    assert pytest.approx(sigma / math.sqrt(2 * math.pi) - beyond, rel=0.01) == question.worth


def test_constants_swing_but_are_no_questions():
    """A constant of the model swings, marked as one, but nobody is asked for it."""
    constant = quantity("skill", ask="nobody")
    evaluation = alone(scorer(lambda skill: skill - 5, constant, name="a")).evaluate(iv.Invitation())
    assert () == evaluation.questions
    (swing,) = evaluation.swings
    assert ("skill", "points", True, True) == (swing.quantity, swing.unit, swing.constant, swing.turns)
    assert pytest.approx((2, 8, -3, 3, 6)) == (swing.low, swing.high, swing.net_low, swing.net_high, swing.width)


def test_built_in_constants_swing():
    """Among the swings of an evaluation of nothing known are those of constants, and they are not among its questions."""
    evaluation = iv.Evaluator(discover=False).evaluate(iv.Invitation())
    constants = {swing.quantity for swing in evaluation.swings if swing.constant}
    assert {"jobs_per_tie_year", "recall", "surplus", "skill_ceiling"} <= constants
    assert set() == constants & {question.quantity for question in evaluation.questions}


@iv.gate(reason="No.", quantities=[LUCK])
def unlucky(luck):
    """Decline without any luck."""
    return luck == 0


def test_gate_alone_may_ask():
    """A question that only a gate waits for is worth nothing in hours, and comes last."""
    evaluator = alone(scorer(lambda mood: mood - 5, MOOD, name="a"), unlucky)
    second, first = evaluator.evaluate(iv.Invitation()).questions
    assert ("luck", "unlucky", 0.0, 2, 8) == (first.quantity, first.gate, first.worth, first.low, first.high)
    assert first.if_low is first.if_high
    assert ("mood", "") == (second.quantity, second.gate)


def test_gate_asks_nobody_for_what_nobody_knows():
    """A gate that waits for a constant of the model makes no question of it."""
    constant = quantity("skill", ask="nobody")
    hopeless = iv.scoring.Gate(name="hopeless", function=lambda skill: skill == 0, reason="No.", quantities=[constant])
    assert () == alone(hopeless).evaluate(iv.Invitation()).questions


def test_gate_asks_also_where_a_formula_failed():
    """What a gate waits for is asked too where the range that one would assume cannot be worked out."""
    broken = iv.model.DerivedPrior(lambda mood: 1 / 0, "of the mood")
    luckless = iv.scoring.Gate(
        name="luckless",
        function=lambda luck: luck == 0,
        reason="No.",
        quantities=[MOOD, quantity("luck", prior=broken)],
    )
    (question,) = alone(luckless).evaluate(iv.Invitation()).questions
    assert ("luck", None, None, "luckless") == (question.quantity, question.low, question.high, question.gate)


def test_leaning_that_turns_twice_has_no_turn():
    """Where the leaning turns at two values, a question is worth its answer, and names neither."""
    extremes = alone(named("a", lambda mood: abs(mood - 5) - 1.0, MOOD), asking_cost=0).evaluate(iv.Invitation())
    (question,) = extremes.questions
    assert question.gain > 0
    assert question.turn is None


def test_gate_that_failed_asks_nothing():
    """A gate that failed is an error, and what it reads no question."""
    broken = iv.scoring.Gate(name="broken", function=lambda luck: 1 / 0, reason="No.", quantities=[LUCK])
    evaluation = alone(broken).evaluate(iv.Invitation())
    assert () == evaluation.questions
    assert iv.Verdict.DECLINE is evaluation.verdict


def test_read_back_evaluation_keeps_its_questions():
    """The questions are part of an evaluation's record; what needs its scorers says what to do instead."""
    evaluation = iv.Evaluator(discover=False).evaluate(iv.Invitation())
    again = iv.Evaluation.from_dict(evaluation.to_dict())
    assert evaluation.questions == again.questions
    assert evaluation.robustness == again.robustness
    for name in ("swings", "break_even"):
        with pytest.raises(iv.errors.NotAtHandError, match="evaluate its invitation and seeker anew"):
            getattr(again, name)


# The two ways of running scorers again


def everything(evaluation):
    """All numbers of an analysis, in one flat list."""
    numbers = []
    for question in evaluation.questions:
        numbers += [question.worth, question.low or 0.0, question.high or 0.0]
    for swing in evaluation.swings:
        numbers += [swing.net_low, swing.net_high]
    for turn in evaluation.break_even.values:
        numbers += [float(len(turn.turns))]
    return numbers


@pytest.mark.parametrize("title", WRITTEN)
def test_arrays_give_what_floats_give(title, monkeypatch):
    """With NumPy loaded the analysis gives the same as without, to 1e-9, whatever is known."""
    pytest.importorskip("numpy")
    evaluator = iv.Evaluator(discover=False, draws=64)
    on_arrays = everything(evaluator.evaluate(*WRITTEN[title]))
    monkeypatch.delitem(sys.modules, "numpy")
    on_floats = everything(evaluator.evaluate(*WRITTEN[title]))
    assert pytest.approx(on_floats, rel=1e-9, abs=1e-9) == on_arrays


@pytest.mark.parametrize("title", list(WRITTEN)[::4])
def test_turns_are_the_same_on_arrays(title, monkeypatch):
    """Break-even values agree to 1e-6 of a quantity's size, which is how near a zero has to be."""
    pytest.importorskip("numpy")
    evaluator = iv.Evaluator(discover=False, draws=64)
    on_arrays = [value for turn in evaluator.evaluate(*WRITTEN[title]).break_even.values for value in turn.turns]
    monkeypatch.delitem(sys.modules, "numpy")
    on_floats = [value for turn in evaluator.evaluate(*WRITTEN[title]).break_even.values for value in turn.turns]
    assert pytest.approx(on_floats, rel=1e-6) == on_arrays


def test_numpy_without_scipy_runs_on_floats(monkeypatch):
    """Arrays need SciPy too; where it is missing, the analysis runs draw by draw."""
    pytest.importorskip("numpy")
    calls = Counting()
    evaluation = alone(named("a", calls.of_mood, MOOD), asking_cost=10).evaluate(iv.Invitation())
    monkeypatch.setattr(means, "_has_scipy", lambda: False)
    before = calls.calls
    assert evaluation.questions
    assert 9 == calls.calls - before


def all_of_ops(mood, luck, ops):
    """Call every piece of mathematics that a scorer may use, at its difficult places too."""
    share = ops.logistic(mood - 5)
    parts = [
        ops.exp(-luck), ops.sqrt(mood), share, ops.logit(share), ops.logistic(ops.logit(luck * 0)), ops.normal_cdf(luck - 5),
        ops.normal_pdf(mood - 5), ops.minimum(mood, luck), ops.maximum(mood, luck), ops.where(mood > luck, 1.0, 2.0),
        ops.exp(ops.log(luck * 0)), ops.log(mood + 1), ops.expected_excess(mood - 5, luck), ops.expected_excess(5, 2, mood),
        ops.expected_excess(mood - luck, luck * 0), 1 - ops.logistic(ops.logit(1 + luck * 0)), ops.logistic(-800 * luck),
    ]  # fmt: skip
    total = 0
    for part in parts:
        total = total + part
    return total - 20


def test_mathematics_is_the_same_on_arrays_and_floats(monkeypatch):
    """Each function of ops gives the same on an array as on each float, infinities on the way included."""
    pytest.importorskip("numpy")
    evaluator = alone(scorer(all_of_ops, MOOD, LUCK, name="a"))
    on_arrays = everything(evaluator.evaluate(iv.Invitation()))
    monkeypatch.delitem(sys.modules, "numpy")
    assert pytest.approx(everything(evaluator.evaluate(iv.Invitation())), rel=1e-9) == on_arrays
    assert len(on_arrays) > 10


def raises_on_arrays(mood):
    """Use an if, which an array of several values refuses."""
    return 1.0 if mood > 5 else -1.0


def too_much_somewhere(mood, luck):
    """Give what is no number of hours where the mood is best."""
    return mood - 5 + 1e12 * (mood > 7.5) + 0 * luck


def sometimes_infinite(mood, luck):
    """Divide by nothing where the mood is at its best, which floats refuse and arrays do not."""
    return 1 / (10 - mood) - 0.3 + 0 * luck


def test_scorer_that_arrays_cannot_run_is_run_on_floats(either_way):
    """A scorer that says it runs on columns but raises there is run draw by draw, without a word."""
    evaluation = alone(scorer(raises_on_arrays, MOOD, name="a")).evaluate(iv.Invitation())
    (question,) = evaluation.questions
    (swing,) = evaluation.swings
    assert (-1, 1) == (swing.net_low, swing.net_high)
    # Three of seven levels lie above the jump.
    assert pytest.approx(3 / 7) == question.worth


@pytest.mark.parametrize("function", [too_much_somewhere, sometimes_infinite])
def test_scorer_that_fails_at_some_values_counts_there_as_otherwise(function, either_way):
    """Where a scorer fails with a quantity held at a value, it counts with the hours it has anyway."""
    evaluator = alone(scorer(function, quantity("mood", prior=(2, 10)), LUCK, name="a"))
    evaluation = evaluator.evaluate(iv.Invitation(quantities={"mood": (4, 6)}))
    assert "" == evaluation["a"].error
    assert ["luck", "mood"] == sorted(swing.quantity for swing in evaluation.swings)
    assert {"luck"} >= {question.quantity for question in evaluation.questions}  # the mood was given
    # Held at its upper end the mood is within what the scorer can do, and at its bound it is not.
    swing = next(swing for swing in evaluation.swings if swing.quantity == "mood")
    assert math.isfinite(swing.net_high)
    (turn,) = (turn for turn in evaluation.break_even.values if turn.quantity == "mood")
    assert 1 == len(turn.turns)


def test_what_a_prior_is_derived_from_swings_too():
    """A quantity that only a derived prior reads moves the net value through it."""
    derived = quantity("comfort", prior=iv.model.DerivedPrior(lambda mood: (mood.low**0.5, mood.high**0.5), "√mood"))
    function = scorer(lambda comfort: comfort - 2, MOOD, derived, name="a")
    swings = alone(function).evaluate(iv.Invitation()).swings
    assert ["comfort", "mood"] == sorted(swing.quantity for swing in swings)
    mood = next(swing for swing in swings if swing.quantity == "mood")
    assert pytest.approx((math.sqrt(2) - 2, math.sqrt(8) - 2)) == (mood.net_low, mood.net_high)


def test_zero_weights_leave_nothing_to_ask():
    """With every criterion weighted 0 no list has anything in it, but for what a gate waits for."""
    evaluation = iv.Evaluator(
        discover=False, weights=dict.fromkeys(BUILT_IN, 0), block=["nothing_of_interest", "obliged"], asking_cost=0
    ).evaluate(iv.Invitation())
    assert ((), ()) == (evaluation.questions, evaluation.swings)
    assert ((), ()) == (evaluation.break_even.weights, evaluation.break_even.values)
    assert iv.Verdict.DECLINE is evaluation.verdict
