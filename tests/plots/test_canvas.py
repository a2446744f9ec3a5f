"""Where pictures are drawn, who lays them out, and that their colours stand out."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest
from matplotlib import pyplot as plt
from matplotlib.cm import ScalarMappable

import interview_value as iv

from .examples import EVALUATOR, evaluated
from .looks import mistakes_in, outside


@pytest.fixture
def evaluation():
    """An evaluation of which most is known."""
    return EVALUATOR.evaluate(iv.Invitation(role_interest=(0.2, 0.6), organization_interest=0.6, people_met=3))


def with_colour_bar():
    """A figure of which a colour bar has taken a part, and where a picture may go."""
    figure, axes = plt.subplots()
    figure.colorbar(ScalarMappable(), ax=axes)
    return axes


def with_margins():
    """A figure with margins that somebody chose."""
    figure, axes = plt.subplots()
    figure.subplots_adjust(left=0.4)
    return axes


def with_a_grid():
    """A figure with a grid that somebody placed."""
    return plt.subplots(gridspec_kw={"left": 0.4})[1]


def test_a_picture_goes_where_it_is_told():
    """On a given Axes nothing else is picture, and the same Axes comes back."""
    figure, axes = plt.subplots()
    evaluation = evaluated()
    for kind in ("waterfall", "tornado", "distribution", "weights"):
        assert axes is evaluation.plot(kind, axes)
        assert [] == outside(axes)
        axes.clear()
    assert [figure.number] == plt.get_fignums()


def test_the_layout_of_a_figure_is_respected():
    """A figure that has a layout keeps it, and an Axes that was put somewhere by hand stays there."""
    for figure in (plt.figure(layout="tight"), plt.figure()):
        engine = figure.get_layout_engine()
        placed = figure.add_axes((0.3, 0.3, 0.4, 0.4)) if engine is None else figure.add_subplot()
        assert placed is evaluated().plot("weights", placed)
        assert engine is figure.get_layout_engine()


@pytest.mark.parametrize("laid_out", [with_colour_bar, with_margins, with_a_grid])
def test_what_somebody_laid_out_stays(laid_out, evaluation):
    """A figure with a colour bar, or with margins of its own, gets no layout, and can be kept in a file."""
    axes = laid_out()
    place = axes.get_position().bounds
    evaluation.plot(ax=axes).figure.savefig(io.BytesIO())
    assert axes.figure.get_layout_engine() is None
    assert place == axes.get_position().bounds


def test_an_axes_that_was_taken_out_is_refused(evaluation):
    """An Axes that is in no figure any more cannot show anything, and that is said."""
    axes = plt.figure().add_subplot()
    axes.remove()
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        evaluation.plot(ax=axes)
    assert "in a figure" in mistakes_in(caught)


def test_no_window_is_chosen():
    """Drawing a picture of its own takes the backend that somebody chose for the process."""
    code = (
        "import interview_value as iv, matplotlib\niv.evaluate(iv.Invitation()).plot()\nprint(matplotlib.get_backend())"
    )
    chosen = {**os.environ, "MPLBACKEND": "svg"}
    completed = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, env=chosen)
    assert "svg" == completed.stdout.strip()


@pytest.mark.parametrize("style", ["default", "dark_background"])
def test_bars_stand_out_from_their_ground(style):
    """What speaks for going and what speaks against it has a contrast of 3 to 1 at least, in light and in dark."""
    from matplotlib.colors import to_rgb

    with plt.style.context(style):
        bars = iv.evaluate(iv.Invitation(role_interest=0.5)).plot().patches
        ground = to_rgb(plt.rcParams["axes.facecolor"])
    for bar in bars:
        *colour, opaque = bar.get_facecolor()
        seen = [opaque * part + (1 - opaque) * below for part, below in zip(colour, ground, strict=True)]
        assert 3 < contrast(seen, ground)


def contrast(one, other):
    """The contrast of two colours as WCAG 2.2 has it."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour):
    """The relative luminance of a colour in sRGB."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
