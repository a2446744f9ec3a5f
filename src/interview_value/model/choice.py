"""Choice: one of the answers that a question offers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from attrs import field, frozen

from ..errors import FieldError, is_list, is_mapping
from .estimate import Estimate, EstimateLike

__all__ = ["NO_CHOICES", "UNKNOWN", "Choice", "as_choices"]

UNKNOWN = "unknown"
"""The label of whatever nobody has said."""


def _as_estimate_or_none(value: EstimateLike | None) -> Estimate | None:
    return None if value is None else Estimate.of(value)


def _as_words(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(words)


@frozen
class Choice:
    """One of the answers that a question offers.

    Args:
        label: The answer in words, as a person would give it.
        estimate: The number or 90 % range that it stands for, in the quantity's unit; None for a label.
        share: How many of all people or interviews it holds for, 0 to 1, before anybody says so; for a label
            that is asked for.
        words: Other words for it.
    """

    label: str
    estimate: Estimate | None = field(default=None, converter=_as_estimate_or_none)
    share: float = field(default=0.0, kw_only=True)
    words: tuple[str, ...] = field(default=(), converter=_as_words, kw_only=True)


def as_choices(choices: Mapping[str, Any]) -> Mapping[str, Choice]:
    """Return choices, also of their words alone; raise a `FieldError` for anything else."""
    if not is_mapping(choices):
        raise FieldError("choices", choices, "a label, or a label and a range, for each name of a choice")
    made = {name: choice if isinstance(choice, Choice) else _as_choice(choice) for name, choice in choices.items()}
    return MappingProxyType(made)


NO_CHOICES: Mapping[str, Choice] = MappingProxyType({})


def _as_choice(choice: Any) -> Choice:
    if isinstance(choice, str):
        return Choice(choice)
    if is_list(choice) and len(choice) == 2 and isinstance(choice[0], str):
        return Choice(*choice)
    raise FieldError("choices", choice, "a Choice, a label, or a pair of a label and what it stands for")
