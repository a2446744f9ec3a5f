"""Evaluator: a choice of scorers, gates and weights, and the evaluations that it makes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from copy import copy
from functools import cache
from threading import Lock
from typing import Any

from attrs import evolve

from ..errors import FieldError, InvalidInputError, ScorerError, ScorersFailedError
from ..model.contradictions import contradictions
from ..model.invitation import Invitation
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..model.signatures import answering
from ..outcome.valuation import contradiction
from ..plugins.admission import Admission, mistakes_in_names
from ..plugins.calls import ask_for_factors, ask_for_notes
from ..plugins.catalogue import Plugin
from ..plugins.registry import Registry
from ..scoring.criterion import Gate, Scorer
from ..scoring.draws import DRAWS
from ..scoring.run import Run, run_plan
from ..scoring.values import Plan, mistakes_in_quantities
from .evaluation import Evaluation
from .reasoning import RunReasoning, contributions_of, finding_of
from .setup import Settings, Setup, check_weighted, mistakes_in_settings, signs_of

__all__ = ["Evaluator", "default_evaluator", "evaluate", "for_tables"]

ASKING_COST = 0.25
"""The cost of asking a question unless the caller says otherwise, hours (assumption)."""

SLOW_AFTER = 1.0
"""How long a scorer may take unless the caller says otherwise, seconds.

About a second is where a person's flow of thought breaks: J. Nielsen, Usability Engineering, 1993, chapter 5. That one
scorer may take as long is an assumption.
"""


class Evaluator:
    """A choice of scorers, gates and weights. May be used from many threads at once, and pickled for other processes.

    Scorers and plugins of a module are pickled by their names, so that the other process needs the module too; those of
    a script or notebook need ``cloudpickle``, which Spark, Dask and Ray use.

    Args:
        weights: Factors from 0 to 1,000,000 on the hours of scorers, by name; 1 where left out.
        block: Names of scorers, gates or plugins that are left out.
        allow: Names or packages of the only installed plugins that are imported and take part; all if left out.
        plugins: Scorers, gates, or modules and objects with hook implementations, for this evaluator alone.
        discover: Whether installed plugins take part.
        draws: The number of draws, 1 to 1,000,000.
        strict: Whether anything that fails raises, instead of being reported in the evaluation.
        asking_cost: The cost of asking a question, hours, ≥ 0; with ∞ no question and no way that asks is advised.
        slow_after: How long a scorer or gate may take before the evaluation names it, seconds, > 0; ∞ names none.

    Raises:
        InvalidInputError: Every argument that cannot be used.
        UnknownNameError: A weight or block names nothing that exists; the nearest name is offered.
        PluginError: One of ``plugins`` cannot be registered.
        NameClashError: One of ``plugins`` brings a name that is taken. Installed plugins that claim one name are
            listed as broken, all of them.
    """

    @answering
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
        settings = {"weights": weights, "draws": draws, "strict": strict, "discover": discover}
        settings |= {"asking_cost": asking_cost, "slow_after": slow_after}
        mistakes = [*mistakes_in_settings(settings), *mistakes_in_names("block", block)]
        mistakes += () if allow is None else mistakes_in_names("allow", allow)
        if isinstance(plugins, str) or not isinstance(plugins, Iterable):
            mistakes.append(FieldError("plugins", plugins, "a list of scorers, gates and plugins"))
        if mistakes:
            raise InvalidInputError("evaluator", mistakes)
        self._settings = Settings(weights, draws, strict, asking_cost, slow_after)
        self._lock = Lock()
        admission = Admission(frozenset(block), None if allow is None else frozenset(allow))
        self._registry = Registry(discover=discover, admission=admission)
        self._shares_registry = False  # with evaluators of other settings
        for plugin in plugins:
            self._registry.add(plugin)
        self._setup = Setup.of(self._registry, self._settings.weights)

    def __getstate__(self) -> dict[str, Any]:
        return {"_settings": self._settings, "_registry": self._registry}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._lock, self._shares_registry = Lock(), False
        self._setup = Setup.of(self._registry, self._settings.weights)

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
            if self._shares_registry:
                self._registry, self._shares_registry = copy(self._registry), False
            try:
                for plugin in plugins:
                    self._registry.add(plugin)
            finally:
                self._setup = Setup.of(self._registry, self._settings.weights)
        return self

    @answering
    def with_settings(
        self,
        *,
        weights: Mapping[str, float] | None = None,
        draws: int | None = None,
        strict: bool | None = None,
        asking_cost: float | None = None,
        slow_after: float | None = None,
    ) -> Evaluator:
        """Return an evaluator with the same plugins and other settings, such as the weights of one customer.

        It takes microseconds, because no plugin is looked for or imported again.

        Args:
            weights: Factors on the hours of some scorers, by name; the other weights stay.
            draws: The number of draws.
            strict: Whether anything that fails raises.
            asking_cost: The cost of asking a question, hours.
            slow_after: How long a scorer or gate may take before the evaluation names it, seconds.

        Returns:
            The other evaluator; what is left out is as in this one.

        Raises:
            InvalidInputError: Every setting that cannot be used.
            UnknownNameError: A weight names nothing that exists; the nearest name is offered.
        """
        settings = {"draws": draws, "strict": strict, "asking_cost": asking_cost, "slow_after": slow_after}
        changes = {name: value for name, value in settings.items() if value is not None}
        weights = {} if weights is None else weights
        if mistakes := list(mistakes_in_settings({"weights": weights, **changes})):
            raise InvalidInputError("set of settings", mistakes)
        check_weighted(weights, self._setup.weights, self._registry)
        return self._with(weights, **changes)

    def __repr__(self) -> str:
        blocked = {"block": sorted(self.block)} if self.block else {}
        settings = {"weights": dict(self.weights), **blocked, "draws": self.draws, "strict": self.strict}
        settings |= {"asking_cost": self.asking_cost, "slow_after": self.slow_after}
        counts = {"scorers": len(self.scorers), "gates": len(self.gates)}
        return f"<Evaluator: {', '.join(f'{name}={value!r}' for name, value in {**counts, **settings}.items())}>"

    @property
    def weights(self) -> Mapping[str, float]:
        """The weights that were given, by scorer; all others count once."""
        return self._settings.weights

    @property
    def block(self) -> frozenset[str]:
        """The names of scorers, gates and plugins that are left out, also by the environment."""
        return self._registry.blocked

    @property
    def draws(self) -> int:
        """The number of draws."""
        return self._settings.draws

    @property
    def strict(self) -> bool:
        """Whether anything that fails raises."""
        return self._settings.strict

    @property
    def asking_cost(self) -> float:
        """The cost of asking a question, hours; ∞ if no answer is worth asking for."""
        return self._settings.asking_cost

    @property
    def slow_after(self) -> float:
        """How long a scorer or gate may take before the evaluation names it, seconds."""
        return self._settings.slow_after

    @property
    def quantities(self) -> Mapping[str, Quantity]:
        """The quantities that the scorers and gates read, by name."""
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
        """All plugins, sorted by name, including those that do not take part, with the reason."""
        return self._setup.catalogue.plugins

    @property
    def readers(self) -> Mapping[str, Callable[..., Any]]:
        """The hooks of plugins that read further formats, by the name of the plugin."""
        return self._setup.catalogue.readers

    def evaluate(self, invitation: Invitation, seeker: Seeker | None = None) -> Evaluation:
        """Work out what an invitation is worth.

        Args:
            invitation: What is known of the interview.
            seeker: The person; left out, nothing is known of them.

        Returns:
            The evaluation: hours with 90 % ranges for each scorer and in total, the verdict, and the questions to ask.

        Raises:
            InvalidInputError: An argument is of another type, or holds a quantity that no scorer or gate knows.
            ScorersFailedError: Something failed, and the evaluator is strict.
        """
        seeker = _UNKNOWN_SEEKER if seeker is None else seeker
        if not isinstance(invitation, Invitation) or not isinstance(seeker, Seeker):
            mistakes = list(_mistakes_in_call(self._setup.plan, invitation, seeker))
            raise InvalidInputError("call of evaluate", mistakes)
        setup, settings = self._setup, self._settings
        run = run_plan(setup.plan, invitation, seeker, settings.draws)
        signs, failures = setup.signs, setup.broken
        findings = tuple([finding_of(gate, run) for gate in setup.plan.gates])
        remarks = (*invitation.notes, *seeker.notes, *contradictions(invitation))
        if clash := contradiction(findings):
            remarks = (*remarks, clash)
        if setup.catalogue.weights:
            weights, failed = ask_for_factors(setup.catalogue.weights, setup.weights, seeker)
            # A weight that was given to the evaluator counts more than what plugins make of it.
            weights.update({name: setup.weights[name] for name in settings.weights if name in weights})
            signs, failures = signs_of(setup.plan, weights), (*failures, *failed)
        if settings.notes and setup.catalogue.notes:
            more, failed = ask_for_notes(setup.catalogue.notes, invitation, seeker)
            remarks, failures = (*remarks, *more), (*failures, *failed)
        reasoning = RunReasoning(run)
        evaluation = Evaluation(
            invitation,
            seeker,
            contributions_of(run, signs, reasoning),
            findings,
            remarks,
            failures,
            settings.asking_cost,
            reasoning,
            settings.slow_after,
            run,
        )
        if settings.strict and not evaluation.complete:
            raise ScorersFailedError(_failures(evaluation, run))
        return evaluation

    def _with(self, weights: Mapping[str, float], **settings: Any) -> Evaluator:
        """Return an evaluator with other weights and settings that shares the plugins; none is looked for again."""
        variant = object.__new__(Evaluator)
        variant._registry, variant._lock = self._registry, Lock()
        variant._shares_registry = self._shares_registry = True
        variant._settings = evolve(self._settings, weights={**self._settings.weights, **weights}, **settings)
        variant._setup = self._setup.with_weights(variant._settings.weights)
        return variant


_UNKNOWN_SEEKER = Seeker()


@cache
def default_evaluator() -> Evaluator:
    """Return the evaluator behind `evaluate`: no weights, installed plugins included; made at the first call."""
    return Evaluator()


@answering
def evaluate(
    invitation: Invitation, seeker: Seeker | None = None, *, weights: Mapping[str, float] | None = None
) -> Evaluation:
    """Work out what an invitation is worth, with the installed scorers.

    Args:
        invitation: What is known of the interview.
        seeker: The person; left out, nothing is known of them.
        weights: Factors from 0 to 1,000,000 on the hours of scorers, by name; 1 where left out.

    Returns:
        The evaluation: hours with 90 % ranges for each scorer and in total, the verdict, and the questions to ask.

    Raises:
        InvalidInputError: An argument is of another type, or holds a quantity that no scorer or gate knows.
        UnknownNameError: A weight names nothing that exists; the nearest name is offered.
    """
    evaluator = default_evaluator()
    return (evaluator if weights is None else evaluator.with_settings(weights=weights)).evaluate(invitation, seeker)


def for_tables(evaluator: Evaluator, draws: int | None, weights: Mapping[str, float]) -> tuple[Evaluator, int]:
    """Return an evaluator for the rows of a table, and its number of draws.

    It has the same plugins, does not raise what fails, and does not ask plugins for notes.

    Args:
        evaluator: The evaluator whose plugins and settings count otherwise.
        draws: The number of draws, at least 1; None for that of the evaluator.
        weights: Other weights for some of the scorers, by name.
    """
    number = draws or evaluator.draws
    variant = evaluator._with(weights, draws=number, strict=False, notes=False)  # pyright: ignore[reportPrivateUsage]  # this module's
    return variant, number


def _failures(evaluation: Evaluation, run: Run) -> list[ScorerError]:
    """Return the failures as exceptions, those of scorers and gates with what they raised as their causes."""
    results = (*run.hours.values(), *run.answers.values())
    failed = [result for result in results if isinstance(result, ScorerError)]
    return [*failed, *(ScorerError("evaluator", reason) for reason in evaluation.failures)]


def _mistakes_in_call(plan: Plan, invitation: object, seeker: object) -> Iterator[FieldError]:
    if isinstance(invitation, Invitation):
        yield from mistakes_in_quantities(plan, invitation)
    else:
        yield FieldError("invitation", invitation, "an Invitation; Invitation.from_dict makes one of plain data")
    if isinstance(seeker, Seeker):
        yield from mistakes_in_quantities(plan, seeker)
    else:
        yield FieldError("seeker", seeker, "a Seeker; Seeker.from_dict makes one of plain data")
