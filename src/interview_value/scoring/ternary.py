"""Three-valued logic for gates: yes, no, or not known."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import define

from ..model.choice import UNKNOWN
from ..model.estimate import Estimate

__all__ = ["Maybe", "Ternary"]


@define
class Ternary:
    """The answer to a question: surely yes, surely no, or, if neither, unknown (Kleene's strong logic).

    Combine answers with ``&``, ``|`` and ``~``; ``yes`` and ``no`` may also be columns of booleans.

    Args:
        yes: Whether it surely holds.
        no: Whether it surely does not.
    """

    yes: Any
    no: Any

    def __and__(self, other: Ternary) -> Ternary:
        if self.no is True:
            return self
        return Ternary(self.yes & other.yes, self.no | other.no)

    def __or__(self, other: Ternary) -> Ternary:
        return Ternary(self.yes | other.yes, self.no & other.no)

    def __invert__(self) -> Ternary:
        return Ternary(self.no, self.yes)

    def __bool__(self) -> bool:
        # `and`, `or` and `if` would silently take an unknown for an answer.
        raise TypeError("an answer that may be unknown is neither true nor false; combine with &, | and ~")


YES, NO = Ternary(True, False), Ternary(False, True)


@define(eq=False)
class Maybe:
    """What a gate gets for a quantity: its known value or range, or that it is unknown; for a label, its choice.

    Comparing it with a number, or with the name of a choice, gives a `Ternary`. A range compares surely with numbers
    outside it alone, and is never surely equal to one.

    Args:
        low: The 5th percentile of what is known.
        high: The 95th percentile; the same as ``low`` if exact.
        known: Whether the quantity was given or read.
    """

    low: Any
    high: Any
    known: Any

    @classmethod
    def of(cls, estimate: Estimate | None) -> Maybe:
        """Return what a gate gets for an estimate of a quantity; None stands for an unknown one."""
        return _UNKNOWN if estimate is None else cls(estimate.low, estimate.high, True)

    @classmethod
    def of_label(cls, choice: str) -> Maybe:
        """Return what a gate gets for the choice of a label, which may be ``"unknown"``."""
        return cls(choice, choice, choice != UNKNOWN)

    def __eq__(self, number: float | str) -> Ternary:  # type: ignore[override]
        if self.known is True and self.low == self.high:  # one exact value: the rule, and the hot path
            return YES if self.low == number else NO
        outside = (number < self.low) | (number > self.high)
        return Ternary(self.known & (self.low == number) & (self.high == number), self.known & outside)

    def __ne__(self, number: float | str) -> Ternary:  # type: ignore[override]
        return ~(self == number)

    def __lt__(self, number: float) -> Ternary:
        return Ternary(self.known & (self.high < number), self.known & (self.low >= number))

    def __gt__(self, number: float) -> Ternary:
        return Ternary(self.known & (self.low > number), self.known & (self.high <= number))

    def __le__(self, number: float) -> Ternary:
        return ~(self > number)

    def __ge__(self, number: float) -> Ternary:
        return ~(self < number)

    __hash__: ClassVar[None] = None  # type: ignore[assignment]


_UNKNOWN = Maybe(0.0, 0.0, False)
