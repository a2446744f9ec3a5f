"""Canvas: where a picture is drawn: the Axes that was given, or a new one, with a layout if nobody chose one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from matplotlib import axes as mpl_axes
from matplotlib.gridspec import SubplotParams

from ..errors import FieldError, InvalidInputError
from ..outcome.outcome import Outcome

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["Ax", "Axes", "bare", "canvas", "check", "mistakes_in"]

Ax: TypeAlias = "Axes | None"
"""Where to draw; None for a new one."""

WIDTH = 7.5
"""Inches: of a notebook's page with room for the notes at the side."""

MARGINS = ("left", "right", "bottom", "top", "wspace", "hspace")

COLOUR_BAR = "<colorbar>"
"""How matplotlib labels the Axes of a colour bar that it made."""


def check(picture: str, ax: object, *wrong: FieldError) -> None:
    """Raise all mistakes in the call of a picture at once.

    Raises:
        InvalidInputError: There are some, or ``ax`` is none.
    """
    mistakes = list(wrong)
    if ax is not None and not (isinstance(ax, mpl_axes.Axes) and ax.get_figure(root=True)):
        allowed = "a matplotlib Axes in a figure; left out, there will be a new one"
        mistakes.append(FieldError("ax", type(ax).__name__, allowed))
    if mistakes:
        raise InvalidInputError(f"call of plots.{picture}", mistakes)


def mistakes_in(evaluation: object) -> list[FieldError]:
    """Return what is wrong with what should be an evaluation."""
    wrong = FieldError("evaluation", type(evaluation).__name__, "an Evaluation, as `evaluate` returns it")
    return [] if isinstance(evaluation, Outcome) else [wrong]


def canvas(ax: Ax, height: float) -> Any:
    """Return an Axes to draw on: the given one, or a new one.

    The figure of a given one gets a layout that leaves nothing outside, unless somebody else has laid it out: with a
    layout or margins of its own, by hand, or by a colour bar, whose place such a layout cannot work out afterwards.

    Args:
        ax: The given one.
        height: Of a new one, inches.
    """
    if ax is not None:
        figure: Any = ax.get_figure(root=True)
        if _awaits_a_layout(figure, ax.get_subplotspec()):
            figure.set_layout_engine("constrained")
        return ax
    from matplotlib import pyplot as plt

    _, made = plt.subplots(figsize=(WIDTH, height), layout="constrained")
    return made


def _awaits_a_layout(figure: Any, spec: Any) -> bool:
    if spec is None or figure.get_layout_engine() is not None:
        return False
    usual, margins = SubplotParams(), spec.get_topmost_subplotspec().get_gridspec().get_subplot_params(figure)
    by_hand = any(getattr(margins, margin) != getattr(usual, margin) for margin in MARGINS)
    return not by_hand and all(other.get_label() != COLOUR_BAR for other in figure.axes)


def bare(axes: Any, *sides: str) -> None:
    """Take away the frame on some sides."""
    for side in sides:
        axes.spines[side].set_visible(False)
