"""Options: the arguments that every function of this package takes besides its table, checked together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from numbers import Integral

from attrs import frozen

from ..errors import FieldError, InvalidInputError
from ..evaluation.evaluator import Evaluator
from ..model.seeker import Seeker
from ..plugins.calls import mistakes_in_weights
from ..scoring.draws import MAX_DRAWS

__all__ = ["TableOptions"]


@frozen(eq=False)
class TableOptions:
    """The arguments of `frames.evaluate` besides the frame, as the caller wrote them; `check` says whether they hold.

    Args:
        seeker: The person of all rows, as far as the rows do not say otherwise; nothing is known of them if None.
        evaluator: Its scorers, gates, weights and asking cost count; the one behind `interview_value.evaluate` if None.
        draws: The number of draws, 0 to 1,000,000; 0 puts every quantity at its median; the evaluator's own if None.
        weights: Factors on the hours of scorers, by name, for all rows.
        questions: Whether the ways and questions are worked out, and with them the verdict.
    """

    seeker: Seeker | None = None
    evaluator: Evaluator | None = None
    draws: int | None = None
    weights: Mapping[str, float] | None = None
    questions: bool = True

    def check(self) -> None:
        """Raise unless every option can be used.

        Raises:
            InvalidInputError: All options that cannot be used.
        """
        mistakes = list(_mistakes(self.seeker, self.evaluator, self.draws, self.questions))
        if self.weights is not None:
            mistakes += mistakes_in_weights(self.weights)
        if mistakes:
            raise InvalidInputError("call of frames.evaluate", mistakes)


def _mistakes(seeker: object, evaluator: object, draws: object, questions: object) -> Iterator[FieldError]:
    if seeker is not None and not isinstance(seeker, Seeker):
        yield FieldError("seeker", seeker, "a Seeker; Seeker.from_dict makes one of plain data")
    if evaluator is not None and not isinstance(evaluator, Evaluator):
        yield FieldError("evaluator", evaluator, "an Evaluator")
    whole = isinstance(draws, Integral) and not isinstance(draws, bool)
    if draws is not None and not (whole and 0 <= draws <= MAX_DRAWS):  # type: ignore[operator]
        yield FieldError("draws", draws, f"a whole number from 0 to {MAX_DRAWS:,}")
    if not isinstance(questions, bool):
        yield FieldError("questions", questions, "True or False")
