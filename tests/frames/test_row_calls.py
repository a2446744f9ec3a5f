"""Scorers, gates and derived priors that fail on the arrays of a block: their rows have what they have by themselves."""

from __future__ import annotations

import pytest

import interview_value as iv

pl = pytest.importorskip("polars")
pytest.importorskip("narwhals")

BUILT_IN = iv.Evaluator(discover=False)
NAMES = [*(scorer.name for scorer in BUILT_IN.scorers), *(gate.name for gate in BUILT_IN.gates)]
LUCK = iv.Quantity("luck", unit="h", bounds=(-90, 90), prior=(-3, 4), ask="yourself", question="How lucky?")


def assert_as_alone(evaluator, rows):
    """Compare each row of exact numbers with an evaluation by itself."""
    answers = iv.frames.evaluate(pl.DataFrame(rows, infer_schema_length=None), evaluator=evaluator).to_dicts()
    for row, answer in zip(rows, answers, strict=True):
        known = {name: value for name, value in row.items() if value is not None}
        alone = evaluator.evaluate(iv.Invitation().with_quantities(**known))
        question = alone.first_question if alone.verdict.asks else None
        assert alone.verdict.value == answer["verdict"]
        assert "; ".join(alone.errors) == answer["error"]
        assert alone.net.mean == pytest.approx(answer["net"])
        assert (question and question.quantity) == answer["question"]
    return answers


@pytest.mark.filterwarnings("ignore::interview_value.frames.RowByRowWarning")
def test_a_gate_that_fails_in_one_row_declines_the_others():
    """A gate that is asked row by row and fails in one of them is the error of that row alone."""

    @iv.gate(reason="Too far.")
    def too_far(invitation, travel):
        """Fail on long ways."""
        if invitation.known["travel"].low > 5:
            raise ValueError("no idea")
        return travel > 2

    rows = [{"travel": 1.0}, {"travel": 3.0}, {"travel": 9.0}]
    assert_as_alone(iv.Evaluator(discover=False, draws=8, plugins=[too_far]), rows)


def test_a_gate_that_fails_on_arrays():
    """A gate that raises is the error of every row, as it is of each by itself."""

    @iv.gate(reason="Never.")
    def never(travel):
        """Decide by what can be unknown."""
        return travel > 2 if travel > 1 else travel > 3

    assert_as_alone(iv.Evaluator(discover=False, draws=8, plugins=[never]), [{"travel": 1.0}, {"travel": 3.0}])


@pytest.mark.parametrize("draws", [1, 8])
def test_a_prior_that_cannot_be_derived_on_arrays(draws):
    """A formula with an ``if`` works all the same, on a single draw and on several."""
    capped = iv.Quantity(
        "capped",
        unit="h",
        bounds=(-90, 90),
        prior=iv.model.DerivedPrior(lambda luck: (luck.low, luck.high) if luck.high < 1 else (-1, 1), "at most 1"),
    )
    made = iv.scorer(kind="benefit", name="only", quantities=[LUCK, capped])(lambda capped: capped)
    evaluator = iv.Evaluator(discover=False, draws=draws, plugins=[made], block=NAMES)
    assert_as_alone(evaluator, [{"luck": 0.5, "capped": None}, {"luck": None, "capped": 3.0}])


@pytest.mark.parametrize("ends", [(3.0, 1.0), (float("nan"), 1.0), (1.0, 1e16)])
def test_a_prior_that_is_no_range_is_an_error_of_its_row(ends):
    """A formula that gives no range is the error of the rows in which nobody gave the quantity."""
    odd = iv.Quantity("odd", unit="h", bounds=(-90, 90), prior=iv.model.DerivedPrior(lambda stage: ends, "odd"))
    made = iv.scorer(kind="benefit", name="only", quantities=[odd])(lambda odd: odd)
    evaluator = iv.Evaluator(discover=False, draws=8, plugins=[made], block=NAMES)
    answers = assert_as_alone(evaluator, [{"odd": None}, {"odd": 3.0}])
    assert ["only: the prior of odd", ""] == [answer["error"][:22] for answer in answers]


def test_a_row_in_which_a_scorer_fails_has_the_advice_it_has_alone():
    """Where a scorer fails on some draws, nothing is left of what was found on arrays."""
    made = iv.scorer(kind="benefit", name="only", quantities=[LUCK])(lambda luck: luck * (1 + 1e9 * (luck > 4.6)) + 3)
    evaluator = iv.Evaluator(discover=False, draws=8, plugins=[made], block=NAMES, asking_cost=0.01)
    frame = pl.DataFrame({"luck_low": [-2.5, -1.0], "luck_high": [5.59, 2.0]})
    for row, answer in zip(frame.to_dicts(), iv.frames.evaluate(frame, evaluator=evaluator).to_dicts(), strict=True):
        alone = evaluator.evaluate(iv.Invitation().with_quantities(luck=(row["luck_low"], row["luck_high"])))
        assert alone.verdict.value == answer["verdict"]
        assert alone.ways[0].worth == pytest.approx(answer["best_way_worth"])
        assert [None] * 3 == [answer[name] for name in ("question", "question_worth", "question_turn")]


def test_a_row_by_itself_at_medians_has_no_range():
    """Without draws there are no ranges, also where a scorer fails in the row."""
    made = iv.scorer(kind="benefit", name="only", quantities=[LUCK])(lambda luck: 1 / luck)
    evaluator = iv.Evaluator(discover=False, plugins=[made], block=NAMES)
    first, second = iv.frames.evaluate(pl.DataFrame({"luck": [0.0, 2.0]}), evaluator=evaluator, draws=0).to_dicts()
    assert (None, None, None) == (first["only"], first["net_low"], first["confidence"])
    assert first["error"].startswith("only")
    assert (0.5, "") == (second["only"], second["error"])


@pytest.mark.filterwarnings("ignore::interview_value.frames.RowByRowWarning")
def test_a_row_by_itself_has_its_own_weights():
    """A row that is evaluated by itself, because a scorer fails in it on arrays, counts as its weights say."""

    @iv.scorer(kind="cost", quantities=[LUCK])
    def lucky(luck):
        """Fails where nobody is lucky."""
        return 1 / luck

    evaluator = iv.Evaluator(plugins=[lucky], discover=False)
    frame = pl.DataFrame({"luck": [0.0, 1.0], "duration": [1.0, 1.0], "weight_effort": [3.0, 3.0]})
    answers = iv.frames.evaluate(frame, evaluator=evaluator, draws=16).to_dicts()
    for luck, answer in zip((0.0, 1.0), answers, strict=True):
        alone = evaluator.with_settings(weights={"effort": 3}, draws=16).evaluate(
            iv.Invitation(duration=1).with_quantities(luck=luck)
        )
        assert pytest.approx(alone.net.mean) == answer["net"]
        assert "; ".join(alone.errors) == answer["error"]
