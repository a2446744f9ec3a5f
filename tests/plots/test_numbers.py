"""The numbers beside the axes can be read, however large or small they are."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from matplotlib import pyplot as plt

import interview_value as iv
from interview_value.plots.numbers import numbered

from .looks import outside


def scaled(hours):
    """An evaluation that comes to about so many hours, with a range."""
    made = [iv.scorer(kind="benefit", name=name)(lambda duration: hours / (1 + duration)) for name in ("one", "other")]
    block = {scorer.name for scorer in iv.Evaluator(discover=False).scorers}
    return iv.Evaluator(discover=False, draws=32, block=block, plugins=made).evaluate(iv.Invitation(duration=(1, 3)))


def ticks(axis):
    """The numbers beside an axis that are shown, each with where it is in dots."""
    low, high = sorted(axis.get_view_interval())
    inside = [tick for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high]
    return [(tick.get_loc(), tick.label1) for tick in inside]


@pytest.mark.parametrize("kind", ["waterfall", "tornado", "distribution"])
@pytest.mark.parametrize("hours", [1e9, 3e8, -1e9, 10, -0.1, 1e-6])
def test_hours_are_written_in_full(hours, kind):
    """What a tick says is where it is, nothing is written apart, and no number runs into the next."""
    axes = scaled(hours).plot(kind)
    assert [] == outside(axes)
    assert "" == axes.xaxis.get_offset_text().get_text()
    shown = ticks(axes.xaxis)
    assert 2 < len(shown)
    for place, text in shown:
        assert place == pytest.approx(float(text.get_text().replace("−", "-")), rel=1e-5, abs=1e-9 * abs(hours))
    places = [text.get_window_extent() for _, text in shown]
    assert all(left.x1 < right.x0 for left, right in pairwise(places))


def test_numbers_far_from_zero_are_told_apart():
    """Numbers that differ late have as many digits as that takes; an axis without ticks has none."""
    axes = plt.figure().add_subplot()
    numbered(axes.xaxis)
    say = axes.xaxis.get_major_formatter()
    assert ["123456789", "123456790", "123456791"] == say.format_ticks([123456789, 123456790, 123456791])
    assert ["−0.3", "0", "0.3"] == say.format_ticks([-0.3, 5e-17, 0.1 + 0.2])
    assert [] == say.format_ticks([])
    assert "1.5" == say(1.5)


def spread(low, high):
    """The explanation of a scorer that reads a quantity with such a prior, which varies by ratio."""
    quantity = iv.Quantity("spread", unit="h", bounds=(0, 1e12), prior=(low, high), scale="log")
    made = iv.scorer(kind="benefit", name="wide", quantities=[quantity])(lambda spread: spread)
    return iv.explain("wide", evaluator=iv.Evaluator(discover=False, plugins=[made]))


@pytest.mark.parametrize(("low", "high"), [(1, 10), (1, 900), (0.01, 100), (1e-4, 1e5), (1e-6, 1e10)])
def test_many_decades_have_room_for_their_numbers(low, high):
    """Numbers of what varies by ratio do not run into each other, over a decade as over sixteen."""
    axes = iv.plots.curve(spread(low, high))
    axes.figure.canvas.draw()
    places = [text.get_window_extent() for _, text in ticks(axes.xaxis) if text.get_text()]
    assert 2 < len(places) < 12
    assert all(left.x1 < right.x0 for left, right in pairwise(places))


def levels(axes):
    """The hours that are written on lines of equal net value, with those of the lines themselves."""
    written = [text.get_text() for text in axes.texts if text.get_text().endswith(" h")]
    return written, [float(text.removesuffix(" h").replace("−", "-")) for text in written]


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
