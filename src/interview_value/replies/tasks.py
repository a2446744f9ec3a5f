"""Tasks: what to prepare before an interview, by the benefits that make it worth going."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from string import Template

from attrs import frozen

from ..outcome.outcome import Outcome
from ..reading.text import clean
from .letter import MAX_VALUE, open_questions
from .slots import QUARTER

__all__ = ["NEEDED_WORDS", "Task", "tasks"]

NEEDED_WORDS = ("task.general", "task.other", "organization", "people", "question.anything", "role")
"""The keys that every language must have for tasks; those for a benefit or a stage are optional."""

ORDER = ("role_discovery", "future_opportunity", "networking", "practice")
"""First what answers draw on, and practice last, as it wears off soonest (assumption)."""

KEPT_BY_GOING = "kept_promise"
"""The benefit that comes with going alone: there is nothing to prepare for it."""


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


def tasks(outcome: Outcome, length: timedelta, words: Mapping[str, str]) -> list[Task]:
    """Divide time among tasks in proportion to the expected hours of the benefits that one can prepare for.

    Args:
        outcome: The outcome.
        length: The time for all tasks, a multiple of a quarter of an hour.
        words: The texts of a language, by key.

    Returns:
        The tasks in the order in which they are best done, each at least a quarter of an hour. If none of these
        benefits is worth anything, it is one task that serves none.
    """
    benefits = (item for item in outcome.contributions if item.kind == "benefit" and item.name != KEPT_BY_GOING)
    gains = {item.name: item.effect.mean for item in benefits if not item.error and item.effect.mean > 0} or {"": 1.0}
    lengths = _divided(gains, length)
    in_order = sorted(lengths, key=lambda name: (ORDER.index(name) if name in ORDER else -1, name))
    return [_task(name, lengths[name], outcome, words) for name in in_order if lengths[name]]


def _divided(gains: Mapping[str, float], length: timedelta) -> dict[str, timedelta]:
    """Divide time in proportion to gains, in quarters of an hour, by the method of largest remainders."""
    total, quarters = sum(gains.values()), length // QUARTER
    exact = {name: quarters * gain / total for name, gain in gains.items()}
    counts = {name: int(count) for name, count in exact.items()}
    for name in sorted(exact, key=lambda name: (counts[name] - exact[name], name))[: quarters - sum(counts.values())]:
        counts[name] += 1
    return {name: count * QUARTER for name, count in counts.items()}


def _task(benefit: str, length: timedelta, outcome: Outcome, words: Mapping[str, str]) -> Task:
    invitation = outcome.invitation
    stage = f".{invitation.stage.value}" if invitation.stage else ""
    key = f"task.{benefit or 'general'}"
    title, _, text = words.get(key + stage, words.get(key, words["task.other"])).strip().partition("\n")
    organizer = invitation.event.organizer if invitation.event else ""
    values = {
        "role": clean(invitation.role or "", MAX_VALUE) or words["role"],
        "organization": clean(invitation.organization or "", MAX_VALUE) or words["organization"],
        "benefit": benefit.replace("_", " "),
        "people": clean(organizer.lower().removeprefix("mailto:"), MAX_VALUE) or words["people"],
        "questions": "\n".join(f"- {question}" for question in open_questions(outcome, words)),
    }
    title, text = (Template(part).safe_substitute(values) for part in (title, text.strip()))
    return Task(benefit, clean(title) or "", text, length)
