"""How often going comes out at how many hours, and how often it pays off."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, cast

from matplotlib.ticker import MaxNLocator

from ..display.language import say
from ..display.words import in_full, of_ten
from ..outcome.outcome import Outcome
from ..scoring.hours import percentile
from .canvas import (
    AGAINST,
    FILLED,
    FOR,
    Ax,
    Axes,
    check_call,
    foreground,
    hide_frame,
    mistakes_in_evaluation,
    prepare_axes,
)
from .texts import HOURS, PLAIN, hours_in_words, label_hours, verdict_sentences, write_label, write_title

__all__ = ["distribution"]

BINS = 40
"""Roughly how many bars the middle 98 % of the draws have."""

TAIL = 0.01
"""The share of the draws at either end that the outermost bar shows together, so that a long tail does not flatten
the rest."""

VIEW = 4 * BINS
"""The most bars side by side that can still be seen; with zero farther off, it is left out of view (assumption)."""

BELOW = 0.87
"""The share of the height that the bars and the line at zero take up; above are the shares in words."""

HEIGHT = 3.8
"""Height of a new picture, inches."""


def distribution(evaluation: Outcome, ax: Ax = None) -> Axes:
    """Draw how often the net value comes out at how many hours, and how often above zero.

    Args:
        evaluation: What to show.
        ax: Where to draw; left out, on a new one.

    Returns:
        The Axes: the share of the draws in each bar, over hours. The outermost bars have the tails in them. Zero is in
        view unless the bars could not be seen then; the shares at either side of it are said in any case.

    Raises:
        InvalidInputError: An argument cannot be used.
    """
    check_call("distribution", ax, *mistakes_in_evaluation(evaluation))
    axes = prepare_axes(ax, HEIGHT)
    draws = evaluation.net_draws if isinstance(evaluation.net_draws, tuple) else (evaluation.net_draws,)
    edges = list(_bar_edges(sorted(draws)))
    _draw_bars(axes, draws, edges)
    if max(edges[-1], 0) - min(edges[0], 0) <= VIEW * (edges[1] - edges[0]):
        axes.axvline(0, ymax=BELOW, color=foreground(), lw=0.8)
    _write_shares(axes, evaluation.chance_positive)
    net = evaluation.net
    height = axes.get_ylim()[1] * 0.04
    axes.plot([net.low, net.high], [height, height], color=foreground(), lw=1.5)
    axes.plot([net.mean], [height], "o", color=foreground(), ms=5)
    write_label(axes.yaxis, say("cases of 100"))
    axes.yaxis.set_major_locator(MaxNLocator(steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_formatter(_of_hundred)
    hide_frame(axes, "top", "right")
    tails = min(draws) < edges[0] or max(draws) > edges[-1]
    label_hours(
        axes.xaxis,
        say(HOURS),
        say("dot and line: {hours}", hours=hours_in_words(net)),
        say("(the outermost bars have all beyond them too)") if tails else "",
    )
    write_title(axes, *verdict_sentences(evaluation))
    return cast(Axes, axes)


def _bar_edges(ordered: list[float]) -> Iterator[float]:
    """Yield the edges of the bars, one of them 0, so that no bar stands on both sides of it."""
    low, high = percentile(ordered, TAIL), percentile(ordered, 1 - TAIL)
    width = (high - low) / BINS or max(abs(high), 1.0) / BINS
    first = math.ceil(low / width) - 1
    for place in range(first, max(math.ceil(high / width), first + 1) + 1):
        yield place * width


def _draw_bars(axes: Any, draws: Sequence[float], edges: Sequence[float]) -> None:
    """Draw the shares of the draws at either side of zero."""
    look = {"alpha": FILLED, "edgecolor": foreground(), "linewidth": 0}
    for above, colour, hatch in ((False, AGAINST, "////"), (True, FOR, "")):
        places = [_place(draw, edges) for draw in draws if (draw > 0) == above]
        axes.hist(places, edges, weights=[1 / len(draws)] * len(places), color=colour, hatch=hatch, **look)


def _place(draw: float, edges: Sequence[float]) -> float:
    """Return where a draw is counted: in its bar, or in the outermost one if it is beyond."""
    # A bar includes its lower edge and not its upper one, but 0 is no gain.
    place = (edges[0] - edges[1]) / 2 if draw == 0 else draw
    return min(max(place, edges[0]), edges[-1])


def _of_hundred(share: float, _: object) -> str:
    return "" if share > 1 else in_full(100 * share, 3)


def _write_shares(axes: Any, above: float) -> None:
    """Write above the bars on which side of zero going pays off, and in how many cases it does."""
    axes.set_ylim(0, axes.get_ylim()[1] / BELOW)
    look = {"transform": axes.transAxes, "va": "top", **PLAIN}
    axes.text(0.01, 0.98, say("does not pay off"), ha="left", **look)
    axes.text(0.99, 0.98, say("pays off in {n} cases", n=of_ten(above)), ha="right", **look)
