"""Contradictions: what one person says that can hardly all be meant. It is noted, and counts as it was said."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ..display.language import say
from ..display.words import hours_range, listed
from .choice import UNKNOWN
from .estimate import Estimate
from .invitation import Invitation, acceptance
from .value_in_words import value_in_words

__all__ = ["contradictions"]

FAR_APART = 2.0
"""By how much the log-odds of a yes may miss the range that the interests suggest, before it is noted: assumption."""

NOTHING = 0.1
"""How many hours a promise comes to at most that somebody calls nothing."""

INTERESTS = ("role_interest", "organization_interest")


def contradictions(invitation: Invitation) -> Iterator[str]:
    """Yield a note for each two things said of an invitation that contradict each other."""
    travel, promise = invitation.travel, invitation.promise
    if invitation.would_accept is not None:
        yield from _yes_against_interests(invitation, invitation.would_accept)
    if invitation.remote and travel is not None and travel.low > 0:
        hours = hours_range(travel.low, travel.high)
        yield say("it is held by video or phone, and yet {hours} of travel are given; they count", hours=hours)
    has_said_yes = invitation.event is not None and invitation.event.summary.lower().startswith("accepted:")
    if has_said_yes and (promise is None or promise.high <= NOTHING):
        yield say("you have said yes already, and yet a no is to cost nothing: what would it cost you now?")


def _yes_against_interests(invitation: Invitation, would_accept: Estimate) -> Iterator[str]:
    given = [name for name in INTERESTS if name in invitation.known]
    if not given:
        return
    interests: tuple[Estimate, Estimate] = (invitation.argument(INTERESTS[0]), invitation.argument(INTERESTS[1]))
    low, high = map(_log_odds, acceptance(*interests, UNKNOWN))
    if _log_odds(would_accept.high) < low - FAR_APART or _log_odds(would_accept.low) > high + FAR_APART:
        interests_given = [_said(name, invitation.known[name]) for name in given]
        yield say(
            "{acceptance}, though {interests}, which suggests {suggested}; what you say of the offer counts",
            acceptance=_said("would_accept", would_accept),
            interests=listed(interests_given),
            suggested=value_in_words(Estimate(_chance(low), _chance(high)), "share"),
        )


def _said(name: str, estimate: Estimate) -> str:
    quantity = Invitation.own_quantities()[name]
    return say("{label} is {value}", label=say(quantity.label), value=value_in_words(estimate, quantity.unit))


def _log_odds(chance: float) -> float:
    return math.log(chance / (1 - chance)) if chance > 0 else -math.inf


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))
