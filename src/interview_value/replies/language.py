"""The language of what is sent to those who invite. What the seeker reads is in the one that is spoken."""

from __future__ import annotations

from ..display.language import language_of
from ..model.invitation import Invitation

__all__ = ["language_to_them"]


def language_to_them(invitation: Invitation, chosen: str | None) -> str | None:
    """Return the language in which to write to them: the one chosen, else the invitation's; None for the one spoken.

    Args:
        invitation: The invitation that is answered, whose language counts if the library has sentences in it.
        chosen: The language that the caller asked for; None if it is left open.
    """
    return language_of(invitation.language or "") if chosen is None else chosen
