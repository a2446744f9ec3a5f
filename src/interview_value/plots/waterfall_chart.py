"""The waterfall: from benefits over costs to the hours on balance, criterion by criterion."""

from __future__ import annotations

from typing import Any, cast

from ..display.language import say
from ..evaluation.sentences import ranked
from ..outcome.contributions import Contribution
from ..outcome.outcome import Outcome
from ..scoring.hours import Summary
from .canvas import AGAINST, FILLED, FOR, Ax, Axes, check_call, foreground, mistakes_in_evaluation, prepare_axes
from .rows import THICK, height_of, write_names, write_notes
from .texts import hours_in_words, label_hours, verdict_sentences, write_title

__all__ = ["waterfall"]


def waterfall(evaluation: Outcome, ax: Ax = None) -> Axes:
    """Draw what each criterion adds to the net value or takes from it, with 90 % ranges.

    Args:
        evaluation: What to show.
        ax: Where to draw; left out, on a new one.

    Returns:
        The Axes: a bar for each criterion, benefits first, and one for the net value, hours.

    Raises:
        InvalidInputError: An argument cannot be used.
    """
    check_call("waterfall", ax, *mistakes_in_evaluation(evaluation))
    contributions = ranked(evaluation)
    names = [*(say(item.label) for item in contributions), say("on balance")]
    axes = prepare_axes(ax, height_of(names))
    total = 0.0
    for place, item in enumerate(contributions):
        if item.counts:
            _draw_bar(axes, place, total, item.effect, AGAINST if item.effect.mean < 0 else FOR)
            total += item.effect.mean
            axes.vlines(total, place, place + 1, color=foreground(), lw=0.8, alpha=0.5, zorder=1)
    _draw_bar(axes, len(contributions), 0.0, evaluation.net, foreground())
    axes.axvline(0, color=foreground(), lw=0.8)
    write_names(axes, names)
    write_notes(axes, [*map(_note, contributions), hours_in_words(evaluation.net)])
    label_hours(axes.xaxis, say("hours of your time"), say("(thin lines: where they mostly are)"))
    write_title(axes, *verdict_sentences(evaluation))
    return cast(Axes, axes)


def _draw_bar(axes: Any, place: int, start: float, effect: Summary, colour: str) -> None:
    """Draw an effect as a bar from `start`, hours, with a thin line for its 90 % range."""
    axes.barh(place, effect.mean, left=start, height=THICK, color=colour, alpha=FILLED, zorder=2)
    axes.hlines(place, start + effect.low, start + effect.high, color=foreground(), lw=1.2, zorder=3)


def _note(item: Contribution) -> str:
    if item.counts:
        return hours_in_words(item.effect)
    return say("failed") if item.error else say("not counted")
