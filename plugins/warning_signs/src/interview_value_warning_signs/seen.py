"""Seen: all signs of one invitation, from what it holds."""

from __future__ import annotations

from functools import lru_cache

import interview_value as iv
from interview_value.reading.words.domains import is_guessed

from .senders import sender_signs
from .signs import ENCODED, FREE_MAIL, OTHER_DOMAIN, Finding, Sign
from .texts import signs_in

__all__ = ["signs_of"]

WEAK_SENDERS: tuple[Sign, ...] = (ENCODED, FREE_MAIL, OTHER_DOMAIN)
"""What one's own address may well bear."""


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
    guessed = is_guessed(invitation.where("organization"))
    return _seen(" \n".join(texts), event, invitation.organization or "", guessed)


@lru_cache(maxsize=128)  # the gates and the notes ask for the same invitation, one after the other
def _seen(text: str, event: iv.model.Event | None, organization: str, guessed: bool) -> tuple[Finding, ...]:
    found: dict[str, Finding] = {}
    senders = sender_signs(event.organizer, organization, guessed=guessed) if event else ()
    for finding in (*senders, *signs_in(text), *signs_in(organization)):
        found.setdefault(finding.sign.name, finding)
    surely = event is not None and _by_another(event)
    return tuple(finding for finding in found.values() if surely or finding.sign not in WEAK_SENDERS)


def _by_another(event: iv.model.Event) -> bool:
    """Whether an entry was plainly sent by another: in an export of one's own calendar the organiser is oneself."""
    asked = event.method == "REQUEST" or event.attendee != ""
    return asked and event.organizer.lower() != event.attendee.lower()
