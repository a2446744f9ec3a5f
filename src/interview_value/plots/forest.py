"""Forest plots: a session after each answer, and several invitations side by side.

A row for each evaluation has its expected hours as a mark that tells the verdict, and their range as a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from attrs import frozen

from ..deciding.comparison import IN_ORDER, Comparison, Ranked, close_by
from ..deciding.session import Session, course
from ..display.language import say
from ..display.words import of_ten
from ..evaluation.sentences import HEADLINES, standing
from ..evaluation.subject import subject_line
from ..outcome.contributions import Verdict
from ..scoring.hours import Summary
from .canvas import AGAINST, FOR, Ax, Axes, check_call, foreground, mistakes_in_type, prepare_axes
from .rows import height_of, write_names, write_notes
from .texts import HOURS, label_hours, write_title

__all__ = ["comparison", "session"]

MARKERS = {Verdict.ATTEND: "^", Verdict.ASK_YOURSELF: "o", Verdict.ASK_THEM: "s", Verdict.DECLINE: "v"}
"""Triangles that point up and down for going and for declining, a dot and a square for asking oneself and them."""

COLOURS = {Verdict.ATTEND: FOR, Verdict.DECLINE: AGAINST}
"""The colours of the verdicts that decide; asking has the colour of text."""


@frozen
class _Row:
    """One row of a forest plot.

    Args:
        name: The text to the left of it.
        net: The net value, hours.
        verdict: The verdict.
        note: The text to the right of it.
    """

    name: str
    net: Summary
    verdict: Verdict
    note: str


def session(session: Session, ax: Ax = None) -> Axes:
    """Draw the net value at the start of a session and after each answer, with the verdict.

    Args:
        session: What to show.
        ax: Where to draw; left out, on a new one.

    Returns:
        The Axes: a row for the start and for each answer or skip, hours.

    Raises:
        InvalidInputError: An argument cannot be used.
    """
    check_call("session", ax, *mistakes_in_type("session", session, Session, "a Session"))
    axes = _draw_rows(ax, [_Row(name, step.net, step.verdict, standing(step)) for name, step in course(session)])
    subject = subject_line(session.evaluation.invitation)
    write_title(axes, say("{verdict}: {subject}", verdict=say(HEADLINES[session.verdict]), subject=subject))
    return cast(Axes, axes)


def comparison(comparison: Comparison, ax: Ax = None) -> Axes:
    """Draw the net values of several invitations, the highest first, and how often each is best.

    Args:
        comparison: What to show, as `interview_value.compare` returns it.
        ax: Where to draw; left out, on a new one.

    Returns:
        The Axes: a row for each invitation, hours.

    Raises:
        InvalidInputError: An argument cannot be used.
    """
    expected = "a Comparison, as `compare` returns it"
    check_call("comparison", ax, *mistakes_in_type("comparison", comparison, Comparison, expected))
    ranking = enumerate(comparison.ranking, start=1)
    axes = _draw_rows(
        ax, [_Row(f"{rank}. {item.title}", item.net, item.verdict, _ranking_note(item)) for rank, item in ranking]
    )
    write_title(axes, say(IN_ORDER))
    return cast(Axes, axes)


def _ranking_note(item: Ranked) -> str:
    best = say("best in {n} cases", n=of_ten(item.chance_best)) if item.chance_best else ""
    return "; ".join(filter(None, (standing(item.evaluation), best, close_by(item))))


def _draw_rows(ax: Ax, rows: Sequence[_Row]) -> Any:
    """Return the Axes with the rows on it, the first at the top."""
    names, notes = [row.name for row in rows], [row.note for row in rows]
    axes = prepare_axes(ax, height_of(names, notes))
    for place, row in enumerate(rows):
        colour = COLOURS.get(row.verdict) or foreground()
        axes.hlines(place, row.net.low, row.net.high, color=colour, lw=2)
        axes.plot([row.net.mean], [place], MARKERS[row.verdict], color=colour, ms=8)
    axes.axvline(0, color=foreground(), lw=0.8)
    write_names(axes, names)
    write_notes(axes, notes)
    label_hours(axes.xaxis, say(HOURS), say("(mark: on average; line: where they mostly are)"))
    return axes
