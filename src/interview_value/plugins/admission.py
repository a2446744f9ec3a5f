"""Admission: which plugins take part, and for each of the others the reason and what to mend."""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen
from pluggy import PluginManager, PluginValidationError

from ..errors import FieldError, NameClashError, PluginError, cause, is_collection, nearest_name
from ..model.quantity import Quantity
from ..model.signatures import parameters_of
from ..scoring.criterion import CORE_QUANTITIES, Scorer
from ..scoring.way import OWN_WAYS
from .catalogue import Criteria
from .hookspecs import HISTORY, PROJECT

__all__ = [
    "ALLOW_VARIABLE",
    "BLOCK_VARIABLE",
    "Admission",
    "check_hooks",
    "check_ways",
    "clashes",
    "mistakes_in_names",
    "why_refused",
]

ALLOW_VARIABLE = "INTERVIEW_VALUE_ALLOW"
"""Environment variable: the only installed plugins that may take part, by name or package, separated by commas."""

BLOCK_VARIABLE = "INTERVIEW_VALUE_BLOCK"
"""Environment variable: names of scorers, gates and plugins to leave out, separated by commas."""


MARK_IT = "mark it with @scorer(kind=…) if it returns hours, or with @gate(reason=…) if it is a veto"


@frozen
class Admission:
    """The lists that say what may take part: the caller's and the environment's, each of which only excludes more.

    Args:
        block: Names of scorers, gates and plugins that the caller leaves out.
        allow: The only installed plugins that the caller admits, by name or package; None admits all.
    """

    block: frozenset[str]
    allow: frozenset[str] | None
    block_by_environment: frozenset[str] = field(init=False, factory=lambda: _names_in(BLOCK_VARIABLE) or frozenset())
    allow_by_environment: frozenset[str] | None = field(init=False, factory=lambda: _names_in(ALLOW_VARIABLE))

    @property
    def blocked(self) -> frozenset[str]:
        """All names that are left out."""
        return self.block | self.block_by_environment

    def why_blocked(self, name: str) -> str:
        """Say which list blocks a plugin, scorer or gate; empty if none does."""
        if name in self.block:
            return "it is in block"
        return f"{BLOCK_VARIABLE} names it" if name in self.block_by_environment else ""

    def why_not_allowed(self, name: str, package: str) -> str:
        """Say which list leaves out an installed plugin by naming neither it nor its package; empty if none does."""
        for names, source in ((self.allow, "allow"), (self.allow_by_environment, ALLOW_VARIABLE)):
            if names is not None and name not in names and _normalized(package) not in map(_normalized, names):
                return f"{source} names neither it nor its package"
        return ""


def mistakes_in_names(argument: str, names: Any) -> Iterator[FieldError]:
    """Yield each mistake in the names that a caller blocks or allows.

    Args:
        argument: The name of the argument.
        names: Its value.
    """
    if isinstance(names, str) or not is_collection(names):
        yield FieldError(argument, names, "a collection of names, such as {'courtesy'}")
        return
    for name in names:
        if not isinstance(name, str) or not name.strip():
            yield FieldError(argument, name, "the name of a scorer, gate or plugin")


def _normalized(package: str) -> str:
    """Return the name of a package as package indexes compare it, whichever way it is spelt."""
    return re.sub(r"[-_.]+", "-", package).lower()


def _names_in(variable: str) -> frozenset[str] | None:
    """Return the names in an environment variable; None if it is not set, which is not the same as empty."""
    text = os.environ.get(variable)
    return None if text is None else frozenset(name for part in text.split(",") if (name := part.strip()))


def check_hooks(manager: PluginManager, plugin: object, name: str) -> None:
    """Raise a `PluginError` for a registered plugin without hooks, or a class whose hooks would lack ``self``."""
    if isinstance(plugin, type) and any(_takes_self(plugin, hook) for hook in HISTORY):
        raise PluginError(name, "it is a class; hand over an instance of it")
    if not manager.get_hookcallers(plugin):
        unmarked = [hook for hook in HISTORY if callable(getattr(plugin, hook, None))]
        if unmarked:
            raise PluginError(name, f"{unmarked[0]} lacks @hookimpl")
        if inspect.isfunction(plugin):
            raise PluginError(name, f"it is a plain function; {MARK_IT}")
        raise PluginError(name, "it is no scorer, gate or way and has no @hookimpl functions")


def check_ways(criteria: Criteria, name: str) -> None:
    """Raise a `PluginError` for a way of a plugin that changes what neither the library nor the plugin has."""
    known = CORE_QUANTITIES.keys() | {quantity.name for item in criteria.all for quantity in item.quantities}
    for way in criteria.ways:
        for changed in way.changes.keys() - known:
            near = nearest_name(changed, known)
            hint = f"; did you mean {near!r}?" if near else ""
            raise PluginError(name, f"the way {way.name!r} changes {changed!r}, which is no quantity of it{hint}")


def _takes_self(plugin: type, hook: str) -> bool:
    function = inspect.getattr_static(plugin, hook, None)
    return inspect.isfunction(function) and "self" in (parameter.name for parameter in parameters_of(function))


def why_refused(error: Exception, plugin: object) -> str:
    """Say why registering a plugin failed: a hook's argument that there is not, or a misspelt hook with the nearest."""
    if not isinstance(error, PluginValidationError):
        return "this object is registered already" if isinstance(error, ValueError) else cause(error)
    words = " ".join(str(error).split())
    for name in dir(plugin):
        # The decorator hookimpl leaves an attribute of this name on a function.
        if not hasattr(inspect.getattr_static(plugin, name, None), f"{PROJECT}_impl"):
            continue
        if name in HISTORY:
            allowed = HISTORY[name][-1].arguments
            taken = [parameter.name for parameter in parameters_of(getattr(plugin, name))]
            if unknown := [argument for argument in taken if argument not in allowed]:
                return f"{name} takes no argument {unknown[0]!r}; it may take: {', '.join(allowed) or 'none'}"
        elif near := nearest_name(name, HISTORY):
            return f"{words}; did you mean {near!r} instead of {name!r}?"
    return words


def clashes(criteria: Mapping[str, Criteria]) -> Iterator[NameClashError]:
    """Yield each name that two plugins claim: for a scorer or gate, for a way, or for two different quantities.

    Args:
        criteria: What each plugin brings, by its name.
    """
    owners: dict[str, str] = {}
    owners_of_ways: dict[str, str] = dict.fromkeys(OWN_WAYS, PROJECT)
    quantities: dict[str, tuple[str, Quantity]] = {}
    for owner in sorted(criteria):
        for way in criteria[owner].ways:
            if way.name in owners_of_ways:
                yield NameClashError("way", way.name, (owners_of_ways[way.name], owner))
            owners_of_ways.setdefault(way.name, owner)
        for criterion in criteria[owner].all:
            if criterion.name in owners:
                kind = "scorer" if isinstance(criterion, Scorer) else "gate"
                yield NameClashError(kind, criterion.name, (owners[criterion.name], owner))
            owners.setdefault(criterion.name, owner)
            for quantity in criterion.quantities:
                first_owner, first = quantities.setdefault(quantity.name, (owner, quantity))
                if first != quantity:
                    yield NameClashError("quantity", quantity.name, (first_owner, owner))
