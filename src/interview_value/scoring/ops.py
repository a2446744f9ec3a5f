"""Ops: the mathematics that a scorer may use, written alike for one float, as here, and for a column of them."""

from __future__ import annotations

import math
from typing import Protocol

__all__ = ["FLOATS", "INV_SQRT_2PI", "Ops"]

_SQRT2 = math.sqrt(2.0)
INV_SQRT_2PI = 1.0 / math.sqrt(2.0 * math.pi)
"""The standard normal density at 0."""


class Ops(Protocol):
    """The functions that a scorer gets as its argument ``ops``; arithmetic and comparisons are plain operators.

    A column stands wherever a float is named: a scorer is written, and checked, as if for one row.
    """

    def exp(self, x: float, /) -> float:
        """Return e to the power of x."""
        ...

    def log(self, x: float, /) -> float:
        """Return the natural logarithm; −∞ at 0."""
        ...

    def sqrt(self, x: float, /) -> float:
        """Return the square root of x ≥ 0."""
        ...

    def logistic(self, x: float, /) -> float:
        """Return the share that has the log-odds x; 0 at −∞ and 1 at ∞."""
        ...

    def logit(self, p: float, /) -> float:
        """Return the log-odds of a share; −∞ at 0 and ∞ at 1."""
        ...

    def minimum(self, a: float, b: float, /) -> float:
        """Return the smaller of two numbers."""
        ...

    def maximum(self, a: float, b: float, /) -> float:
        """Return the larger of two numbers."""
        ...

    def where(self, condition: bool, a: float, b: float, /) -> float:
        """Return a where the condition holds, else b; both are computed."""
        ...

    def normal_cdf(self, z: float, /) -> float:
        """Return the standard normal distribution Φ."""
        ...

    def normal_pdf(self, z: float, /) -> float:
        """Return the standard normal density φ."""
        ...

    def expected_excess(self, mean: float, sd: float, threshold: float = 0.0, /) -> float:
        """Return E[max(X − threshold, 0)] for a normal X: what the option to act above a threshold is worth.

        It is m·Φ(z) + sd·φ(z) with m = mean − threshold and z = m/sd, and max(m, 0) if sd is 0.
        """
        ...


class _Floats:
    """`Ops` on one float."""

    exp = staticmethod(math.exp)
    sqrt = staticmethod(math.sqrt)

    @staticmethod
    def log(x: float, /) -> float:
        return math.log(x) if x else -math.inf

    @staticmethod
    def logistic(x: float, /) -> float:
        # On either side of 0 that form is taken whose exponential cannot overflow.
        if x >= 0:
            return 1.0 / (1.0 + math.exp(-x))
        e = math.exp(x)
        return e / (1.0 + e)

    @staticmethod
    def logit(p: float, /) -> float:
        if p <= 0.0:
            return -math.inf
        return math.inf if p >= 1.0 else math.log(p / (1.0 - p))

    @staticmethod
    def minimum(a: float, b: float, /) -> float:
        return a if a <= b else b

    @staticmethod
    def maximum(a: float, b: float, /) -> float:
        return a if a >= b else b

    @staticmethod
    def where(condition: bool, a: float, b: float, /) -> float:
        return a if condition else b

    @staticmethod
    def normal_cdf(z: float, /) -> float:
        return 0.5 * math.erfc(-z / _SQRT2)

    @staticmethod
    def normal_pdf(z: float, /) -> float:
        return INV_SQRT_2PI * math.exp(-0.5 * z * z)

    @staticmethod
    def expected_excess(mean: float, sd: float, threshold: float = 0.0, /) -> float:
        gain = mean - threshold
        if sd <= 0.0:
            return gain if gain > 0.0 else 0.0
        z = gain / sd
        return gain * 0.5 * math.erfc(-z / _SQRT2) + sd * INV_SQRT_2PI * math.exp(-0.5 * z * z)


FLOATS: Ops = _Floats()
"""`Ops` on one float, in plain Python."""
