"""The tornado: how far the expected hours move with each uncertain quantity."""

from __future__ import annotations

from typing import cast

from ..display.language import mark, say
from ..errors import FieldError
from ..model.estimate import Estimate
from ..model.value_in_words import value_in_words
from ..outcome.outcome import Outcome
from .canvas import AGAINST, FILLED, FOR, Ax, Axes, check_call, foreground, mistakes_in_evaluation, prepare_axes
from .rows import THICK, height_of, write_names, write_notes
from .texts import HOURS, caveats, label_hours, write_title

__all__ = ["tornado"]

MOST = 10
"""How many quantities are shown unless more are asked for: what one looks through at a glance (assumption)."""

TITLE = mark("What matters most: each from its low (hatched) to its high end, the others as they are")


def tornado(evaluation: Outcome, ax: Ax = None, *, most: int = MOST) -> Axes:
    """Draw how far the expected net value moves with each quantity, the others as they are.

    Args:
        evaluation: What to show; not one that was read back.
        ax: Where to draw; left out, on a new one.
        most: How many quantities to show, at least 1, those that move it most.

    Returns:
        The Axes: a bar for each quantity, hours, the widest at the top; the ends are where it stands at its 5th and at
        its 95th percentile. That a gate decides whatever these are, and what failed, is in the title.

    Raises:
        InvalidInputError: An argument cannot be used.
        NotAtHandError: The evaluation was read back.
    """
    countable = isinstance(most, int) and not isinstance(most, bool) and most >= 1
    mistakes = [] if countable else [FieldError("most", most, "a whole number from 1")]
    check_call("tornado", ax, *mistakes_in_evaluation(evaluation), *mistakes)
    swings = evaluation.swings[:most]
    labels = {item.name: say(item.label_text) for item in evaluation.inputs}
    names = [
        say("{quantity} (an assumption)", quantity=labels[swing.quantity]) if swing.constant else labels[swing.quantity]
        for swing in swings
    ]
    notes = [value_in_words(Estimate(swing.low, swing.high), swing.unit.partition(",")[0]) for swing in swings]
    rows = names or [say("no number is uncertain")]
    axes = prepare_axes(ax, height_of(rows, notes))
    expected = evaluation.expected_net
    for place, swing in enumerate(swings):
        for net, hatch in ((swing.net_low, "////"), (swing.net_high, "")):
            axes.barh(
                place,
                net - expected,
                left=expected,
                height=THICK,
                color=AGAINST if net < expected else FOR,
                hatch=hatch,
                edgecolor=foreground(),
                linewidth=0,
                alpha=FILLED,
                zorder=2,
            )
    axes.axvline(expected, color=foreground(), lw=0.8)
    if any(swing.turns for swing in swings):
        axes.axvline(0, color=foreground(), lw=0.8, ls=":")
    write_names(axes, rows)
    write_notes(axes, notes)
    label_hours(axes.xaxis, say(HOURS))
    write_title(axes, say(TITLE), *caveats(evaluation))
    return cast(Axes, axes)
