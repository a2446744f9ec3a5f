"""Course: how the verdict moved along a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..deciding.session import SETTLED, Session, course
from ..errors import FieldError
from ..evaluation.sentences import HEADLINES, standing
from ..model.invitation import subject
from .canvas import Ax, canvas, check
from .forest import Row, forest
from .rows import height_of
from .texts import title

if TYPE_CHECKING:
    from .canvas import Axes

__all__ = ["session"]


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
    wrong = FieldError("session", type(session).__name__, "a Session")
    check("session", ax, *([] if isinstance(session, Session) else [wrong]))
    rows = [Row(name, item.net, verdict, standing(item, verdict)) for name, item, verdict in course(session)]
    axes = canvas(ax, height_of([row.name for row in rows], [row.note for row in rows]))
    forest(axes, rows)
    now = session.evaluation
    settled = [] if session.verdict is now.verdict else [SETTLED.capitalize()]
    title(axes, f"{HEADLINES[session.verdict]}: {subject(now.invitation)}", *settled)
    shown: Axes = axes
    return shown
