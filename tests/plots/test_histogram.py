"""The distribution of the net value."""

from __future__ import annotations

import pytest

import interview_value as iv
from interview_value.display.words import of_ten

from .examples import EVALUATOR, evaluated
from .looks import texts_of


def test_distribution_has_all_draws_in_it():
    """The bars add up to all cases, and those above zero to the chance that going pays."""
    evaluation = evaluated()
    axes = evaluation.plot("distribution")
    low, high = axes.containers
    assert 1 == pytest.approx(sum(bar.get_height() for bar in (*low, *high)))
    assert evaluation.chance_positive == pytest.approx(sum(bar.get_height() for bar in high))
    assert all(bar.get_x() > -1e-9 for bar in high if bar.get_height())
    assert all(bar.get_x() + bar.get_width() < 1e-9 for bar in low if bar.get_height())
    assert f"pays off in {of_ten(evaluation.chance_positive)} cases" in texts_of(axes)


def test_distribution_marks_the_expected_value():
    """The dot is at the expected net value, on a line from the low to the high end of its range."""
    evaluation = evaluated()
    _, line, dot = evaluation.plot("distribution").lines
    assert [evaluation.net.low, evaluation.net.high] == list(line.get_xdata())
    assert [evaluation.net.mean] == list(dot.get_xdata())


def test_distribution_far_from_zero():
    """A narrow distribution far from zero is seen in its width, and it is said that going never pays off."""
    scorer = iv.scorer(kind="benefit", name="far")(lambda duration: duration / 20 - 87)
    block = {scorer.name for scorer in EVALUATOR.scorers}
    axes = evaluated(iv.Evaluator(discover=False, draws=64, block=block, plugins=[scorer]), duration=(1, 3)).plot(
        "distribution"
    )
    drawn = [bar for bar in axes.patches if bar.get_height()]
    left, right = axes.get_xlim()
    width = max(bar.get_x() for bar in drawn) - min(bar.get_x() for bar in drawn)
    assert right < 0
    assert 0.8 < width / (right - left)
    assert {"does not pay off", "pays off in 0 of 10 cases"} <= set(texts_of(axes))


@pytest.mark.parametrize("travel", [9.72, 9.88])
def test_the_line_at_zero_ends_below_the_shares(travel):
    """No text has a line through it, even where zero is at the edge."""
    scorer = iv.scorer(kind="benefit", name="near")(lambda travel, duration: travel - 10 + duration / 10)
    block = {scorer.name for scorer in EVALUATOR.scorers}
    evaluator = iv.Evaluator(discover=False, draws=64, block=block, plugins=[scorer])
    axes = evaluated(evaluator, travel=travel, duration=(1, 3)).plot("distribution")
    axes.figure.canvas.draw()
    zero = axes.lines[0]
    assert [0, 0] == list(zero.get_xdata())
    assert all(zero.get_window_extent().y1 < text.get_window_extent().y0 for text in axes.texts)


def test_distribution_says_where_the_tails_are():
    """That the outermost bars have more in them than their width is said, where it is so."""
    texts = texts_of(evaluated(iv.Evaluator(discover=False, draws=512)).plot("distribution"))
    assert any("the outermost bars have all beyond them too" in text for text in texts)


@pytest.mark.parametrize("travel", [0, 10, 50])
def test_distribution_of_one_number(travel):
    """What is known exactly is one bar, on the side where it belongs; zero is no gain."""

    @iv.scorer(kind="benefit")
    def only(travel):
        return 10 - travel

    evaluator = iv.Evaluator(discover=False, block={s.name for s in EVALUATOR.scorers}, plugins=[only])
    axes = evaluated(evaluator, travel=travel).plot("distribution")
    heights = [sum(bar.get_height() for bar in side) for side in axes.containers]
    assert [float(travel >= 10), float(travel < 10)] == heights
    (bar,) = [bar for side in axes.containers for bar in side if bar.get_height()]
    assert (travel < 10) == (bar.get_x() + bar.get_width() > 1e-9)
    assert "120" not in texts_of(axes)
    assert not any("outermost" in text for text in texts_of(axes))
