"""The tornado of an evaluation."""

from __future__ import annotations

import pytest

import interview_value as iv

from .examples import EVALUATOR, evaluated
from .looks import bars, colours_of, texts_of

BLUE, VERMILION = "#0072b2", "#d55e00"


def test_tornado_has_the_ends_of_the_swings():
    """A bar reaches from the expected net value to where it is at either end of the quantity; the lower one is hatched."""
    evaluation = evaluated()
    axes = iv.plots.tornado(evaluation, most=3)
    ends = [end for swing in evaluation.swings[:3] for end in (swing.net_low, swing.net_high)]
    assert ends == pytest.approx([end for _, end in bars(axes)])
    assert [evaluation.expected_net] * 6 == pytest.approx([start for start, _ in bars(axes)])
    assert ["////", None] * 3 == [bar.get_hatch() or None for bar in axes.patches]
    colours = [VERMILION if end < evaluation.expected_net else BLUE for end in ends]
    assert colours == colours_of(axes.patches)
    assert "100 to 1,200 hours" in texts_of(axes)


def test_tornado_names_constants_and_where_it_turns():
    """A constant of the model is named as one; a line at zero is there only if a quantity crosses it."""
    evaluation = evaluated()
    constant = next(swing.quantity for swing in evaluation.swings[:10] if swing.constant)
    label = EVALUATOR.quantities[constant].label
    assert f"{label} (an assumption)" in texts_of(evaluation.plot("tornado"))
    assert 2 == len(evaluation.plot("tornado").lines)
    sure = evaluated(travel=60)
    assert not any(swing.turns for swing in sure.swings)
    assert 1 == len(sure.plot("tornado").lines)


def test_tornado_of_what_is_exact():
    """Where nothing is uncertain, the picture says so."""
    evaluator = iv.Evaluator(discover=False, block={scorer.name for scorer in EVALUATOR.scorers})
    assert "no number is uncertain" in texts_of(evaluated(evaluator).plot("tornado"))
