"""Ways: how one may deal with an invitation, each in hours by its formula on the same draws, best first."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from small_scorers import alone, quantity, scorer
from strategies import cases

import interview_value as iv
from interview_value.outcome.ways import HINGES, _Ways

EVALUATOR = iv.Evaluator(discover=False, draws=64)

FULL = (
    iv.Invitation(
        stage="first", would_accept=(0.08, 0.25), hinge=(0.5, 0.85), travel=(1, 3), expenses=20, preparation=6
    ),
    iv.Seeker(pressure=(1.2, 1.8), job_worth=(300, 800)),
)


def by_formula(evaluation):
    """What the model's formulas give for each way, with NumPy and the reference formulas on the same draws."""
    np = pytest.importorskip("numpy")
    reference = pytest.importorskip("reference", reason="the reference needs SciPy")
    values = evaluation.run.values
    q = {name: np.array(values.columns.get(name, values.fixed.get(name))) for name in evaluation.run.plan.order}

    def net(of, role=None):
        hours = {name: reference.hours(name, of) for name in reference.SCORERS}
        if role is not None:
            hours["role_discovery"] = reference.hours("role_discovery", role)
        gains = sum(hours[name] for name in reference.BENEFITS) - sum(hours[name] for name in reference.COSTS)
        return np.broadcast_to(gains, values.draws)

    v, press = net(q).mean(), q["pressure"].mean()
    plain, mail = max(v, 0), 0.5 * press

    def asked(h, cost):
        a = q["would_accept"]
        d = h * (1 - a)
        good = {**q, "would_accept": np.minimum(a / (1 - d + 1e-9), 0.95)}
        yes = ((1 - d) * net(good, {**q, "surplus": q["surplus"] / (1 - d + 1e-9)})).mean()
        no = (d * net({**q, "would_accept": 0 * a})).mean()
        return 0.99 * (max(yes, 0) + max(no, 0)) - cost

    h = 0.675
    from scipy import special

    video = {**q, "travel": 0.0, "expenses": 0.0, "sociability": 0.7 * q["sociability"]}
    colder = {**video, "offer_chance": special.expit(special.logit(q["offer_chance"]) - 0.4)}
    return {
        "decline": 0.0,
        "attend": v,
        "as_planned": net({**q, "preparation": 6.0}).mean(),
        "ask_one_thing": asked(h, mail),
        "short_call": asked(h + (1 - h) * 0.2, mail + 0.5 * press),
        "video": 0.99 * (0.5 * max(net(video, colder).mean(), 0) + 0.5 * plain) - mail,
        "later": 0.9 * net({**q, "pressure": np.minimum(q["pressure"], 1)}).mean() - mail,
    }


@pytest.mark.parametrize(
    "changes", [{}, {"would_accept": 0.15}, {"duration": 6}, {"would_accept": (0.6, 0.9)}], ids=str
)
def test_each_way_by_its_formula(changes):
    """Every way is worth what the model's formula for it says."""
    evaluation = EVALUATOR.evaluate(FULL[0].with_quantities(**changes), FULL[1])
    assert pytest.approx(by_formula(evaluation), rel=1e-6, abs=1e-6) == {way.name: way.worth for way in evaluation.ways}


@given(case=cases())
def test_best_first_and_finite(case):
    """Declining and going are always among them, the best one stands first, and every worth is a number."""
    ways = EVALUATOR.evaluate(*case).ways
    worths = [way.worth for way in ways]
    assert sorted(worths, reverse=True) == worths
    assert all(map(math.isfinite, worths))
    assert {"attend", "decline"} <= {way.name for way in ways}


@pytest.mark.parametrize(
    ("facts", "absent"),
    [
        ({"stage": "screen"}, {"short_call", "video", "ask_one_thing", "as_planned", "later"}),
        ({"stage": "first", "remote": True}, {"video"}),
        ({"stage": "onsite", "hinge": 0}, {"ask_one_thing"}),
    ],
    ids=["screen", "remote", "no hinge"],
)
def test_ways_that_make_no_sense_are_not_offered(facts, absent):
    """A screen is a short call already, a video meeting is by video, and nothing hangs on what no doubt hangs on."""
    ways = {way.name for way in EVALUATOR.evaluate(iv.Invitation(**facts)).ways}
    assert set() == ways & absent


def test_tip_by_its_formula():
    """It is the mean over how much may hang on one thing, less what is best while nobody knows."""
    evaluation = EVALUATOR.evaluate(iv.Invitation(stage="first", would_accept=0.15), iv.Seeker(job_worth=500))
    ways = _Ways(evaluation)
    best = [max(ways.plain, *(way.worth for way in ways.asking(hinge))) for hinge, _ in HINGES]
    expected = sum(share * worth for worth, (_, share) in zip(best, HINGES, strict=True)) - best[0]
    assert pytest.approx(max(expected, 0.0)) == evaluation.tip


def with_way(function, prior=(2, 8), other=None, less=5, **about):
    """An evaluation of a scorer, worth the mood less 5, perhaps another, and one way, which one plugin brings together."""
    mood = quantity("mood", bounds=(0, 10), prior=prior)

    class Bringing:
        @iv.hookimpl
        def interview_value_scorers(self):
            others = [scorer(other, mood, name="other", columnar=False)] if other else []
            return [scorer(lambda mood: mood - less, mood, name="s"), *others]

        @iv.hookimpl
        def interview_value_ways(self):
            return [iv.Way("a", "do otherwise", {"mood": function}, **about)]

    return alone(Bringing()).evaluate(iv.Invitation())


@pytest.mark.parametrize(
    ("function", "about", "worth"),
    [
        (lambda mood: mood + 2, {}, 1),
        (lambda mood: mood + 2, {"consent": 0.5, "cost": 0.25}, 0.25),
        (lambda mood: mood - 2, {}, 0),
        (lambda mood: 99, {}, 5),
        (lambda mood: -99.0, {}, 0),
    ],
)
def test_a_way_of_a_plugin(function, about, worth):
    """It is worth what going is with the changes, or declining, if they agree; what is beyond the bounds is cut."""
    evaluation = with_way(function, prior=4, **about)
    assert pytest.approx(worth) == {way.name: way.worth for way in evaluation.ways}["a"]


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda mood: 1 / 0, "a: ZeroDivisionError('division by zero')"),
        (lambda mood: "much", "'much' for mood is no finite number"),
        (lambda mood: math.nan, "nan for mood is no finite number"),
    ],
)
def test_a_way_that_fails(function, words):
    """A way whose change fails is left out and named, and nothing else changes."""
    evaluation = with_way(function)
    assert {"attend", "decline"} <= {way.name for way in evaluation.ways}
    assert "a" not in {way.name for way in evaluation.ways}
    (failed,) = evaluation.failed_ways
    assert words in failed
    assert () == evaluation.errors


def test_a_scorer_that_fails_on_the_way_counts_as_otherwise():
    """A criterion that cannot be valued with what a way changes counts with the hours that it has anyway."""
    evaluation = with_way(lambda mood: 10, prior=(3, 4), other=lambda mood: mood if mood < 9 else None, cost=1)
    worth = {way.name: way.worth for way in evaluation.ways}
    assert pytest.approx(evaluation["other"].mean + 5 - 1) == worth["a"]


def test_a_way_that_asks_nobody_is_offered_without_asking():
    """Where nothing is to be asked, a way that begins with no message stays."""
    ways = [iv.Way("quiet", "go on", asks=False), iv.Way("loud", "ask on", asks=True)]
    evaluator = iv.Evaluator(plugins=ways, discover=False, draws=8, asking_cost=math.inf)
    assert {"attend", "decline", "quiet"} == {way.name for way in evaluator.evaluate(iv.Invitation()).ways}


@pytest.mark.parametrize(("consent", "verdict"), [(0.4, iv.Verdict.ASK_YOURSELF), (1.0, iv.Verdict.ASK_THEM)])
def test_a_question_or_a_way_whichever_brings_more_over_declining(consent, verdict):
    """Where going as invited costs more than it brings, both are compared with declining, which costs nothing."""
    evaluation = with_way(lambda mood: mood + 1.5, prior=(0.5, 9.5), less=5.5, consent=consent)
    assert -1 < evaluation.expected_net < 0
    (question,) = (asked for asked in evaluation.questions if asked.gain > 0)
    assert (question.gain <= evaluation.first_way.worth) == (verdict is iv.Verdict.ASK_THEM)
    assert verdict is evaluation.verdict
