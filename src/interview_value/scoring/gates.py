"""Gates: the built-in ones, offered through the same hook as those of plugins."""

from __future__ import annotations

from .criterion import Gate, gate
from .ternary import Maybe, Ternary

__all__ = ["BUILT_IN_GATES", "nothing_of_interest", "obligation"]


@gate(
    label="nothing of interest",
    reason="Nothing about the role or the organisation interests you, so a polite no serves everyone best.",
    source="the article: decline politely only if absolutely nothing about the position or the company interests you",
)
def nothing_of_interest(role_interest: Maybe, organization_interest: Maybe) -> Ternary:
    """Decline if absolutely nothing about the position or the company is of interest."""
    return (role_interest == 0) & (organization_interest == 0)


@gate(
    name="obliged",
    label="an obligation to go",
    verdict="attend",
    reason="You have to go, whatever the hours say.",
    source="assumption: an obligation is none of hours",
    asks=False,
)
def obligation(obliged: Maybe) -> Ternary:
    """Attend if you have to, because of benefit rules, a visa or an order."""
    return obliged == "yes"


BUILT_IN_GATES: tuple[Gate[...], ...] = (nothing_of_interest, obligation)
