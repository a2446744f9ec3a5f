"""What to ask first in each row of a frame is what one evaluation at a time asks, and as much worth."""

from __future__ import annotations

import pytest

import interview_value as iv

pl = pytest.importorskip("polars")
pytest.importorskip("narwhals")

BUILT_IN = iv.Evaluator(discover=False)


def assert_asked_as_alone(evaluator, frame):
    """Compare verdict and question of each row with an evaluation by itself."""
    answers = iv.frames.evaluate(frame, evaluator=evaluator).to_dicts()
    for row, answer in zip(frame.to_dicts(), answers, strict=True):
        alone = evaluator.evaluate(iv.Invitation().with_quantities(**row))
        assert alone.verdict.value == answer["verdict"]
        question = alone.first_question if alone.verdict.asks else None
        assert (question and question.quantity) == answer["question"]
        worth, turn = (question.worth, question.turn) if question else (None, None)
        assert answer["question_worth"] == (worth if worth is None else pytest.approx(worth, abs=2e-9))
        assert answer["question_turn"] == (turn if turn is None else pytest.approx(turn, rel=1e-6))
    return answers


def of_one_scorer(hours, quantities, **options):
    """Make an evaluator with a single scorer, of a benefit, and without gates."""
    made = iv.scorer(kind="benefit", name="only", quantities=quantities)(hours)
    blocked = [*(scorer.name for scorer in BUILT_IN.scorers), *(gate.name for gate in BUILT_IN.gates)]
    options = {"draws": 16, "asking_cost": 0.01, **options}
    return iv.Evaluator(discover=False, plugins=[made], block=blocked, **options)


LUCK = iv.Quantity(
    "luck",
    unit="h",
    bounds=(-90, 90),
    prior=iv.model.PriorBy("stage", {"first": (-1, 5), "onsite": (2, 3), "final": (-4, -1)}, (-3, 4)),
    ask="yourself",
    question="How lucky are you?",
)
TWICE = iv.Quantity(
    "twice",
    unit="h",
    bounds=(-90, 90),
    prior=iv.model.DerivedPrior(lambda luck: (2 * luck.low, 2 * luck.high), "twice the luck"),
    ask="recruiter",
    question="How lucky are others?",
)
STAGES = pl.DataFrame({"stage": [None, "first", "onsite", "final", "screen"]})


@pytest.mark.parametrize(
    "hours",
    [
        lambda luck: luck,
        lambda luck, twice: luck - 0.3 * twice + 0.1,
        lambda luck, seeker: luck,
        lambda luck, seeker: luck if luck < 4.6 else 1 / 0,
        lambda luck, ops: ops.minimum(luck, 1.0) + 0.5 - 1 / (luck < 4.6),
        lambda luck: luck * (1 + 1e9 * (luck > 4.6)),
    ],
    ids=["plain", "derived", "row by row", "raises row by row", "fails", "too many"],
)
@pytest.mark.filterwarnings("ignore::interview_value.frames.RowByRowWarning")
def test_what_to_ask_is_what_one_evaluation_asks(hours):
    """What an answer is worth is the same on columns, even where a scorer fails at a level of a quantity."""
    answers = assert_asked_as_alone(of_one_scorer(hours, [LUCK, TWICE]), STAGES)
    assert "luck" in {answer["question"] for answer in answers}


def test_a_quantity_that_is_derived_can_be_asked_for():
    """Where nobody gave it, a derived quantity has a range; where it is given, even as a range, it is not asked for."""
    evaluator = of_one_scorer(lambda twice: twice, [LUCK, TWICE])
    frame = pl.DataFrame({"twice": ["-3..4", None], "luck": [0.1, None]})
    given, unknown = assert_asked_as_alone(evaluator, frame)
    assert (None, True) == (given["question"], unknown["question"] in ("luck", "twice"))


def test_a_label_can_be_asked_for():
    """Where the stage decides, it is asked for, and there is no value at which the leaning turns."""
    luck = iv.Quantity(
        "luck", unit="h", bounds=(-90, 90), prior=iv.model.PriorBy("stage", {"first": -3, "onsite": 4, "final": 9}, 1)
    )
    answers = assert_asked_as_alone(of_one_scorer(lambda luck: luck, [luck]), STAGES)
    assert ["stage", None, None, None, None] == [answer["question"] for answer in answers]
    assert answers[0]["question_turn"] is None


@pytest.mark.parametrize("ask", ["yourself", "recruiter"])
@pytest.mark.parametrize("cost", [0.0, 0.3, 1.2])
def test_who_answers_decides_what_asking_costs(ask, cost):
    """What oneself can answer costs what was said, and a recruiter half an hour, weighed by how full the week is."""
    luck = iv.Quantity("luck", unit="h", bounds=(-90, 90), prior=(-3, 4), ask=ask, question="How lucky?")
    evaluator = of_one_scorer(lambda luck, pressure: luck / pressure, [luck], asking_cost=cost)
    frame = pl.DataFrame({"pressure": [None, 0.4, 1.0, 2.0]})
    answers = iv.frames.evaluate(frame, evaluator=evaluator).to_dicts()
    for row, answer in zip(frame.to_dicts(), answers, strict=True):
        alone = evaluator.evaluate(iv.Invitation(), iv.Seeker(**row))
        assert alone.verdict.value == answer["verdict"]


def test_a_gate_that_cannot_tell_holds_nothing_up():
    """What a gate lacks is asked for only if it is worth something; other rows it decides."""
    commute = iv.Quantity(
        "commute", unit="h a week", bounds=(0, 60), prior=(1, 8), scale="log", ask="yourself", question="How long?"
    )
    far = iv.gate(reason="Too far.", name="far", quantities=[commute])(lambda commute: commute > 10)
    evaluator = iv.Evaluator(discover=False, draws=16, plugins=[far])
    answers = assert_asked_as_alone(evaluator, pl.DataFrame({"commute": [None, "8..12", "2..3", "12"]}))
    assert "commute" not in {answer["question"] for answer in answers}
    assert "decline" == answers[3]["verdict"]


def test_many_draws_have_the_questions_of_one_evaluation():
    """With more draws than the best hours are first looked for on, a row still has what it has by itself."""
    frame = pl.DataFrame({"would_accept": [None, "unlikely"], "stage": ["first", None]})
    assert_asked_as_alone(BUILT_IN.with_settings(draws=100), frame)
