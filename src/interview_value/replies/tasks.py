"""Tasks: what to do with the time before an interview, drawn from what made it worth going."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from string import Template

from attrs import frozen

from ..outcome.outcome import Outcome
from ..reading.text import clean
from .letter import MAX_VALUE, open_questions
from .slots import QUARTER

__all__ = ["NEEDED", "Task", "tasks"]

NEEDED = ("task.general", "task.other", "organization", "people", "question.anything", "role")
"""The words that every language must have for tasks; those of a benefit or a stage are taken where there are some."""


@frozen
class Task:
    """Something to do.

    Args:
        benefit: The benefit that it serves, by the name of its scorer; empty if it serves none.
        title: What it is, on one line.
        text: What to do, in plain text.
        length: How long.
    """

    benefit: str
    title: str
    text: str
    length: timedelta


def tasks(evaluation: Outcome, length: timedelta, words: Mapping[str, str]) -> list[Task]:
    """Divide time among tasks, as the benefits that they serve share in what makes it worth going.

    Args:
        evaluation: The evaluation.
        length: How much time there is, a multiple of a quarter of an hour.
        words: A language.

    Returns:
        The tasks in the order in which they are best done, each at least a quarter of an hour; one that serves no
        benefit if none is worth anything.
    """
    gains = {one.name: one.effect.mean for one in evaluation.contributions if one.kind == "benefit" and not one.error}
    gains = {name: gain for name, gain in gains.items() if gain > 0} or {"": 1.0}
    lengths = _divided(gains, length)
    return [_task(name, lengths[name], evaluation, words) for name in sorted(lengths, key=_turn) if lengths[name]]


ORDER = ("role_discovery", "future_opportunity", "networking", "practice")
"""What to find out first, as answers draw on it; practice last, as it wears off soonest (assumption)."""


def _turn(name: str) -> tuple[int, str]:
    return (ORDER.index(name) if name in ORDER else -1), name


def _divided(gains: Mapping[str, float], length: timedelta) -> dict[str, timedelta]:
    """Divide time in quarters of an hour; those that are left over go to the largest remainders."""
    total, quarters = sum(gains.values()), length // QUARTER
    exact = {name: quarters * gain / total for name, gain in gains.items()}
    counts = {name: int(count) for name, count in exact.items()}
    for name in sorted(exact, key=lambda name: (counts[name] - exact[name], name))[: quarters - sum(counts.values())]:
        counts[name] += 1
    return {name: count * QUARTER for name, count in counts.items()}


def _task(benefit: str, length: timedelta, evaluation: Outcome, words: Mapping[str, str]) -> Task:
    invitation = evaluation.invitation
    stage = f".{invitation.stage.value}" if invitation.stage else ""
    key = f"task.{benefit or 'general'}"
    title, _, text = words.get(key + stage, words.get(key, words["task.other"])).strip().partition("\n")
    organizer = invitation.event.organizer if invitation.event else ""
    values = {
        "role": clean(invitation.role or "", MAX_VALUE) or words["role"],
        "organization": clean(invitation.organization or "", MAX_VALUE) or words["organization"],
        "benefit": benefit.replace("_", " "),
        "people": clean(organizer.lower().removeprefix("mailto:"), MAX_VALUE) or words["people"],
        "questions": "\n".join(f"- {question}" for question in open_questions(evaluation, words)),
    }
    filled = [Template(part).safe_substitute(values) for part in (title, text.strip())]
    return Task(benefit, clean(filled[0]) or "", filled[1], length)
