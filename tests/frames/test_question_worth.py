"""What to ask first in each row of a frame is what one evaluation at a time asks, and as much worth."""

from __future__ import annotations

import pytest

import interview_value as iv

pl = pytest.importorskip("polars")
pytest.importorskip("narwhals")

BUILT_IN = iv.Evaluator(discover=False)
COMMUTE = iv.Quantity(
    "commute",
    unit="h a week",
    bounds=(0, 60),
    prior=(1, 8),
    scale="log",
    ask="yourself",
    question="How long is the way?",
)


def assert_asked_as_alone(evaluator, frame):
    """Compare verdict and question of each row of exact numbers or ranges with an evaluation by itself."""
    answers = iv.frames.evaluate(frame, evaluator=evaluator).to_dicts()
    for row, answer in zip(frame.to_dicts(), answers, strict=True):
        ends = {
            name.removesuffix("_low"): (row[name], row[name.removesuffix("low") + "high"])
            for name in row
            if name.endswith("_low")
        }
        said = {name: value for name, value in row.items() if not name.endswith(("_low", "_high"))} | ends
        given = {name: value for name, value in said.items() if value not in (None, (None, None))}
        alone = evaluator.evaluate(iv.Invitation().with_quantities(**given))
        assert alone.verdict.value == answer["verdict"]
        asks = alone.verdict is iv.Verdict.ASK_FIRST
        assert (alone.questions[0].quantity if asks else None) == answer["question"]
        worth = alone.questions[0].worth if asks else None
        assert answer["question_worth"] == (None if worth is None else pytest.approx(worth, abs=2e-9))
    return answers


def of_one_scorer(hours, quantities, **options):
    """Make an evaluator with a single scorer, of a benefit, and without gates."""
    made = iv.scorer(kind="benefit", name="only", quantities=quantities)(hours)
    blocked = [*(scorer.name for scorer in BUILT_IN.scorers), *(gate.name for gate in BUILT_IN.gates)]
    return iv.Evaluator(discover=False, draws=16, plugins=[made], block=blocked, asking_cost=0.01, **options)


LUCK = iv.Quantity("luck", unit="h", bounds=(-90, 90), prior=(-3, 4), ask="yourself", question="How lucky are you?")
TWICE = iv.Quantity(
    "twice",
    unit="h",
    bounds=(-90, 90),
    prior=iv.model.DerivedPrior(lambda luck: 2 * luck, "twice the luck"),
    ask="recruiter",
    question="How lucky are others?",
)
RANGES = pl.DataFrame({"luck_low": [None, -1.0, 2.0, -4.0, 3.0], "luck_high": [None, 5.0, 3.0, -1.0, 3.0]})


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
    """What an answer is worth is the same on columns, even where a scorer fails at an end of a range."""
    answers = assert_asked_as_alone(of_one_scorer(hours, [LUCK, TWICE]), RANGES)
    assert "luck" in {answer["question"] for answer in answers}


def test_a_quantity_that_is_derived_can_be_asked_for():
    """Where its range is given it is uncertain by itself; where nobody gave it, it is not asked for."""
    frame = pl.DataFrame({"twice_low": [-3.0, None], "twice_high": [4.0, None], "luck": [0.1, 0.1]})
    first, second = assert_asked_as_alone(of_one_scorer(lambda twice: twice, [LUCK, TWICE]), frame)
    assert ("twice", None) == (first["question"], second["question"])


def test_a_gate_asks_before_the_hours_do():
    """What a gate waits for is asked for first, if anybody can answer; a gate that does not ask has no question."""
    secret = iv.Quantity("secret", unit="h", bounds=(0, 9), prior=(1, 2))
    gates = [
        iv.gate(reason="Too far.", name="far", quantities=[COMMUTE])(lambda commute: commute > 10),
        iv.gate(reason="Odd.", name="odd", quantities=[secret], asks=False)(lambda secret: secret > 5),
        iv.gate(reason="Odd too.", name="hidden", quantities=[secret, COMMUTE])(
            lambda secret, commute: (secret > 5) & (commute < 0)
        ),
    ]
    blocked = [gate.name for gate in BUILT_IN.gates]
    evaluator = iv.Evaluator(discover=False, draws=16, plugins=gates, block=blocked)
    frame = pl.DataFrame({"commute_low": [None, 8.0, 2.0, 12.0], "commute_high": [None, 12.0, 3.0, 12.0]})
    answers = assert_asked_as_alone(evaluator, frame)
    assert ["commute", "commute"] == [answer["question"] for answer in answers[:2]]
