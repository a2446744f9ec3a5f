"""Gates: the built-in one, offered through the same hook as those of plugins."""

from __future__ import annotations

from .criterion import Gate, gate
from .ternary import Maybe, Ternary

__all__ = ["BUILT_IN_GATES", "nothing_of_interest"]


@gate(
    reason="Nothing about the role or the organisation interests you, so a polite no serves everyone best.",
    source="the article: decline politely only if absolutely nothing about the position or the company interests you",
)
def nothing_of_interest(role_interest: Maybe, organization_interest: Maybe) -> Ternary:
    """Decline if absolutely nothing about the position or the company is of interest."""
    return (role_interest == 0) & (organization_interest == 0)


BUILT_IN_GATES: tuple[Gate[...], ...] = (nothing_of_interest,)
