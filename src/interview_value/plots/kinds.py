"""Kinds: the pictures of a single evaluation, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import FieldError, InvalidInputError, nearest_name
from .bridge import waterfall
from .net import distribution
from .sensitivity import tornado
from .weighting import weights

if TYPE_CHECKING:
    from ..outcome.outcome import Outcome
    from .canvas import Ax, Axes

__all__ = ["KINDS", "plot"]

KINDS = {picture.__name__: picture for picture in (waterfall, tornado, distribution, weights)}


def plot(evaluation: Outcome, kind: str, ax: Ax) -> Axes:
    """Draw a picture of an evaluation, by the name of its kind."""
    if kind not in KINDS:
        mistake = FieldError("kind", kind, f"one of {', '.join(KINDS)}", nearest_name(kind, KINDS))
        raise InvalidInputError("call of plot", [mistake])
    return KINDS[kind](evaluation, ax=ax)
