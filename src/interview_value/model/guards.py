"""Guards: what data of unknown make turns out to be, in a way that type checkers follow."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from numbers import Real
from typing import Any, TypeGuard

__all__ = ["is_collection", "is_list", "is_mapping", "is_number"]


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Tell whether a value is a mapping."""
    return isinstance(value, Mapping)


def is_list(value: object) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Tell whether a value is a list or a tuple."""
    return isinstance(value, (list, tuple))


def is_collection(value: object) -> TypeGuard[Collection[Any]]:
    """Tell whether a value is a collection of any make."""
    return isinstance(value, Collection)


def is_number(value: object) -> TypeGuard[float]:
    """Tell whether a value is a real number of any make; a bool is none."""
    return isinstance(value, Real) and not isinstance(value, bool)
