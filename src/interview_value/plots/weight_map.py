"""The map of the expected hours over two weights, with the line at which the verdict turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

from matplotlib.ticker import MaxNLocator

from ..display.language import say
from ..display.words import in_full
from ..errors import FieldError, nearest_name
from ..outcome.contributions import Contribution
from ..outcome.outcome import Outcome
from ..scoring.criterion import SIGNS
from .canvas import AGAINST, FOR, Ax, Axes, check_call, foreground, mistakes_in_evaluation, prepare_axes
from .texts import caveats, shorten, show_full_numbers, write_label, write_title

__all__ = ["weights"]

HEIGHT = 5.0
"""Height of a new picture, inches."""

REACH = 2.0
"""The highest weight on the map, as a multiple of the weight now, or of 1 if that is more (assumption)."""

LEVELS = 7
"""Roughly how many lines of equal net value there are."""

SHARES = tuple(step / 20 for step in range(21))
"""Shares of the highest weight where the net value is worked out; it is linear, but labels need points to stand at."""


def weights(evaluation: Outcome, one: str | None = None, other: str | None = None, ax: Ax = None) -> Axes:
    """Draw the expected net value over the weights of two criteria, and the line where it is 0.

    Args:
        evaluation: What to show.
        one: The criterion whose weight goes to the right; left out, the one with the largest effect.
        other: The criterion whose weight goes upwards; left out, the one with the next largest effect.
        ax: Where to draw; left out, on a new one.

    Returns:
        The Axes: weights from 0 to twice what they are, or to 2 if that is more, lines of equal net value in hours, and
        a dot for the weights as they are. That a gate decides at all weights, and what failed, is in the title.

    Raises:
        InvalidInputError: An argument cannot be used, or fewer than two criteria have worked.
    """
    check_call("weights", ax, *mistakes_in_evaluation(evaluation))
    working = [item for item in evaluation.contributions if not item.error]
    by_effect = sorted(working, key=lambda item: (-abs(item.effect.mean), item.name))
    check_call("weights", None, *_mistakes_in_names([item.name for item in by_effect], one, other))
    others = iter(item for item in by_effect if item.name not in (one, other))
    first = evaluation[one] if one else next(others)
    second = evaluation[other] if other else next(others)
    axes = prepare_axes(ax, HEIGHT)
    across, upwards = ([REACH * max(item.weight, 1.0) * share for share in SHARES] for item in (first, second))
    nets = [[_expected_net(working, {first.name: x, second.name: y}) for x in across] for y in upwards]
    _draw_map(axes, across, upwards, nets)
    # A weight of 0 is on the frame, which would cut the dot or cover it.
    axes.plot([first.weight], [second.weight], "o", color=foreground(), ms=7, clip_on=False, zorder=4)
    axes.annotate(say("now"), (first.weight, second.weight), xytext=(7, 5), textcoords="offset points")
    for axis, item in ((axes.xaxis, first), (axes.yaxis, second)):
        show_full_numbers(axis)
        write_label(axis, shorten(say("how many times to count “{what}”", what=say(item.label))))
    legend = say("Blue: above 0; orange: not") if evaluation.ruling else _legend(nets)
    title = say("Hours on balance, if two things count more or less")
    write_title(axes, title, legend, *caveats(evaluation))
    return cast(Axes, axes)


def _mistakes_in_names(names: Sequence[str], horizontal: object, vertical: object) -> Iterator[FieldError]:
    """Yield the mistakes in the choice of two criteria.

    Args:
        names: The criteria that have worked.
        horizontal: The name of the criterion whose weight goes to the right; None for any.
        vertical: The name of the one whose weight goes upwards; None for any.
    """
    if len(names) < 2:
        yield FieldError("evaluation", names, "at least two criteria that have worked")
    for path, name in (("one", horizontal), ("other", vertical)):
        if name is not None and name not in names:
            allowed = f"a criterion that has worked: {', '.join(names)}"
            yield FieldError(path, name, allowed, nearest_name(name, names) if isinstance(name, str) else None)
    if horizontal is not None and horizontal == vertical:
        yield FieldError("other", vertical, f"another criterion than {horizontal!r}")


def _expected_net(working: Sequence[Contribution], weights: dict[str, float]) -> float:
    """Return the expected net value with other weights for some criteria, hours."""
    return sum(SIGNS[item.kind] * weights.get(item.name, item.weight) * item.mean for item in working)


def _draw_map(axes: Any, across: list[float], upwards: list[float], nets: list[list[float]]) -> None:
    """Colour where going pays and where it does not, and draw lines of equal net value.

    Args:
        axes: Where to draw.
        across: The weights to the right.
        upwards: The weights upwards.
        nets: The expected net values, hours. Shape (upwards, across).
    """
    low, high = min(map(min, nets)), max(map(max, nets))
    axes.contourf(across, upwards, nets, [min(low, 0) - 1, 0, max(high, 0) + 1], colors=[AGAINST, FOR], alpha=0.3)
    if low <= 0 < high:
        axes.contour(across, upwards, nets, [0], colors=[foreground()], linewidths=2)
    levels = [level for level in MaxNLocator(LEVELS).tick_values(low, high) if low < level < high and level]
    lines = axes.contour(across, upwards, nets, levels, colors=[foreground()], linewidths=0.6, linestyles="solid")
    axes.clabel(lines, fmt=_level_in_hours, fontsize="small")


def _level_in_hours(level: float) -> str:
    """Return the level of a line with its sign, not rounded, so that no two look alike."""
    text = in_full(level, 6)
    return f"+{text}" if level > 0 else text


def _legend(nets: list[list[float]]) -> str:
    pays = [net > 0 for row in nets for net in row]
    if all(pays):
        return say("Going pays off everywhere on this map")
    if any(pays):
        return say("Blue: going pays off; thick line: where that turns")
    return say("Going pays off nowhere on this map")
