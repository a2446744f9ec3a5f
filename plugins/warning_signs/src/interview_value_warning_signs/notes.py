"""Notes: a sentence or two on each sign that was seen or told of, with its source."""

from __future__ import annotations

from collections.abc import Iterator

import interview_value as iv

from .gates import ANSWERS
from .seen import signs_of
from .signs import SIGNS

__all__ = ["notes_on"]


def notes_on(invitation: iv.Invitation) -> list[str]:
    """Return the notes on an invitation: on the signs it bears first, then on what the seeker answered.

    Args:
        invitation: The invitation.
    """
    seen = signs_of(invitation)
    told = set(_told(invitation)) - {finding.sign.answer for finding in seen}
    first = {sign.answer: sign for sign in reversed(SIGNS.values()) if sign.answer in told}
    return [*map(str, seen), *(first[answer].note() for answer in sorted(told))]


def _told(invitation: iv.Invitation) -> Iterator[str]:
    """Yield the questions that were answered with yes, by name."""
    for answer in ANSWERS:
        if answer.choice(invitation.label(answer.name)) == "yes":
            yield answer.name
