"""Plan: which scorer reads what, worked out once for an evaluator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import field, frozen

from ..model.quantity import DerivedPrior, Quantity
from .criterion import CORE_QUANTITIES, Gate, Scorer

__all__ = ["Plan"]


@frozen(slots=False)
class Plan:
    """Scorers and gates in their fixed order, and the quantities behind them.

    Args:
        scorers: The scorers, sorted by name.
        gates: The gates, sorted by name.
        known: Every quantity that has a name here, by name, also those that nothing reads.
    """

    scorers: tuple[Scorer[...], ...]
    gates: tuple[Gate[...], ...]
    known: Mapping[str, Quantity]
    quantities: Mapping[str, Quantity] = field(init=False)
    """All that the scorers and gates read, also through a derived prior, by name."""
    order: Mapping[str, None] = field(init=False, repr=False)
    """The quantities that the scorers read, directly or through a derived prior, each after its sources."""
    beliefs: tuple[str, ...] = field(init=False, repr=False)
    """The names of those beliefs that plugins bring; an invitation or seeker does not know that they are beliefs."""

    def __attrs_post_init__(self) -> None:
        ordered = self._with_sources(name for scorer in self.scorers for name in scorer.reads)
        read = {*ordered, *(name for gate in self.gates for name in gate.reads)}
        object.__setattr__(self, "order", ordered)
        object.__setattr__(
            self, "beliefs", tuple(name for name in ordered if self.known[name].belief and name not in CORE_QUANTITIES)
        )
        object.__setattr__(self, "quantities", {name: self.known[name] for name in sorted(read)})

    @cached_property
    def scorer(self) -> Mapping[str, Scorer[...]]:
        """The scorers by name."""
        return {scorer.name: scorer for scorer in self.scorers}

    def _with_sources(self, names: Iterable[str]) -> dict[str, None]:
        """Return the names with the sources of derived priors before them, each once, in a fixed order."""
        ordered: dict[str, None] = {}
        for name in sorted(names):
            prior = self.known[name].prior
            if isinstance(prior, DerivedPrior):
                ordered |= self._with_sources(prior.reads)
            ordered[name] = None
        return ordered
