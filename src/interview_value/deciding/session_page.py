"""Sessions: where one stands, what to ask next, and how each answer moved the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from ..display.page import Items, Page, Table
from ..display.words import signed
from ..evaluation import phrases
from ..evaluation.evaluation import Evaluation, Verdict
from ..model.estimate import Estimate
from ..model.page import subject
from .session import Session, Step

__all__ = ["SETTLED", "course", "session_page"]

SETTLED = "no further question is worth asking"


def session_page(session: Session) -> Page:
    """Return the page that shows a session."""
    now, question = session.evaluation, session.question
    heads = ("Answer", "Net, hours", "90% range", "Verdict")
    moved = Table("How the answers moved it", heads, tuple(_rows(session)), numbers=(1, 2))
    following = () if question is None else (phrases.asked(question),)
    failed = Items("Not counted, because it failed", now.errors)
    return Page(_title(session), (subject(now.invitation),), (Items("Ask next", following), moved, failed))


def _title(session: Session) -> str:
    now = session.evaluation
    if session.verdict is now.verdict:
        return phrases.headline(now)
    return f"{phrases.standing(now, session.verdict)}: {SETTLED}; net {signed(now.net.mean)} h"


def _rows(session: Session) -> Iterator[tuple[str, str, str, str]]:
    for name, evaluation, verdict in course(session):
        yield name, *phrases.hours(evaluation.net), phrases.standing(evaluation, verdict)


def course(session: Session) -> Iterator[tuple[str, Evaluation, Verdict]]:
    """Yield the start of a session and each step, in words, with what came out; the last has the session's verdict."""
    names = ["at the start", *map(_step_name, session.history)]
    *before, now = session.evaluations
    yield from zip(names, before, [evaluation.verdict for evaluation in before], strict=False)
    yield names[-1], now, session.verdict


def _step_name(step: Step) -> str:
    return f"{step.quantity} skipped" if step.answer is None else f"{step.quantity} = {Estimate.of(step.answer)}"
