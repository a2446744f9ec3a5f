"""Values: which quantities the scorers and gates read, and what these are in one evaluation."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import repeat
from typing import Any

from attrs import define, field, frozen

from ..errors import FieldError, InvalidInputError, ScorerError, cause, nearest_name, short
from ..model.choice import UNKNOWN
from ..model.estimate import Estimate
from ..model.facts import Facts
from ..model.fields import evolved
from ..model.invitation import Invitation
from ..model.numerals import as_number
from ..model.prior import DerivedPrior, PriorBy
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from .criterion import Gate, Scorer
from .draws import SALT, column
from .hours import MAX_HOURS, Hours
from .ops import FLOATS
from .way import Way

__all__ = ["NO_SALTS", "Plan", "ScorerValues", "hours_of", "mistakes_in_quantities", "read_by_prior", "values_for"]

NO_SALTS: Mapping[str, str] = {}
"""For draws in their usual order."""


def read_by_prior(quantity: Quantity) -> tuple[str, ...]:
    """Return the names of the labels and quantities that the prior of a quantity depends on."""
    return quantity.prior.reads if isinstance(quantity.prior, (PriorBy, DerivedPrior)) else ()


@frozen(slots=False)
class Plan:
    """The scorers and gates of an evaluator, and the quantities that they read; worked out once.

    Args:
        scorers: The scorers, sorted by name.
        gates: The gates, sorted by name.
        known: Every quantity that the evaluator knows, by name, also those that nothing reads, and labels.
        ways: The ways of going that plugins add.
    """

    scorers: tuple[Scorer[...], ...]
    gates: tuple[Gate[...], ...]
    known: Mapping[str, Quantity]
    ways: tuple[Way, ...] = ()
    quantities: Mapping[str, Quantity] = field(init=False)
    """The quantities and labels that scorers and gates read, also through a prior, by name."""
    order: tuple[str, ...] = field(init=False, repr=False)
    """The names of the quantities that scorers read, sorted."""

    def __attrs_post_init__(self) -> None:
        order = sorted({name for scorer in self.scorers for name in scorer.reads})
        read = {*order, *(name for gate in self.gates for name in gate.reads)}
        read |= {source for name in read for source in read_by_prior(self.known[name])}
        read |= {"hinge"} if "would_accept" in read else set()  # it is read by ways alone
        object.__setattr__(self, "order", tuple(order))
        object.__setattr__(self, "quantities", {name: self.known[name] for name in sorted(read)})

    @cached_property
    def scorer(self) -> Mapping[str, Scorer[...]]:
        """The scorers by name."""
        return {scorer.name: scorer for scorer in self.scorers}

    @cached_property
    def assumed_by(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the quantities whose prior reads a label or quantity, by its name, if there are any."""
        readers: dict[str, list[str]] = {}
        for name in sorted(self.known):
            for source in read_by_prior(self.known[name]):
                readers.setdefault(source, []).append(name)
        return {source: tuple(names) for source, names in readers.items()}


@define(eq=False)
class ScorerValues:
    """What scorers and gates read in one evaluation.

    Args:
        plan: The scorers and gates.
        invitation: What is known of the interview.
        seeker: The person.
        draws: The number of draws.
        salts: A salt for each quantity whose draws come in another order than usual, by name.
        fixed: The arguments that are the same in every draw, by name; quantities in their units.
        columns: The draws of all other quantities, by name; read-only, because evaluations share them.
        priors: The estimate that was assumed for each quantity that nobody gave, by name.
        failed: The exceptions of derived priors that could not be computed, by quantity, whose value is NaN.
        held: What is held for once, by name: an estimate, or the name of a choice of a label.
    """

    plan: Plan
    invitation: Invitation
    seeker: Seeker
    draws: int
    salts: Mapping[str, str]
    fixed: dict[str, Any]
    columns: dict[str, list[float]]
    priors: dict[str, Estimate]
    failed: dict[str, Exception] = field(factory=dict[str, Exception])
    held: dict[str, Estimate | str] = field(factory=dict[str, "Estimate | str"])

    def known(self, name: str) -> Estimate | None:
        """Return the estimate of a quantity that was given or read; the invitation counts more than the seeker."""
        return self.invitation.known.get(name) or self.seeker.known.get(name)

    def label(self, name: str) -> str:
        """Return the name of the choice of a label, or ``"unknown"``; the invitation counts more than the seeker."""
        held = self.held.get(name)
        if isinstance(held, str):
            return held
        choice = self.invitation.label(name)
        return self.seeker.label(name) if choice == UNKNOWN else choice

    def argument(self, name: str) -> Any:
        """Return what a prior may read: the name of a choice, or what is held, known or assumed of a quantity."""
        quantity = self.plan.known[name]
        if quantity.is_label:
            return self.label(name)
        return self.held.get(name) or self.known(name) or quantity.assumed(self)

    def central(self, name: str) -> float:
        """Return the central value of an argument: itself if it does not vary, else the mean of its draws."""
        if name not in self.columns:
            return self.fixed[name]  # type: ignore[no-any-return]  # `ops` and facts are given through as they are
        return math.fsum(self.columns[name]) / len(self.columns[name])

    def by_draw(self, names: Iterable[str]) -> list[Iterable[Any]]:
        """Return the values of each argument draw by draw; what does not vary is repeated without end."""
        return [self.columns[name] if name in self.columns else repeat(self.fixed[name]) for name in names]

    def holding(self, name: str, value: float) -> ScorerValues:
        """Return what is read if one quantity has a value; what is assumed because of it is assumed anew.

        Args:
            name: The quantity.
            value: Its value, in its unit.
        """
        changed = self._copy()
        changed.hold(name, value)
        return changed

    def hold(self, name: str, value: float) -> None:
        """Let one quantity have a value from now on; what is assumed because of it is assumed anew.

        Args:
            name: The quantity.
            value: Its value, in its unit.
        """
        self.columns.pop(name, None)
        self.failed.pop(name, None)
        self.fixed[name] = value
        self.held[name] = Estimate(value)
        self._assume_anew(name)

    def first_draws(self, draws: int) -> ScorerValues:
        """Return the same with the first of the draws alone."""
        made = self._copy()
        made.draws = draws
        made.columns = {name: column[:draws] for name, column in self.columns.items()}
        return made

    def labelled(self, name: str, choice: str) -> ScorerValues:
        """Return what is read if somebody had made a choice of a label, whose priors are then assumed anew."""
        changed = self._copy()
        changed.held[name] = choice
        changed._assume_anew(name)
        return changed

    def reads(self, *names: str) -> bool:
        """Tell whether these quantities are among what was read."""
        return all(name in self.fixed or name in self.columns for name in names)

    def map(self, function: Callable[..., float], *names: str) -> float | list[float]:
        """Return what a function makes of some quantities: one number if none of them varies, else one a draw."""
        if self.columns.keys().isdisjoint(names):
            return function(*[self.fixed[name] for name in names])
        return list(map(function, *self.by_draw(names)))

    def replaced(self, others: Mapping[str, float | list[float]]) -> ScorerValues:
        """Return what is read if some quantities had other values, draw by draw; nothing else follows them."""
        made = self._copy()
        for name, value in others.items():
            made.fixed.pop(name, None)
            made.columns.pop(name, None)
            if isinstance(value, list):
                made.columns[name] = value
            else:
                made.fixed[name] = value
        return made

    def depending_on(self, name: str) -> set[str]:
        """Return the names of what changes with a label or quantity: itself, and what is assumed because of it."""
        names = {name}
        for other in self.plan.assumed_by.get(name, ()):
            if other in self.priors and other not in names:
                names |= self.depending_on(other)
        return names

    def same(self, other: ScorerValues, name: str) -> bool:
        """Tell whether an argument has the same values in both."""
        if name in self.columns:
            return self.columns[name] is other.columns.get(name)
        return name not in other.columns and self.fixed[name] is other.fixed.get(name)

    def _copy(self) -> ScorerValues:
        # The constructor itself, because `evolve` takes several times as long.
        return ScorerValues(
            self.plan, self.invitation, self.seeker, self.draws, self.salts,
            {**self.fixed}, {**self.columns}, {**self.priors}, {**self.failed}, {**self.held},
        )  # fmt: skip

    def _assume_anew(self, source: str) -> None:
        """Assume again what depends on a label or quantity: first what depends on it, then what depends on that."""
        for name in self.plan.assumed_by.get(source, ()):
            if name in self.priors and name not in self.held:
                self.settle(name)
                self._assume_anew(name)

    def settle(self, name: str) -> None:
        """Set a quantity that is uncertain or unknown: by what is known of it, or else by what is assumed."""
        for held in (self.fixed, self.columns, self.failed):
            held.pop(name, None)
        quantity, estimate = self.plan.known[name], self.known(name)
        if estimate is None:
            try:
                self.priors[name] = estimate = quantity.assumed(self)
            except Exception as error:  # noqa: BLE001 - a plugin's formula may raise anything; who does not read it goes on
                self.priors[name] = Estimate(quantity.bounds.low)
                self.fixed[name], self.failed[name] = math.nan, error
                return
        if estimate.low == estimate.high:
            self.fixed[name] = estimate.low
        else:
            salt = self.salts.get(name, SALT)
            self.columns[name] = column(quantity, estimate.low, estimate.high, self.draws, salt)


def values_for(
    plan: Plan, invitation: Invitation, seeker: Seeker, draws: int, salts: Mapping[str, str] = NO_SALTS
) -> ScorerValues:
    """Return what the scorers and gates of a plan read, all but the preparation, which is decided.

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
        mistakes = [m for facts in (invitation, seeker) for m in mistakes_in_quantities(plan, facts)]
        if mistakes:
            raise InvalidInputError("set of quantities", mistakes)
        invitation, seeker = _with_choices(plan, invitation), _with_choices(plan, seeker)
    fixed: dict[str, Any] = seeker.settled | invitation.settled
    for name in invitation.ranges:
        fixed.pop(name, None)
    values = ScorerValues(plan, invitation, seeker, draws, salts, fixed, {}, {})
    for name in plan.order:
        if name not in fixed:
            values.settle(name)
    fixed["ops"], fixed["invitation"], fixed["seeker"] = FLOATS, invitation, seeker
    return values


def mistakes_in_quantities(plan: Plan, facts: Facts) -> Iterator[FieldError]:
    """Yield each value without a field of its own that is unknown to a plan or out of bounds.

    Args:
        plan: The scorers and gates.
        facts: An invitation or a seeker, whose name begins the paths.
    """
    for name, value in facts.quantities.items():
        quantity = plan.known.get(name)
        if quantity is None:
            plain = value if isinstance(value, str) else value.to_plain()
            allowed = "a quantity that a scorer or gate of this evaluator brings"
            yield FieldError(f"{facts.what}.{name}", plain, allowed, nearest_name(name, plan.known))
            continue
        try:
            if isinstance(value, Estimate) and not quantity.is_label:
                quantity.check(value, name)  # the rule, and the hot path
            else:
                quantity.chosen(value) if quantity.is_label else quantity.estimate(value)
        except FieldError as mistake:
            yield mistake.within(facts.what)


def _with_choices(plan: Plan, facts: Any) -> Any:
    """Return facts in which choices of quantities without a field of their own are estimates, and labels are names."""
    texts = {name: value for name, value in facts.quantities.items() if isinstance(value, str)}
    if not texts:
        return facts
    known = {name: plan.known[name] for name in texts}
    read = {name: q.chosen(texts[name]) if q.is_label else q.estimate(texts[name]) for name, q in known.items()}
    return evolved(facts, quantities={**facts.quantities, **read})


def hours_of(scorer: Scorer[...], values: ScorerValues) -> Hours:
    """Call a scorer: once if nothing that it reads varies, else once a draw.

    Raises:
        ScorerError: It raised, returned what is not a finite number, or reads what could not be derived.
    """
    for name in scorer.reads if values.failed else ():
        if error := values.failed.get(name):
            raise ScorerError(scorer.name, f"the prior of {name} raised {cause(error)}") from error
    columns = values.columns
    try:
        if not columns or columns.keys().isdisjoint(scorer.reads):
            hours = scorer.function(*scorer.pick(values.fixed))
            # The built-in float is checked first because it is the rule, and this is the hot path.
            if hours.__class__ is float and -MAX_HOURS <= hours <= MAX_HOURS:
                return hours
            return _checked_hours(scorer, hours)
        by_draw = tuple(map(scorer.function, *values.by_draw(scorer.arguments)))
    except ScorerError:
        raise
    except Exception as error:
        raise ScorerError(scorer.name, f"raised {cause(error)}") from error
    if set(map(type, by_draw)) == {float} and sum(map(abs, by_draw)) <= MAX_HOURS:
        return by_draw
    return tuple([_checked_hours(scorer, hours) for hours in by_draw])


def _checked_hours(scorer: Scorer[...], hours: object) -> float:
    """Return what a scorer returned as a float; raise a `ScorerError` if it is no possible number of hours."""
    number = as_number(hours)
    if number is None:
        raise ScorerError(scorer.name, f"returned {short(hours)}, which is no number of hours")
    if not -MAX_HOURS <= number <= MAX_HOURS:
        raise ScorerError(scorer.name, f"returned {short(hours)}, which is beyond {MAX_HOURS:g} hours either way")
    return number
