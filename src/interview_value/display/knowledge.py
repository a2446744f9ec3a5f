"""Knowledge: what is known of an invitation or a seeker and where it was read, and what is assumed for the rest."""

from __future__ import annotations

from collections.abc import Iterator

from ..estimate import Estimate
from ..facts import Facts
from ..invitation import Invitation
from ..quantity import Quantity
from .page import Items, Page, Table
from .phrases import disagreement, fact, subject

__all__ = ["knowledge_page"]

ASIDE = frozenset({"version", "read_from", "notes", "quantities", "disagreements"})
"""What is no fact, or is shown in another place."""


def knowledge_page(facts: Facts) -> Page:
    """Return the page that shows what is known of an invitation or a seeker."""
    columns = 3 if facts.read_from else 2  # where nothing was read, there is no place to tell
    rows = tuple(row[:columns] for row in _known(facts))
    known = Table("What is known", ("What", "Value", "Read from")[:columns], rows)
    assumed = Items("Still unknown, so assumed", tuple(_assumed(facts)), folded=True)
    disagreements = Items("Two sources disagree", tuple(map(disagreement, facts.disagreements)))
    title = subject(facts) if isinstance(facts, Invitation) else "The person who is invited"
    return Page(title, parts=(known, disagreements, Items("Notes", facts.notes), assumed))


def _known(facts: Facts) -> Iterator[tuple[str, str, str]]:
    own = facts.own_quantities()
    for name, value in {**_facts(facts), **facts.quantities}.items():
        unit = f" {own[name].unit}" if name in own else ""
        yield name, f"{value}{unit}" if isinstance(value, Estimate) else fact(value), facts.read_from.get(name, "")


def _facts(facts: Facts) -> dict[str, object]:
    names = [name for name in facts.to_dict() if name not in ASIDE]
    return {name: value for name in names if (value := getattr(facts, name, None)) not in (None, ())}


def _assumed(facts: Facts) -> Iterator[str]:
    """Yield each quantity that is not known, with what is assumed for it."""
    for name, quantity in facts.own_quantities().items():
        if getattr(facts, name) is None:
            yield f"{name} {_prior(quantity, facts)}"


def _prior(quantity: Quantity, facts: Facts) -> str:
    prior = quantity.prior_given(facts)
    return f"{prior} {quantity.unit}" if isinstance(prior, Estimate) else quantity.prior_in_words
