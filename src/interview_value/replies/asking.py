"""Asking: what is worth asking those who invite, and what the seeker has to settle alone."""

from __future__ import annotations

from ..display.language import mark, say
from ..outcome.analysis.questions import Question
from ..outcome.outcome import Outcome, gain_of, worth_asking
from ..outcome.valuation import contradiction
from ..reading.text import clean
from ..scoring.way import Way

__all__ = ["own_matter", "proposed_way", "question_to_them", "questions_to_them"]

MAX_QUESTIONS = 3
"""The most questions in a letter; recruiters would not answer more (assumption)."""

TO_THEM = {
    "later_hours": mark("Which rounds or tasks would follow, and how long do they take?"),
    "duration": mark("How long will the interview take?"),
    "openings": mark("How often do other positions come up in which I might fit?"),
    "people_met": mark("How many people will I meet, and what do they do?"),
}
"""The question to a recruiter for each quantity; that of a plugin's quantity is asked in its own words."""


def question_to_them(question: Question) -> str:
    """Return a question in words for a recruiter, on one line."""
    words = TO_THEM.get(question.quantity)
    return say(words) if words else clean(say(question.text)) or ""


def questions_to_them(outcome: Outcome) -> list[Question]:
    """Return the questions to a recruiter whose answers are worth more than asking costs, best first.

    There are none once a rule decides.
    """
    if outcome.ruling is not None:
        return []
    return [question for question in worth_asking(outcome) if question.ask == "recruiter"][:MAX_QUESTIONS]


def proposed_way(outcome: Outcome) -> Way | None:
    """Return the way that is worth proposing to them; None if there is none, or a question to them is worth more.

    There is none once a rule decides.
    """
    way = outcome.first_way
    if outcome.ruling is not None or way is None or not way.asks:
        return None
    gain = gain_of(way, outcome)
    return way if all(question.gain <= gain for question in questions_to_them(outcome)) else None


def own_matter(outcome: Outcome) -> str:
    """Return in words what the seeker has to settle first; empty if that is nothing."""
    question = next((asked for asked in worth_asking(outcome) if asked.ask == "yourself"), None)
    return contradiction(outcome.findings) or ("" if question is None else question.in_words)
