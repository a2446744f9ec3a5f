"""Session: the shortest way to a sure answer, one question at a time, always the one that is worth most now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import asdict, frozen

from ..display.page import Items, Page, Table
from ..display.showing import Showing
from ..display.words import signed
from ..errors import FieldError, InterviewValueError, InvalidInputError, UnknownNameError
from ..evaluation import sentences
from ..evaluation.evaluation import Evaluation
from ..evaluation.evaluator import Evaluator, default_evaluator
from ..model.estimate import Estimate, EstimateLike
from ..model.guards import is_list, is_mapping
from ..model.invitation import Invitation, subject
from ..model.seeker import Seeker
from ..outcome.analysis.questions import Question
from ..outcome.contributions import Verdict
from ..outcome.outcome import worth_asking

__all__ = ["SETTLED", "Session", "SessionError", "Step", "course"]

VERSION = 1

SETTLED = "no further question is worth asking"
"""What is said of a session in which nothing more should be asked."""


class SessionError(InterviewValueError):
    """A step that a session cannot take, because there is nothing to answer or to take back."""


@frozen
class Step:
    """One question that was answered or skipped.

    Args:
        quantity: The quantity that was asked for.
        answer: The answer, a number or ``[low, high]``; None if it was skipped.
        verdict: The verdict after it.
        net: The expected net value after it, hours.
        confidence: The confidence after it, 0 to 1.
    """

    quantity: str
    answer: Any
    verdict: Verdict
    net: float
    confidence: float


class Session(Showing):
    """Asks one question at a time until no answer is worth asking for.

    Args:
        invitation: What is known of the interview at the start.
        seeker: What is known of the person at the start.
        evaluator: The evaluator; left out, the one behind `evaluate`.
    """

    def __init__(
        self, invitation: Invitation, seeker: Seeker | None = None, evaluator: Evaluator | None = None
    ) -> None:
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
        """The question that is worth most now; None if none is worth asking any more."""
        asked = {step.quantity for step in self._steps}
        evaluation = self.evaluation
        if evaluation.vetoed:
            return None
        if not evaluation.undecided and not evaluation.worth_asking:
            return None
        return next((question for question in worth_asking(evaluation) if question.quantity not in asked), None)

    @property
    def done(self) -> bool:
        """Whether no question is worth asking any more."""
        return self.question is None

    @property
    def verdict(self) -> Verdict:
        """The verdict; once the session is done, attend or decline, even if a question was skipped."""
        evaluation = self.evaluation
        if evaluation.verdict is Verdict.ASK_FIRST and self.done:
            return evaluation.leaning
        return evaluation.verdict

    def answer(self, value: EstimateLike, quantity: str | None = None) -> Evaluation:
        """Answer the present question, or any other.

        Args:
            value: An exact number or a 90 % range, as `Estimate.of` reads it.
            quantity: The quantity that is answered; the one of the present question if left out.

        Returns:
            The evaluation with the answer.

        Raises:
            FieldError: The value cannot be used; the session stays as it was.
            UnknownNameError: There is no such quantity.
            SessionError: No question is open.
        """
        name = self._asked(quantity)
        estimate = self._evaluator.quantities[name].estimate(value)
        evaluation = self.evaluation
        invitation, seeker = evaluation.invitation, evaluation.seeker
        if name in Seeker.own_quantities():
            seeker = seeker.with_quantities(**{name: estimate})
        else:
            invitation = invitation.with_quantities(**{name: estimate})
        return self._note(name, estimate.to_plain(), self._evaluator.evaluate(invitation, seeker))

    def skip(self, quantity: str | None = None) -> Evaluation:
        """Leave the present question, or another, unanswered; it is not asked again.

        Args:
            quantity: The quantity that is skipped; the one of the present question if left out.

        Returns:
            The evaluation, as it was.

        Raises:
            UnknownNameError: There is no such quantity.
            SessionError: No question is open.
        """
        return self._note(self._asked(quantity), None, self.evaluation)

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
        return {
            "version": VERSION,
            "invitation": self._start[0].to_dict(),
            "seeker": self._start[1].to_dict(),
            "steps": [{"quantity": step.quantity, "answer": step.answer} for step in self._steps],
            "history": [{**asdict(step), "verdict": step.verdict.value} for step in self._steps],
        }

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any], evaluator: Evaluator | None = None) -> Session:
        """Go on with a session that was saved; the answers are given again, so that nothing saved is believed.

        Args:
            plain: What `to_dict` returned.
            evaluator: The evaluator; left out, the one behind `evaluate`.

        Returns:
            A session at the same step.

        Raises:
            InvalidInputError: The data has not the form that `to_dict` gives it.
            UnknownNameError: A step names a quantity that the evaluator does not know.
        """
        if not is_mapping(plain) or plain.get("version") != VERSION:
            raise InvalidInputError(
                "session", [FieldError("session", plain, f"data of version {VERSION}, as to_dict writes it")]
            )
        session = cls(
            Invitation.from_dict(plain.get("invitation", {})), Seeker.from_dict(plain.get("seeker", {})), evaluator
        )
        steps = plain.get("steps", [])
        for place, step in enumerate(steps if is_list(steps) else [steps]):
            if not is_mapping(step) or not isinstance(step.get("quantity"), str) or "answer" not in step:
                raise InvalidInputError(
                    "session", [FieldError(f"steps[{place}]", step, "an object with quantity and answer")]
                )
            if step["answer"] is None:
                session.skip(step["quantity"])
                continue
            try:
                session.answer(step["answer"], step["quantity"])
            except FieldError as mistake:
                path = f"steps[{place}].{mistake.path}"
                raise InvalidInputError("session", [FieldError(path, mistake.value, mistake.allowed)]) from None
        return session

    def _asked(self, quantity: str | None) -> str:
        known = self._evaluator.quantities
        if quantity is None:
            question = self.question
            if question is None:
                raise SessionError(
                    "no question is open: none is worth asking any more; name a quantity to answer another"
                )
            return question.quantity
        if quantity not in known:
            raise UnknownNameError("quantity", quantity, known)
        return quantity

    def _note(self, name: str, answer: Any, evaluation: Evaluation) -> Evaluation:
        self._evaluations.append(evaluation)
        self._steps.append(Step(name, answer, evaluation.verdict, evaluation.net.mean, evaluation.confidence))
        return evaluation

    def _page(self) -> Page:
        return _page_of(self)


def _page_of(session: Session) -> Page:
    """Return the page that shows a session."""
    now, question = session.evaluation, session.question
    heads = ("Answer", "Net, hours", "90% range", "Verdict")
    moved = Table("How the answers moved it", heads, tuple(_rows(session)), numbers=(1, 2))
    following = () if question is None else (sentences.question_text(question),)
    failed = Items("Not counted, because it failed", now.errors)
    return Page(_title(session), (subject(now.invitation),), (Items("Ask next", following), moved, failed))


def _title(session: Session) -> str:
    now = session.evaluation
    if session.verdict is now.verdict:
        return sentences.headline(now)
    return f"{sentences.standing(now, session.verdict)}: {SETTLED}; net {signed(now.net.mean)} h"


def _rows(session: Session) -> Iterator[tuple[str, str, str, str]]:
    for name, evaluation, verdict in course(session):
        yield name, *sentences.hours(evaluation.net), sentences.standing(evaluation, verdict)


def course(session: Session) -> Iterator[tuple[str, Evaluation, Verdict]]:
    """Yield the start of a session and each step, in words, with what came out; the last has the session's verdict."""
    names = ["at the start", *map(_step_name, session.history)]
    *before, now = session.evaluations
    yield from zip(names, before, [evaluation.verdict for evaluation in before], strict=False)
    yield names[-1], now, session.verdict


def _step_name(step: Step) -> str:
    return f"{step.quantity} skipped" if step.answer is None else f"{step.quantity} = {Estimate.of(step.answer)}"
