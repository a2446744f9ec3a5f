"""Hours: one number or a column of draws, their sum, and their summary as an expected value and a 90 % range."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast

from ..display.plain import Plain, plain
from ..display.words import signed

if TYPE_CHECKING:
    from ..display.page import Page

__all__ = ["MAX_HOURS", "Hours", "Summary", "mean_of", "new_summary", "percentile", "total"]

Hours: TypeAlias = float | tuple[float, ...]
"""Hours: one number if nothing that was read varies from draw to draw, else one a draw."""

MAX_HOURS = 1e9
"""The most hours that a scorer may return, either way: a hundred thousand years are a mistake, no number of hours."""


class _Triple(NamedTuple):
    """The numbers of a `Summary`, because a named tuple itself cannot have another base class."""

    mean: float
    low: float
    high: float


class Summary(Plain, _Triple):
    """Hours, as an expected value and a 90 % range.

    Args:
        mean: The expected value, the mean of the draws, hours.
        low: The 5th percentile of the draws, hours.
        high: The 95th percentile of the draws, hours.
    """

    __slots__ = ()

    @classmethod
    def of(cls, hours: Hours) -> Summary:
        """Return the summary of one number of hours, or of one a draw."""
        if not isinstance(hours, tuple):
            return cls(hours, hours, hours)
        ordered = sorted(hours)
        return cls(mean_of(hours), percentile(ordered, 0.05), percentile(ordered, 0.95))

    def to_dict(self) -> dict[str, Any]:
        """Return plain, JSON-ready data: the three numbers by their names, None for what is no number."""
        return {name: plain(number) for name, number in self._asdict().items()}

    def _page(self) -> Page:
        from ..display.page import Page

        return Page(str(self))

    def __str__(self) -> str:
        if math.isnan(self.mean):
            return "not known"
        mean, low, high = map(_in_words, self)
        return f"{mean} h (90 %: {low} to {high})" if self.low < self.high else f"{mean} h"


def _in_words(hours: float) -> str:
    """Return hours with their sign and without an exponent."""
    text = signed(hours)
    return f"{hours:+,.0f}".replace("-", "−") if "e" in text else text


new_summary: Callable[..., Any] = cast("Any", tuple).__new__
"""Makes a `Summary` from a tuple without its slower constructor."""


def mean_of(hours: Hours) -> float:
    """Return the expected hours. Summed exactly, because sum() rounds differently in different Python versions."""
    return math.fsum(hours) / len(hours) if isinstance(hours, tuple) else hours


def percentile(ordered: list[float], share: float) -> float:
    """Return the value below which a share of the draws lies, each draw standing for its own stratum.

    Args:
        ordered: The draws, ascending, at least one.
        share: The share, 0 to 1.
    """
    place = max(share * len(ordered) - 0.5, 0.0)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def total(terms: Iterable[Hours]) -> Hours:
    """Add hours draw by draw; a single number counts in every draw.

    Raises:
        ValueError: The columns differ in length.
    """
    terms = list(terms)
    columns = [term for term in terms if isinstance(term, tuple)]
    constant = math.fsum(term for term in terms if not isinstance(term, tuple))
    if not columns:
        return constant
    return tuple([math.fsum((constant, *row)) for row in zip(*columns, strict=True)])
