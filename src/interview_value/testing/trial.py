"""Trial: one scorer or gate before the laws, what it is tried on, and what comes of it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeVar

from attrs import define
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..errors import ScorerError, short
from ..model.invitation import Invitation
from ..model.quantity import Quantity
from ..scoring.ternary import Ternary
from .breach import Breach
from .law import Law
from .search import Effort, smallest
from .strategies import MOMENTS, REMOTE, STAGES, TEXTS, Case, exact_cases, make_case, numbers
from .subject import Outcome, Subject

__all__ = ["Trial", "close", "in_words", "show_case", "show_cases"]

E = TypeVar("E")

FACTS: SearchStrategy[Invitation] = st.builds(
    Invitation, role=TEXTS, organization=TEXTS, location=TEXTS, stage=STAGES, remote=REMOTE, starts=MOMENTS
)
"""What a scorer may look up in the invitation itself."""


@define(eq=False)
class Trial:
    """One scorer or gate before the laws.

    Args:
        subject: The scorer or gate.
        effort: How hard to look for what breaks a law.
    """

    subject: Subject
    effort: Effort

    def cases(self, number: Callable[[Quantity], SearchStrategy[float]] = numbers) -> SearchStrategy[Case]:
        """Draw cases in which all that it asks for is known exactly."""
        return self.with_facts(exact_cases(self.subject.quantities.values(), number))

    def with_facts(self, drawn: SearchStrategy[Case]) -> SearchStrategy[Case]:
        """Add further facts to the cases, if it asks for the invitation or the seeker themselves."""
        if {"invitation", "seeker"}.isdisjoint(self.subject.criterion.arguments):
            return drawn
        return st.builds(_together, drawn, FACTS)

    def look(
        self,
        law: Law,
        strategy: SearchStrategy[E],
        broken: Callable[[E], str | None],
        show: Callable[[E], dict[str, Any]],
        most: int = 1_000_000,
    ) -> Breach | None:
        """Look for what breaks a law.

        Args:
            law: The law.
            strategy: What to draw examples from.
            broken: Says in words how an example breaks the law; None if it does not.
            show: Names the parts of an example, for the one who reads the failure.
            most: The most examples to try, where trying is costly.
        """
        self.subject.left = self.subject.seconds
        effort = Effort(min(self.effort.examples, most), self.effort.seed)
        found = smallest(effort, strategy, broken)
        return Breach(law, found[1], show(found[0])) if found else None


def _together(case: Case, facts: Invitation) -> Case:
    ours, theirs = case
    return make_case({**ours.known, **theirs.known}, facts)


def show_case(case: Case) -> dict[str, Any]:
    """Name the parts of a case."""
    return {"invitation": case[0], "seeker": case[1]}


def show_cases(cases: list[Case]) -> dict[str, Any]:
    """Name the parts of several cases, one a row."""
    return {"invitations": [case[0] for case in cases], "seekers": [case[1] for case in cases]}


def close(first: float, second: float) -> bool:
    """Tell whether two numbers of hours are the same but for rounding."""
    return math.isclose(first, second, rel_tol=1e-9, abs_tol=1e-9)


def in_words(outcome: Outcome) -> str:
    """Say what a call came to."""
    if isinstance(outcome, ScorerError):
        return outcome.reason
    if isinstance(outcome, Ternary):
        return "answered " + ("yes" if outcome.yes else "no" if outcome.no else "unknown")
    return f"returned {short(outcome)}"
