"""Forest: a row for each of several evaluations, with its expected net value, 90 % range and verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from ..outcome.contributions import Verdict
from ..scoring.hours import Summary
from .colours import AGAINST, FOR, foreground
from .numbers import HOURS, in_hours
from .rows import row_names, row_notes

__all__ = ["Row", "forest"]

MARKS = {Verdict.ATTEND: "^", Verdict.ASK_FIRST: "o", Verdict.DECLINE: "v"}


@frozen
class Row:
    """One row.

    Args:
        name: What stands to the left of it.
        net: The net value, hours.
        verdict: The verdict.
        note: What stands to the right of it.
    """

    name: str
    net: Summary
    verdict: Verdict
    note: str


def forest(axes: Any, rows: Sequence[Row]) -> None:
    """Draw rows, the first at the top."""
    colours = {Verdict.ATTEND: FOR, Verdict.ASK_FIRST: foreground(), Verdict.DECLINE: AGAINST}
    for place, row in enumerate(rows):
        colour = colours[row.verdict]
        axes.hlines(place, row.net.low, row.net.high, color=colour, lw=2)
        axes.plot([row.net.mean], [place], MARKS[row.verdict], color=colour, ms=8)
    axes.axvline(0, color=foreground(), lw=0.8)
    row_names(axes, [row.name for row in rows])
    row_notes(axes, [row.note for row in rows])
    in_hours(axes.xaxis, f"net value, {HOURS}; lines: 90 % ranges")
