"""Evaluation: what comes out, with where each number comes from. All but the hours is worked out when looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from functools import cached_property
from itertools import repeat
from typing import Any, NamedTuple

from attrs import field, frozen

from .errors import ScorerError, UnknownNameError
from .estimate import Estimate
from .invitation import Invitation
from .quantity import Quantity
from .run import Hours
from .scorer import Kind
from .seeker import Seeker

__all__ = ["Contribution", "Evaluation", "Finding", "Input", "Origin", "Summary", "Verdict"]


class Verdict(str, Enum):
    """What to do about the invitation."""

    ATTEND = "attend"
    ASK_FIRST = "ask_first"
    DECLINE = "decline"


class Origin(str, Enum):
    """Where a value comes from."""

    GIVEN = "given"
    READ = "read"
    ASSUMED = "assumed"


class Summary(NamedTuple):
    """Hours, as an expected value and a 90 % range.

    Args:
        mean: The expected value, the mean of the draws, hours.
        low: The 5th percentile of the draws, hours.
        high: The 95th percentile of the draws, hours.
    """

    mean: float
    low: float
    high: float

    @classmethod
    def of(cls, hours: Hours) -> Summary:
        """Summarise one number, or the draws of one."""
        if not isinstance(hours, list):
            return cls(hours, hours, hours)
        ordered = sorted(hours)
        return cls(sum(hours) / len(hours), _percentile(ordered, 0.05), _percentile(ordered, 0.95))
