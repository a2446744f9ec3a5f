"""Setup: the settings of an evaluator, and what it has ready before it evaluates anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from attrs import evolve, frozen

from ..errors import UnknownNameError
from ..plugins.catalogue import Catalogue
from ..plugins.registry import Registry
from ..scoring.criterion import SIGNS
from ..scoring.values import Plan

__all__ = ["Settings", "Setup", "signs_of"]


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

    weights: Mapping[str, float]
    draws: int
    strict: bool
    asking_cost: float
    slow_after: float
    notes: bool = True


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
        for name in weights:
            if name not in names and name not in registry.blocked:
                raise UnknownNameError("criterion", name, names)
        plan = Plan(catalogue.scorers, catalogue.gates, catalogue.quantities)
        broken = tuple(f"plugin {p.name!r}: {p.reason}" for p in catalogue.plugins if p.status == "broken")
        every = {name: float(weights.get(name, 1.0)) for name in names}
        return cls(catalogue, plan, every, signs_of(plan, every), broken)

    def with_weights(self, weights: Mapping[str, float]) -> Self:
        """Return a copy with other weights, by scorer; 1 where left out."""
        every = {name: float(weights.get(name, 1.0)) for name in self.weights}
        return evolve(self, weights=every, signs=signs_of(self.plan, every))


def signs_of(plan: Plan, weights: Mapping[str, float]) -> dict[str, float]:
    """Return the factor on each scorer's hours in the net value: its weight, negative for a cost."""
    return {scorer.name: SIGNS[scorer.kind] * weights[scorer.name] for scorer in plan.scorers}
