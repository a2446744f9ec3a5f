"""Comparisons: several invitations side by side."""

from __future__ import annotations

from collections.abc import Iterator

from ..display.page import Items, Page, Table
from ..display.words import percent
from ..evaluation import phrases
from ..evaluation.evaluation import Verdict
from .compare import Comparison, Ranked

__all__ = ["IN_ORDER", "close_by", "comparison_page"]

IN_ORDER = "Invitations, the highest expected net value first"
MOST = 3
"""How many invitations that are too close to call are named."""


def comparison_page(comparison: Comparison) -> Page:
    """Return the page that shows several invitations, the best first."""
    heads = ("Invitation", "Net, hours", "90% range", "Best in", "Verdict")
    sizes = tuple(item.net.mean for item in comparison.ranking)
    table = Table(IN_ORDER, heads, tuple(_rows(comparison)), numbers=(1, 2, 3), sizes=sizes)
    failed = Items("Not counted, because it failed", tuple(_failures(comparison)))
    return Page(_title(comparison), parts=(table, failed))


def _title(comparison: Comparison) -> str:
    best, count = comparison.ranking[0], len(comparison.ranking)
    if count == 1:
        return best.title
    if best.verdict is Verdict.DECLINE:
        return f"None of {count} is worth going to"
    return ", ".join(filter(None, (f"{best.title} comes first of {count}", close_by(best))))


def _rows(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    for place, item in enumerate(comparison.ranking, start=1):
        close = f" ({close_by(item)})" if item.close_to else ""
        best_in = percent(item.chance_best)
        yield f"{place}. {item.title}{close}", *phrases.hours(item.net), best_in, phrases.standing(item.evaluation)


def close_by(item: Ranked) -> str:
    """Return which others are too close to an invitation to call, by their place; nothing if none are."""
    places = [str(place + 1) for place in item.close_to]
    more = f" and {len(places) - MOST} more" if len(places) > MOST else ""
    return f"too close to call with {', '.join(places[:MOST])}{more}" if places else ""


def _failures(comparison: Comparison) -> Iterator[str]:
    for place, item in enumerate(comparison.ranking, start=1):
        yield from (f"{place}. {item.title}: {error}" for error in item.evaluation.errors)
