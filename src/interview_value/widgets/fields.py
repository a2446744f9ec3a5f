"""The widget's fields: what is known of each quantity, and what is assumed otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from ..display.language import mark, say
from ..display.words import in_full, length, listed, printable
from ..model.estimate import Estimate
from ..model.invitation import Invitation
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..model.value_in_words import value_in_words
from ..outcome.contributions import Input, Origin
from ..scoring.values import read_by_prior
from .exploration import Exploration

__all__ = ["RefusedEntry", "groups_of", "measure"]

DECLARED = {
    name: place
    for place, name in enumerate(
        name for facts in (Invitation, Seeker) for name in (*facts.own_labels(), *facts.own_quantities())
    )
}
"""The place of each quantity in the declarations, in which what counts most stands first."""

GROUPS = (
    mark("The invitation"),
    mark("You"),
    mark("What plugins ask for"),
    mark("What the calculation itself assumes"),
)
"""The groups of fields, as messages."""


@frozen
class RefusedEntry:
    """An entry that cannot be used.

    Args:
        entry: The two texts as they were entered.
        reason: What is wrong with them, in the library's own words.
    """

    entry: tuple[str, str]
    reason: str


def groups_of(exploration: Exploration, refused: Mapping[str, RefusedEntry]) -> list[dict[str, Any]]:
    """Return the groups with their titles, how many quantities are known, and their fields.

    Args:
        exploration: What is being explored.
        refused: The entries that could not be used, by quantity.
    """
    grouped: dict[str, list[str]] = {title: [] for title in GROUPS}
    for name, quantity in sorted(exploration.quantities.items(), key=_place):
        grouped[_group_title(quantity)].append(name)
    inputs = {item.name: item for item in exploration.evaluation.inputs}
    return [
        {
            "name": say(title),
            "known": say(
                "{n} of {total} known", n=sum(_is_known(name, exploration) for name in names), total=len(names)
            ),
            "fields": [_field(inputs[name], exploration, refused) for name in names],
        }
        for title, names in grouped.items()
        if names
    ]


def _place(item: tuple[str, Quantity]) -> tuple[int, str]:
    """Return where a quantity stands: as the invitation and the seeker declare theirs, and then by name."""
    return DECLARED.get(item[0], len(DECLARED)), item[0]


def _is_known(name: str, exploration: Exploration) -> bool:
    return exploration.estimate_of(name) is not None or bool(exploration.choice_of(name))


def _field(item: Input, exploration: Exploration, refused: Mapping[str, RefusedEntry]) -> dict[str, Any]:
    """Return the field of a quantity: its labels, its choices, its entry and what is assumed otherwise.

    An entry that was made as a choice stands in the choice, and what the choice means in the hints of the boxes.
    """
    name, quantity, refusal = item.name, exploration.quantities[item.name], refused.get(item.name)
    choice, known = exploration.choice_of(name), exploration.estimate_of(name)
    label = say(quantity.label)
    if item.origin is Origin.DECIDED:
        label = say("{quantity}, as planned", quantity=label)
    return {
        "name": name,
        "label": label,
        "labels": [
            say("{quantity}: the number, or its low end", quantity=label),
            say("{quantity}: its high end, if it is a range", quantity=label),
            say("{quantity}: one of the answers", quantity=label),
        ],
        "question": printable(say(quantity.question) or quantity.source),
        "numbers": not quantity.is_label,
        "choices": [{"name": each, "label": printable(say(choice.label))} for each, choice in quantity.choices.items()],
        "choice": "" if refusal else choice,
        "entry": list(refusal.entry if refusal else ("", "") if choice else _ends(known)),
        "hints": list(_rounded_ends(known if choice else item.estimate)),
        "note": printable(" · ".join(filter(None, (measure(quantity), _origin(item, exploration, known))))),
        "mistake": printable(refusal.reason) if refusal else "",
    }


def _group_title(quantity: Quantity) -> str:
    invitation, seeker, other, constants = GROUPS
    for title, facts in ((invitation, Invitation), (seeker, Seeker)):
        if quantity.name in facts.own_quantities() or quantity.name in facts.own_labels():
            return title
    return constants if quantity.ask == "nobody" else other


def _ends(estimate: Estimate | None) -> tuple[str, str]:
    """Return the two texts of an estimate to the last digit; the second is empty if it is exact."""
    if estimate is None:
        return "", ""
    low, high = (repr(float(end)).removesuffix(".0") for end in (estimate.low, estimate.high))
    return (low, "") if estimate.exact else (low, high)


def _rounded_ends(estimate: Estimate | None) -> tuple[str, str]:
    """Return the two texts of an estimate to three digits; the second is empty if it is exact."""
    if estimate is None:
        return "", ""
    low, high = (in_full(end, 3) for end in (estimate.low, estimate.high))
    return (low, "") if estimate.exact else (low, high)


def measure(quantity: Quantity) -> str:
    """Return what a number in the boxes counts, such as "in hours" or "people"; empty for a label."""
    unit = quantity.unit.partition(",")[0]
    per = unit.partition(" ")[2]
    if quantity.is_label or not unit or unit == "factor":
        return ""
    if unit.startswith("share"):
        return say("from 0 to 1, or in per cent") if quantity.reader.is_share else say("from 0 to 1")
    if quantity.reader.per_hour == 1:
        return say("in hours {per}", per=say(per)) if per else say("in hours")
    return say(unit)


def _origin(item: Input, exploration: Exploration, known: Estimate | None) -> str:
    """Return where the value of a quantity is from: assumed, decided, read or given."""
    if item.origin is Origin.DECIDED and item.estimate is not None:
        best = length(item.estimate.low)
        return say("one of the ways; best would be {time}", time=best) if known else say("best is {time}", time=best)
    if item.origin is Origin.ASSUMED:
        return _assumed(item, exploration)
    return say("read from {place}", place=item.where) if item.where else say("you said so")


def _assumed(item: Input, exploration: Exploration) -> str:
    quantity = exploration.quantities[item.name]
    if quantity.is_label:
        return say("not said")
    if item.estimate is None:
        return say("we assume a number by a formula that failed")
    value = value_in_words(item.estimate, quantity.unit.partition(",")[0])
    sources = [say(exploration.quantities[name].label) for name in read_by_prior(quantity)]
    if sources:
        return say("we assume {value}, because of {sources}", value=value, sources=listed(sources))
    return say("we assume {value}", value=value)
