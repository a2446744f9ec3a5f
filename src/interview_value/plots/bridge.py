"""Bridge: from benefits over costs to the net value, criterion by criterion (a waterfall)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..evaluation.sentences import ranked
from ..outcome.contributions import Contribution
from ..outcome.outcome import Outcome
from ..scoring.hours import Summary
from .canvas import Ax, canvas, check, mistakes_in
from .colours import AGAINST, FILLED, FOR, foreground
from .numbers import HOURS, in_hours
from .rows import THICK, height_of, row_names, row_notes
from .texts import title, verdict, words_of_hours

if TYPE_CHECKING:
    from .canvas import Axes

__all__ = ["waterfall"]


def waterfall(evaluation: Outcome, ax: Ax = None) -> Axes:
    """Draw what each criterion adds to the net value or takes from it, one after the other, with 90 % ranges.

    Args:
        evaluation: What to show.
        ax: Where to draw; left out, on a new one.

    Returns:
        The Axes: a bar for each criterion, benefits first, and one for the net value, hours.

    Raises:
        InvalidInputError: An argument cannot be used.
    """
    check("waterfall", ax, *mistakes_in(evaluation))
    items = ranked(evaluation)
    names = [*(item.name for item in items), "net value"]
    axes = canvas(ax, height_of(names))
    reached = 0.0
    for place, item in enumerate(items):
        if item.counts:
            _bar(axes, place, reached, item.effect, AGAINST if item.effect.mean < 0 else FOR)
            reached += item.effect.mean
            axes.vlines(reached, place, place + 1, color=foreground(), lw=0.8, alpha=0.5, zorder=1)
    _bar(axes, len(items), 0.0, evaluation.net, foreground())
    axes.axvline(0, color=foreground(), lw=0.8)
    row_names(axes, names)
    row_notes(axes, [*map(_note, items), words_of_hours(evaluation.net)])
    in_hours(axes.xaxis, f"{HOURS}; thin lines: 90 % ranges")
    title(axes, *verdict(evaluation))
    shown: Axes = axes
    return shown


def _bar(axes: Any, place: int, start: float, effect: Summary, colour: str) -> None:
    axes.barh(place, effect.mean, left=start, height=THICK, color=colour, alpha=FILLED, zorder=2)
    axes.hlines(place, start + effect.low, start + effect.high, color=foreground(), lw=1.2, zorder=3)


def _note(item: Contribution) -> str:
    if item.counts:
        return words_of_hours(item.effect)
    return "failed" if item.error else "not counted"
