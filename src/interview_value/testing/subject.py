"""Subject: a scorer or gate under test, called as the library calls it, and the time that its calls take."""

from __future__ import annotations

import copy
import math
from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from time import perf_counter
from typing import Any, TypeAlias

from attrs import define, field

from ..errors import ScorerError, short
from ..model.quantity import Belief, Quantity
from ..scoring.criterion import Gate, Scorer
from ..scoring.run import ask_gate, hours_of
from ..scoring.ternary import Ternary
from ..scoring.values import Plan, ScorerValues, values_for
from .strategies import Case

__all__ = ["OutOfTimeError", "Outcome", "Subject"]

Outcome: TypeAlias = float | Ternary | ScorerError
"""What a call comes to: hours, an answer, or why it is neither."""


class OutOfTimeError(BaseException):
    """The calls of one law took all the time there is; no `Exception`, so that nothing takes it for a failure."""


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
        self.plan = Plan(scorers, gates, self.criterion.readable)
        self.left = self.seconds

    @property
    def quantities(self) -> Mapping[str, Quantity]:
        """The quantities that it asks for, by name."""
        return {name: self.plan.known[name] for name in self.criterion.reads}

    def inputs(self, case: Case) -> ScorerValues:
        """Put together what it is called with; every value and object is new."""
        invitation, seeker = case
        given = values_for(self.plan, copy.copy(invitation), copy.copy(seeker), 1)
        given.fixed = {name: _new(value) for name, value in given.fixed.items()}
        return given

    def ask(self, given: ScorerValues, around: AbstractContextManager[None] | None = None) -> Outcome:
        """Call it once.

        Args:
            given: What it is called with.
            around: Is entered for the call alone.

        Raises:
            OutOfTimeError: It has taken its time.
        """
        with self.counted():
            try:
                with around or nullcontext():
                    return self._ask(given)
            except ScorerError as error:
                return error
            except SystemExit as error:
                return ScorerError(self.criterion.name, f"raised {short(error)}")

    @contextmanager
    def counted(self) -> Generator[None]:
        """Count the time of a block, and raise `OutOfTimeError` at its end if that was the last there is."""
        started = perf_counter()
        yield
        self.left -= perf_counter() - started
        if self.left < 0:
            raise OutOfTimeError

    def seconds_for(self, given: ScorerValues) -> float:
        """Return how long one call takes, however long that is."""
        self.left = math.inf
        started = perf_counter()
        self.ask(given)
        return perf_counter() - started

    def answer(self, case: Case) -> Outcome:
        """Call it once on a case."""
        return self.ask(self.inputs(case))

    def _ask(self, given: ScorerValues) -> Outcome:
        if isinstance(self.criterion, Gate):
            return ask_gate(self.criterion, given)
        hours = hours_of(self.criterion, given)
        assert isinstance(hours, float)
        return hours


def _new(value: Any) -> Any:
    """Return a new object of the same value, where floats and beliefs are concerned."""
    if isinstance(value, Belief):
        return Belief(value.mean * 1.0, value.sd * 1.0)
    return value * 1.0 if isinstance(value, float) else value
