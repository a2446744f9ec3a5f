"""Headings: which columns of a frame hold what, by their names alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from attrs import frozen

from ..errors import FieldError, InvalidInputError, nearest_name
from ..scoring.values import Plan

__all__ = ["INVITATION_TEXTS", "WEIGHT", "Headings", "headings_of"]

INVITATION_TEXTS = ("role", "organization", "location")
"""The columns that only a criterion that reads the whole invitation can see."""

MAX_COLUMNS = 10_000
"""The most columns that a frame may have: assumption; more than any table of invitations."""

WEIGHT = "weight_"
"""How the heading of a column of weights begins, before the name of the scorer."""


@frozen
class Headings:
    """Which columns hold what.

    Args:
        quantities: For each quantity its column, or those of the two ends of its range.
        labels: The names of the labels, such as ``stage``, that have a column, which is called like them.
        texts: Which of the columns ``role``, ``organization`` and ``location`` are there.
        weights: The column of weights of each scorer that has one, by the scorer's name.
    """

    quantities: Mapping[str, tuple[str, ...]]
    labels: tuple[str, ...]
    texts: tuple[str, ...]
    weights: Mapping[str, str]


def headings_of(names: Collection[str], plan: Plan, weighted: Collection[str]) -> Headings:
    """Find out which columns hold what.

    Args:
        names: The names of the columns.
        plan: The scorers and gates, and the quantities that they read.
        weighted: The scorers for which the caller gives one weight for all rows.

    Raises:
        InvalidInputError: Nothing is known by any of the names, or some contradict each other.
    """
    if len(names) > MAX_COLUMNS:
        raise InvalidInputError("frame", [FieldError("columns", len(names), f"at most {MAX_COLUMNS:,} columns")])
    present = set(names)
    numbers = [name for name, quantity in plan.known.items() if not quantity.is_label]
    if mistakes := [*_mistakes_in_ranges(present, numbers), *_mistakes_in_weights(present, plan, weighted)]:
        raise InvalidInputError("frame", mistakes)
    weights = {name: WEIGHT + name for name in plan.scorer if WEIGHT + name in present - plan.known.keys()}
    headings = Headings(
        {name: columns for name in numbers if (columns := _columns(name, present))},
        tuple(name for name, quantity in plan.known.items() if quantity.is_label and name in present),
        tuple(name for name in INVITATION_TEXTS if name in present),
        weights,
    )
    if not headings.quantities and not headings.labels:
        allowed = "a column named after a quantity, such as role_interest, or duration_low and duration_high, or stage"
        shown = sorted(map(str, names))[:20]
        nearest = next(filter(None, (nearest_name(name, plan.known) for name in shown)), None)
        raise InvalidInputError("frame", [FieldError("columns", shown, allowed, nearest)])
    return headings


def _columns(name: str, present: set[str]) -> tuple[str, ...]:
    """Return the column of a quantity, or those of the two ends of its range; nothing if they are not there."""
    if name in present:
        return (name,)
    ends = (f"{name}_low", f"{name}_high")
    return ends if present.issuperset(ends) else ()


def _mistakes_in_ranges(present: set[str], numbers: Collection[str]) -> Iterator[FieldError]:
    for name in numbers:
        ends = [end for end in (f"{name}_low", f"{name}_high") if end in present.difference(numbers)]
        if ends and name in present:
            yield FieldError(name, [name, *ends], f"either {name}, or {name}_low and {name}_high")
        elif len(ends) == 1:
            yield FieldError(ends[0], ends[0], f"both {name}_low and {name}_high, the two ends of a range")


def _mistakes_in_weights(present: set[str], plan: Plan, weighted: Collection[str]) -> Iterator[FieldError]:
    for column in sorted(name for name in present - plan.known.keys() if str(name).startswith(WEIGHT)):
        name = column.removeprefix(WEIGHT)
        if name not in plan.scorer:
            yield FieldError(column, name, "weight_ and the name of a scorer", nearest_name(name, plan.scorer))
        elif name in weighted:
            yield FieldError(column, name, f"the weight of {name} either in weights= or in this column")
