"""Seen: all signs of one invitation, from what it holds."""

from __future__ import annotations

from functools import lru_cache

import interview_value as iv
from interview_value.reading.domains import GUESSED

from .senders import sender_signs
from .signs import Finding
from .texts import signs_in

__all__ = ["signs_of"]


def signs_of(invitation: iv.Invitation) -> tuple[Finding, ...]:
    """Look for signs in what an invitation holds: its title, place, role, organisation, and the organiser's address.

    An invitation does not keep the words of the mail that it was read from: give these to `signs_in`.

    Args:
        invitation: The invitation.

    Returns:
        Each sign at most once, with the words, address or link in which it was first seen.
    """
    event = invitation.event
    texts = (event.summary if event else "", invitation.location or "", invitation.role or "")
    guessed = GUESSED in invitation.where("organization")
    organizer = event.organizer if event else ""
    return _seen(" \n".join(texts), organizer, invitation.organization or "", guessed)


@lru_cache(maxsize=128)  # the gate and the notes ask for the same invitation, one after the other
def _seen(text: str, organizer: str, organization: str, guessed: bool) -> tuple[Finding, ...]:
    found = {finding.sign.name: finding for finding in sender_signs(organizer, organization, guessed=guessed)}
    for finding in (*signs_in(text), *signs_in(organization)):
        found.setdefault(finding.sign.name, finding)
    return tuple(found.values())
