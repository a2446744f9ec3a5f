"""Weighting: two weights as a map of the net value, with the line at which it turns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from matplotlib.ticker import MaxNLocator

from ..errors import FieldError, nearest_name
from ..outcome.contributions import Contribution
from ..outcome.outcome import Outcome
from ..scoring.criterion import SIGNS
from .canvas import Ax, canvas, check, mistakes_in
from .colours import AGAINST, FOR, foreground
from .numbers import HOURS, numbered
from .texts import caveats, label, short, title

if TYPE_CHECKING:
    from .canvas import Axes

__all__ = ["weights"]

HEIGHT = 5.0
"""Inches."""

ROOM = 2.0
"""So many times its weight now, or as 1, is the highest weight on the map (assumption)."""

LEVELS = 7
"""About so many lines of equal net value."""

SHARES = tuple(step / 20 for step in range(21))
"""Of the highest weight, where the net value is worked out; it is linear, but labels need points to stand at."""


def weights(evaluation: Outcome, one: str | None = None, other: str | None = None, ax: Ax = None) -> Axes:
    """Draw the expected net value over the weights of two criteria, and the line on which it is zero.

    Args:
        evaluation: What to show.
        one: The criterion whose weight goes to the right; left out, the one with the largest effect.
        other: The criterion whose weight goes upwards; left out, the one with the next largest effect.
        ax: Where to draw; left out, on a new one.

    Returns:
        The Axes: weights from 0 to twice what they are, or to 2 if that is more, lines of equal net value in hours, and
        a dot for the weights as they are. That a gate declines at all weights, and what failed, is in the title.

    Raises:
        InvalidInputError: An argument cannot be used, or fewer than two criteria have worked.
    """
    check("weights", ax, *mistakes_in(evaluation))
    check("weights", None, *_mistakes(evaluation, one, other))
    first, second = _pair(evaluation, one, other)
    axes = canvas(ax, HEIGHT)
    right, top = (ROOM * max(item.weight, 1.0) for item in (first, second))
    across, upwards = ([highest * share for share in SHARES] for highest in (right, top))
    nets = [[_net(evaluation, {first.name: x, second.name: y}) for x in across] for y in upwards]
    _colour(axes, across, upwards, nets)
    # A weight of 0 is on the frame, which would cut the dot or cover it.
    axes.plot([first.weight], [second.weight], "o", color=foreground(), ms=7, clip_on=False, zorder=4)
    axes.annotate("now", (first.weight, second.weight), xytext=(7, 5), textcoords="offset points")
    for axis, item in ((axes.xaxis, first), (axes.yaxis, second)):
        numbered(axis)
        label(axis, short(f"weight of {item.name}"))
    legend = "Blue: above 0; vermilion: not" if evaluation.vetoed else _legend(nets)
    title(axes, f"Expected net value by two weights, {HOURS}", legend, *caveats(evaluation))
    shown: Axes = axes
    return shown


def _working(evaluation: Outcome) -> list[Contribution]:
    """Return the criteria that did not fail, the one with the largest effect first."""
    return sorted((c for c in evaluation.contributions if not c.error), key=lambda c: (-abs(c.effect.mean), c.name))


def _mistakes(evaluation: Outcome, one: object, other: object) -> Iterator[FieldError]:
    names = [item.name for item in _working(evaluation)]
    if len(names) < 2:
        yield FieldError("evaluation", names, "at least two criteria that have worked")
    for path, name in (("one", one), ("other", other)):
        if name is not None and name not in names:
            allowed = f"a criterion that has worked: {', '.join(names)}"
            yield FieldError(path, name, allowed, nearest_name(name, names) if isinstance(name, str) else None)
    if one is not None and one == other:
        yield FieldError("other", other, f"another criterion than {one!r}")


def _pair(evaluation: Outcome, one: str | None, other: str | None) -> tuple[Contribution, Contribution]:
    rest = iter(item for item in _working(evaluation) if item.name not in (one, other))
    first = evaluation[one] if one else next(rest)
    return first, evaluation[other] if other else next(rest)


def _net(evaluation: Outcome, weights: dict[str, float]) -> float:
    """Return the expected net value with other weights for some criteria, hours."""
    working = [item for item in evaluation.contributions if not item.error]
    return sum(SIGNS[item.kind] * weights.get(item.name, item.weight) * item.mean for item in working)


def _colour(axes: Any, across: list[float], upwards: list[float], nets: list[list[float]]) -> None:
    """Colour where going pays and where it does not, and draw lines of equal net value."""
    low, high = min(map(min, nets)), max(map(max, nets))
    axes.contourf(across, upwards, nets, [min(low, 0) - 1, 0, max(high, 0) + 1], colors=[AGAINST, FOR], alpha=0.3)
    if low <= 0 < high:
        axes.contour(across, upwards, nets, [0], colors=[foreground()], linewidths=2)
    levels = [level for level in MaxNLocator(LEVELS).tick_values(low, high) if low < level < high and level]
    lines = axes.contour(across, upwards, nets, levels, colors=[foreground()], linewidths=0.6, linestyles="solid")
    axes.clabel(lines, fmt=_in_hours, fontsize="small")


def _in_hours(level: float) -> str:
    """Return a level itself: rounded, several would look alike."""
    return f"{level:+g} h".replace("-", "−")


def _legend(nets: list[list[float]]) -> str:
    pays = [net > 0 for row in nets for net in row]
    if all(pays):
        return "Going pays at all of these weights"
    return "Thick line: break-even; going pays where it is blue" if any(pays) else "Going pays at none of these weights"
