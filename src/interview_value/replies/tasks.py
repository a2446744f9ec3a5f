"""Tasks: what to prepare before an interview, by the benefits that make it worth going."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from attrs import frozen

from ..display.language import mark, say
from ..model.invitation import Stage
from ..outcome.outcome import Outcome
from ..reading.text import clean
from .asking import MAX_QUESTIONS, question_to_them
from .letter import MAX_VALUE
from .slots import QUARTER

__all__ = ["Task", "tasks"]

ORDER = ("role_discovery", "future_opportunity", "networking", "practice")
"""First what answers draw on, and practice last, as it wears off soonest (assumption)."""

KEPT_BY_GOING = "kept_promise"
"""The benefit that comes with going alone: there is nothing to prepare for it."""

PRACTICE: Mapping[Stage | None, tuple[str, str]] = {
    None: (
        mark("Practise your answers"),
        mark(
            "Say them aloud, to somebody or to a recording: why this position, two or three pieces of work that you "
            "would tell of, and the question that you would least like to get."
        ),
    ),
    Stage.SCREEN: (
        mark("Practise the short answers"),
        mark(
            "Say them aloud: who you are in two minutes, why you answered the posting, when you could begin, and what "
            "you expect to earn."
        ),
    ),
    Stage.ONSITE: (
        mark("Practise the long answers"),
        mark(
            "Work through a task like those of the position against the clock, and say aloud what you do and why; then "
            "tell of two or three pieces of work."
        ),
    ),
    Stage.FINAL: (
        mark("Practise the last answers"),
        mark(
            "Say aloud what you would do in the first months, what you would need for it, and under which terms you "
            "would come."
        ),
    ),
}
"""Which answers to practise, by stage, as title and text; None for all other stages."""

A_USUAL_WEEK = mark("What does a usual week in this role consist of?")
"""The question that always helps."""

IN_THE_ROOM = {
    "would_accept": A_USUAL_WEEK,
    "role_interest": mark("Which of the tasks in the posting takes the most time?"),
    "organization_interest": mark("What is the team that I would join working on now?"),
    "offer_chance": mark("How many people do you interview for this role?"),
}
"""What to ask during the interview, by what it tells you about: only you can answer that, but what they say helps."""


@frozen
class Task:
    """A task of preparation.

    Args:
        benefit: The benefit that it serves, by the name of its scorer; empty if it serves none.
        title: The task on one line.
        text: What to do, in plain text.
        length: The time for it.
    """

    benefit: str
    title: str
    text: str
    length: timedelta


def tasks(outcome: Outcome, length: timedelta) -> list[Task]:
    """Divide time among tasks in proportion to the expected hours of the benefits that one can prepare for.

    Args:
        outcome: The outcome.
        length: The time for all tasks, a multiple of a quarter of an hour.

    Returns:
        The tasks in the order in which they are best done, each at least a quarter of an hour. If none of these
        benefits is worth anything, it is one task that serves none.
    """
    benefits = (item for item in outcome.contributions if item.kind == "benefit" and item.name != KEPT_BY_GOING)
    gains = {item.name: item.effect.mean for item in benefits if not item.error and item.effect.mean > 0} or {"": 1.0}
    lengths = _divided(gains, length)
    in_order = sorted(lengths, key=lambda name: (ORDER.index(name) if name in ORDER else -1, name))
    return [Task(name, *_title_and_text(name, outcome), lengths[name]) for name in in_order if lengths[name]]


def _divided(gains: Mapping[str, float], length: timedelta) -> dict[str, timedelta]:
    """Divide time in proportion to gains, in quarters of an hour, by the method of largest remainders."""
    total, quarters = sum(gains.values()), length // QUARTER
    exact = {name: quarters * gain / total for name, gain in gains.items()}
    counts = {name: int(count) for name, count in exact.items()}
    for name in sorted(exact, key=lambda name: (counts[name] - exact[name], name))[: quarters - sum(counts.values())]:
        counts[name] += 1
    return {name: count * QUARTER for name, count in counts.items()}


def _title_and_text(benefit: str, outcome: Outcome) -> tuple[str, str]:
    if benefit == "practice":
        title, text = PRACTICE.get(outcome.invitation.stage, PRACTICE[None])
        return say(title), say(text)
    if benefit == "networking":
        return say("Know whom you will meet"), _looking_up(outcome)
    if benefit == "role_discovery":
        return say("Find out what would change your mind"), _with_questions(outcome)
    if benefit == "future_opportunity":
        return _learning(clean(outcome.invitation.organization or "", MAX_VALUE)), say(
            "Read what it makes, for whom, and where it grows. Note which other positions there would suit you, so "
            "that you can say so."
        )
    if benefit:
        title = say("Prepare what counts for you: {benefit}", benefit=say(outcome[benefit].label))
        return title, say("Note what you want to have found out or shown by the end of the interview.")
    return (
        say("Prepare for the interview"),
        say("Read the posting again, and say aloud why you come, what you have done, and what you want to know."),
    )


def _learning(organization: str | None) -> str:
    if organization:
        return say("Learn about {organization}", organization=organization)
    return say("Learn about the organisation")


def _looking_up(outcome: Outcome) -> str:
    """Return what to do about the people in the interview, with the organiser's address where it is known."""
    event = outcome.invitation.event
    organizer = clean(event.organizer.lower().removeprefix("mailto:"), MAX_VALUE) if event else None
    if organizer:
        first = say("Look up what those who invite you work on ({organizer}).", organizer=organizer)
    else:
        first = say("Look up what those whom the invitation names work on.")
    then = say(
        "Note a question for each. Put down a time for the day after, to thank them and to say how you would like to "
        "stay in touch."
    )
    return f"{first} {then}"


def _with_questions(outcome: Outcome) -> str:
    """Return what to read about the role, with the questions to take along, the most valuable first."""
    words: dict[str, None] = {}
    for question in outcome.questions:
        if question.worth > 0 and (question.quantity in IN_THE_ROOM or question.ask == "recruiter"):
            asked = IN_THE_ROOM.get(question.quantity)
            words[say(asked) if asked else question_to_them(question)] = None
    questions = list(words)[:MAX_QUESTIONS] or [say(A_USUAL_WEEK)]
    first = say("Read the posting again for what the work really is, hour by hour. Take these questions along:")
    return "\n".join((first, "", *(f"- {question}" for question in questions)))
