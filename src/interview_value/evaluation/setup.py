"""Setup: the settings of an evaluator, and what it has ready before it evaluates anything."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from numbers import Integral
from types import MappingProxyType
from typing import Any, Self

from attrs import asdict, evolve, field, frozen

from ..errors import FieldError, UnknownNameError
from ..model.numerals import as_number
from ..plugins.calls import mistakes_in_weights
from ..plugins.catalogue import Catalogue
from ..plugins.registry import Registry
from ..scoring.criterion import SIGNS
from ..scoring.draws import MAX_DRAWS
from ..scoring.hours import MAX_HOURS
from ..scoring.values import Plan

__all__ = ["Settings", "Setup", "check_weighted", "mistakes_in_settings", "signs_of"]


def _is_number_of_draws(draws: object) -> bool:
    return isinstance(draws, Integral) and not isinstance(draws, bool) and 1 <= int(draws) <= MAX_DRAWS


def _is_at_least_zero(hours: object) -> bool:
    number = as_number(hours)
    return number is not None and number >= 0


def _is_above_zero(seconds: object) -> bool:
    number = as_number(seconds)
    return number is not None and number > 0


def _is_yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


ALLOWED: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "draws": (_is_number_of_draws, f"a whole number from 1 to {MAX_DRAWS:,}"),
    "asking_cost": (_is_at_least_zero, "hours, ≥ 0, such as 0.25"),
    "slow_after": (_is_above_zero, "seconds, > 0, such as 1; ∞ for never"),
    "strict": (_is_yes_or_no, "True or False"),
    "discover": (_is_yes_or_no, "True or False"),
}
"""What each setting besides the weights can be: a check, and the words for it."""


def _read_only(weights: Mapping[str, float]) -> Mapping[str, float]:
    return MappingProxyType(dict(weights))


def _without_end(limit: float) -> float:
    return float(limit) if limit < MAX_HOURS else math.inf


@frozen
class Settings:
    """The settings of an evaluator besides its plugins.

    Args:
        weights: The weights that were given, by scorer.
        draws: The number of draws.
        strict: Whether anything that fails raises.
        asking_cost: The cost of asking a question, hours.
        slow_after: How long a scorer or gate may take before the evaluation names it, seconds.
        notes: Whether plugins are asked for notes.
    """

    weights: Mapping[str, float] = field(converter=_read_only)
    draws: int = field(converter=int)
    strict: bool
    asking_cost: float = field(converter=_without_end)
    slow_after: float = field(converter=_without_end)
    notes: bool = True

    def __getstate__(self) -> dict[str, Any]:
        return {**asdict(self, recurse=False), "weights": dict(self.weights)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(**state)  # type: ignore[misc]  # it makes the weights read-only again


def mistakes_in_settings(settings: Mapping[str, Any]) -> Iterator[FieldError]:
    """Yield each mistake in the weights and some other settings; the path of each is the name of the argument."""
    yield from mistakes_in_weights(settings["weights"])
    for name, (fits, allowed) in ALLOWED.items():
        if name in settings and not fits(settings[name]):
            yield FieldError(name, settings[name], allowed)


@frozen
class Setup:
    """What an evaluator works with until a plugin is registered; replaced as a whole, so that threads may share it.

    Args:
        catalogue: What the plugins bring.
        plan: Which scorer and gate reads what.
        weights: The weight of each scorer, by name.
        signs: The factor on the hours of each scorer in the net value, by name.
        broken: The plugins that cannot be used, each with the reason.
    """

    catalogue: Catalogue
    plan: Plan
    weights: Mapping[str, float]
    signs: Mapping[str, float]
    broken: tuple[str, ...]

    @classmethod
    def of(cls, registry: Registry, weights: Mapping[str, float]) -> Self:
        """Return the setup of all plugins of a registry.

        Raises:
            UnknownNameError: A weight names nothing that exists; the nearest name is offered.
        """
        catalogue = registry.catalogue()
        names = [scorer.name for scorer in catalogue.scorers]
        check_weighted(weights, names, registry)
        plan = Plan(catalogue.scorers, catalogue.gates, catalogue.quantities, catalogue.ways)
        broken = tuple(f"plugin {p.name!r}: {p.reason}" for p in catalogue.plugins if p.status == "broken")
        every = {name: float(weights.get(name, 1.0)) for name in names}
        return cls(catalogue, plan, every, signs_of(plan, every), broken)

    def with_weights(self, weights: Mapping[str, float]) -> Self:
        """Return a copy with other weights, by scorer; 1 where left out."""
        every = {name: float(weights.get(name, 1.0)) for name in self.weights}
        return evolve(self, weights=every, signs=signs_of(self.plan, every))


def check_weighted(weights: Iterable[str], names: Collection[str], registry: Registry) -> None:
    """Raise an `UnknownNameError` for a weight that names nothing that exists; what is blocked may have one.

    Args:
        weights: The names that have a weight.
        names: The names of the scorers.
        registry: The registry of their plugins.
    """
    unknown = [name for name in weights if name not in names and name not in registry.blocked]
    if unknown:
        raise UnknownNameError("criterion", unknown[0], names, unknown[1:])


def signs_of(plan: Plan, weights: Mapping[str, float]) -> dict[str, float]:
    """Return the factor on each scorer's hours in the net value: its weight, negative for a cost."""
    return {scorer.name: SIGNS[scorer.kind] * weights[scorer.name] for scorer in plan.scorers}
