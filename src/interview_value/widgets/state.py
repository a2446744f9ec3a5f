"""The state of the widget, and how a change moves it.

What cannot be used of a change leaves the rest as it was.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from ..display.language import say
from ..errors import FieldError, InterviewValueError, InvalidInputError, UnknownNameError
from .change import Change
from .exploration import Exploration
from .fields import RefusedEntry

__all__ = ["State", "apply_change", "error_in_words"]

MOST_MISTAKES = 20
"""The most mistakes of one change that are shown: more are not read."""


@frozen
class State:
    """What is explored, and what could not be used of the changes to it.

    Args:
        exploration: What is being explored.
        refused: The entries that could not be used, by quantity, those of earlier changes included.
        alert: What else of the last change could not be used; empty if there is nothing.
    """

    exploration: Exploration
    refused: Mapping[str, RefusedEntry] = field(factory=dict[str, RefusedEntry])
    alert: str = ""


def apply_change(change: Change, start: Exploration, state: State) -> State:
    """Return the state after a change.

    Args:
        change: The change.
        start: What was explored at the start, to which a change may go back.
        state: The state before the change.
    """
    exploration, refused = (start, {}) if change.restart else (state.exploration, dict(state.refused))
    alert = ""
    try:
        exploration = exploration.with_weights(change.weights)
    except InterviewValueError as error:
        alert = error_in_words(error)
    for name, entry in change.entries.items():
        refused.pop(name, None)
        try:
            exploration = exploration.with_entry(name, *entry)
        except UnknownNameError as error:
            alert = error_in_words(error)
        except FieldError as error:
            allowed = say("That cannot be; expected is {allowed}.", allowed=error.allowed)
            refused[name] = RefusedEntry(entry, allowed)
        except InterviewValueError as error:
            refused[name] = RefusedEntry(entry, error_in_words(error))
    return State(exploration, refused, alert)


def error_in_words(error: InterviewValueError) -> str:
    """Return an error as text: the first mistakes, and the number of others."""
    if not isinstance(error, InvalidInputError):
        return str(error)
    more = len(error.mistakes) - MOST_MISTAKES
    rest = [say("and {n} more", n=f"{more:,}")] if more > 0 else []
    return "; ".join([*map(str, error.mistakes[:MOST_MISTAKES]), *rest])
