"""The map of the net value over two weights."""

from __future__ import annotations

import math

import pytest
from matplotlib.colors import to_hex

import interview_value as iv

from .examples import EVALUATOR, evaluated, scaled
from .looks import mistakes_in, texts_of

BLUE, VERMILION = "#0072b2", "#d55e00"


def test_weights_are_coloured_by_the_sign():
    """The net value is zero on the thick line, which is that of the break-even weight."""
    evaluation = evaluated(travel=8)
    axes = iv.plots.weights(evaluation, "effort", "networking")
    turn = next(turn for turn in evaluation.break_even.weights if turn.criterion == "effort").turn
    line = axes.collections[1].get_paths()[0].vertices
    (crossing,) = {round(x, 6) for x, y in line if abs(y - 1) < 1e-9}
    assert turn == pytest.approx(crossing, abs=1e-5)
    assert {"how many times to count “time and money”", "how many times to count “new contacts”", "now"} <= set(
        texts_of(axes)
    )
    assert any("Blue: going pays off; thick line: where that turns" in text for text in texts_of(axes))
    assert [VERMILION, BLUE] == [to_hex(colour) for colour in axes.collections[0].get_facecolor()]


@pytest.mark.parametrize(("effort", "networking"), [(3.0, 0.5), (0.0, 1.5)])
def test_weights_as_they_are_have_a_whole_dot(effort, networking):
    """The dot is where the weights are; on the edge of the map it is neither cut nor covered."""
    evaluator = iv.Evaluator(discover=False, draws=8, weights={"effort": effort, "networking": networking})
    axes = iv.plots.weights(evaluated(evaluator), "effort", "networking")
    (dot,) = axes.lines
    assert ([effort], [networking]) == tuple(map(list, dot.get_data()))
    assert ((0, 2 * max(effort, 1)), (0, 2 * max(networking, 1))) == (axes.get_xlim(), axes.get_ylim())
    assert not dot.get_clip_on()
    assert all(dot.get_zorder() > spine.get_zorder() for spine in axes.spines.values())


@pytest.mark.parametrize(("expenses", "words"), [(500, "nowhere"), (0, "everywhere")])
def test_weights_at_which_nothing_turns(expenses, words):
    """Where one side has it at all weights on the map, the title says so."""

    @iv.scorer(kind="benefit")
    def other(expenses):
        return 100 - expenses

    axes = iv.plots.weights(
        evaluated(iv.Evaluator(discover=False, draws=8, plugins=[other]), expenses=expenses), "courtesy", "practice"
    )
    assert any(f"Going pays off {words} on this map" in text for text in texts_of(axes))


def test_weights_default_to_the_largest_effects():
    """Left out, the two criteria with the largest effects are taken, and one that is named is not taken twice."""
    evaluation = evaluated()
    first, second = sorted(evaluation.contributions, key=lambda item: -abs(item.effect.mean))[:2]
    labels = [f"how many times to count “{item.label}”" for item in (first, second)]
    axes = evaluation.plot("weights")
    assert labels == [axes.get_xlabel(), axes.get_ylabel()]
    axes = iv.plots.weights(evaluation, other=first.name)
    assert labels == [axes.get_ylabel(), axes.get_xlabel()]


def test_weights_of_what_cannot_be_shown():
    """Names of no criterion, or the same twice, and too few criteria, are said at once."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.plots.weights(evaluated(), "efort", 3)
    assert [("one", "effort"), ("other", None)] == [(m.path, m.nearest) for m in caught.value.mistakes]
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.plots.weights(evaluated(), "effort", "effort")
    assert "another criterion than 'effort'" in mistakes_in(caught)
    block = {scorer.name for scorer in EVALUATOR.scorers} - {"effort"}
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        evaluated(iv.Evaluator(discover=False, block=block)).plot("weights")
    assert "at least two criteria" in mistakes_in(caught)


def levels(axes):
    """The hours that are written on lines of equal net value, with those of the lines themselves."""
    written = [text.get_text() for text in axes.texts if text.get_text() != "now"]
    return written, [float(text.replace("−", "-").replace(",", "")) for text in written]


@pytest.mark.parametrize("hours", [1e9, 50, -50, 0.01, -0.5, 1e-6])
def test_lines_of_equal_net_value_say_their_level(hours):
    """Each line says its own level with its sign, never that of another, nor zero."""
    axes = scaled(hours).plot("weights")
    written, said = levels(axes)
    lines = axes.collections[-1].levels
    assert len(set(written)) == len(written) > 0
    assert set(said) <= {float(f"{level:g}") for level in lines}
    assert all(text[0] == ("+" if hours > 0 else "−") for text in written)
    assert not any(math.isclose(0, level) for level in said)
