"""The widget's fields: what is known of each quantity, and what is assumed otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from ..display.words import in_full, printable
from ..model.estimate import Estimate
from ..model.invitation import Invitation
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..outcome.contributions import Input, Origin
from ..scoring.values import read_by_prior
from .exploration import Exploration

__all__ = ["RefusedEntry", "groups_of", "label_of"]

DECLARED = {
    name: place
    for place, name in enumerate(
        name for facts in (Invitation, Seeker) for name in (*facts.own_labels(), *facts.own_quantities())
    )
}
"""The place of each quantity in the declarations, in which what counts most stands first."""

GROUPS = ("The invitation", "You", "What plugins ask for", "Constants of the model")


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
            "name": title,
            "known": f"{sum(_is_known(name, exploration) for name in names)} of {len(names)} known",
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
    label = f"{label_of(name)}, as planned" if item.origin is Origin.DECIDED else label_of(name)
    return {
        "name": name,
        "label": label,
        "labels": [
            f"{label}: the number, or its low end",
            f"{label}: its high end, if it is a range",
            f"{label}: one of the answers",
        ],
        "question": printable(quantity.question or quantity.source),
        "numbers": not quantity.is_label,
        "choices": [{"name": each, "label": printable(choice.label)} for each, choice in quantity.choices.items()],
        "choice": "" if refusal else choice,
        "entry": list(refusal.entry if refusal else ("", "") if choice else _ends(known)),
        "hints": list(_rounded_ends(known if choice else item.estimate)),
        "note": printable(" · ".join(filter(None, (_measure(quantity), _origin(item, quantity, known))))),
        "mistake": printable(refusal.reason) if refusal else "",
    }


def label_of(name: str) -> str:
    """Return the name of a quantity or criterion with spaces."""
    return name.replace("_", " ")


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


def _measure(quantity: Quantity) -> str:
    return "" if quantity.is_label else f"{quantity.unit}, {quantity.bounds}"


def _origin(item: Input, quantity: Quantity, known: Estimate | None) -> str:
    """Return where the value of a quantity is from: assumed, decided, read or given."""
    if item.origin is Origin.DECIDED:
        planned = "planned, and one of the ways" if known else "decided"
        return f"{planned}: the best hours are {_rounded_ends(item.estimate)[0]}"
    if item.origin is Origin.ASSUMED:
        return _assumed(item, quantity)
    return f"read: {item.where}" if item.where else "given"


def _assumed(item: Input, quantity: Quantity) -> str:
    if quantity.is_label:
        return "not said"
    if item.estimate is None:
        return "assumed, by a formula that failed"
    sources = ", ".join(map(label_of, read_by_prior(quantity)))
    return f"assumed {'..'.join(filter(None, _rounded_ends(item.estimate)))}{f', from {sources}' if sources else ''}"
