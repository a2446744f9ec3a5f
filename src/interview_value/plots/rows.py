"""Rows: names to the left of a picture's rows and notes to the right of them, and the height that they need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .canvas import bare
from .texts import PLAIN, words

__all__ = ["THICK", "height_of", "row_names", "row_notes"]

THICK = 0.62
"""Of a bar, in rows."""

ROW, FRAME = 0.36, 1.3
"""Inches: of a row of a picture at the least, and of all that is around the rows."""

LEADING, GAP = 0.17, 0.08
"""Inches: of a line in a name or note, and between those of two rows."""

NOTE = 30
"""Characters in a line to the right."""


def height_of(names: Sequence[str], notes: Sequence[str] = ()) -> float:
    """Return the height of a picture with a row for each name, inches."""
    lines = 1 + max(text.count("\n") for text in (*map(words, names), *map(_note, notes)))
    return FRAME + max(ROW, LEADING * lines + GAP) * len(names)


def row_names(axes: Any, names: Sequence[str]) -> None:
    """Write names beside the rows of a picture, the first at the top."""
    axes.set_yticks(range(len(names)), [words(name) for name in names], **PLAIN)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    bare(axes, "top", "right", "left")


def row_notes(axes: Any, notes: Sequence[str]) -> None:
    """Write a note to the right of each row."""
    for place, note in enumerate(notes):
        axes.annotate(
            _note(note),
            (1, place),
            xycoords=axes.get_yaxis_transform(),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            annotation_clip=False,
            **PLAIN,
        )


def _note(text: str) -> str:
    return words(text, NOTE)
