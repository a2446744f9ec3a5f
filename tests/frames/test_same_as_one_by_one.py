"""A row of a frame has the numbers, the verdict and the mistakes that evaluating it by itself gives."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import EVERYTHING, LABELS, QUANTITIES, numbers, ranges

import interview_value as iv

pl = pytest.importorskip("polars")
pytest.importorskip("narwhals")

OWN_OF_SEEKER = iv.Seeker.own_quantities().keys() | iv.Seeker.own_labels().keys()
NUMBERS = ("benefit", "cost", "net", "net_low", "net_high", "confidence")

TINY = 1e-9
"""Hours that are the same as none: four millionths of a second."""

WORDS = {
    "stage": ["first", "ONSITE", "screen", "a short first call", "final", "panel", "unknown", "last"],
    "status": ["content", "job hunting", "looking", "without_work", "open", "unknown"],
    "remote": [True, False],
    "obliged": ["yes", "no", "I am free to decline"],
}
"""What may stand in the column of a label."""

CHOSEN = {"would_accept": "unlikely", "job_worth": "a month's work", "pressure": "packed", "hinge": "most"}
"""Choices that may stand in the column of a quantity, by its name."""


def bad_ranges(quantity):
    """Ranges that cannot be used: reversed, or out of bounds."""
    outside = quantity.bounds.low - 1 if math.isfinite(quantity.bounds.low) else 1e16
    return st.sampled_from([(2e15, 2e15), (outside, outside), (quantity.bounds.high, outside), (math.inf, math.inf)])


def cells(name):
    """What stands in a row of a quantity: nothing, a number, a range, or what cannot be used."""
    quantity = QUANTITIES[name]
    exact = numbers(quantity).map(lambda number: (number, number))
    usable = st.none() | exact | exact | ranges(quantity)
    return st.integers(0, 30).flatmap(lambda place: bad_ranges(quantity) if place == 30 else usable)


def bad_labels(name):
    """What may stand in the column of a label: nothing, a choice, or what cannot be used."""
    return st.sampled_from([None, None, *WORDS[name], *(["never heard of"] if name != "remote" else [])])


@st.composite
def tables(draw):
    """Rows that each say something of the same quantities, labels and so on."""
    names = draw(st.lists(st.sampled_from(sorted(QUANTITIES)), max_size=8, unique=True))
    parts = {name: cells(name) for name in names}
    for name in draw(st.lists(st.sampled_from(sorted(CHOSEN.keys() - {*names})), max_size=2, unique=True)):
        parts[name] = st.none() | st.just(CHOSEN[name])
    labels = draw(st.lists(st.sampled_from(sorted(LABELS)), min_size=0 if parts else 1, max_size=3, unique=True))
    parts |= {name: bad_labels(name) for name in labels}
    if draw(st.booleans()):
        parts["weight_effort"] = st.sampled_from([None, 0.0, 0.5, 3.0, -1.0])
    return draw(st.lists(st.fixed_dictionaries(parts), min_size=1, max_size=6))


def frame_of(rows):
    """Make a Polars frame of rows, with two columns for each quantity of numbers."""
    columns = {}
    for name in rows[0]:
        given = [row[name] for row in rows]
        if name in QUANTITIES and not any(isinstance(value, str) for value in given):
            columns[f"{name}_low"] = pl.Series([pair and pair[0] for pair in given], dtype=pl.Float64)
            columns[f"{name}_high"] = pl.Series([pair and pair[1] for pair in given], dtype=pl.Float64)
        else:
            columns[name] = given
    return pl.DataFrame(columns)


def alone(row, seeker, **options):
    """Evaluate a row by itself; a row that cannot be used gives the names of what is wrong with it."""
    said = {name: value for name, value in row.items() if name in EVERYTHING and value not in (None, "unknown")}
    wrong = {name for name, value in said.items() if not can_be_used(EVERYTHING[name], value)}
    weight = row.get("weight_effort")
    if weight is not None and weight < 0:
        wrong.add("weight_effort")
    if wrong:
        return wrong
    theirs = {name: value for name, value in said.items() if name in OWN_OF_SEEKER}
    ours = {name: value for name, value in said.items() if name not in theirs}
    evaluator = iv.Evaluator(discover=False, weights={} if weight is None else {"effort": weight}, **options)
    return evaluator.evaluate(iv.Invitation().with_quantities(**ours), seeker.with_quantities(**theirs))


def can_be_used(quantity, value):
    """Tell whether a quantity or label takes a value."""
    try:
        return bool((quantity.chosen if quantity.is_label else quantity.estimate)(value))
    except iv.errors.FieldError:
        return False


def assert_same(answer, expected, *, central=False):
    """Compare a row of answers with an evaluation, or with what is wrong with the row."""
    if isinstance(expected, set):
        mistakes = answer["error"].split("; ")
        assert expected == {mistake.partition(": got")[0] for mistake in mistakes if ": got" in mistake}
        assert {None} == {value for name, value in answer.items() if name != "error"}
        return
    scale = max(1e-9 * math.fsum(abs(item.effect.mean) for item in expected.contributions), TINY)
    for item in expected.contributions:
        # Where a formula subtracts nearly equal numbers, a last digit of exp() is more than 1e-9 of the little that is left.
        assert answer[item.name] == pytest.approx(item.mean, rel=1e-9, abs=TINY)
    net = expected.net
    values = (expected.benefit.mean, expected.cost.mean, *net, expected.confidence)
    spread = max(1e-9 * max(map(abs, net)), TINY)
    for name, value in zip(NUMBERS, values, strict=True):
        if central and name in NUMBERS[3:]:
            assert answer[name] is None
        else:
            assert answer[name] == pytest.approx(value, rel=1e-9, abs=scale + spread)
    assert expected.verdict.value == answer["verdict"]
    assert expected.leaning.value == answer["leaning"]
    assert expected.best_hours == answer["best_hours"]
    assert_same_advice(answer, expected, scale + spread)
    assert "; ".join(expected.assumed) == answer["assumed"]
    assert "; ".join(expected.errors) == answer["error"]


def assert_same_advice(answer, expected, near):
    """Compare the best way and the question; of several that are worth the same, any will do."""
    worth = {way.name: way.worth for way in expected.ways}
    assert answer["best_way_worth"] == pytest.approx(expected.ways[0].worth, rel=1e-9, abs=near)
    assert worth[answer["best_way"]] == pytest.approx(expected.ways[0].worth, rel=1e-9, abs=near)
    first = expected.first_question if expected.verdict.asks else None
    if first is None:
        assert [None] * 3 == [answer[name] for name in ("question", "question_worth", "question_turn")]
        return
    questions = {question.quantity: question for question in expected.questions}
    asked = questions[answer["question"]]
    assert asked.gain == pytest.approx(first.gain, abs=2e-9)
    assert answer["question_worth"] == pytest.approx(asked.worth, abs=2e-9)
    assert answer["question_turn"] == (asked.turn and pytest.approx(asked.turn, rel=1e-6))


SEEKERS = st.sampled_from(
    [iv.Seeker(), iv.Seeker(mindset=0.7, job_worth=(100, 300), experience=2), iv.Seeker(status="without_work")]
)


@given(tables(), SEEKERS)
def test_a_row_has_what_it_has_by_itself(rows, seeker):
    """Numbers to 1e-9, verdict, what was assumed and the mistakes are those of one evaluation at a time."""
    evaluator = iv.Evaluator(discover=False, draws=16)
    answers = iv.frames.evaluate(frame_of(rows), seeker, evaluator=evaluator)
    for row, answer in zip(rows, answers.to_dicts(), strict=True):
        assert_same(answer, alone(row, seeker, draws=16))


@given(tables(), SEEKERS)
def test_central_values_are_those_of_a_single_draw(rows, seeker):
    """Without draws, each quantity is at its median, as with one draw; ranges and confidence are null."""
    answers = iv.frames.evaluate(frame_of(rows), seeker, evaluator=iv.Evaluator(discover=False), draws=0)
    for row, answer in zip(rows, answers.to_dicts(), strict=True):
        assert_same(answer, alone(row, seeker, draws=1), central=True)


@given(tables(), st.randoms(use_true_random=False), st.integers(1, 5))
def test_neither_order_nor_batches_matter(rows, random, cut):
    """Rows in another order, or in two parts, have the same answers, null for null."""
    evaluator = iv.Evaluator(discover=False, draws=8)
    whole = iv.frames.evaluate(frame_of(rows), evaluator=evaluator).to_dicts()
    order = random.sample(range(len(rows)), len(rows))
    mixed = iv.frames.evaluate(frame_of(rows)[order], evaluator=evaluator).to_dicts()
    parts = [part for part in (frame_of(rows)[:cut], frame_of(rows)[cut:]) if len(part)]
    split = [answer for part in parts for answer in iv.frames.evaluate(part, evaluator=evaluator).to_dicts()]
    for row, answer in enumerate(whole):
        for other in (mixed[order.index(row)], split[row]):
            assert answer.keys() == other.keys()
            for name, value in answer.items():
                same = value if not isinstance(value, float) else pytest.approx(value, rel=1e-9, abs=1e-9)
                assert same == other[name]
