"""Catalogue: what the plugins of a registry bring, and the listing of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

from ..model.quantity import Quantity
from ..scoring.criterion import Gate, Scorer

__all__ = ["Catalogue", "Plugin"]


@frozen(kw_only=True)
class Plugin:
    """One line of the listing of plugins.

    Args:
        name: The plugin's name.
        package: The distribution it came with; empty if it was registered by hand.
        version: That distribution's version.
        where: The entry point that names it, such as ``"package.module:object"``, or the module it comes from.
        file: The file of that module; empty if it was not imported or has none.
        status: ``"active"``, ``"blocked"``, ``"not allowed"`` or ``"broken"``.
        reason: Why it is not active; else empty.
        hooks: The hooks that it implements.
        scorers: The names of the scorers it brings.
        gates: The names of the gates it brings.
        quantities: The names of the quantities it brings.
        blocked: The names of those of its scorers and gates that are left out, each with why.
    """

    name: str
    package: str = ""
    version: str = ""
    where: str = ""
    file: str = ""
    status: str = "active"
    reason: str = ""
    hooks: tuple[str, ...] = ()
    scorers: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    blocked: Mapping[str, str] = field(factory=dict[str, str], hash=False)

    @property
    def reweighs(self) -> bool:
        """Whether it changes weights."""
        return "interview_value_weights" in self.hooks

    @property
    def notes(self) -> bool:
        """Whether it adds notes to evaluations."""
        return "interview_value_notes" in self.hooks

    @property
    def reads(self) -> bool:
        """Whether it reads further formats."""
        return "interview_value_read" in self.hooks


@frozen
class Catalogue:
    """What the plugins of a registry bring, collected once.

    Args:
        scorers: Every scorer that is not blocked, sorted by name.
        gates: Every gate that is not blocked, sorted by name.
        quantities: Every quantity that anybody brought, blocked ones included, by name.
        weights: The hooks that reweight, by plugin.
        notes: The hooks that have notes, by plugin.
        readers: The hooks that read, by plugin.
        plugins: The listing.
    """

    scorers: tuple[Scorer[...], ...]
    gates: tuple[Gate[...], ...]
    quantities: Mapping[str, Quantity]
    weights: Mapping[str, Callable[..., Any]]
    notes: Mapping[str, Callable[..., Any]]
    readers: Mapping[str, Callable[..., Any]]
    plugins: tuple[Plugin, ...]
