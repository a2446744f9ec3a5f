"""Where pictures are drawn and in which colours, and checks of what a caller passed."""

from __future__ import annotations

from typing import Any, TypeAlias

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.gridspec import SubplotParams

from ..errors import FieldError, InvalidInputError
from ..outcome.outcome import Outcome

__all__ = [
    "AGAINST",
    "FILLED",
    "FOR",
    "Ax",
    "Axes",
    "check_call",
    "foreground",
    "hide_frame",
    "mistakes_in_evaluation",
    "mistakes_in_type",
    "prepare_axes",
]

Ax: TypeAlias = "Axes | None"
"""The Axes to draw on; None for a new one."""

WIDTH = 7.5
"""Width of a new picture, inches: a notebook's page with room for the notes at the side."""

MARGINS = ("left", "right", "bottom", "top", "wspace", "hspace")

COLOUR_BAR = "<colorbar>"
"""The label that matplotlib gives the Axes of a colour bar."""

FOR, AGAINST = "#0072b2", "#d55e00"
"""Colours of what speaks for going and against it: the blue and the vermilion of Okabe and Ito (2008), which
colour-blind people tell apart. A sign or a place always says the same."""

FILLED = 0.9
"""Opacity of a bar: both colours keep a contrast of 3 to 1 on white and on black, as WCAG 2.2 asks of graphics, and
so do lines over them."""


def foreground() -> str:
    """Return the colour of text in matplotlib's current style, light or dark."""
    return str(mpl.rcParams["text.color"])


def mistakes_in_type(path: str, value: object, kind: type, expected: str) -> list[FieldError]:
    """Return the mistake of a value that is not of the class `kind`; none if it is."""
    return [] if isinstance(value, kind) else [FieldError(path, type(value).__name__, expected)]


def mistakes_in_evaluation(evaluation: object) -> list[FieldError]:
    """Return the mistake of a value that is not an evaluation; none if it is."""
    return mistakes_in_type("evaluation", evaluation, Outcome, "an Evaluation, as `evaluate` returns it")


def check_call(picture: str, ax: object, *mistakes: FieldError) -> None:
    """Raise the mistakes in a call of a picture at once, that of its ``ax`` after the others.

    Raises:
        InvalidInputError: There are mistakes, or ``ax`` is neither None nor an Axes in a figure.
    """
    drawable = ax is None or (isinstance(ax, Axes) and ax.get_figure(root=True))
    allowed = "a matplotlib Axes in a figure; left out, there will be a new one"
    wrong = [*mistakes, *([] if drawable else [FieldError("ax", type(ax).__name__, allowed)])]
    if wrong:
        raise InvalidInputError(f"call of plots.{picture}", wrong)


def prepare_axes(ax: Ax, height: float) -> Any:
    """Return the Axes to draw on: `ax`, or a new one.

    The figure of `ax` gets a layout that leaves nothing outside, unless somebody else has laid it out: with a layout
    or margins of its own, by hand, or by a colour bar, whose place such a layout cannot work out afterwards.

    Args:
        ax: The caller's Axes; None for a new one.
        height: Height of a new picture, inches.
    """
    if ax is not None:
        figure: Any = ax.get_figure(root=True)
        if _lacks_layout(figure, ax.get_subplotspec()):
            figure.set_layout_engine("constrained")
        return ax
    from matplotlib import pyplot as plt

    _, new_axes = plt.subplots(figsize=(WIDTH, height), layout="constrained")
    return new_axes


def _lacks_layout(figure: Any, spec: Any) -> bool:
    """Return whether nobody has laid out a figure; `spec` is None for an Axes placed by hand."""
    if spec is None or figure.get_layout_engine() is not None:
        return False
    usual, margins = SubplotParams(), spec.get_topmost_subplotspec().get_gridspec().get_subplot_params(figure)
    by_hand = any(getattr(margins, margin) != getattr(usual, margin) for margin in MARGINS)
    return not by_hand and all(other.get_label() != COLOUR_BAR for other in figure.axes)


def hide_frame(axes: Any, *sides: str) -> None:
    """Hide the frame of a picture on some sides."""
    for side in sides:
        axes.spines[side].set_visible(False)
