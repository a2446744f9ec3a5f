"""The page of a session: where it stands, what to ask next, and how the answers moved it."""

from __future__ import annotations

from collections.abc import Iterable

from ..display.language import say
from ..display.page import Items, Page, Paragraph, Table
from ..evaluation import sentences
from ..evaluation.evaluation import Evaluation
from ..evaluation.subject import subject_line
from ..outcome.analysis.questions import Question

__all__ = ["session_page"]


def session_page(evaluation: Evaluation, question: Question | None, course: Iterable[tuple[str, Evaluation]]) -> Page:
    """Return the page of a session.

    Args:
        evaluation: The evaluation with all the answers so far.
        question: The question that is open; None if none is.
        course: The start and each step as text, with the evaluation that it led to.
    """
    heads = (say("Answer"), say("Hours"), say("Mostly between"), say("Verdict"))
    rows = tuple((step, *sentences.hours(after.net), sentences.standing(after)) for step, after in course)
    steps = Table(say("How the answers moved it"), heads, rows, numbers=(1, 2))
    ask_next = Items(say("Ask next"), () if question is None else (sentences.question_text(question),))
    failed = Items(say("Not counted, because it failed"), (*evaluation.errors, *evaluation.failed_ways))
    about = Paragraph(sentences.worth(evaluation))
    return Page(sentences.act(evaluation), (subject_line(evaluation.invitation),), (about, ask_next, steps, failed))
