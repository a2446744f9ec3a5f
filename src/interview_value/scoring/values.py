"""Values: which quantities the scorers and gates read, in which order, and what these are in one evaluation."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import repeat
from types import MappingProxyType
from typing import Any

from attrs import define, field, frozen

from ..errors import FieldError, InvalidInputError, nearest_name
from ..model.estimate import Estimate
from ..model.facts import Facts
from ..model.invitation import Invitation
from ..model.quantity import Belief, DerivedPrior, Quantity
from ..model.seeker import Seeker
from .criterion import CORE_QUANTITIES, Gate, Scorer
from .draws import SALT, column
from .ops import FLOATS

__all__ = ["NO_SALTS", "Plan", "ScorerValues", "mistakes_in_quantities", "values_for"]

NO_SALTS: Mapping[str, str] = MappingProxyType({})
"""For draws in their usual order."""


@frozen(slots=False)
class Plan:
    """The scorers and gates of an evaluator, and the quantities that they read; worked out once.

    Args:
        scorers: The scorers, sorted by name.
        gates: The gates, sorted by name.
        known: Every quantity that the evaluator knows, by name, also those that nothing reads.
    """

    scorers: tuple[Scorer[...], ...]
    gates: tuple[Gate[...], ...]
    known: Mapping[str, Quantity]
    quantities: Mapping[str, Quantity] = field(init=False)
    """The quantities that scorers and gates read, also through a derived prior, by name."""
    order: Mapping[str, None] = field(init=False, repr=False)
    """The names of the quantities that scorers read, each after those that its derived prior reads."""
    beliefs: tuple[str, ...] = field(init=False, repr=False)
    """The names of the beliefs that plugins bring, which an invitation or seeker takes for numbers and ranges."""

    def __attrs_post_init__(self) -> None:
        order = self._with_sources(name for scorer in self.scorers for name in scorer.reads)
        beliefs = tuple(name for name in order if self.known[name].belief and name not in CORE_QUANTITIES)
        read = {*order, *(name for gate in self.gates for name in gate.reads)}
        object.__setattr__(self, "order", order)
        object.__setattr__(self, "beliefs", beliefs)
        object.__setattr__(self, "quantities", {name: self.known[name] for name in sorted(read)})

    @cached_property
    def scorer(self) -> Mapping[str, Scorer[...]]:
        """The scorers by name."""
        return {scorer.name: scorer for scorer in self.scorers}

    def _with_sources(self, names: Iterable[str]) -> dict[str, None]:
        """Return the names, sorted, each once, with those that derived priors read before them."""
        ordered: dict[str, None] = {}
        for name in sorted(names):
            prior = self.known[name].prior
            if isinstance(prior, DerivedPrior):
                ordered |= self._with_sources(prior.reads)
            ordered[name] = None
        return ordered


@define(eq=False)
class ScorerValues:
    """What scorers and gates read in one evaluation.

    Args:
        invitation: What is known of the interview.
        seeker: The person.
        fixed: The arguments that are the same in every draw, by name; quantities in their units.
        columns: The draws of all other quantities, by name; read-only, because evaluations share them.
        priors: The prior taken for each quantity that nobody gave, by name; None if it is derived from others.
        failed: The exceptions of derived priors that could not be computed, by quantity, whose value is NaN.
    """

    invitation: Invitation
    seeker: Seeker
    fixed: dict[str, Any]
    columns: dict[str, list[Any]]
    priors: dict[str, Estimate | None]
    failed: dict[str, Exception] = field(factory=dict[str, Exception])

    def known(self, name: str) -> Estimate | None:
        """Return the estimate of a quantity that was given or read; the invitation counts more than the seeker."""
        return self.invitation.known.get(name) or self.seeker.known.get(name)

    def central(self, name: str) -> Any:
        """Return the central value of an argument: itself if it does not vary, else the mean of its draws."""
        if name not in self.columns:
            return self.fixed[name]
        draws = self.columns[name]
        if isinstance(draws[0], Belief):
            return Belief(*(math.fsum(side) / len(draws) for side in zip(*draws, strict=True)))
        return math.fsum(draws) / len(draws)

    def by_draw(self, names: Iterable[str]) -> list[Iterable[Any]]:
        """Return the values of each argument draw by draw; what does not vary is repeated without end."""
        return [self.columns[name] if name in self.columns else repeat(self.fixed[name]) for name in names]

    def derive(self, name: str, prior: DerivedPrior) -> None:
        """Set a quantity to what its derived prior gives; to NaN, kept with the reason in ``failed``, if that raises.

        Args:
            name: The quantity.
            prior: Its prior, whose sources have their values already.
        """
        self.failed.pop(name, None)
        try:
            if self.columns.keys().isdisjoint(prior.reads):
                self.fixed[name] = prior.function(*[self.fixed[source] for source in prior.reads])
            else:
                self.columns[name] = list(map(prior.function, *self.by_draw(prior.reads)))
        except Exception as error:  # noqa: BLE001 - a plugin's formula may raise anything; who does not read it goes on
            self.fixed[name], self.failed[name] = math.nan, error


def values_for(
    plan: Plan, invitation: Invitation, seeker: Seeker, draws: int, salts: Mapping[str, str] = NO_SALTS
) -> ScorerValues:
    """Return what the scorers and gates of a plan read.

    Args:
        plan: The scorers and gates.
        invitation: Its values count more than the seeker's, should both hold one of the same name.
        seeker: The person.
        draws: The number of draws, at least 1.
        salts: A salt for each quantity whose draws come in another order than usual, by name.

    Raises:
        InvalidInputError: A quantity without a field of its own is unknown to the plan, or out of bounds.
    """
    if invitation.quantities or seeker.quantities:
        _check(plan, invitation, seeker)
    fixed: dict[str, Any] = seeker.settled | invitation.settled
    for name in (*invitation.ranges, *plan.beliefs):
        fixed.pop(name, None)
    values = ScorerValues(invitation, seeker, fixed, {}, {})
    # What is settled is in place by now; what remains is uncertain or unknown.
    if not plan.order.keys() <= fixed.keys():
        for name in [name for name in plan.order if name not in fixed]:
            _set_unsettled(plan.known[name], values, draws, salts.get(name, SALT))
    fixed["ops"], fixed["invitation"], fixed["seeker"] = FLOATS, invitation, seeker
    return values


def _check(plan: Plan, *forms: Facts) -> None:
    mistakes = [mistake for facts in forms for mistake in mistakes_in_quantities(plan, facts)]
    if mistakes:
        raise InvalidInputError("set of quantities", mistakes)


def mistakes_in_quantities(plan: Plan, facts: Facts) -> Iterator[FieldError]:
    """Yield each value without a field of its own that is unknown to a plan or out of bounds.

    Args:
        plan: The scorers and gates.
        facts: An invitation or a seeker, whose name begins the paths.
    """
    for name, estimate in facts.quantities.items():
        try:
            plan.known[name].check(estimate, name)
        except KeyError:
            allowed = "a quantity that a scorer or gate of this evaluator brings"
            yield FieldError(f"{facts.what}.{name}", estimate.to_plain(), allowed, nearest_name(name, plan.known))
        except FieldError as mistake:
            yield mistake.within(facts.what)


def _set_unsettled(quantity: Quantity, values: ScorerValues, draws: int, salt: str) -> None:
    """Set a quantity that is uncertain or unknown, by what is known of it or else by its prior."""
    name = quantity.name
    estimate = values.known(name)
    if estimate is None:
        prior = quantity.prior_given(values.invitation)
        if isinstance(prior, DerivedPrior):
            values.priors[name] = None
            values.derive(name, prior)
            return
        values.priors[name] = estimate = prior
    if quantity.belief:
        values.fixed[name] = Belief.of(estimate)
    elif estimate.low == estimate.high:
        values.fixed[name] = estimate.low
    else:
        values.columns[name] = column(quantity, estimate.low, estimate.high, draws, salt)
