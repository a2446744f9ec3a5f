"""The widget's fields: what is known of each quantity, and what is assumed otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from ..display.words import printable
from ..model.estimate import Estimate
from ..model.invitation import Invitation
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from .exploration import Exploration

__all__ = ["RefusedEntry", "groups_of", "label_of"]

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
    for name, quantity in exploration.quantities.items():
        grouped[_group_title(quantity)].append(name)
    return [
        {
            "name": title,
            "known": f"{sum(exploration.estimate_of(name) is not None for name in names)} of {len(names)} known",
            "fields": [_field(name, exploration, refused) for name in names],
        }
        for title, names in grouped.items()
        if names
    ]


def _field(name: str, exploration: Exploration, refused: Mapping[str, RefusedEntry]) -> dict[str, Any]:
    """Return the field of a quantity: its labels, its entry and what is assumed otherwise."""
    quantity, refusal = exploration.quantities[name], refused.get(name)
    prior = quantity.prior_given(exploration.invitation)
    label = label_of(name)
    return {
        "name": name,
        "label": label,
        "labels": [f"{label}: the number, or its low end", f"{label}: its high end, if it is a range"],
        "question": printable(quantity.question or quantity.source),
        "entry": list(refusal.entry if refusal else _ends(exploration.estimate_of(name))),
        "hints": list(_ends(prior)) if isinstance(prior, Estimate) else ["", ""],
        "note": printable(f"{quantity.unit}, {quantity.bounds} · {_origin(quantity, exploration)}"),
        "mistake": printable(refusal.reason) if refusal else "",
    }


def label_of(name: str) -> str:
    """Return the name of a quantity or criterion with spaces."""
    return name.replace("_", " ")


def _group_title(quantity: Quantity) -> str:
    invitation, seeker, other, constants = GROUPS
    if quantity.ask == "nobody":
        return constants
    if quantity.name in Invitation.own_quantities():
        return invitation
    return seeker if quantity.name in Seeker.own_quantities() else other


def _ends(estimate: Estimate | None) -> tuple[str, str]:
    """Return the two texts of an estimate to the last digit; the second is empty if it is exact."""
    if estimate is None:
        return "", ""
    low, high = (repr(end).removesuffix(".0") for end in (estimate.low, estimate.high))
    return (low, "") if estimate.exact else (low, high)


def _origin(quantity: Quantity, exploration: Exploration) -> str:
    """Return where the value of a quantity is from: assumed, read or given."""
    if exploration.estimate_of(quantity.name) is None:
        prior = quantity.prior_given(exploration.invitation)
        return f"assumed {prior}" if isinstance(prior, Estimate) else f"assumed: {prior.words}"
    where = exploration.where(quantity.name)
    return f"read: {where}" if where else "given"
