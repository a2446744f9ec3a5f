"""Outcome: a valuation with the verdict and the analysis that it depends on, worked out when looked at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from .contributions import Verdict
from .valuation import Valuation

if TYPE_CHECKING:
    from .analysis.break_even import BreakEven
    from .analysis.discovery import Discovery
    from .analysis.questions import Question
    from .analysis.robustness import Robustness
    from .analysis.swings import Swing

__all__ = ["Outcome", "worth_asking"]


@frozen(eq=False, slots=False)
class Outcome(Valuation):
    """A valuation with its verdict, the questions to ask, and how far the verdict depends on weights and values.

    Args:
        stored_questions: The questions of an evaluation that was read back, which has no run to find them anew.
    """

    stored_questions: tuple[Question, ...] = field(default=(), repr=False)

    @property
    def verdict(self) -> Verdict:
        """What to do: decline if a gate says so, ask first if that is worth it, else what `leaning` says."""
        if self.vetoed:
            return Verdict.DECLINE
        if self.undecided or self.worth_asking:
            return Verdict.ASK_FIRST
        return self.leaning

    @property
    def worth_asking(self) -> bool:
        """Whether the best question is worth more than asking costs."""
        # Where every quantity is exact, which must be fast, there is nothing to ask.
        return (self.run is None or bool(self.run.values.columns)) and self._worth_asking

    @cached_property
    def _worth_asking(self) -> bool:
        from .analysis.questions import knowing_everything

        # No question is worth more than knowing everything, which takes much less time to work out, from draws.
        if self.totals is None and knowing_everything(self) <= self.asking_cost:
            return False
        return any(question.worth > self.asking_cost for question in self.questions)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What to find out, best first: what a gate waits for, then what is worth most."""
        if self.run is None:
            return self.stored_questions
        from .analysis.questions import questions

        return questions(self)

    @cached_property
    def swings(self) -> tuple[Swing, ...]:
        """How far each uncertain quantity moves the expected net value, widest first."""
        from .analysis.swings import swings

        return swings(self)

    @cached_property
    def break_even(self) -> BreakEven:
        """The weights and values at which the verdict would turn."""
        from .analysis.break_even import break_even

        return break_even(self)

    @cached_property
    def robustness(self) -> Robustness:
        """In what share of all weightings of the benefits the verdict stays."""
        from .analysis.robustness import robustness

        return robustness(self)

    @cached_property
    def discovery(self) -> Discovery | None:
        """The chance to change your mind about the role, and the reservation value."""
        from .analysis.discovery import discovery

        return discovery(self)

    @property
    def confidence(self) -> float:
        """How sure the verdict is, 0 to 1: the share of the draws that agree with it.

        For ask first it is the share that agrees with `leaning`. It is 1 if a gate declines, which rests on what is
        known and not on draws.
        """
        if self.vetoed:
            return 1.0
        return self.chance_positive if self.leaning is Verdict.ATTEND else 1 - self.chance_positive


def worth_asking(outcome: Outcome) -> Iterator[Question]:
    """Yield the questions that a gate waits for, and those worth more than asking costs."""
    return (question for question in outcome.questions if question.gate or question.worth > outcome.asking_cost)
