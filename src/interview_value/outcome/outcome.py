"""Outcome: a valuation with the verdict and the analysis that it depends on, worked out when looked at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from ..display.language import spoken
from ..scoring.way import Way
from .analysis.questions import Question, asking_costs, knowing_everything, questions, said_at_turn, with_turns
from .contributions import Verdict
from .valuation import Valuation, contradiction
from .ways import WORTH_WHILE, hinge_tip, ways

if TYPE_CHECKING:
    from .analysis.break_even import BreakEven
    from .analysis.robustness import Robustness
    from .analysis.swings import Swing

__all__ = ["Outcome", "gain_of", "worth_asking"]


@frozen(eq=False, slots=False)
class Outcome(Valuation):
    """A valuation with its verdict, the ways of going, the questions to ask, and what the verdict depends on.

    Args:
        stored_questions: The questions of an evaluation that was read back, which has no run to find them anew.
        stored_ways: Its ways.
        left_open: The names of quantities that the person cannot tell, which are not asked for.
    """

    stored_questions: tuple[Question, ...] = field(default=(), repr=False)
    stored_ways: tuple[Way, ...] = field(default=(), repr=False)
    left_open: tuple[str, ...] = field(default=(), repr=False)

    @cached_property
    def verdict(self) -> Verdict:
        """What to do: what a gate says; else to ask, where an answer is worth more than asking; else the leaning.

        Where gates of plugins contradict each other, you have to settle which counts.
        """
        if self.ruling is not None:
            return self.ruling.verdict
        if contradiction(self.findings):
            return Verdict.ASK_YOURSELF
        first, way = self._asked_first, self.first_way
        if way is not None and way.asks and (first is None or first.gain <= gain_of(way, self)):
            return Verdict.ASK_THEM
        if first is not None:
            return Verdict.ASK_YOURSELF if first.ask == "yourself" else Verdict.ASK_THEM
        return self.leaning

    @property
    def _asked_first(self) -> Question | None:
        """The first question, without its turn.

        Where knowing every quantity is not worth asking, only an answer by which others are assumed anew can be.
        """
        if self.run is None or self.knowing_everything > min(asking_costs(self).values()):
            found = self._unturned
        else:
            found = self._not_left_open(questions(self, among=self.run.plan.assumed_by))
        return next((question for question in found if question.gain > 0), None)

    @property
    def first_question(self) -> Question | None:
        """The question whose answer alone gains most beyond what asking costs; None if none is worth asking."""
        return next(worth_asking(self), None)

    @property
    def first_way(self) -> Way | None:
        """The best way, if it beats going as invited and declining by more than a quarter of an hour; else None."""
        best = self.ways[0] if self.ways else None
        return best if best is not None and gain_of(best, self) > WORTH_WHILE else None

    @property
    def ways(self) -> tuple[Way, ...]:
        """Every way of dealing with the invitation, in hours, best first."""
        return tuple(way for way in self._all_ways if not way.error)

    @property
    def failed_ways(self) -> tuple[str, ...]:
        """The ways of plugins that could not be valued, each with its reason; not kept in plain data."""
        return tuple(way.error for way in self._all_ways if way.error)

    @cached_property
    def _all_ways(self) -> tuple[Way, ...]:
        return self.stored_ways if self.run is None else ways(self)

    @cached_property
    def tip(self) -> float:
        """What it would be worth to know whether one thing that they can say settles your doubt, hours, ≥ 0.

        It never holds a verdict up; 0 if `hinge` was given, or if the evaluation was read back.
        """
        return 0.0 if self.run is None else hinge_tip(self)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What could turn the leaning, by what the answer is worth less what asking costs, best first."""
        if self.run is None:
            return self.stored_questions
        language, known = spoken(), self.run.plan.known
        if language not in self._said_questions:
            said = (said_at_turn(question, known[question.quantity]) for question in self._turned)
            self._said_questions[language] = tuple(said)
        return self._said_questions[language]

    @cached_property
    def _said_questions(self) -> dict[str, tuple[Question, ...]]:
        """The questions in each language in which they were asked for."""
        return {}

    @cached_property
    def _turned(self) -> tuple[Question, ...]:
        """The questions with the values at which the leaning turns, not yet in words."""
        return with_turns(self, self._unturned)

    @cached_property
    def _unturned(self) -> tuple[Question, ...]:
        """The questions, without the values at which the leaning turns, which the verdict does not need."""
        return self.stored_questions if self.run is None else self._not_left_open(questions(self))

    def _not_left_open(self, found: tuple[Question, ...]) -> tuple[Question, ...]:
        return tuple(question for question in found if question.quantity not in self.left_open)

    @cached_property
    def knowing_everything(self) -> float:
        """What all answers together are worth at most, hours, ≥ 0."""
        return knowing_everything(self)

    @cached_property
    def swings(self) -> tuple[Swing, ...]:
        """How far each uncertain quantity moves the expected net value, widest first."""
        from .analysis.swings import swings

        return swings(self)

    @cached_property
    def break_even(self) -> BreakEven:
        """The weights and values at which the leaning would turn."""
        from .analysis.break_even import break_even

        return break_even(self)

    @cached_property
    def robustness(self) -> Robustness:
        """In what share of all weightings of the benefits the leaning stays."""
        from .analysis.robustness import robustness

        return robustness(self)

    @property
    def confidence(self) -> float:
        """How sure the leaning is, 0 to 1: the share of the draws that agree with it.

        It can be under one half for attend, where going usually does not pay, but pays much when it does. It is 1 if a
        gate decides, which rests on what is known and not on draws.
        """
        if self.ruling is not None:
            return 1.0
        return self.chance_positive if self.leaning is Verdict.ATTEND else 1 - self.chance_positive


def worth_asking(outcome: Outcome) -> Iterator[Question]:
    """Yield the questions whose answer is worth more than asking costs, best first."""
    return (question for question in outcome.questions if question.gain > 0)


def gain_of(way: Way, outcome: Outcome) -> float:
    """Return what a way brings beyond going as invited or declining, whichever is better, hours."""
    return way.worth - max(outcome.expected_net, 0.0)
