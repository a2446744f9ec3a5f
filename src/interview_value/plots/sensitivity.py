"""Sensitivity: how far the net value moves with each quantity (a tornado)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import FieldError
from ..outcome.analysis.swings import Swing
from ..outcome.outcome import Outcome
from .canvas import Ax, canvas, check, mistakes_in
from .colours import AGAINST, FILLED, FOR, foreground
from .numbers import HOURS, in_hours
from .rows import THICK, height_of, row_names, row_notes
from .texts import caveats, title

if TYPE_CHECKING:
    from .canvas import Axes

__all__ = ["tornado"]

MOST = 10
"""How many quantities are shown unless more are asked for: what one looks through at a glance (assumption)."""

WHAT = "What decides it: each from its low (hatched) to its high end, the others as they are"


def tornado(evaluation: Outcome, ax: Ax = None, *, most: int = MOST) -> Axes:
    """Draw how far the expected net value moves with each uncertain quantity, the others as they are.

    Args:
        evaluation: What to show; not one that was read back.
        ax: Where to draw; left out, on a new one.
        most: How many quantities to show, at least 1, those that move it most.

    Returns:
        The Axes: a bar for each quantity, hours, the widest at the top; the ends are where it stands at its 5th and at
        its 95th percentile. That a gate declines whatever these are, and what failed, is in the title.

    Raises:
        InvalidInputError: An argument cannot be used.
        NotAtHandError: The evaluation was read back.
    """
    number = isinstance(most, int) and not isinstance(most, bool) and most >= 1
    few = [] if number else [FieldError("most", most, "a whole number from 1")]
    check("tornado", ax, *mistakes_in(evaluation), *few)
    swings = evaluation.swings[:most]
    names = [_name(swing) for swing in swings] or ["nothing is uncertain"]
    notes = [f"{swing.low:.3g} to {swing.high:.3g} {swing.unit}" for swing in swings]
    axes = canvas(ax, height_of(names, notes))
    for place, swing in enumerate(swings):
        _bar(axes, place, swing, evaluation.expected_net)
    axes.axvline(evaluation.expected_net, color=foreground(), lw=0.8)
    if any(swing.turns for swing in swings):
        axes.axvline(0, color=foreground(), lw=0.8, ls=":")
    row_names(axes, names)
    row_notes(axes, notes)
    in_hours(axes.xaxis, f"expected net value, {HOURS}")
    title(axes, WHAT, *caveats(evaluation))
    shown: Axes = axes
    return shown


def _bar(axes: Any, place: int, swing: Swing, middle: float) -> None:
    """Draw both halves of a bar: towards the lower value of the quantity, hatched, and towards the higher one."""
    for end, hatch in ((swing.net_low, "////"), (swing.net_high, "")):
        colour = AGAINST if end < middle else FOR
        look = {
            "color": colour,
            "hatch": hatch,
            "edgecolor": foreground(),
            "linewidth": 0,
            "alpha": FILLED,
            "zorder": 2,
        }
        axes.barh(place, end - middle, left=middle, height=THICK, **look)


def _name(swing: Swing) -> str:
    return f"{swing.quantity} (constant)" if swing.constant else swing.quantity
