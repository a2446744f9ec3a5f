"""Criteria: a scorer or gate by itself, with what it reads and its code."""

from __future__ import annotations

from collections.abc import Iterator

from ..deciding.explanation import code_of
from ..display.page import Code, Items, Page
from ..model.invitation import Invitation
from ..model.page import measure
from ..model.seeker import Seeker
from .criterion import Gate, Scorer

__all__ = ["criterion_page"]


def criterion_page(criterion: Scorer[...] | Gate[...]) -> Page:
    """Return the page that shows a scorer or gate."""
    lines = [criterion.summary, f"Source: {criterion.source}"]
    if isinstance(criterion, Gate):
        lines.insert(1, f"Declines, saying: {criterion.reason}")
    kind = "gate" if isinstance(criterion, Gate) else criterion.kind
    code = Code("Its code", tuple(code_of(criterion.function).splitlines()))
    reads = Items("What it reads", tuple(_reads(criterion)))
    return Page(f"{criterion.name}: a {kind}", tuple(filter(None, lines)), (reads, code))


def _reads(criterion: Scorer[...] | Gate[...]) -> Iterator[str]:
    own = {quantity.name: quantity for quantity in criterion.quantities}
    known = {**Invitation.own_quantities(), **Seeker.own_quantities(), **own}
    for name in criterion.reads:
        yield f"{name}: {measure(known[name])}"
