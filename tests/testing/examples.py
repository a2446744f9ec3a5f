"""A scorer that keeps every law, and one that breaks three."""

from __future__ import annotations

from testing.gallery import COMMUTE

import interview_value as iv

__all__ = ["careless", "commuting"]


@iv.scorer(kind="cost", quantities=[COMMUTE])
def commuting(commute, offer_chance):
    """Hours on the road."""
    return 4 * commute * offer_chance


@iv.scorer(kind="cost", quantities=[COMMUTE])
def careless(commute):  # noqa: D103 - it is one of the things that are wrong
    if commute > 10:
        return 2 * commute
    return 10 / commute
