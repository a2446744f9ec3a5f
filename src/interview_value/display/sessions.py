"""Sessions: where one stands, what to ask next, and how each answer moved the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from ..analysis.session import Session
from ..evaluation import Evaluation
from . import phrases
from .page import Items, Page, Table

__all__ = ["session_page"]


def session_page(session: Session) -> Page:
    """Return the page that shows a session."""
    now, question = session.evaluation, session.question
    title = phrases.headline(now)
    if session.verdict is not now.verdict:
        title = f"{phrases.HEADLINES[session.verdict]}: {phrases.SETTLED}; net {_net(now)} h"
    heads = ("Answer", "Net, hours", "90% range", "Verdict")
    moved = Table("How the answers moved it", heads, tuple(_steps(session)), numbers=(1, 2))
    following = () if question is None else (phrases.asked(question),)
    return Page(title, (phrases.subject(now.invitation),), (Items("Ask next", following), moved))


def _steps(session: Session) -> Iterator[tuple[str, str, str, str]]:
    names = ["at the start", *map(phrases.step_name, session.history)]
    for name, evaluation in zip(names, session.evaluations, strict=True):
        yield name, *phrases.hours(evaluation.net), phrases.standing(evaluation)


def _net(evaluation: Evaluation) -> str:
    return phrases.signed(evaluation.net.mean)
