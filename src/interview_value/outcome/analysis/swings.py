"""Swings: how far the expected net value moves with each quantity, the others as they are (a tornado)."""

from __future__ import annotations

from attrs import frozen

from ...display.plain import Plain
from ..valuation import Valuation
from .conditional import Conditional, uncertain

__all__ = ["Swing", "swings"]


@frozen
class Swing(Plain):
    """How far the expected net value moves with one quantity.

    Args:
        quantity: The name of the quantity.
        unit: Its unit.
        low: Its 5th percentile as it is estimated now.
        high: Its 95th percentile.
        net_low: The expected net value if it were ``low``, hours.
        net_high: The expected net value if it were ``high``, hours.
        constant: Whether it is a constant of the model, which nobody can answer.
    """

    quantity: str
    unit: str
    low: float
    high: float
    net_low: float
    net_high: float
    constant: bool

    @property
    def width(self) -> float:
        """How far the net value moves between ``low`` and ``high``, hours, ≥ 0."""
        return abs(self.net_high - self.net_low)

    @property
    def turns(self) -> bool:
        """Whether the verdict by the expected net value differs between ``low`` and ``high``."""
        return (self.net_low > 0) != (self.net_high > 0)


def swings(valuation: Valuation) -> tuple[Swing, ...]:
    """Return the swing of each uncertain quantity that counts, constants of the model included, widest first.

    Raises:
        NotAtHandError: The evaluation was read back.
    """
    conditional = Conditional(valuation)
    unsorted: list[Swing] = []
    for quantity, estimate in uncertain(conditional, constants=True):
        low, high = estimate.low, estimate.high
        net_low, net_high = conditional.net(quantity.name, [low, high])
        unsorted.append(Swing(quantity.name, quantity.unit, low, high, net_low, net_high, quantity.ask == "nobody"))
    return tuple(sorted(unsorted, key=lambda swing: (-swing.width, swing.quantity)))
