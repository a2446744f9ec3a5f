"""Pickling of what holds read-only mappings, which pickle itself cannot write."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

__all__ = ["Anew", "anew"]

Anew: TypeAlias = tuple[Callable[[], Any], tuple[()]]
"""What `__reduce__` returns: a function that makes the object anew, and no arguments for it."""

READ_ONLY: type[Any] = MappingProxyType


def anew(instance: attrs.AttrsInstance) -> Anew:
    """Return how to make an object of an attrs class anew out of the arguments of its constructor."""
    arguments = {f.name: getattr(instance, f.name) for f in attrs.fields(type(instance)) if f.init}
    plain = {name: dict(value) if isinstance(value, READ_ONLY) else value for name, value in arguments.items()}
    return partial(type(instance), **plain), ()
