"""Outcome: what came out, and what it hangs on. All but the hours is worked out when looked at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import define, field

from .contributions import Verdict
from .valuation import Valuation

if TYPE_CHECKING:
    from .analysis.break_even import BreakEven
    from .analysis.discovery import Discovery
    from .analysis.questions import Question
    from .analysis.robustness import Robustness
    from .analysis.swings import Swing

__all__ = ["Outcome", "worth_asking"]


@define(eq=False)
class Outcome(Valuation):
    """What came out of an invitation, in hours, and what that hangs on.

    Args:
        stored_questions: The questions of an evaluation that was read back.
    """

    stored_questions: tuple[Question, ...] = field(default=(), repr=False)

    @property
    def verdict(self) -> Verdict:
        """What to do: gates first; then whether a question is worth asking; then the expected net value's sign."""
        undecided = False
        for finding in self.findings:
            if finding.declines:
                return Verdict.DECLINE
            undecided = undecided or finding.waits
        if undecided or self.worth_asking:
            return Verdict.ASK_FIRST
        return self.leaning

    @property
    def worth_asking(self) -> bool:
        """Whether the best question is worth more than asking costs."""
        # What is exact throughout, the hot path, has no questions.
        return (self.run is None or bool(self.run.inputs.columns)) and self._worth_asking

    @cached_property
    def _worth_asking(self) -> bool:
        from .analysis.questions import knowing_everything

        # No question is worth more than knowing everything, which is quickly worked out and often settles it.
        if knowing_everything(self) <= self.asking_cost:
            return False
        return any(question.worth > self.asking_cost for question in self.questions)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What to find out: what a gate waits for first, then the most valuable answer first."""
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
        """How sure the answer is: the share of the draws that agree with the verdict.

        For ask first it is the share that agrees with the leaning. A gate's veto rests on what is known and
        not on draws: its confidence is 1.
        """
        if self.vetoed:
            return 1.0
        return self.chance_positive if self.leaning is Verdict.ATTEND else 1 - self.chance_positive


def worth_asking(outcome: Outcome) -> Iterator[Question]:
    """Yield the questions that are worth asking: those that a gate waits for, and whose answer is worth the asking."""
    return (each for each in outcome.questions if each.gate or each.worth > outcome.asking_cost)
