"""Quantity: one number that the model reads, and all that is known about it before anybody is asked."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

from attrs import field, frozen

from ..errors import FieldError, is_list, nearest_name
from .estimate import Estimate, EstimateLike, read_estimate
from .signatures import answering_class, parameters_of
from .typed import NumberReader, as_number

__all__ = [
    "ASSUMPTION",
    "FACTS",
    "NOT_NEGATIVE",
    "POSITIVE",
    "SHARE",
    "Z95",
    "Belief",
    "Bounds",
    "DerivedPrior",
    "PriorBy",
    "Quantity",
]

Scale: TypeAlias = Literal["linear", "log"]
Asked: TypeAlias = Literal["yourself", "recruiter", "nobody"]

ASSUMPTION = "assumption"

LEAST_PER_CENT = 10
"""From what on a number that is given for a share is taken for one of per cent; less may be one of a scale."""


Z95 = 1.6448536269514722
"""The standard normal's 95th percentile: half the width of a 90 % range, in standard deviations."""


class Belief(NamedTuple):
    """A quantity that is itself a belief: a normal distribution, on one row or on columns of rows.

    Args:
        mean: Its mean, in the quantity's unit.
        sd: Its standard deviation, at least 0, in the same unit.
    """

    mean: float
    sd: float

    @classmethod
    def of(cls, estimate: Estimate) -> Belief:
        """Return the normal belief whose 90 % range is the estimate."""
        return cls((estimate.low + estimate.high) / 2, (estimate.high - estimate.low) / (2 * Z95))


@frozen
class Bounds:
    """The values that a quantity can take.

    Args:
        low: The lowest value.
        high: The highest value.
        open_low: Whether ``low`` itself is excluded, as for a length of time that cannot be 0.
    """

    low: float = -math.inf
    high: float = math.inf
    open_low: bool = False

    def contains(self, value: float) -> bool:
        """Tell whether a value lies within the bounds; NaN never does."""
        return self.low <= value <= self.high and not (self.open_low and value == self.low)

    def __str__(self) -> str:
        if self.low == -math.inf and self.high == math.inf:
            return "any number"
        if self.low == -math.inf:
            return f"≤ {self.high:g}"
        if self.high == math.inf:
            return f"> {self.low:g}" if self.open_low else f"≥ {self.low:g}"
        return f"{'> ' if self.open_low else ''}{self.low:g} to {self.high:g}"


SHARE = Bounds(0, 1)
POSITIVE = Bounds(0, open_low=True)
NOT_NEGATIVE = Bounds(0)


def _as_cases(cases: Mapping[Any, EstimateLike]) -> Mapping[object, Estimate]:
    return {value: Estimate.of(prior) for value, prior in cases.items()}


def _as_estimate(prior: EstimateLike) -> Estimate:
    return Estimate.of(prior)


FACTS = ("stage", "remote")
"""The facts of an invitation that a prior may depend on."""


@frozen
class PriorBy:
    """A prior that depends on a fact of the invitation, such as its stage.

    Args:
        fact: The attribute of `Invitation` that decides: ``"stage"`` or ``"remote"``.
        cases: An estimate for each value of the fact that has one of its own.
        otherwise: The estimate for all other values, the unknown one included.

    Raises:
        FieldError: The fact is none of these.
    """

    fact: str
    cases: Mapping[object, Estimate] = field(converter=_as_cases, hash=False)
    otherwise: Estimate = field(converter=_as_estimate)

    def __attrs_post_init__(self) -> None:
        if self.fact not in FACTS:
            raise FieldError("fact", self.fact, " or ".join(map(repr, FACTS)), nearest_name(self.fact, FACTS))

    def given(self, facts: object) -> Estimate:
        """Return the prior that goes with these facts.

        Args:
            facts: An object that has the fact as an attribute.

        Returns:
            The estimate of their case, or that of all others, in the quantity's unit.
        """
        return self.cases.get(getattr(facts, self.fact), self.otherwise)


@frozen
class DerivedPrior:
    """A prior that is computed, draw by draw, from other quantities.

    Args:
        function: Takes the other quantities by argument name and returns the value, or a `Belief`.
            It must give the same on a float and on a column.
        words: The formula, in words or symbols, for tables.
    """

    function: Callable[..., Any]
    words: str
    reads: tuple[str, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "reads", tuple(p.name for p in parameters_of(self.function)))


Prior: TypeAlias = Estimate | PriorBy | DerivedPrior


def _as_prior(value: EstimateLike | PriorBy | DerivedPrior) -> Prior:
    return value  # type: ignore[return-value]  # read once the unit and the bounds are at hand


def _as_bounds(value: Bounds | tuple[float, float]) -> Bounds:
    if isinstance(value, Bounds):
        return value
    if not is_list(value) or len(value) != 2 or any(as_number(end) is None for end in value):
        raise FieldError("bounds", value, "Bounds, or a pair of numbers: the lowest value and the highest")
    if not value[0] <= value[1]:
        raise FieldError("bounds", value, "the lowest value, and then the highest")
    low, high = (end if isinstance(end, (int, float)) else float(end) for end in value)
    return Bounds(low, high)


@answering_class
@frozen(cache_hash=True)
class Quantity:
    """One number that the model reads.

    Args:
        name: A Python identifier; scorers ask for the quantity by it.
        unit: The unit, such as ``"h"`` or ``"share"``.
        bounds: The values it can take: `Bounds`, or a pair that includes both ends.
        prior: What is assumed while nobody has said anything: an estimate (a 90 % range if it is a pair),
            or a `PriorBy` or `DerivedPrior`.
        scale: ``"log"`` for a positive quantity that ranges over a factor (log-normal through the 5th and
            95th percentile), ``"linear"`` otherwise (normal, clipped to the bounds).
        question: The question that asks a person for it; needed unless nobody can answer.
        ask: Who can answer: ``"yourself"``, ``"recruiter"``, or ``"nobody"`` for a constant of the model.
        source: Where the prior comes from, or the word *assumption*.
        grade: How good that evidence is.
        belief: Whether the quantity is a belief, whose range is the input: a scorer gets it as a `Belief`.

    Raises:
        FieldError: An argument contradicts the rules above, or the prior lies outside the bounds.
    """

    name: str
    unit: str = field(kw_only=True)
    bounds: Bounds = field(kw_only=True, converter=_as_bounds)
    prior: Prior = field(kw_only=True, converter=_as_prior)
    scale: Scale = field(kw_only=True, default="linear")
    question: str = field(kw_only=True, default="")
    ask: Asked = field(kw_only=True, default="nobody")
    source: str = field(kw_only=True, default=ASSUMPTION)
    grade: str = field(kw_only=True, default=ASSUMPTION)
    belief: bool = field(kw_only=True, default=False)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.isidentifier():
            raise FieldError("quantity", self.name, "a name that is a Python identifier")
        self._check_texts()
        if self.scale not in ("linear", "log"):
            raise FieldError(f"{self.name}.scale", self.scale, "'linear' or 'log'")
        self._check_question()
        if self.scale == "log" and self.bounds.low < 0:
            raise FieldError(f"{self.name}.bounds", str(self.bounds), "bounds from 0 on, for a log scale")
        if isinstance(self.prior, PriorBy):
            for prior in (*self.prior.cases.values(), self.prior.otherwise):
                self.check(prior, f"{self.name}.prior")
        elif not isinstance(self.prior, DerivedPrior):
            object.__setattr__(self, "prior", self.estimate(self.prior, f"{self.name}.prior"))

    def _check_question(self) -> None:
        if self.ask not in ("yourself", "recruiter", "nobody"):
            raise FieldError(f"{self.name}.ask", self.ask, "'yourself', 'recruiter' or 'nobody'")
        if self.ask != "nobody" and not self.question:
            raise FieldError(f"{self.name}.question", self.question, "the question that asks a person for it")

    def _check_texts(self) -> None:
        for name in ("unit", "question", "source", "grade"):
            if not isinstance(getattr(self, name), str):
                raise FieldError(f"{self.name}.{name}", getattr(self, name), "a text")

    @property
    def reader(self) -> NumberReader:
        """What reads the text that people type for this quantity."""
        return NumberReader(self.unit, (self.bounds.low, self.bounds.high))

    @property
    def allowed(self) -> str:
        """What can be given for it, in words, with two forms that can be typed."""
        return f"{self.reader.allowed}, in {self.unit}, {self.bounds}"

    def estimate(self, value: EstimateLike, path: str | None = None) -> Estimate:
        """Read a value that somebody gave for this quantity.

        Args:
            value: A number, a pair ``(low, high)``, text such as ``"2..7"``, also with a unit of this quantity, or an
                `Estimate`.
            path: Where the value stands, for the error; the quantity's name if left out.

        Returns:
            The estimate, in the quantity's unit and within its bounds.

        Raises:
            FieldError: The value is no estimate, lies outside the bounds, or is a range from 0 on a log scale.
        """
        path = path or self.name
        try:
            estimate = value if isinstance(value, Estimate) else read_estimate(value, self.reader)
        except FieldError as mistake:
            raise FieldError(path, value, f"{mistake.allowed}, in {self.unit}, {self.bounds}") from None
        self.check(estimate, path)
        return estimate

    def check(self, estimate: Estimate, path: str) -> None:
        """Raise a `FieldError` unless the estimate lies within the bounds and fits the scale."""
        if self.bounds.low < estimate.low and estimate.high < self.bounds.high:
            return  # strictly inside: the rule, and the hot path
        if not (self.bounds.contains(estimate.low) and estimate.high <= self.bounds.high):
            raise FieldError(path, estimate.to_plain(), f"{self.bounds} ({self.unit}){self._as_per_cent(estimate)}")
        if self.scale == "log" and estimate.low <= 0 < estimate.high:
            raise FieldError(
                path,
                estimate.to_plain(),
                f"a range that starts above 0, because {self.name} ranges over a factor: "
                f"say {estimate.high / 20:g}..{estimate.high:g}, or exactly 0",
            )

    def _as_per_cent(self, estimate: Estimate) -> str:
        """Return how to write a share that was given as a number of per cent; empty if it was not."""
        if self.bounds != SHARE or not LEAST_PER_CENT <= estimate.high <= 100:
            return ""
        return f'; for {estimate} per cent say "{estimate}%"'

    @property
    def prior_in_words(self) -> str:
        """The prior as one reads it: the estimate, each case of a fact, or the formula."""
        if isinstance(self.prior, DerivedPrior):
            return self.prior.words
        if isinstance(self.prior, PriorBy):
            names: dict[object, str] = {True: "yes", False: "no"}
            cases = [f"{names.get(case) or getattr(case, 'value', case)} {e}" for case, e in self.prior.cases.items()]
            return f"by {self.prior.fact}: {', '.join(cases)}, otherwise {self.prior.otherwise}"
        return str(self.prior)

    def prior_given(self, facts: object) -> Estimate | DerivedPrior:
        """Return the prior that goes with the facts of an invitation."""
        return self.prior.given(facts) if isinstance(self.prior, PriorBy) else self.prior
