"""The pictures of a single evaluation by name, for `Evaluation.plot`."""

from __future__ import annotations

from ..errors import FieldError, InvalidInputError, nearest_name
from ..outcome.outcome import Outcome
from .canvas import Ax, Axes
from .distribution import distribution
from .tornado import tornado
from .waterfall import waterfall
from .weights import weights

__all__ = ["KINDS", "plot"]

KINDS = {picture.__name__: picture for picture in (waterfall, tornado, distribution, weights)}


def plot(evaluation: Outcome, kind: str, ax: Ax) -> Axes:
    """Draw the picture of an evaluation that `kind` names.

    Raises:
        InvalidInputError: There is no such picture, or an argument cannot be used.
    """
    if kind not in KINDS:
        mistake = FieldError("kind", kind, f"one of {', '.join(KINDS)}", nearest_name(kind, KINDS))
        raise InvalidInputError("call of plot", [mistake])
    return KINDS[kind](evaluation, ax=ax)
