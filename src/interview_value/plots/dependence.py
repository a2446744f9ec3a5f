"""Dependence: a scorer's hours over one quantity, with what would be assumed of it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from matplotlib.ticker import LogLocator, NullLocator

from ..deciding.explanation import Dependence, Explanation
from ..errors import FieldError, nearest_name
from ..scoring.draws import values_at
from .canvas import Ax, bare, canvas, check
from .colours import AGAINST, FOR, foreground
from .numbers import HOURS, in_hours, numbered
from .texts import label, short, title

if TYPE_CHECKING:
    from .canvas import Axes

__all__ = ["curve"]

HEIGHT = 3.6
"""Inches."""

SHARE = 0.25
"""Of the height, which the prior takes up at the most."""

FEW = 3
"""Decades on an axis, up to which there is room for three numbers in each of them."""

DEVIATES = tuple(step / 20 for step in range(-50, 51))
"""Where the density of a prior is worked out, in standard deviations."""


def curve(explanation: Explanation, quantity: str | None = None, ax: Ax = None) -> Axes:
    """Draw a scorer's expected hours over one quantity, all else as it is, and the prior of that quantity.

    Args:
        explanation: Of a scorer, as `interview_value.explain` returns it.
        quantity: The quantity; left out, the one that moves the hours most.
        ax: Where to draw; left out, on a new one.

    Returns:
        The Axes: hours before weighting over the quantity's 90 % range, in its unit; at the bottom the density of what
        is assumed while nobody knows it, without a scale. A value at which the scorer fails leaves a gap.

    Raises:
        InvalidInputError: An argument cannot be used.
    """
    wrong = FieldError("explanation", type(explanation).__name__, "an Explanation, as `explain` returns it")
    check("curve", ax, *([] if isinstance(explanation, Explanation) else [wrong]))
    check("curve", None, *_mistakes(explanation, quantity))
    shown = explanation[quantity] if quantity else max(explanation.dependences, key=_width)
    axes = canvas(ax, HEIGHT)
    about = shown.quantity
    axes.plot(shown.values, shown.hours, "o-", color=FOR, ms=4, zorder=3)
    for value, hours in zip(shown.values, shown.hours, strict=True):
        if math.isnan(hours):
            axes.axvline(value, color=AGAINST, ls=":", lw=1)
    numbered(axes.xaxis)
    if about.scale == "log" and min(shown.values) > 0:
        _by_ratio(axes, max(shown.values) / min(shown.values))
    grey = _prior(axes, shown)
    label(axes.xaxis, short(f"{about.name}, {about.unit}"))
    in_hours(axes.yaxis, HOURS)
    bare(axes, "top", "right")
    title(axes, f"{explanation.name} over {about.name}, all else as it is", *grey)
    drawn: Axes = axes
    return drawn


def _mistakes(explanation: Explanation, quantity: object) -> Iterator[FieldError]:
    names = [item.quantity.name for item in explanation.dependences]
    if explanation.kind == "gate":
        yield FieldError("explanation", explanation.name, "that of a scorer: a gate has no hours")
    elif not names:
        yield FieldError("explanation", explanation.name, "that of a scorer that reads some quantity")
    elif quantity is not None and quantity not in names:
        nearest = nearest_name(quantity, names) if isinstance(quantity, str) else None
        yield FieldError("quantity", quantity, f"one of {', '.join(names)}", nearest)


def _width(dependence: Dependence) -> float:
    known = [hours for hours in dependence.hours if not math.isnan(hours)]
    return max(known, default=0.0) - min(known, default=0.0)


def _by_ratio(axes: Any, ratio: float) -> None:
    """Have equal ratios look equal, with as many numbers as there is room for."""
    axes.set_xscale("log")
    axes.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5) if ratio <= 10**FEW else (1,)))
    axes.xaxis.set_major_formatter(_number)
    axes.xaxis.set_minor_locator(NullLocator())


def _number(value: float, _: object) -> str:
    return f"{value:g}"


def _prior(axes: Any, shown: Dependence) -> Iterator[str]:
    """Fill the density of a quantity's prior along the bottom, if it has a range of its own, and yield what says so."""
    prior = shown.prior
    if prior is None or prior.exact:
        return
    inside = axes.get_xlim()
    values = values_at(shown.quantity, prior.low, prior.high, DEVIATES)
    kept = [(x, math.exp(-0.5 * z * z)) for x, z in zip(values, DEVIATES, strict=True) if inside[0] <= x <= inside[1]]
    heights = [SHARE * height for _, height in kept]
    axes.fill_between(
        [x for x, _ in kept],
        heights,
        transform=axes.get_xaxis_transform(),
        color=foreground(),
        alpha=0.15,
        lw=0,
        zorder=1,
    )
    axes.set_xlim(inside)
    yield "Grey: what is assumed while nobody knows"
