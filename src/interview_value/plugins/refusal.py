"""Refusal: which plugins are not taken in, and why, in words that say what to mend."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping

from attrs import frozen
from pluggy import PluginManager, PluginValidationError

from ..errors import NameClashError, PluginError, cause, nearest_name
from ..model.quantity import Quantity
from ..model.signatures import parameters_of
from ..scoring.criterion import Gate, Scorer
from .hookspecs import HISTORY, PROJECT

__all__ = ["Brought", "clashes", "refuse_useless", "why_refused"]


@frozen
class Brought:
    """What one plugin brings.

    Args:
        scorers: Its scorers.
        gates: Its gates.
    """

    scorers: tuple[Scorer[...], ...] = ()
    gates: tuple[Gate[...], ...] = ()

    @property
    def criteria(self) -> tuple[Scorer[...] | Gate[...], ...]:
        """The scorers, then the gates."""
        return (*self.scorers, *self.gates)


def refuse_useless(manager: PluginManager, plugin: object, name: str) -> None:
    """Refuse a plugin without any hook, whose marker was most likely forgotten, and a class whose hooks lack self."""
    if isinstance(plugin, type) and any(_wants_self(plugin, hook) for hook in HISTORY):
        raise PluginError(name, "it is a class; hand over an instance of it")
    if not manager.get_hookcallers(plugin):
        forgotten = [hook for hook in HISTORY if callable(getattr(plugin, hook, None))]
        what = (
            f"{forgotten[0]} lacks @hookimpl" if forgotten else "it is no scorer or gate and has no @hookimpl functions"
        )
        raise PluginError(name, what)


def _wants_self(plugin: type, hook: str) -> bool:
    function = inspect.getattr_static(plugin, hook, None)
    return inspect.isfunction(function) and "self" in (p.name for p in parameters_of(function))


def why_refused(error: Exception, plugin: object) -> str:
    """Say why a plugin was refused, and offer the nearest hook if the name was misspelt."""
    if not isinstance(error, PluginValidationError):
        return "this object is registered already" if isinstance(error, ValueError) else cause(error)
    words = " ".join(str(error).split())
    for name in dir(plugin):
        if name not in HISTORY and _is_marked(plugin, name) and (near := nearest_name(name, HISTORY)):
            return f"{words}; did you mean {near!r} instead of {name!r}?"
    return words


def _is_marked(plugin: object, name: str) -> bool:
    return hasattr(inspect.getattr_static(plugin, name, None), f"{PROJECT}_impl")  # what @hookimpl leaves there


def clashes(brought: Mapping[str, Brought]) -> Iterator[NameClashError]:
    """Yield every name that two plugins claim: for a scorer or gate, or for two different quantities.

    Args:
        brought: What the plugins bring, by plugin.
    """
    owners: dict[str, str] = {}
    quantities: dict[str, tuple[str, Quantity]] = {}
    for owner in sorted(brought):
        for criterion in brought[owner].criteria:
            if criterion.name in owners:
                kind = "scorer" if isinstance(criterion, Scorer) else "gate"
                yield NameClashError(kind, criterion.name, (owners[criterion.name], owner))
            owners.setdefault(criterion.name, owner)
            for quantity in criterion.quantities:
                first_owner, first = quantities.setdefault(quantity.name, (owner, quantity))
                if first != quantity:
                    yield NameClashError("quantity", quantity.name, (first_owner, owner))
