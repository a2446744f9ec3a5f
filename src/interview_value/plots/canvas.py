"""Canvas: what all pictures have in common: an Axes, colours that everybody can tell apart, safe words, hours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any, TypeAlias

import matplotlib as mpl
from matplotlib import axes as mpl_axes

from ..display.phrases import hours
from ..errors import FieldError, InvalidInputError
from ..evaluation import Evaluation
from ..summary import Summary
from ..words import printable

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = [
    "AGAINST",
    "FOR",
    "HOURS",
    "LONGEST",
    "PLAIN",
    "Ax",
    "Axes",
    "bare",
    "canvas",
    "check",
    "foreground",
    "height_of",
    "in_hours",
    "mistakes_in",
    "row_names",
    "row_notes",
    "title",
    "words",
    "words_of_hours",
]

Ax: TypeAlias = "Axes | None"
"""Where to draw; None for a new one."""

FOR, AGAINST = "#0072b2", "#d55e00"
"""What speaks for going and what speaks against it: the blue and the vermilion of Okabe and Ito (2008), which
colour-blind people tell apart. A sign or a place always says the same."""

HOURS = "hours of your time"

PLAIN: dict[str, Any] = {"parse_math": False, "usetex": False}
"""How matplotlib shows a text as it is, whatever a stranger wrote."""

WIDTH = 7.5
"""Inches: of a notebook's page with room for the notes at the side."""

ROW, FRAME, BREAK = 0.36, 1.3, 0.17
"""Inches: of a row of a picture, of all that is around the rows, and of each further line in a name."""

LONGEST, LINE, NOTE = 72, 24, 30
"""Characters of a name that are shown, and how many of them are in a line, to the left and to the right."""

TITLE = 56
"""Characters in a line of a title, which stands beside the names of rows."""


def check(picture: str, ax: object, *wrong: FieldError) -> None:
    """Raise all mistakes in the call of a picture at once.

    Raises:
        InvalidInputError: There are some, or ``ax`` is none.
    """
    mistakes = list(wrong)
    if ax is not None and not isinstance(ax, mpl_axes.Axes):
        mistakes.append(FieldError("ax", type(ax).__name__, "a matplotlib Axes; left out, there will be a new one"))
    if mistakes:
        raise InvalidInputError(f"call of plots.{picture}", mistakes)


def mistakes_in(evaluation: object) -> list[FieldError]:
    """Return what is wrong with what should be an evaluation."""
    wrong = FieldError("evaluation", type(evaluation).__name__, "an Evaluation, as `evaluate` returns it")
    return [] if isinstance(evaluation, Evaluation) else [wrong]


def canvas(ax: Ax, height: float) -> Any:
    """Return an Axes to draw on: the given one, or a new one; nothing is left outside if the figure has no layout yet.

    Args:
        ax: The given one.
        height: Of a new one, inches.
    """
    if ax is not None:
        figure: Any = ax.get_figure(root=True)
        if ax.get_subplotspec() and figure and figure.get_layout_engine() is None:
            figure.set_layout_engine("constrained")
        return ax
    from matplotlib import pyplot as plt

    _, made = plt.subplots(figsize=(WIDTH, height), layout="constrained")
    return made


def height_of(names: Sequence[str]) -> float:
    """Return the height of a picture with a row for each name, inches."""
    lines = max(words(name).count("\n") for name in names)
    return FRAME + (ROW + BREAK * lines) * len(names)


def foreground() -> str:
    """Return the colour of text in the style at hand, light or dark."""
    return str(mpl.rcParams["text.color"])


def words(text: str, line: int = LINE) -> str:
    """Return a text as a picture may show it: printable, in short lines, the end left out if it is too long."""
    whole = printable(text)
    return "\n".join(wrap(whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 1].rstrip()}…", line))


def words_of_hours(summary: Summary) -> str:
    """Return expected hours and their range, such as "+3.1 h (−2.1 to +31)"."""
    mean, span = hours(summary)
    return f"{mean} h ({span})"


def title(axes: Any, *lines: str) -> None:
    """Write a title of some lines, of which long ones are broken."""
    broken = [part for line in lines for part in wrap(printable(line), TITLE)]
    axes.set_title("\n".join(broken), loc="left", **PLAIN)


def in_hours(axis: Any, label: str = HOURS) -> None:
    """Label an axis that shows hours."""
    axis.set_label_text(label, **PLAIN)


def bare(axes: Any, *sides: str) -> None:
    """Take away the frame on some sides."""
    for side in sides:
        axes.spines[side].set_visible(False)


def row_names(axes: Any, names: Sequence[str]) -> None:
    """Write names beside the rows of a picture, the first at the top."""
    axes.set_yticks(range(len(names)), [words(name) for name in names], **PLAIN)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    bare(axes, "top", "right", "left")


def row_notes(axes: Any, notes: Iterable[str]) -> None:
    """Write a note to the right of each row."""
    for place, note in enumerate(notes):
        axes.annotate(
            words(note, NOTE),
            (1, place),
            xycoords=axes.get_yaxis_transform(),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            annotation_clip=False,
            **PLAIN,
        )
