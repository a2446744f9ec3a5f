"""The curve of a scorer's hours over one quantity, with what is assumed of that quantity."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, cast

from matplotlib.ticker import LogLocator, NullLocator

from ..deciding.explanation import Dependence, Explanation
from ..display.language import say
from ..display.words import in_full
from ..errors import FieldError, nearest_name
from ..model.quantity import Quantity
from ..scoring.draws import values_at
from .canvas import AGAINST, FOR, Ax, Axes, check_call, foreground, hide_frame, mistakes_in_type, prepare_axes
from .texts import label_hours, shorten, show_full_numbers, write_label, write_title

__all__ = ["curve"]

HEIGHT = 3.6
"""Height of a new picture, inches."""

SHARE = 0.25
"""The most of the height that the density of the prior takes up."""

FEW, NUMBERS = 3, 5
"""The most decades on an axis for which there is room for three numbers each, and the most numbers on a longer one."""

DEVIATES = tuple(step / 20 for step in range(-50, 51))
"""Where the density of a prior is worked out, in standard deviations."""


def curve(explanation: Explanation, quantity: str | None = None, ax: Ax = None) -> Axes:
    """Draw a scorer's expected hours over one quantity, all else as it is, and its prior.

    Args:
        explanation: Of a scorer, as `interview_value.explain` returns it.
        quantity: The quantity, which is no label; left out, the one that moves the hours most.
        ax: Where to draw; left out, on a new one.

    Returns:
        The Axes: hours before weighting over the quantity's 90 % range, in its unit; at the bottom the density of what
        is assumed while nobody knows it, without a scale. A value at which the scorer fails leaves a gap.

    Raises:
        InvalidInputError: An argument cannot be used.
    """
    expected = "an Explanation, as `explain` returns it"
    check_call("curve", ax, *mistakes_in_type("explanation", explanation, Explanation, expected))
    check_call("curve", None, *_mistakes(explanation, quantity))
    dependence = explanation[quantity] if quantity else max(_with_curve(explanation), key=_width)
    subject, values = dependence.quantity, dependence.values
    axes = prepare_axes(ax, HEIGHT)
    axes.plot(values, dependence.hours, "o-", color=FOR, ms=4, zorder=3)
    for value, hours in zip(values, dependence.hours, strict=True):
        if math.isnan(hours):
            axes.axvline(value, color=AGAINST, ls=":", lw=1)
    show_full_numbers(axes.xaxis)
    if subject.scale == "log" and min(values) > 0:
        _use_log_scale(axes, max(values) / min(values))
    legend = _draw_prior(axes, dependence)
    if subject.unit.startswith("share"):
        axes.xaxis.set_major_formatter(_of_ten)
    write_label(axes.xaxis, shorten(_with_unit(subject)))
    label_hours(axes.yaxis, say("hours of your time"))
    hide_frame(axes, "top", "right")
    what, quantity = say(explanation.label), say(subject.label)
    write_title(axes, say("Hours for “{what}” by {quantity}", what=what, quantity=quantity), legend)
    return cast(Axes, axes)


def _mistakes(explanation: Explanation, quantity: object) -> Iterator[FieldError]:
    """Yield the mistake in an explanation without a curve, or in the name of a quantity."""
    names = [item.quantity.name for item in _with_curve(explanation)]
    if explanation.kind == "gate":
        yield FieldError("explanation", explanation.name, "that of a scorer: a gate has no hours")
    elif not names:
        yield FieldError("explanation", explanation.name, "that of a scorer that reads some quantity")
    elif quantity is not None and quantity not in names:
        nearest = nearest_name(quantity, names) if isinstance(quantity, str) else None
        yield FieldError("quantity", quantity, f"one of {', '.join(names)}", nearest)


def _with_curve(explanation: Explanation) -> list[Dependence]:
    return [item for item in explanation.dependences if item.values]


def _width(dependence: Dependence) -> float:
    """Return how far the hours move over a quantity, those at which the scorer fails left out."""
    hours = [hours for hours in dependence.hours if not math.isnan(hours)]
    return max(hours, default=0.0) - min(hours, default=0.0)


def _use_log_scale(axes: Any, ratio: float) -> None:
    """Make the axis logarithmic, with as many numbers as there is room for.

    Args:
        axes: The Axes.
        ratio: The largest value on the axis divided by the smallest.
    """
    axes.set_xscale("log")
    axes.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5)) if ratio <= 10**FEW else LogLocator(numticks=NUMBERS))
    axes.xaxis.set_major_formatter(_number)
    axes.xaxis.set_minor_locator(NullLocator())


def _number(value: float, _: object) -> str:
    return in_full(value, 1)


def _of_ten(value: float, _: object) -> str:
    return in_full(10 * value, 3)


def _with_unit(quantity: Quantity) -> str:
    """Return what a quantity is called, and what it is counted in."""
    label, unit = say(quantity.label), quantity.unit.partition(",")[0]
    per = unit.partition(" ")[2]
    if unit.startswith("share"):
        return say("{quantity}, of 10", quantity=label)
    if quantity.reader.per_hour == 1:
        per_unit = say("{quantity}, hours {per}", quantity=label, per=say(per))
        return per_unit if per else say("{quantity}, hours", quantity=label)
    counted = unit and unit != "factor"
    return say("{quantity}, {unit}", quantity=label, unit=say(unit)) if counted else label


def _draw_prior(axes: Any, dependence: Dependence) -> str:
    """Fill the density of a quantity's prior along the bottom, and return its legend.

    A prior without a range is not drawn, and its legend is empty. The axis keeps its ends.
    """
    prior = dependence.prior
    if prior is None or prior.exact:
        return ""
    left, right = axes.get_xlim()
    values = values_at(dependence.quantity, prior.low, prior.high, DEVIATES)
    points = [(x, SHARE * math.exp(-0.5 * z * z)) for x, z in zip(values, DEVIATES, strict=True) if left <= x <= right]
    axes.fill_between(
        [x for x, _ in points],
        [height for _, height in points],
        transform=axes.get_xaxis_transform(),
        color=foreground(),
        alpha=0.15,
        lw=0,
        zorder=1,
    )
    axes.set_xlim(left, right)
    return say("Grey: what we assume while nobody knows")
