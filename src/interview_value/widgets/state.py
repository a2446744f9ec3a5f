"""Answers: what comes of a change that somebody made by hand. What cannot be used leaves the rest as it was."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from ..errors import InterviewValueError, InvalidInputError, UnknownNameError
from .change import Change
from .exploration import Exploration
from .fields import Refusal

__all__ = ["Answer", "answer", "told"]


MOST_TOLD = 20
"""The most mistakes of one change that are told: more are not read."""


@frozen
class Answer:
    """What is explored after a change, and what of the change could not be used.

    Args:
        exploration: What is explored, with all that could be used.
        refused: The entries that could not, by quantity, those of earlier changes included.
        alert: What else could not; empty if there is nothing.
    """

    exploration: Exploration
    refused: Mapping[str, Refusal] = field(factory=dict[str, Refusal])
    alert: str = ""


def answer(change: Change, start: Exploration, now: Answer) -> Answer:
    """Work out what comes of a change.

    Args:
        change: What was changed.
        start: What was explored at the start, where a change may begin again.
        now: What was the answer before it.
    """
    exploration, refused = (start, {}) if change.restart else (now.exploration, dict(now.refused))
    alert = ""
    try:
        exploration = exploration.with_weights(change.weights)
    except InterviewValueError as error:
        alert = told(error)
    for name, entry in change.entries.items():
        refused.pop(name, None)
        try:
            exploration = exploration.with_entry(name, *entry)
        except UnknownNameError as error:
            alert = told(error)
        except InterviewValueError as error:
            refused[name] = Refusal(entry, told(error))
    return Answer(exploration, refused, alert)


def told(error: InterviewValueError) -> str:
    """Return an error in words, the first of its mistakes and how many there are if it is a group of them."""
    if not isinstance(error, InvalidInputError):
        return str(error)
    more = len(error.mistakes) - MOST_TOLD
    return "; ".join([*map(str, error.mistakes[:MOST_TOLD]), *([f"and {more:,} more"] if more > 0 else [])])
