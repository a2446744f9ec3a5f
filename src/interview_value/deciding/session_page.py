"""The page of a session: where it stands, what to ask next, and how the answers moved it."""

from __future__ import annotations

from collections.abc import Iterator

from ..display.language import say
from ..display.page import Items, Page, Paragraph, Table
from ..evaluation import sentences
from ..evaluation.evaluation import Evaluation
from ..evaluation.subject import subject_line
from .session import Session

__all__ = ["course", "session_page"]


def session_page(session: Session) -> Page:
    """Return the page of a session."""
    evaluation, question = session.evaluation, session.question
    heads = (say("Answer"), say("Hours"), say("Mostly between"), say("Verdict"))
    steps = Table(say("How the answers moved it"), heads, tuple(_rows(session)), numbers=(1, 2))
    ask_next = Items(say("Ask next"), () if question is None else (sentences.question_text(question),))
    failed = Items(say("Not counted, because it failed"), (*evaluation.errors, *evaluation.failed_ways))
    about = Paragraph(sentences.worth(evaluation))
    return Page(sentences.act(evaluation), (subject_line(evaluation.invitation),), (about, ask_next, steps, failed))


def _rows(session: Session) -> Iterator[tuple[str, str, str, str]]:
    for name, evaluation in course(session):
        yield name, *sentences.hours(evaluation.net), sentences.standing(evaluation)


def course(session: Session) -> Iterator[tuple[str, Evaluation]]:
    """Yield the start and each step as text, with the evaluation that it led to."""
    yield say("at the start"), session.evaluations[0]
    for step, evaluation in zip(session.history, session.evaluations[1:], strict=True):
        yield say("{what}: {answer}", what=session.label(step), answer=session.in_words(step)), evaluation
