"""Rivals: several invitations side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..deciding.compare import IN_ORDER, Comparison, Ranked, close_by
from ..display.words import percent
from ..errors import FieldError
from ..evaluation.sentences import standing
from .canvas import Ax, canvas, check
from .forest import Row, forest
from .rows import height_of
from .texts import title

if TYPE_CHECKING:
    from .canvas import Axes

__all__ = ["comparison"]


def comparison(comparison: Comparison, ax: Ax = None) -> Axes:
    """Draw the net values of several invitations, the highest first, each with how often it is the best.

    Args:
        comparison: What to show, as `interview_value.compare` returns it.
        ax: Where to draw; left out, on a new one.

    Returns:
        The Axes: a row for each invitation, hours.

    Raises:
        InvalidInputError: An argument cannot be used.
    """
    wrong = FieldError("comparison", type(comparison).__name__, "a Comparison, as `compare` returns it")
    check("comparison", ax, *([] if isinstance(comparison, Comparison) else [wrong]))
    ranking = comparison.ranking
    names = [f"{place}. {item.title}" for place, item in enumerate(ranking, start=1)]
    notes = list(map(_note, ranking))
    axes = canvas(ax, height_of(names, notes))
    forest(
        axes, [Row(name, item.net, item.verdict, note) for name, item, note in zip(names, ranking, notes, strict=True)]
    )
    title(axes, IN_ORDER)
    shown: Axes = axes
    return shown


def _note(item: Ranked) -> str:
    told = (standing(item.evaluation), f"best in {percent(item.chance_best)}", close_by(item))
    return "; ".join(filter(None, told))
