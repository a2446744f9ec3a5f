"""Comparisons: several invitations side by side."""

from __future__ import annotations

from ..analysis.compare import Comparison
from ..words import percent
from . import phrases
from .page import Page, Table

__all__ = ["comparison_page"]


def comparison_page(comparison: Comparison) -> Page:
    """Return the page that shows several invitations, the best first."""
    rows = [
        (
            f"{place}. {phrases.rival(item)}",
            *phrases.hours(item.net),
            percent(item.chance_best),
            phrases.HEADLINES[item.verdict],
        )
        for place, item in enumerate(comparison.ranking, start=1)
    ]
    heads = ("Invitation", "Net, hours", "90% range", "Best in", "Verdict")
    sizes = tuple(item.net.mean for item in comparison.ranking)
    caption = "Invitations, the highest expected net value first"
    best = comparison.ranking[0]
    title = f"{best.title} comes first of {len(rows)}" if len(rows) > 1 else best.title
    return Page(title, parts=(Table(caption, heads, tuple(rows), numbers=(1, 2, 3), sizes=sizes),))
