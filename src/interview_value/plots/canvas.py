"""Canvas: what all pictures have in common: an Axes, colours that everybody can tell apart, safe words, hours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import shorten, wrap
from typing import TYPE_CHECKING, Any, TypeAlias

import matplotlib as mpl
from matplotlib import axes as mpl_axes

from ..display.parts import hours, printable
from ..errors import FieldError, InvalidInputError
from ..summary import Summary

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = [
    "AGAINST",
    "FOR",
    "HOURS",
    "LONGEST",
    "Ax",
    "Axes",
    "canvas",
    "check",
    "foreground",
    "height_of",
    "in_hours",
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


def canvas(ax: Ax, height: float) -> Any:
    """Return an Axes to draw on: the given one, or a new one whose layout leaves nothing outside.

    Args:
        ax: The given one.
        height: Of a new one, inches.
    """
    if ax is not None:
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
    """Return a text as a picture may show it: printable, in short lines, and never read as a formula."""
    short = shorten(printable(text), LONGEST, placeholder="…") or printable(text)[:LONGEST]
    return "\n".join(wrap(short, line)).replace("$", r"\$")


def words_of_hours(summary: Summary) -> str:
    """Return expected hours and their range, such as "+3.1 h (−2.1 to +31)"."""
    mean, span = hours(summary)
    return f"{mean} h ({span})"


def title(axes: Any, *lines: str) -> None:
    """Write a title of some lines, of which long ones are broken."""
    broken = [part for line in lines for part in wrap(printable(line), TITLE)]
    axes.set_title("\n".join(broken).replace("$", r"\$"), loc="left")


def in_hours(axis: Any, label: str = HOURS) -> None:
    """Label an axis that shows hours."""
    axis.set_label_text(label)


def row_names(axes: Any, names: Sequence[str]) -> None:
    """Write names beside the rows of a picture, the first at the top."""
    axes.set_yticks(range(len(names)), [words(name) for name in names])
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


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
        )
