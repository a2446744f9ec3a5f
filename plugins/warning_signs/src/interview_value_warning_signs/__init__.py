"""A plugin of interview-value: notes and questions for signs that an invitation may not be what it says."""

from __future__ import annotations

from collections.abc import Iterable

import interview_value as iv

from .gates import ANSWERS, GATES
from .notes import notes_on
from .seen import signs_of
from .signs import SIGNS, Finding, Grade, Sign
from .sources import Source
from .texts import signs_in

__all__ = [
    "ANSWERS",
    "GATES",
    "SIGNS",
    "Finding",
    "Grade",
    "Sign",
    "Source",
    "interview_value_gates",
    "interview_value_notes",
    "signs_in",
    "signs_of",
]


@iv.hookimpl
def interview_value_gates() -> Iterable[iv.scoring.Gate[...]]:
    """Bring the gates, and the quantities in which the seeker answers."""
    return GATES


@iv.hookimpl
def interview_value_notes(invitation: iv.Invitation) -> Iterable[str]:
    """Tell of each sign that the invitation bears, or that the seeker has answered with yes."""
    return notes_on(invitation)
