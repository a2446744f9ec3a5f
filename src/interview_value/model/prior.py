"""Priors: what is assumed of a quantity, by a label or by a formula, while nobody has said anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Protocol, TypeAlias

from attrs import field, frozen

from ..errors import FieldError, is_mapping
from .estimate import Estimate, EstimateLike
from .pickling import Anew, anew
from .signatures import parameters_of

__all__ = ["DerivedPrior", "Known", "Prior", "PriorBy"]


class Known(Protocol):
    """What tells labels and estimates: an invitation, an evaluation that is being made, rows of a table."""

    def argument(self, name: str, /) -> Any:
        """Return the name of the choice of a label, or ``"unknown"``; else the estimate, known or assumed."""
        ...


def _as_cases(cases: Mapping[str, EstimateLike]) -> Mapping[str, Estimate]:
    if not is_mapping(cases):
        raise FieldError("cases", cases, "an estimate for each label that has one of its own")
    return MappingProxyType({str(label): Estimate.of(prior) for label, prior in cases.items()})


def _as_estimate(prior: EstimateLike) -> Estimate:
    return Estimate.of(prior)


@frozen
class PriorBy:
    """A prior that depends on a label, such as the stage of the interview.

    Args:
        label: The name of the quantity with labels that decides, such as ``"stage"`` or ``"status"``.
        cases: An estimate for each of its choices that has one of its own, by name.
        otherwise: The estimate for all other choices, the unknown one included.
    """

    label: str
    cases: Mapping[str, Estimate] = field(converter=_as_cases, hash=False)
    otherwise: Estimate = field(converter=_as_estimate)

    def __reduce__(self) -> Anew:
        return anew(self)

    @property
    def reads(self) -> tuple[str, ...]:
        """The name of the label that decides."""
        return (self.label,)


@frozen
class DerivedPrior:
    """A prior that is computed from what is known or assumed of other quantities.

    Args:
        function: Takes other quantities by argument name, each as its `Estimate`, or as the name of its choice if it
            has labels, and returns the pair of the 5th and the 95th percentile. For rows of a table the ends ``low``
            and ``high`` of an estimate are columns, so that it uses arithmetic alone; labels are always text.
        words: The formula, in words or symbols, for tables.
    """

    function: Callable[..., tuple[Any, Any]]
    words: str
    reads: tuple[str, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "reads", tuple(p.name for p in parameters_of(self.function)))


Prior: TypeAlias = Estimate | PriorBy | DerivedPrior
