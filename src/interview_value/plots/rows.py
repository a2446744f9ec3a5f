"""The rows of a picture: names to the left, notes to the right, and the height they need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import matplotlib as mpl

from .canvas import hide_frame
from .texts import PLAIN, wrap_short

__all__ = ["THICK", "height_of", "write_names", "write_notes"]

THICK = 0.62
"""Thickness of a bar, as a share of its row."""

ROW, FRAME = 0.36, 1.3
"""Inches: the least height of a row, and the height of everything around the rows."""

LEADING, GAP = 0.17, 0.08
"""Inches: the height of a line in a name or note, and the space between the texts of two rows."""

NOTE = 30
"""Characters in a line of a note."""


def height_of(names: Sequence[str], notes: Sequence[str] = ()) -> float:
    """Return the height of a picture with a row for each name, inches."""
    texts = [*map(wrap_short, names), *(wrap_short(note, NOTE) for note in notes)]
    lines = 1 + max(text.count("\n") for text in texts)
    return FRAME + max(ROW, LEADING * lines + GAP) * len(names)


def write_names(axes: Any, names: Sequence[str]) -> None:
    """Write a name to the left of each row, the first at the top."""
    lines = _lines_of_row(axes, len(names))
    axes.set_yticks(range(len(names)), [wrap_short(name, lines=lines) for name in names], **PLAIN)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    hide_frame(axes, "top", "right", "left")


def write_notes(axes: Any, notes: Sequence[str]) -> None:
    """Write a note to the right of each row."""
    lines = _lines_of_row(axes, max(len(notes), 1))
    for place, note in enumerate(notes):
        axes.annotate(
            wrap_short(note, NOTE, lines),
            (1, place),
            xycoords=axes.get_yaxis_transform(),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            annotation_clip=False,
            **PLAIN,
        )


def _lines_of_row(axes: Any, rows: int) -> int:
    """Return how many lines of text fit into a row; a new picture is so high that all do."""
    spec, figure = axes.get_subplotspec(), axes.figure
    place = spec.get_position(figure) if spec else axes.get_position(original=True)
    usual = mpl.rcParams["figure.subplot.top"] - mpl.rcParams["figure.subplot.bottom"]
    height = place.height / usual * figure.bbox.height / figure.dpi - FRAME
    return max(1, int((height / rows - GAP) / LEADING + 1e-6))  # what is whole may come out a little less
