"""Catalogue: what the plugins of a registry bring, and the listing of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from .criterion import Gate, Scorer
from .quantity import Quantity

__all__ = ["Catalogue", "Plugin"]


@frozen(kw_only=True)
class Plugin:
    """One line of the listing of plugins.

    Args:
        name: The plugin's name.
        package: The distribution it came with; empty if it was registered by hand.
        version: That distribution's version.
        status: ``"active"``, ``"blocked"`` or ``"broken"``.
        reason: Why it is broken; else empty.
        hooks: The hooks that it implements.
        scorers: The names of the scorers it brings.
        gates: The names of the gates it brings.
    """

    name: str
    package: str = ""
    version: str = ""
    status: str = "active"
    reason: str = ""
    hooks: tuple[str, ...] = ()
    scorers: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()


@frozen
class Catalogue:
    """What the plugins of a registry bring, collected once.

    Args:
        scorers: Every scorer that is not blocked, sorted by name.
        gates: Every gate that is not blocked, sorted by name.
        quantities: Every quantity that anybody brought, blocked ones included, by name.
        weights: The hooks that reweight, by plugin.
        readers: The hooks that read, by plugin.
        plugins: The listing.
    """

    scorers: tuple[Scorer[...], ...]
    gates: tuple[Gate[...], ...]
    quantities: Mapping[str, Quantity]
    weights: Mapping[str, Callable[..., Any]]
    readers: Mapping[str, Callable[..., Any]]
    plugins: tuple[Plugin, ...]
