"""Pages of an invitation or a seeker: known values with their sources, and assumptions for the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, cast

from ..display.language import mark, say
from ..display.page import Items, Page, Table
from ..display.words import brief, day_and_time
from ..errors import FieldError
from .disagreement import Disagreement
from .estimate import Estimate
from .event import Event
from .facts import Facts
from .quantity import DECISION, Quantity
from .value_in_words import value_in_words

__all__ = ["disagreement", "estimate_text", "fact_text", "knowledge_page", "label_of", "measure"]

MAX_DAYS = 10
"""How many days of past interviews are named."""

ASIDE = frozenset({"version", "read_from", "notes", "quantities", "disagreements"})
"""What is no fact, or is shown in another place."""

FACTS = {
    "role": mark("the position"),
    "organization": mark("who invites"),
    "starts": mark("the start"),
    "location": mark("the place"),
    "language": mark("the language"),
    "event": mark("the calendar entry"),
    "past_interviews": mark("past interviews"),
    "as_of": mark("the day on which they are counted"),
}
"""What people call the other facts, by the names of their fields."""


def label_of(name: str, facts: Facts) -> str:
    """Return what people call a fact or quantity that there is a field for; of any other the name with blanks."""
    quantity = _quantity(name, facts)
    label = quantity.label if quantity else FACTS.get(name)
    return say(label) if label else name.replace("_", " ")


def _quantity(name: str, facts: Facts) -> Quantity | None:
    return facts.own_quantities().get(name) or facts.own_labels().get(name)


def knowledge_page(facts: Facts, title: str) -> Page:
    """Return the page that shows what is known of an invitation or a seeker."""
    columns = 3 if facts.read_from else 2  # where nothing was read, there is no place to tell
    rows = tuple(row[:columns] for row in _known(facts))
    known = Table(say("What is known"), (say("What"), say("Value"), say("Read from"))[:columns], rows)
    disagreements = Items(say("Two sources disagree"), tuple(disagreement(item, facts) for item in facts.disagreements))
    notes = Items(say("Notes"), tuple(map(say, facts.notes)))
    assumed = Items(say("Still unknown, so assumed"), tuple(_assumed(facts)), folded=True)
    return Page(title, parts=(known, disagreements, notes, assumed))


def _known(facts: Facts) -> Iterator[tuple[str, str, str]]:
    names = [name for name in facts.to_dict() if name not in ASIDE]
    values = {name: getattr(facts, name) for name in names} | dict(facts.quantities)
    for name, value in values.items():
        yield label_of(name, facts), _in_words(value, _quantity(name, facts)), facts.read_from.get(name, "")


def _in_words(value: Any, quantity: Quantity | None) -> str:
    """Return a value in words: that of a quantity with its unit, and what was chosen by the label of the choice."""
    if quantity is None:
        return estimate_text(value) if isinstance(value, Estimate) else fact_text(value)
    if quantity.is_label:
        return say(quantity.choices[quantity.chosen(value)].label)
    estimate = quantity.estimate(value)
    choice, text = quantity.choices.get(estimate.choice), value_in_words(estimate, quantity.unit)
    return say("{choice} ({value})", choice=say(choice.label), value=text) if choice else text


def estimate_text(estimate: Estimate) -> str:
    """Return an estimate with as many digits as one reads: 0.0629..0.378."""
    return brief(estimate.low) if estimate.exact else f"{brief(estimate.low)}..{brief(estimate.high)}"


def _assumed(facts: Facts) -> Iterator[str]:
    """Yield each quantity that is not known, with what is assumed for it; what is decided is not assumed."""
    for name, quantity in facts.own_quantities().items():
        if getattr(facts, name) is None and quantity.grade != DECISION:
            value = value_in_words(quantity.assumed(facts), quantity.unit)
            yield say("{label}: {value}", label=say(quantity.label), value=value)


def fact_text(value: object) -> str:
    """Return a fact in words: a calendar entry by its own name, a time as its day and hour, days as days."""
    if isinstance(value, Event):
        return value.uid
    if isinstance(value, datetime):
        return day_and_time(value)
    if isinstance(value, tuple):
        days = cast("tuple[date, ...]", value)
        first = ", ".join(map(str, days[:MAX_DAYS]))
        more = len(days) - MAX_DAYS
        return say("{days} and {n} more", days=first, n=more) if more > 0 else first
    return str(getattr(value, "value", value))


def disagreement(item: Disagreement, facts: Facts) -> str:
    """Return what two sources said of one thing, and which counts.

    Args:
        item: The disagreement.
        facts: The invitation or seeker that has it.
    """
    quantity = _quantity(item.name, facts)
    return say(
        "{label}: {kept} ({kept_from}) counts, not {other} ({other_from})",
        label=label_of(item.name, facts),
        kept=_plain_in_words(item.kept, quantity),
        kept_from=item.kept_from or say("given"),
        other=_plain_in_words(item.other, quantity),
        other_from=item.other_from or say("given"),
    )


def _plain_in_words(value: Any, quantity: Quantity | None) -> str:
    try:
        return _in_words(value, quantity)
    except FieldError:
        return str(value)  # plain data of others may hold anything


def measure(quantity: Quantity) -> str:
    """Return a quantity's unit, bounds, and what is assumed while nobody knows it; the choices of a label."""
    if quantity.is_label:
        return f"one of {', '.join(quantity.choices)}"
    return f"{quantity.unit}; {quantity.bounds}; assumed {quantity.prior_in_words}"
