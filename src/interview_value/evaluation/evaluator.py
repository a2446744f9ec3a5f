"""Evaluator: a choice of scorers, gates and weights, and the evaluations that it makes."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from threading import Lock
from typing import Any

from attrs import evolve, frozen

from ..errors import FieldError, InvalidInputError, ScorerError, ScorersFailedError, UnknownNameError
from ..model.guards import is_number
from ..model.invitation import Invitation
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..plugins.admission import Admission, mistakes_in_names
from ..plugins.calls import factors, mistakes_in_weights, notes
from ..plugins.catalogue import Catalogue, Plugin
from ..plugins.registry import Registry
from ..scoring.criterion import SIGNS, Gate, Scorer
from ..scoring.draws import DRAWS, MAX_DRAWS
from ..scoring.plan import Plan
from ..scoring.run import MAX_HOURS, Run, run
from .evaluation import Evaluation
from .reasoning import RunReasoning, contributions_of, finding_of

__all__ = ["Evaluator", "default_evaluator", "evaluate", "for_tables", "reweighed"]

ASKING_COST = 0.25
"""What it costs to ask a question unless the caller says otherwise, hours: assumption."""

SLOW_AFTER = 1.0
"""How long a scorer may take unless the caller says otherwise, seconds.

About a second is where a person's flow of thought breaks: J. Nielsen, Usability Engineering, 1993, chapter 5. That one
scorer may take as long is an assumption.
"""


@frozen
class _Setup:
    """What an evaluator works with until somebody registers something; replaced as a whole, never changed."""

    catalogue: Catalogue
    plan: Plan
    weights: Mapping[str, float]
    signs: Mapping[str, float]
    broken: tuple[str, ...]


class Evaluator:
    """A choice of scorers, gates and weights. May be used from many threads at once, and pickled for other processes.

    What a module has is pickled by its name, so that the module is needed there, too; what a script or notebook has
    needs ``cloudpickle``, with which Spark, Dask and Ray send it.

    Args:
        weights: Factor from 0 to 1,000,000 on the hours of each scorer, by name; 1 where left out.
        block: Names of scorers, gates or plugins that are left out.
        allow: The only installed plugins that take part or are even imported, by name or package; all if left out.
        plugins: Scorers, gates, or modules and objects with hook implementations, for this evaluator alone.
        discover: Whether installed plugins take part.
        draws: The number of draws, 1 to 1,000,000.
        strict: Whether anything that fails raises, instead of being reported in the evaluation.
        asking_cost: What it costs to ask a question, hours, ≥ 0; ∞ never asks. A quarter of an hour is an assumption.
        slow_after: How long a scorer or gate may take before the evaluation names it, seconds, > 0; ∞ names none.

    Raises:
        InvalidInputError: Every argument that cannot be used.
        UnknownNameError: A weight or block names nothing that exists; the nearest name is offered.
        PluginError: One of ``plugins`` cannot be registered.
        NameClashError: One of ``plugins`` brings a name that is taken. Installed plugins that claim one name are
            listed as broken, all of them.
    """

    def __init__(
        self,
        *,
        weights: Mapping[str, float] | None = None,
        block: Collection[str] = (),
        allow: Collection[str] | None = None,
        plugins: Iterable[object] = (),
        discover: bool = True,
        draws: int = DRAWS,
        strict: bool = False,
        asking_cost: float = ASKING_COST,
        slow_after: float = SLOW_AFTER,
    ) -> None:
        weights = {} if weights is None else weights
        mistakes = [*mistakes_in_weights(weights), *mistakes_in_names("block", block)]
        mistakes += () if allow is None else mistakes_in_names("allow", allow)
        if isinstance(plugins, str) or not isinstance(plugins, Iterable):
            mistakes.append(FieldError("plugins", plugins, "a list of scorers, gates and plugins"))
        if isinstance(draws, bool) or not isinstance(draws, int) or not 1 <= draws <= MAX_DRAWS:
            mistakes.append(FieldError("draws", draws, f"a whole number from 1 to {MAX_DRAWS:,}"))
        if not is_number(asking_cost) or not asking_cost >= 0:
            mistakes.append(FieldError("asking_cost", asking_cost, "hours, ≥ 0"))
        if not is_number(slow_after) or not slow_after > 0:
            mistakes.append(FieldError("slow_after", slow_after, "seconds, > 0"))
        if mistakes:
            raise InvalidInputError("evaluator", mistakes)
        self._slow_after = slow_after
        self._asking_cost = float(asking_cost) if asking_cost < MAX_HOURS else math.inf
        self._weights = dict(weights)
        self._draws = draws
        self._strict = strict
        self._lock = Lock()
        admission = Admission(frozenset(block), None if allow is None else frozenset(allow))
        self._registry = Registry(discover=discover, admission=admission)
        for plugin in plugins:
            self._registry.add(plugin)
        self._setup = self._set_up()

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name not in ("_lock", "_setup")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._lock = Lock()
        self._setup = self._set_up()

    def register(self, *plugins: object) -> Evaluator:
        """Add scorers, gates or plugins to this evaluator alone.

        Args:
            *plugins: Scorers, gates, or modules and objects with hook implementations.

        Returns:
            The evaluator itself.

        Raises:
            PluginError: One cannot be registered; it is taken out again, those before it stay.
            NameClashError: One brings a name that is taken.
        """
        with self._lock:
            try:
                for plugin in plugins:
                    self._registry.add(plugin)
            finally:
                self._setup = self._set_up()
        return self

    @property
    def quantities(self) -> Mapping[str, Quantity]:
        """All that the scorers and gates read, by name."""
        return self._setup.plan.quantities

    @property
    def scorers(self) -> tuple[Scorer[...], ...]:
        """The scorers, sorted by name."""
        return self._setup.plan.scorers

    @property
    def gates(self) -> tuple[Gate[...], ...]:
        """The gates, sorted by name."""
        return self._setup.plan.gates

    @property
    def plugins(self) -> tuple[Plugin, ...]:
        """The listing of plugins, sorted by name, with those that do not take part and why."""
        return self._setup.catalogue.plugins

    @property
    def readers(self) -> Mapping[str, Callable[..., Any]]:
        """The hooks of plugins that read further formats, by the plugin's name."""
        return self._setup.catalogue.readers

    def evaluate(self, invitation: Invitation, seeker: Seeker | None = None) -> Evaluation:
        """Work out what an invitation is worth.

        Args:
            invitation: What is known of the interview.
            seeker: The person; left out, nothing is known of them.

        Returns:
            The evaluation: hours with their 90 % ranges, of each scorer and in all, the verdict, and what to ask first.

        Raises:
            InvalidInputError: One of them is of another type, or holds a quantity that nothing here knows.
            ScorersFailedError: Something failed, and the evaluator is strict.
        """
        seeker = _NOBODY_KNOWN if seeker is None else seeker
        if not isinstance(invitation, Invitation) or not isinstance(seeker, Seeker):
            raise InvalidInputError("call of evaluate", list(_mistakes_in_call(invitation, seeker)))
        setup = self._setup
        done = run(setup.plan, invitation, seeker, self._draws)
        signs, failures, noted = setup.signs, setup.broken, invitation.notes + seeker.notes
        if setup.catalogue.weights:
            weights, failed = self._policy(setup, seeker)
            signs, failures = _signed(setup.plan, weights), (*failures, *failed)
        if setup.catalogue.notes:
            said, failed = notes(setup.catalogue.notes, invitation, seeker)
            noted, failures = (*noted, *said), (*failures, *failed)
        reasoning = RunReasoning(done)
        evaluation = Evaluation(
            invitation,
            seeker,
            contributions_of(done, signs, reasoning),
            tuple([finding_of(gate, done) for gate in setup.plan.gates]),
            noted,
            failures,
            self._asking_cost,
            reasoning,
            self._slow_after,
            done,
        )
        if self._strict and not evaluation.complete:
            raise ScorersFailedError(_failures(evaluation, done))
        return evaluation

    def _set_up(self) -> _Setup:
        catalogue = self._registry.catalogue()
        names = [scorer.name for scorer in catalogue.scorers]
        for name in self._weights:
            if name not in names and name not in self._registry.blocked:
                raise UnknownNameError("criterion", name, names)
        plan = Plan(catalogue.scorers, catalogue.gates, catalogue.quantities)
        weights = {name: float(self._weights.get(name, 1.0)) for name in names}
        return _Setup(
            catalogue,
            plan,
            weights,
            _signed(plan, weights),
            tuple(f"plugin {p.name!r}: {p.reason}" for p in catalogue.plugins if p.status == "broken"),
        )

    def _policy(self, setup: _Setup, seeker: Seeker) -> tuple[dict[str, float], list[str]]:
        """Return the weights with the factors of plugins; one that was given explicitly wins."""
        weights, failures = factors(setup.catalogue.weights, setup.weights, seeker)
        return {**weights, **{name: setup.weights[name] for name in self._weights if name in weights}}, failures


_NOBODY_KNOWN = Seeker()


@cache
def default_evaluator() -> Evaluator:
    """Return the evaluator behind `evaluate`: no weights, installed plugins included; made at the first call."""
    return Evaluator()


def evaluate(invitation: Invitation, seeker: Seeker | None = None) -> Evaluation:
    """Work out what an invitation is worth, with the installed scorers and no weights.

    Args:
        invitation: What is known of the interview.
        seeker: The person; left out, nothing is known of them.

    Returns:
        The evaluation: hours with their 90 % ranges, of each scorer and in all, the verdict, and what to ask first.

    Raises:
        InvalidInputError: One of them is of another type, or holds a quantity that nothing here knows.
    """
    return default_evaluator().evaluate(invitation, seeker)


def reweighed(evaluator: Evaluator, weights: Mapping[str, float]) -> Evaluator:
    """Return a copy with other factors for some of its scorers, and its own for the rest."""
    changed: Any = Evaluator.__new__(Evaluator)
    changed.__dict__.update(evaluator.__dict__)
    setup: _Setup = changed._setup
    changed._weights = {**changed._weights, **weights}
    factors = {name: float(changed._weights.get(name, 1.0)) for name in setup.weights}
    changed._setup = evolve(setup, weights=factors, signs=_signed(setup.plan, factors))
    return changed  # type: ignore[no-any-return]


def for_tables(evaluator: Evaluator, draws: int | None, weights: Mapping[str, float]) -> tuple[Evaluator, int]:
    """Return a copy with other draws and weights, which never raises for what fails nor asks for notes; its draws."""
    changed: Any = reweighed(evaluator, weights)
    changed._strict, changed._draws = False, draws or changed._draws
    changed._setup = evolve(changed._setup, catalogue=evolve(changed._setup.catalogue, notes={}))
    return changed, changed._draws


def _signed(plan: Plan, weights: Mapping[str, float]) -> dict[str, float]:
    """Return the factor on each scorer's hours in the net value: its weight, negative for a cost."""
    return {s.name: SIGNS[s.kind] * weights[s.name] for s in plan.scorers}


def _failures(evaluation: Evaluation, done: Run) -> list[ScorerError]:
    """Return what failed as exceptions, with the original ones as their causes."""
    outcomes = (*done.hours.values(), *done.answers.values())
    failed = [outcome for outcome in outcomes if isinstance(outcome, ScorerError)]
    return [*failed, *(ScorerError("evaluator", reason) for reason in evaluation.failures)]


def _mistakes_in_call(invitation: object, seeker: object) -> Iterator[FieldError]:
    if not isinstance(invitation, Invitation):
        yield FieldError("invitation", invitation, "an Invitation; Invitation.from_dict makes one of plain data")
    if not isinstance(seeker, Seeker):
        yield FieldError("seeker", seeker, "a Seeker; Seeker.from_dict makes one of plain data")
