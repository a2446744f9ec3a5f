"""The waterfall of an evaluation."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from matplotlib import pyplot as plt
from plugs import plugin_of
from strategies import cases

import interview_value as iv
from interview_value.evaluation.sentences import hours, ranked

from .examples import EVALUATOR, KNOWN, evaluated
from .looks import bars, colours_of, ranges, texts_of

BLUE, VERMILION = "#0072b2", "#d55e00"


@settings(max_examples=10)
@given(cases())
def test_bars_lead_from_zero_to_the_net_value(case):
    """Each bar begins where the last one ended and is as long as the criterion's effect; the last bar is the net value."""
    evaluation = EVALUATOR.evaluate(*case)
    axes = iv.plots.waterfall(evaluation)
    *criteria, net = bars(axes)
    reached = 0.0
    for start, end in criteria:
        assert math.isclose(reached, start, abs_tol=1e-9)
        reached = end
    assert sorted(item.effect.mean for item in evaluation.contributions if item.counts) == pytest.approx(
        sorted(end - start for start, end in criteria), abs=1e-9, rel=1e-9
    )
    assert (0.0, pytest.approx(evaluation.net.mean, abs=1e-9, rel=1e-9)) == net
    plt.close(axes.figure)


def test_waterfall_says_hours_and_ranges():
    """Each criterion stands with its hours and range, what speaks for going in blue, and the title is the verdict."""
    evaluation = evaluated()
    axes = evaluation.plot()
    texts = texts_of(axes)
    mean, span = hours(evaluation["networking"].effect)
    below = "hours of your time (thin lines: where they mostly are)"
    assert {f"{mean} hours ({span})", "new contacts", "on balance", below} <= set(texts)
    assert any(text.startswith("Go. On average, going is worth ") for text in texts)
    assert [BLUE] * 5 + [VERMILION] * 3 + ["#000000"] == colours_of(axes.patches)


def test_ranges_start_where_their_bars_do():
    """The range of each criterion lies around the end of its bar, and that of the net value around the net value."""
    evaluation = evaluated()
    axes = evaluation.plot()
    starts = [start for start, _ in bars(axes)]
    effects = [*(item.effect for item in ranked(evaluation)), evaluation.net]
    expected = [(start + effect.low, start + effect.high) for start, effect in zip(starts, effects, strict=True)]
    assert sum(expected, ()) == pytest.approx(sum(ranges(axes), ()))


def test_a_benefit_that_does_harm_is_drawn_as_such():
    """What takes hours is vermilion, whether or not it is called a benefit."""
    evaluation = EVALUATOR.evaluate(iv.Invitation(**KNOWN), iv.Seeker(mindset=0.01))
    assert evaluation["future_opportunity"].effect.mean < 0
    assert [BLUE] * 4 + [VERMILION] * 4 == sorted(colours_of(evaluation.plot().patches)[:8])


def test_what_does_not_count_has_no_bar_but_a_word():
    """A criterion of weight 0 and one that failed stand there, without a bar, saying so."""

    @iv.scorer(kind="benefit")
    def broken(duration):
        raise RuntimeError("no")

    evaluator = iv.Evaluator(discover=False, draws=8, weights={"courtesy": 0}, plugins=[broken])
    texts = texts_of(axes := evaluated(evaluator).plot())
    assert {"broken", "the time of others", "failed", "not counted"} <= set(texts)
    assert 8 == len(axes.patches)


def test_an_evaluation_without_criteria_is_drawn():
    """Where there is no scorer at all, the net value is zero."""
    evaluator = iv.Evaluator(discover=False, block={scorer.name for scorer in EVALUATOR.scorers})
    assert [(0.0, 0.0)] == bars(evaluated(evaluator).plot())


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"role_interest": 0, "organization_interest": 0}, "Say no, politely. "),
        ({"obliged": True}, "Go. You have to"),
    ],
)
def test_a_ruling_is_in_the_title(known, words):
    """Where a gate decides, the picture says so."""
    assert any(text.startswith(words) for text in texts_of(evaluated(**known).plot()))


def test_notes_of_plugins_do_not_disturb():
    """A plugin with notes changes nothing in the picture."""
    evaluator = iv.Evaluator(discover=False, plugins=[plugin_of(notes=["Careful."])])
    assert 9 == len(evaluated(evaluator).plot().patches)
