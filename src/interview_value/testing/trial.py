"""Trial: calls a scorer or gate as the library does, and searches for the smallest example that breaks a law."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Generator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from time import perf_counter
from typing import Any, TypeAlias, TypeVar

from attrs import define, field
from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky, Unsatisfiable
from hypothesis.strategies import SearchStrategy

from ..errors import ScorerError, short
from ..model.fields import evolved
from ..model.quantity import Quantity
from ..scoring.criterion import Gate, Scorer
from ..scoring.run import ask_gate
from ..scoring.scorers import BUILT_IN_SCORERS
from ..scoring.ternary import Ternary
from ..scoring.values import Plan, ScorerValues, hours_of, values_for
from .laws import Breach, Law
from .strategies import LANGUAGES, MOMENTS, TEXTS, Case, exact_cases, known_values, make_case, numbers

__all__ = ["Outcome", "Subject", "Trial", "close", "outcome_text", "show_case", "show_cases"]

E = TypeVar("E")

Outcome: TypeAlias = float | Ternary | ScorerError
"""The result of a call: hours, an answer, or the error."""

FACTS: SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"role": TEXTS, "organization": TEXTS, "location": TEXTS, "language": LANGUAGES, "starts": MOMENTS}
)
"""What may be looked up in the invitation itself."""

CONSTANTS: dict[str, Quantity] = {
    quantity.name: quantity for scorer in BUILT_IN_SCORERS for quantity in scorer.quantities
}
"""What the built-in scorers bring, on which the best hours of preparation rest."""

EVERY_CHECK: Any = list(HealthCheck)
"""An author's scorer may be slow, and the law may be checked within a test of Hypothesis."""


class OutOfTimeError(BaseException):
    """The calls of a law exceeded their time; not an `Exception`, so that it is not taken for a failure."""


class BrokenError(Exception):
    """Raised within a Hypothesis test when an example breaks the law."""


@define(eq=False)
class Subject:
    """A scorer or gate under test.

    Args:
        criterion: The scorer or gate.
        seconds: How long the calls of one law may take together; what is slow is called less often.
    """

    criterion: Scorer[...] | Gate[...]
    seconds: float
    plan: Plan = field(init=False)
    left: float = field(init=False)

    def __attrs_post_init__(self) -> None:
        scorers = (self.criterion,) if isinstance(self.criterion, Scorer) else ()
        gates = (self.criterion,) if isinstance(self.criterion, Gate) else ()
        self.plan = Plan(scorers, gates, {**CONSTANTS, **self.criterion.known})
        self.left = self.seconds

    @property
    def quantities(self) -> Mapping[str, Quantity]:
        """The quantities that it asks for, by name."""
        return {name: self.plan.known[name] for name in self.criterion.reads}

    def values(self, case: Case) -> ScorerValues:
        """Return the values that it is called with; every value and object is new."""
        invitation, seeker = case
        values = values_for(self.plan, copy.copy(invitation), copy.copy(seeker), 1)
        values.fixed = {name: _copied(value) for name, value in values.fixed.items()}
        return values

    def call(self, values: ScorerValues, around: AbstractContextManager[None] | None = None) -> Outcome:
        """Call it once.

        Args:
            values: What it is called with.
            around: Is entered for the call alone.

        Raises:
            OutOfTimeError: It has taken its time.
        """
        with self.counted():
            try:
                with around or nullcontext():
                    if isinstance(self.criterion, Gate):
                        return ask_gate(self.criterion, values)
                    hours = hours_of(self.criterion, values)
            except ScorerError as error:
                return error
            except SystemExit as error:
                return ScorerError(self.criterion.name, f"raised {short(error)}")
        assert isinstance(hours, float)
        return hours

    def call_on(self, case: Case) -> Outcome:
        """Call it once on a case."""
        return self.call(self.values(case))

    @contextmanager
    def counted(self) -> Generator[None]:
        """Count the time of a block, and raise `OutOfTimeError` at its end if none is left."""
        started = perf_counter()
        yield
        self.left -= perf_counter() - started
        if self.left < 0:
            raise OutOfTimeError

    def seconds_for(self, values: ScorerValues) -> float:
        """Return how many seconds one call takes, however long that is."""
        self.left = math.inf
        started = perf_counter()
        self.call(values)
        return perf_counter() - started


def _copied(value: Any) -> Any:
    """Return a new object of the same value, where floats are concerned."""
    return value * 1.0 if isinstance(value, float) else value


@define(eq=False)
class Trial:
    """A scorer or gate, and the effort of the search for a breach.

    Args:
        subject: The scorer or gate.
        examples: How many examples each law is tried on, at least 1.
        seed: Another seed draws other examples.
    """

    subject: Subject
    examples: int
    seed: int

    def cases(self, number: Callable[[Quantity], SearchStrategy[float]] = numbers) -> SearchStrategy[Case]:
        """Draw cases in which all that it asks for is known exactly."""
        return self.with_facts(exact_cases(self.subject.quantities.values(), number))

    def partly_known_cases(self) -> SearchStrategy[Case]:
        """Draw cases in which each quantity that it asks for is exact, a range, or unknown."""
        known = {name: known_values(quantity) for name, quantity in self.subject.quantities.items()}
        return self.with_facts(st.fixed_dictionaries({}, optional=known).map(make_case))

    def with_facts(self, drawn: SearchStrategy[Case]) -> SearchStrategy[Case]:
        """Add further facts to the cases, if it asks for the invitation or the seeker themselves."""
        if {"invitation", "seeker"}.isdisjoint(self.subject.criterion.arguments):
            return drawn
        return st.builds(_with_facts, drawn, FACTS)

    def search(
        self,
        law: Law,
        strategy: SearchStrategy[E],
        broken: Callable[[E], str | None],
        show: Callable[[E], dict[str, Any]],
        most: int = 1_000_000,
    ) -> Breach | None:
        """Look for the smallest example that breaks a law, in the same way on every run.

        Args:
            law: The law.
            strategy: What to draw examples from.
            broken: Says in words how an example breaks the law; None if it does not.
            show: Names the parts of an example, for the one who reads the failure.
            most: The most examples to try, where trying is costly.

        Returns:
            The breach with that example; None if none was found.
        """
        smallest: list[tuple[E, str]] = []

        def probe(example: Any) -> None:
            if words := broken(example):
                smallest[:] = [(example, words)]
                raise BrokenError

        once = settings(
            max_examples=min(self.examples, most),
            database=None,
            deadline=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=EVERY_CHECK,
            report_multiple_bugs=False,
            verbosity=Verbosity.quiet,
        )
        self.subject.left = self.subject.seconds
        # What a scorer that is not deterministic did once, and did not do again, has been seen all the same.
        with suppress(BrokenError, Flaky, Unsatisfiable, OutOfTimeError):
            seed(self.seed)(once(given(strategy)(probe)))()
        if not smallest:
            return None
        example, words = smallest[0]
        return Breach(law, words, show(example))


def _with_facts(case: Case, facts: Mapping[str, Any]) -> Case:
    invitation, seeker = case
    return evolved(invitation, **facts), seeker


def show_case(case: Case) -> dict[str, Any]:
    """Name the parts of a case."""
    return {"invitation": case[0], "seeker": case[1]}


def show_cases(cases: list[Case]) -> dict[str, Any]:
    """Name the parts of several cases, one a row."""
    return {"invitations": [case[0] for case in cases], "seekers": [case[1] for case in cases]}


def close(first: float, second: float) -> bool:
    """Tell whether two numbers of hours are the same but for rounding."""
    return math.isclose(first, second, rel_tol=1e-9, abs_tol=1e-9)


def outcome_text(outcome: Outcome) -> str:
    """Return the result of a call in words."""
    if isinstance(outcome, ScorerError):
        return outcome.reason
    if isinstance(outcome, Ternary):
        return "answered " + ("yes" if outcome.yes else "no" if outcome.no else "unknown")
    return f"returned {short(outcome)}"
