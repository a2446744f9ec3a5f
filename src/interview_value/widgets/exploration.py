"""Exploration: an invitation, a seeker and weights that are changed by hand, always with their evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from attrs import evolve, field, frozen

from ..errors import FieldError, InvalidInputError, UnknownNameError
from ..evaluation.evaluation import Evaluation
from ..evaluation.evaluator import Evaluator
from ..model.estimate import Estimate
from ..model.invitation import Invitation
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..plugins.calls import mistakes_in_weights
from ..reading.tables.amounts import parse_number

__all__ = ["Exploration"]


def _somebody(seeker: Seeker | None) -> Seeker:
    return Seeker() if seeker is None else seeker


@frozen
class Exploration:
    """What is being explored. Never changed: each change makes another one, or raises.

    Args:
        evaluator: What evaluates; its own weights hold where none was set by hand.
        invitation: What is known of the interview.
        seeker: The person; None, and nothing is known of them.
        by_hand: The weights that were set by hand, by scorer; those that equal the evaluator's own count as not set.
        own: The evaluator's own weights, by scorer, as far as they were seen before others were set.

    Raises:
        InvalidInputError: One of them is of another type, or holds a value that nothing here can use.
        UnknownNameError: A weight is of no scorer; the nearest name is offered.
        ScorersFailedError: Something failed, and the evaluator is strict.
    """

    evaluator: Evaluator
    invitation: Invitation
    seeker: Seeker = field(converter=_somebody)
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
        seen = {item.name: item.weight for item in evaluation.contributions if item.name not in by_hand}
        object.__setattr__(self, "by_hand", by_hand)
        object.__setattr__(self, "own", {**self.own, **seen})
        object.__setattr__(self, "evaluation", evaluation)

    @property
    def weights(self) -> dict[str, float]:
        """The weight of each scorer as it counts, by name."""
        return {item.name: item.weight for item in self.evaluation.contributions}

    @property
    def quantities(self) -> Mapping[str, Quantity]:
        """All that its scorers and gates read, by name."""
        return self.evaluator.quantities

    def known(self, name: str) -> Estimate | None:
        """Return what somebody said of a quantity; None if nobody did."""
        known = self.invitation.known.get(name)
        return self.seeker.known.get(name) if known is None else known

    def where(self, name: str) -> str:
        """Return where the estimate of a quantity was read; empty if a person gave it, or nobody did."""
        return (self.invitation if name in self.invitation.known else self.seeker).where(name)

    def with_weights(self, changes: Mapping[str, float | None]) -> Self:
        """Return a copy with some weights set by hand; None gives the evaluator's own back."""
        by_hand = {**self.by_hand, **changes}
        return evolve(self, by_hand={name: weight for name, weight in by_hand.items() if weight is not None})

    def with_entry(self, name: str, low: str, high: str = "") -> Self:
        """Return a copy with another estimate of one quantity.

        Args:
            name: The quantity.
            low: A number, or the low end of a range; empty if nobody knows any more.
            high: The high end; empty if there is no range.

        Raises:
            FieldError: They are no numbers, or lie outside the quantity's bounds, or the low end is missing.
            UnknownNameError: There is no such quantity.
        """
        if name not in self.quantities:
            raise UnknownNameError("quantity", name, self.quantities)
        if high and not low:
            raise FieldError(name, high, "the low end in the box before it, too; what is exact stands there alone")
        quantity = self.quantities[name]
        ends = [_number(end, quantity) for end in (low, high) if end]
        estimate = quantity.estimate(ends if high else ends[0]) if ends else None
        # Only one of the two holds it afterwards: an invitation's value would count more than a seeker's.
        personal = name in Seeker.own_quantities() or name in self.seeker.quantities
        invitation = self.invitation.with_quantities(**{name: None if personal else estimate})
        return evolve(
            self,
            invitation=invitation,
            seeker=self.seeker.with_quantities(**{name: estimate}) if personal else self.seeker,
        )


def _number(typed: str, quantity: Quantity) -> float:
    """Read what somebody has typed, with a point or a comma."""
    if (number := parse_number(typed)) is None:
        raise FieldError(quantity.name, typed, f"a number such as 4 or 1.5, in {quantity.unit}, {quantity.bounds}")
    return number
