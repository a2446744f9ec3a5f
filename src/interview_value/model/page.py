"""Pages of an invitation or a seeker: known values with their sources, and assumptions for the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

from ..display.page import Items, Page, Table
from ..display.words import brief
from .disagreement import Disagreement
from .estimate import Estimate
from .event import Event
from .facts import Facts
from .quantity import DECISION, Quantity

__all__ = ["disagreement", "estimate_text", "fact_text", "knowledge_page", "measure"]

MAX_DAYS = 10
"""How many days of past interviews are named."""

ASIDE = frozenset({"version", "read_from", "notes", "quantities", "disagreements"})
"""What is no fact, or is shown in another place."""


def knowledge_page(facts: Facts, title: str) -> Page:
    """Return the page that shows what is known of an invitation or a seeker."""
    columns = 3 if facts.read_from else 2  # where nothing was read, there is no place to tell
    rows = tuple(row[:columns] for row in _known(facts))
    known = Table("What is known", ("What", "Value", "Read from")[:columns], rows)
    assumed = Items("Still unknown, so assumed", tuple(_assumed(facts)), folded=True)
    disagreements = Items("Two sources disagree", tuple(map(disagreement, facts.disagreements)))
    return Page(title, parts=(known, disagreements, Items("Notes", facts.notes), assumed))


def _known(facts: Facts) -> Iterator[tuple[str, str, str]]:
    own, labels = facts.own_quantities(), facts.own_labels()
    for name, value in {**_facts(facts), **facts.quantities}.items():
        if isinstance(value, Estimate):
            text = _estimate_and_choice(value, own.get(name))
        else:
            text = labels[name].choices[facts.label(name)].label if name in labels else fact_text(value)
        yield name, text, facts.read_from.get(name, "")


def estimate_text(estimate: Estimate) -> str:
    """Return an estimate with as many digits as one reads: 0.0629..0.378."""
    return brief(estimate.low) if estimate.exact else f"{brief(estimate.low)}..{brief(estimate.high)}"


def _estimate_and_choice(estimate: Estimate, quantity: Quantity | None) -> str:
    """Return an estimate with its unit, as the choice that it was given as in words if it was one."""
    text = f"{estimate_text(estimate)} {quantity.unit if quantity else ''}".strip()
    if not estimate.choice:
        return text
    choice = quantity.choices.get(estimate.choice) if quantity else None
    return f"{choice.label if choice else estimate.choice} ({text})"


def _facts(facts: Facts) -> dict[str, object]:
    names = [name for name in facts.to_dict() if name not in ASIDE]
    return {name: value for name in names if (value := getattr(facts, name, None)) not in (None, ())}


def _assumed(facts: Facts) -> Iterator[str]:
    """Yield each quantity that is not known, with what is assumed for it; what is decided is not assumed."""
    for name, quantity in facts.own_quantities().items():
        if getattr(facts, name) is None and quantity.grade != DECISION:
            yield f"{name} {estimate_text(quantity.assumed(facts))} {quantity.unit}"


def fact_text(value: object) -> str:
    """Return a fact in words: a calendar entry by its own name, days as days."""
    if isinstance(value, Event):
        return value.uid
    if isinstance(value, tuple):
        days = cast("tuple[date, ...]", value)
        more = f" and {len(days) - MAX_DAYS} more" if len(days) > MAX_DAYS else ""
        return ", ".join(map(str, days[:MAX_DAYS])) + more
    return str(getattr(value, "value", value))


def disagreement(item: Disagreement) -> str:
    """Return what two sources said of one thing, and which counts."""
    counts, other = item.kept_from or "given", item.other_from or "given"
    return f"{item.name}: {item.kept} ({counts}) counts, not {item.other} ({other})"


def measure(quantity: Quantity) -> str:
    """Return a quantity's unit, bounds, and what is assumed while nobody knows it; the choices of a label."""
    if quantity.is_label:
        return f"one of {', '.join(quantity.choices)}"
    return f"{quantity.unit}; {quantity.bounds}; assumed {quantity.prior_in_words}"
