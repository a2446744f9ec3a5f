"""Session: one question at a time, of those left the one worth most beyond what asking costs, while one is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from ..display.language import say
from ..display.page import Page
from ..display.plain import Plain
from ..errors import FieldError, InvalidInputError, SessionError, UnknownNameError
from ..evaluation.evaluation import Evaluation
from ..evaluation.evaluator import Evaluator, default_evaluator
from ..model.estimate import Estimate, EstimateLike
from ..model.fields import mistakes_in_answer
from ..model.invitation import Invitation
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..model.signatures import answering
from ..model.value_in_words import value_in_words
from ..model.worth_of_a_job import is_said_otherwise, with_job_worth
from ..model.yes_no import is_unknown
from ..outcome.analysis.questions import Question
from ..outcome.contributions import Verdict
from ..outcome.outcome import gain_of, worth_asking
from . import saved_session
from .session_page import session_page
from .step import Step

__all__ = ["Session", "course"]


class Session(Plain):
    """Asks one question at a time until none is worth asking.

    Args:
        invitation: What is known of the interview at the start.
        seeker: What is known of the person at the start; left out, nothing is.
        evaluator: The evaluator; left out, the one behind `evaluate`.
    """

    @answering
    def __init__(
        self, invitation: Invitation, seeker: Seeker | None = None, evaluator: Evaluator | None = None
    ) -> None:
        if evaluator is not None and not isinstance(evaluator, Evaluator):
            raise InvalidInputError("session", [FieldError("evaluator", evaluator, "an Evaluator")])
        self._start = (invitation, Seeker() if seeker is None else seeker)
        self._evaluator = evaluator or default_evaluator()
        self._evaluations = [self._evaluator.evaluate(*self._start)]
        self._steps: list[Step] = []

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation with all the answers so far."""
        return self._evaluations[-1]

    @property
    def evaluations(self) -> tuple[Evaluation, ...]:
        """The evaluation at the start, and that after each step."""
        return tuple(self._evaluations)

    @property
    def history(self) -> tuple[Step, ...]:
        """The questions that were answered or skipped, in order."""
        return tuple(self._steps)

    @property
    def question(self) -> Question | None:
        """The question that is worth most after what asking costs, of those not skipped; None if none is worth asking.

        Where a message to them is worth more than any answer of yours, there is none either.
        """
        evaluation, way = self.evaluation, self.evaluation.first_way
        if evaluation.ruling is not None:
            return None
        gain = gain_of(way, evaluation) if way and way.asks else 0.0
        skipped = self._skipped()
        open_questions = (question for question in worth_asking(evaluation) if question.quantity not in skipped)
        return next((question for question in open_questions if question.gain > gain), None)

    def choices(self, question: Question) -> tuple[str, ...]:
        """Return the answers that a question offers, in words; empty if it asks for a number alone."""
        return tuple(say(choice.label) for choice in self._evaluator.quantities[question.quantity].choices.values())

    def label(self, step: Step) -> str:
        """Return what a step was about, as people call it."""
        return say(self._evaluator.quantities[step.quantity].label)

    def in_words(self, step: Step) -> str:
        """Return what was answered in a step: the words of a choice, or a number with its unit in words."""
        asked = self._evaluator.quantities[step.quantity]
        if step.answer is None:
            return say("skipped")
        if isinstance(step.answer, str):
            return say(asked.choices[step.answer].label)
        return value_in_words(Estimate.of(step.answer), asked.unit)

    @property
    def done(self) -> bool:
        """Whether no question is worth asking you any more."""
        return self.question is None

    @property
    def verdict(self) -> Verdict:
        """The verdict of `evaluation`. What you skipped holds it up no longer, unless they can answer it."""
        return self.evaluation.verdict

    def answer(self, value: EstimateLike, quantity: str | None = None) -> Evaluation:
        """Answer the present question, or another.

        Args:
            value: An exact number, a 90 % range, or a choice, as `Quantity.estimate` reads it; ``"yes"`` or ``"no"`` to
                the present question at its tipping point; what a job is worth also as ``"20 interviews"``,
                ``"5000 a year for 3 years at 25 an hour"`` or ``"a Saturday for 2%"``.
            quantity: The name of the quantity that is answered; that of the present question if left out.

        Returns:
            The evaluation with the answer.

        Raises:
            FieldError: The value cannot be used; the session stays as it was.
            UnknownNameError: There is no such quantity.
            SessionError: No question is open.
        """
        name = self._name_of(quantity)
        asked = self._evaluator.quantities[name]
        if is_unknown(value):
            raise FieldError(name, value, f"{asked.allowed}; skip() leaves it unanswered")
        invitation, seeker = self.evaluation.invitation, self.evaluation.seeker
        known: Any
        if name == "job_worth" and is_said_otherwise(value):
            seeker = with_job_worth(value, invitation, seeker)
            known = seeker.known[name]
        else:
            known = self._read(asked, value, self.question if quantity is None else None)
            if asked.of == "seeker":
                seeker = seeker.with_quantities(**{name: known})
            else:
                invitation = invitation.with_quantities(**{name: known})
        answer = known if isinstance(known, str) else known.to_plain()
        return self._add_step(name, answer, self._evaluator.evaluate(invitation, seeker))

    @staticmethod
    def _read(asked: Quantity, value: EstimateLike, question: Question | None) -> Estimate | str:
        """Return what an answer means: a choice of a label, a side of the question's tipping point, or an estimate."""
        if asked.is_label:
            return asked.chosen(value)
        side = None if question is None else question.side(value)
        return asked.estimate(value if side is None else side)

    def skip(self, quantity: str | None = None) -> Evaluation:
        """Leave the present question, or another, unanswered; it is not asked again.

        If only you could answer it, the verdict goes by what is assumed; what they can answer is still a reason to ask
        them first.

        Args:
            quantity: The name of the quantity that is skipped; that of the present question if left out.

        Returns:
            The evaluation, with the same hours as before.

        Raises:
            UnknownNameError: There is no such quantity.
            SessionError: No question is open.
        """
        return self._add_step(self._name_of(quantity), None, self.evaluation)

    def undo(self) -> Evaluation:
        """Take the last answer or skip back.

        Returns:
            The evaluation before it.

        Raises:
            SessionError: There is none.
        """
        if not self._steps:
            raise SessionError("there is no step to take back yet")
        self._steps.pop()
        self._evaluations.pop()
        return self.evaluation

    def to_dict(self) -> dict[str, Any]:
        """Return plain, JSON-ready data, from which `from_dict` goes on at the same step."""
        return saved_session.to_dict(*self._start, self._steps)

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any], evaluator: Evaluator | None = None) -> Session:
        """Continue a session that was saved; its answers are evaluated anew, so that no saved number is trusted.

        Args:
            plain: What `to_dict` returned; its history, which only shows what happened, is not read.
            evaluator: The evaluator; left out, the one behind `evaluate`.

        Returns:
            A session at the same step.

        Raises:
            InvalidInputError: The data has not the form that `to_dict` gives it.
            UnknownNameError: A step names a quantity that the evaluator does not know.
        """
        invitation, seeker, steps = saved_session.read(plain)
        session = cls(invitation, seeker, evaluator)
        for place, (quantity, answer) in enumerate(steps):
            if answer is None:
                session.skip(quantity)
                continue
            try:
                session._answer_as_saved(quantity, answer)
            except FieldError as mistake:
                raise InvalidInputError("session", [mistake.within(f"steps[{place}]")]) from None
        return session

    def _answer_as_saved(self, name: str, answer: Any) -> None:
        """Answer with plain data, which names a choice where it is text, and holds nothing that people type."""
        asked = self._evaluator.quantities.get(name)
        for mistake in mistakes_in_answer(asked, name, answer) if asked else ():
            raise mistake
        self.answer(answer, name)

    def _name_of(self, quantity: str | None) -> str:
        quantities = self._evaluator.quantities
        if quantity is None:
            question = self.question
            if question is None:
                raise SessionError(
                    "no question is open: none is worth asking any more; name a quantity to answer another"
                )
            return question.quantity
        if quantity not in quantities:
            raise UnknownNameError("quantity", quantity, quantities)
        return quantity

    def _add_step(self, name: str, answer: Any, evaluation: Evaluation) -> Evaluation:
        skipped = self._skipped() | {name} if answer is None else self._skipped() - {name}
        left_open = tuple(sorted(other for other in skipped if self._evaluator.quantities[other].ask == "yourself"))
        if left_open != evaluation.left_open:
            evaluation = evolve(evaluation, left_open=left_open)
        self._evaluations.append(evaluation)
        self._steps.append(Step(name, answer, evaluation.verdict, evaluation.net.mean, evaluation.confidence))
        return evaluation

    def _skipped(self) -> set[str]:
        """Return the names of the quantities that were skipped and not answered since."""
        answers = {step.quantity: step.answer for step in self._steps}
        return {name for name, answer in answers.items() if answer is None}

    def _page(self) -> Page:
        return session_page(self.evaluation, self.question, course(self))


def course(session: Session) -> Iterator[tuple[str, Evaluation]]:
    """Yield the start and each step as text, with the evaluation that it led to."""
    yield say("at the start"), session.evaluations[0]
    for step, evaluation in zip(session.history, session.evaluations[1:], strict=True):
        yield say("{what}: {answer}", what=session.label(step), answer=session.in_words(step)), evaluation
