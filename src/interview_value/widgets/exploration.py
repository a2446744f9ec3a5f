"""An invitation, a seeker and weights that are changed by hand, with their evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from attrs import evolve, field, frozen

from ..display.language import say
from ..errors import FieldError, InvalidInputError, UnknownNameError
from ..evaluation.evaluation import Evaluation
from ..evaluation.evaluator import Evaluator
from ..model.choice import UNKNOWN
from ..model.estimate import Estimate
from ..model.invitation import Invitation
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..model.worth_of_a_job import is_said_otherwise, with_job_worth
from ..plugins.calls import mistakes_in_weights
from ..scoring.values import ScorerValues

__all__ = ["Exploration"]


def _as_seeker(seeker: Seeker | None) -> Seeker:
    return Seeker() if seeker is None else seeker


@frozen
class Exploration:
    """An invitation, a seeker and weights with their evaluation.

    It is immutable: a change makes a new one, or raises.

    Args:
        evaluator: The evaluator; its own weights hold where none is set by hand.
        invitation: What is known of the interview.
        seeker: What is known of the person; None for nothing.
        by_hand: The weights set by hand, by scorer; those that equal the evaluator's own count as not set.
        own: The evaluator's own weights, by scorer, as far as they were seen before others were set.

    Raises:
        InvalidInputError: An argument has the wrong type, or holds a value that cannot be used.
        UnknownNameError: There is no scorer of a weight's name; the nearest name is offered.
        ScorersFailedError: A scorer, gate or plugin failed, and the evaluator is strict.
    """

    evaluator: Evaluator
    invitation: Invitation
    seeker: Seeker = field(converter=_as_seeker)
    by_hand: Mapping[str, float] = field(factory=dict[str, float])
    own: Mapping[str, float] = field(factory=dict[str, float])
    evaluation: Evaluation = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        mistakes = list(mistakes_in_weights(self.by_hand))
        if not isinstance(self.evaluator, Evaluator):
            mistakes.append(FieldError("evaluator", self.evaluator, "an Evaluator"))
        if mistakes:
            raise InvalidInputError("explorer", mistakes)
        names = [scorer.name for scorer in self.evaluator.scorers]
        for name in self.by_hand:
            if name not in names:
                raise UnknownNameError("criterion", name, names)
        by_hand = {name: weight for name, weight in self.by_hand.items() if weight != self.own.get(name)}
        evaluation = self.evaluator.with_settings(weights=by_hand).evaluate(self.invitation, self.seeker)
        own = {item.name: item.weight for item in evaluation.contributions if item.name not in by_hand}
        object.__setattr__(self, "by_hand", by_hand)
        object.__setattr__(self, "own", {**self.own, **own})
        object.__setattr__(self, "evaluation", evaluation)

    @property
    def weights(self) -> dict[str, float]:
        """The weight that each scorer is counted with, by name."""
        return {item.name: item.weight for item in self.evaluation.contributions}

    @property
    def quantities(self) -> Mapping[str, Quantity]:
        """The quantities that the scorers and gates read, by name."""
        return self.evaluator.quantities

    @property
    def _values(self) -> ScorerValues:
        assert self.evaluation.run is not None, "an evaluation that was just made has its run"
        return self.evaluation.run.values

    def estimate_of(self, name: str) -> Estimate | None:
        """Return the known estimate of a quantity; None if it is not known, and for a label."""
        return self._values.known(name)

    def choice_of(self, name: str) -> str:
        """Return the name of the choice that was made of a label, or that an estimate was given as; empty if none."""
        if self.quantities[name].is_label:
            return self._values.label(name).removeprefix(UNKNOWN)
        estimate = self.estimate_of(name)
        return "" if estimate is None else estimate.choice

    def with_weights(self, changes: Mapping[str, float | None]) -> Self:
        """Return a copy with some weights set by hand; None sets the evaluator's own again."""
        by_hand = {**self.by_hand, **changes}
        return evolve(self, by_hand={name: weight for name, weight in by_hand.items() if weight is not None})

    def with_entry(self, name: str, low: str, high: str = "") -> Self:
        """Return a copy with another estimate of one quantity, or another choice of a label.

        Args:
            name: The quantity.
            low: A number as text, the low end of a range, a range such as ``2..7``, or a choice; empty for unknown.
            high: The high end; empty for what stands in ``low`` alone.

        Raises:
            FieldError: An end is no number or outside the bounds, the low end is missing, or there is no such choice.
            UnknownNameError: There is no such quantity.
        """
        if name not in self.quantities:
            raise UnknownNameError("quantity", name, self.quantities)
        if high and not low:
            allowed = say("the low end in the box before it, too; a single number stands there alone")
            raise FieldError(name, high, allowed)
        quantity = self.quantities[name]
        entered = f"{low} .. {high}" if high else low
        read = quantity.chosen if quantity.is_label else quantity.estimate
        side = next((q.side(entered) for q in self.evaluation.questions if q.quantity == name), None)
        if name == "job_worth" and is_said_otherwise(entered):
            return evolve(self, seeker=with_job_worth(entered, self.invitation, self.seeker))
        value = (quantity.estimate(side) if side else read(entered)) if entered else None
        # One of the two loses it: an invitation's value would count more than a seeker's.
        personal = quantity.of == "seeker" or name in self.seeker.quantities
        invitation = self.invitation.with_quantities(**{name: None if personal else value})
        return evolve(
            self,
            invitation=invitation,
            seeker=self.seeker.with_quantities(**{name: value}) if personal else self.seeker,
        )
