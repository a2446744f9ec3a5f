"""Fields: a quantity as a person fills it in, with its unit and bounds, and what is assumed while it is empty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from ..display.words import printable
from ..model.estimate import Estimate
from ..model.invitation import Invitation
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from .exploration import Exploration

__all__ = ["Refusal", "field_of", "groups_of", "label_of"]

GROUPS = ("The invitation", "You", "What plugins ask for", "Constants of the model")


@frozen
class Refusal:
    """An entry that cannot be used.

    Args:
        entry: The two texts as they were entered.
        reason: What is wrong with them, in the library's own words.
    """

    entry: tuple[str, str]
    reason: str


def groups_of(exploration: Exploration, refused: Mapping[str, Refusal]) -> list[dict[str, Any]]:
    """Return all fields in their groups, each with its title and how many are known; nothing for an empty group.

    Args:
        exploration: What is being explored.
        refused: The entries that could not be used, by quantity.
    """
    grouped: dict[str, list[str]] = {title: [] for title in GROUPS}
    for name, quantity in exploration.quantities.items():
        grouped[_group(quantity)].append(name)
    return [_group_of(title, names, exploration, refused) for title, names in grouped.items() if names]


def field_of(name: str, exploration: Exploration, refused: Mapping[str, Refusal]) -> dict[str, Any]:
    """Return one field: its labels, what stands in it, and what is assumed while it is empty."""
    quantity, refusal = exploration.quantities[name], refused.get(name)
    prior = quantity.prior_given(exploration.invitation)
    label = label_of(name)
    return {
        "name": name,
        "label": label,
        "labels": [f"{label}: the number, or its low end", f"{label}: its high end, if it is a range"],
        "question": printable(quantity.question or quantity.source),
        "entry": list(refusal.entry if refusal else _ends(exploration.known(name))),
        "hints": list(_ends(prior)) if isinstance(prior, Estimate) else ["", ""],
        "note": printable(f"{quantity.unit}, {quantity.bounds} · {_origin(quantity, exploration)}"),
        "mistake": printable(refusal.reason) if refusal else "",
    }


def label_of(name: str) -> str:
    """Return the name of a quantity or criterion as one reads it."""
    return name.replace("_", " ")


def _group(quantity: Quantity) -> str:
    invitation, seeker, other, constants = GROUPS
    if quantity.ask == "nobody":
        return constants
    if quantity.name in Invitation.own_quantities():
        return invitation
    return seeker if quantity.name in Seeker.own_quantities() else other


def _group_of(
    title: str, names: Iterable[str], exploration: Exploration, refused: Mapping[str, Refusal]
) -> dict[str, Any]:
    fields = [field_of(name, exploration, refused) for name in names]
    known = sum(exploration.known(field["name"]) is not None for field in fields)
    return {"name": title, "known": f"{known} of {len(fields)} known", "fields": fields}


def _ends(estimate: Estimate | None) -> tuple[str, str]:
    """Return what stands in the two fields for an estimate, to the last digit; the second is empty if it is exact."""
    if estimate is None:
        return "", ""
    low, high = (repr(end).removesuffix(".0") for end in (estimate.low, estimate.high))
    return (low, "") if estimate.exact else (low, high)


def _origin(quantity: Quantity, exploration: Exploration) -> str:
    if exploration.known(quantity.name) is None:
        prior = quantity.prior_given(exploration.invitation)
        return f"assumed {prior}" if isinstance(prior, Estimate) else f"assumed: {prior.words}"
    where = exploration.where(quantity.name)
    return f"read: {where}" if where else "given"
