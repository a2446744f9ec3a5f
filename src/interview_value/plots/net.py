"""Net: how the net value is distributed over the draws, and the share of it above zero."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from matplotlib.ticker import MaxNLocator

from ..display.words import percent
from ..outcome.outcome import Outcome
from ..scoring.hours import percentile
from .canvas import Ax, bare, canvas, check, mistakes_in
from .colours import AGAINST, FILLED, FOR, foreground
from .numbers import HOURS, in_hours
from .texts import title, verdict, words_of_hours

if TYPE_CHECKING:
    from .canvas import Axes

__all__ = ["distribution"]

BINS = 40
"""About so many bars for the middle 98 % of the draws."""

TAIL = 0.01
"""The share of the draws at either end that the outermost bar shows together, lest a long tail flatten the rest."""

VIEW = 4 * BINS
"""So many bars side by side can still be seen; with zero farther off than that, it is left out of view (assumption)."""

BELOW = 0.87
"""Of the height, which the bars and the line at zero take up; above are the shares in words."""

HEIGHT = 3.8
"""Inches."""


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
    check("distribution", ax, *mistakes_in(evaluation))
    axes = canvas(ax, HEIGHT)
    draws = evaluation.net_draws if isinstance(evaluation.net_draws, tuple) else (evaluation.net_draws,)
    edges = list(_edges(sorted(draws)))
    _bars(axes, draws, edges)
    if max(edges[-1], 0) - min(edges[0], 0) <= VIEW * (edges[1] - edges[0]):
        axes.axvline(0, ymax=BELOW, color=foreground(), lw=0.8)
    _say_shares(axes, evaluation.chance_positive)
    net = evaluation.net
    top = axes.get_ylim()[1] * 0.04
    axes.plot([net.low, net.high], [top, top], color=foreground(), lw=1.5)
    axes.plot([net.mean], [top], "o", color=foreground(), ms=5)
    axes.set_ylabel("share of the draws")
    axes.yaxis.set_major_locator(MaxNLocator(steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_formatter(_in_percent)
    bare(axes, "top", "right")
    in_hours(axes.xaxis, f"net value, {HOURS}", f"dot and line: expected {words_of_hours(net)}", _tails(draws, edges))
    title(axes, *verdict(evaluation))
    shown: Axes = axes
    return shown


def _bars(axes: Any, draws: Sequence[float], edges: Sequence[float]) -> None:
    """Draw the shares of the draws at either side of zero."""
    look = {"alpha": FILLED, "edgecolor": foreground(), "linewidth": 0}
    for side, colour, hatch in ((False, AGAINST, "////"), (True, FOR, "")):
        some = [_place(draw, edges) for draw in draws if (draw > 0) == side]
        axes.hist(some, edges, weights=[1 / len(draws)] * len(some), color=colour, hatch=hatch, **look)


def _edges(ordered: list[float]) -> Iterator[float]:
    """Yield the edges of the bars, of which one is 0 so that no bar stands on both sides; 0 itself is below it."""
    low, high = percentile(ordered, TAIL), percentile(ordered, 1 - TAIL)
    width = (high - low) / BINS or max(abs(high), 1.0) / BINS
    first = math.ceil(low / width) - 1
    for place in range(first, max(math.ceil(high / width), first + 1) + 1):
        yield place * width


def _place(draw: float, edges: Sequence[float]) -> float:
    """Return where a draw is counted: in its bar, which is the outermost one if it is beyond all."""
    # A bar has its lower edge in it and not its upper one, but 0 is no gain.
    shown = (edges[0] - edges[1]) / 2 if draw == 0 else draw
    return min(max(shown, edges[0]), edges[-1])


def _in_percent(share: float, _: object) -> str:
    return "" if share > 1 else percent(share)


def _tails(draws: Sequence[float], edges: Sequence[float]) -> str:
    """Say that the outermost bars have more in them than their width, if it is so."""
    return "(the outermost bars have all beyond them too)" if min(draws) < edges[0] or max(draws) > edges[-1] else ""


def _say_shares(axes: Any, above: float) -> None:
    """Write the share at either side of zero above the bars."""
    axes.set_ylim(0, axes.get_ylim()[1] / BELOW)
    for side, align, text in (
        (0.01, "left", f"{percent(1 - above)} at most 0"),
        (0.99, "right", f"{percent(above)} above 0"),
    ):
        axes.text(side, 0.98, text, transform=axes.transAxes, ha=align, va="top")
