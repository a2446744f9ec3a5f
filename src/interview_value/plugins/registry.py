"""Registry: discovering, registering and listing plugins, and collecting what they bring."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from importlib import import_module
from types import ModuleType
from typing import Any, TypeGuard

from attrs import evolve
from pluggy import PluginManager

from ..errors import PluginError, UnknownNameError, cause, short, warn
from ..model.source import Source
from ..scoring.criterion import CORE_LABELS, CORE_QUANTITIES, Gate, Scorer
from ..scoring.gates import BUILT_IN_GATES
from ..scoring.scorers import BUILT_IN_SCORERS
from ..scoring.way import Way
from ..version import __version__
from . import hookspecs
from .admission import BLOCK_VARIABLE, Admission, check_hooks, check_ways, clashes, why_refused
from .catalogue import Catalogue, Criteria, Plugin
from .hookspecs import PROJECT, hookimpl

__all__ = ["NO_DISCOVERY_VARIABLE", "Registry", "default_catalogue", "installed", "listing"]

NO_DISCOVERY_VARIABLE = "INTERVIEW_VALUE_NO_DISCOVERY"
"""Environment variable: with any value but an empty one, 0 and false, installed plugins take no part."""

MAX_CRITERIA = 1_000
"""The most scorers, gates or ways that one plugin may bring."""


BRINGING: Mapping[str, type] = {
    "interview_value_scorers": Scorer,
    "interview_value_gates": Gate,
    "interview_value_ways": Way,
}
"""The hooks by which a plugin brings something, with what that is, in the order of `Criteria`."""


class _BuiltIn:
    """The plugin that brings the built-in scorers and gates, by the same hooks as any other."""

    @hookimpl
    def interview_value_scorers(self) -> Iterable[Scorer[...]]:
        return BUILT_IN_SCORERS

    @hookimpl
    def interview_value_gates(self) -> Iterable[Gate[...]]:
        return BUILT_IN_GATES


class _Single:
    """The plugin that is made of a scorer, gate or way which is registered by itself."""

    def __init__(self, criterion: Scorer[...] | Gate[...] | Way) -> None:
        self.criterion = criterion

    @hookimpl
    def interview_value_scorers(self) -> Iterable[Scorer[...]]:
        return (self.criterion,) if isinstance(self.criterion, Scorer) else ()

    @hookimpl
    def interview_value_gates(self) -> Iterable[Gate[...]]:
        return (self.criterion,) if isinstance(self.criterion, Gate) else ()

    @hookimpl
    def interview_value_ways(self) -> Iterable[Way]:
        return (self.criterion,) if isinstance(self.criterion, Way) else ()


@cache
def installed() -> tuple[Any, ...]:
    """Return the entry points of all installed plugins, by name. Scanned once a process: it takes 35 ms or more."""
    from importlib.metadata import entry_points

    return tuple(sorted(entry_points(group=PROJECT), key=lambda point: (point.name, point.value)))


class Registry:
    """The plugins of one evaluator. Registries share nothing but the list of installed plugins.

    Args:
        discover: Whether installed plugins take part, unless the environment says no.
        admission: Which plugins may take part.
    """

    def __init__(self, *, discover: bool, admission: Admission) -> None:
        self._manager = _manager_of({})
        self._plugins: dict[str, Plugin] = {}
        self._criteria: dict[str, Criteria] = {}
        self._admission = admission
        self.add(_BuiltIn(), PROJECT)
        self._plugins[PROJECT] = evolve(self._plugins[PROJECT], package="interview-value", version=__version__)
        self._discovers = discover and os.environ.get(NO_DISCOVERY_VARIABLE, "").strip().lower() in ("", "0", "false")
        if self._discovers:
            self._discover()

    def __getstate__(self) -> dict[str, Any]:
        # Pluggy's manager cannot be pickled, and a module only by its name, where other processes can import it.
        plugins = {name: plugin for name, plugin in self._manager.list_name_plugin() if plugin is not None}
        modules = {name: plugin.__name__ for name, plugin in plugins.items() if _is_importable(plugin)}
        objects = {name: plugin for name, plugin in plugins.items() if name not in modules}
        return {**self.__dict__, "_manager": (objects, modules)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        objects, modules = state["_manager"]
        # A copy goes its own way, so that each has its own lists.
        self.__dict__.update(state, _plugins=dict(state["_plugins"]), _criteria=dict(state["_criteria"]))
        self._manager = _manager_of({**objects, **{name: import_module(path) for name, path in modules.items()}})

    @property
    def blocked(self) -> frozenset[str]:
        """All names that are left out."""
        return self._admission.blocked

    def add(self, plugin: object, name: str | None = None) -> None:
        """Register a scorer, a gate, a way, or a module or object with hook implementations.

        Args:
            plugin: The plugin. If it is refused, the registry stays as it was.
            name: The plugin's name; if left out, the scorer's, gate's, way's, module's or class's.

        Raises:
            PluginError: It has no hooks, a misspelt one, one with wrong arguments, or one that raises or
                returns what is no scorer, gate or way.
            NameClashError: It brings a scorer, gate, way or quantity of a name that another plugin brings.
        """
        name = name or str(getattr(plugin, "name", None) or getattr(plugin, "__name__", None) or type(plugin).__name__)
        is_criterion = isinstance(plugin, (Scorer, Gate))  # then the criterion is blocked, and the plugin is not
        if not is_criterion and name in self.blocked and name not in self._plugins:
            reason = self._admission.why_blocked(name)
            self._plugins[name] = Plugin(name=name, status="blocked", reason=reason, where=_module_of(plugin))
            return
        criteria = self._register(plugin, name)
        for clash in clashes({**self._criteria, name: criteria}):
            self._manager.unregister(name=name)
            raise clash
        self._list(name, criteria, where=_module_of(plugin))

    def catalogue(self) -> Catalogue:
        """Return what the plugins bring, without what is blocked.

        Raises:
            UnknownNameError: A name is blocked that no scorer, gate or plugin has.
        """
        scorers = [scorer for criteria in self._criteria.values() for scorer in criteria.scorers]
        gates = [gate for criteria in self._criteria.values() for gate in criteria.gates]
        self._check_blocked({*self._plugins, *(criterion.name for criterion in (*scorers, *gates))})
        quantities = {**CORE_QUANTITIES, **CORE_LABELS}
        for criterion in (*scorers, *gates):
            quantities |= {quantity.name: quantity for quantity in criterion.quantities}
        return Catalogue(
            scorers=tuple(sorted((s for s in scorers if s.name not in self.blocked), key=_name)),
            gates=tuple(sorted((g for g in gates if g.name not in self.blocked), key=_name)),
            ways=tuple(sorted((way for criteria in self._criteria.values() for way in criteria.ways), key=_name)),
            quantities=quantities,
            weights=dict(self._callers("interview_value_weights")),
            notes=dict(self._callers("interview_value_notes")),
            readers={name: partial(_read, call) for name, call in self._callers("interview_value_read")},
            plugins=tuple(self._plugins[name] for name in sorted(self._plugins)),
        )

    def _discover(self) -> None:
        """Register all installed plugins that may take part, and list the others with why they do not."""
        for point in installed():
            origin = {"where": point.value}
            if point.dist:
                origin |= {"package": point.dist.name, "version": point.dist.version}
            # A name that is taken must not hide the plugin that has it from the listing.
            name = point.name if point.name not in self._plugins else f"{point.name} ({point.value})"
            if reason := self._admission.why_blocked(point.name):
                self._plugins[name] = Plugin(name=name, status="blocked", reason=reason, **origin)
            elif reason := self._admission.why_not_allowed(point.name, origin.get("package", "")):
                self._plugins[name] = Plugin(name=name, status="not allowed", reason=reason, **origin)
            else:
                try:
                    self._list(name, self._register(point.load(), point.name), **origin)
                except (Exception, SystemExit) as error:  # noqa: BLE001 - a module may raise anything; the others go on
                    reason = error.reason if isinstance(error, PluginError) else cause(error)
                    self._plugins[name] = Plugin(name=name, status="broken", reason=reason, **origin)
        self._break_rivals()

    def _break_rivals(self) -> None:
        """Unregister all installed plugins that claim the same name; which one came first does not matter."""
        for clash in list(clashes(self._criteria)):
            for owner in {*clash.owners} - {PROJECT}:
                if self._criteria.pop(owner, None):
                    self._manager.unregister(name=owner)
                    self._plugins[owner] = evolve(self._plugins[owner], status="broken", reason=str(clash))

    def _register(self, plugin: object, name: str) -> Criteria:
        """Register a plugin with pluggy and return what it brings; if anything is wrong, unregister it."""
        if isinstance(plugin, str):
            raise PluginError(
                plugin[:100], "it is text; import the module of that name, and hand over the module itself"
            )
        if name in self._plugins:
            raise PluginError(name, "another plugin of this name is registered already; pass another name")
        try:
            hooks = _Single(plugin) if isinstance(plugin, (Scorer, Gate, Way)) else plugin
            self._manager.register(hooks, name)
            self._manager.check_pending()
            check_hooks(self._manager, hooks, name)
            criteria = Criteria(*(self._ask(name, hook, kind) for hook, kind in BRINGING.items()))
            check_ways(criteria, name)
        except Exception as error:
            self._manager.unregister(name=name)
            if isinstance(error, PluginError):
                raise
            raise PluginError(name, why_refused(error, plugin)) from error
        return criteria

    def _ask(self, name: str, hook: str, kind: type) -> tuple[Any, ...]:
        """Ask one plugin for its scorers, gates or ways, alone, so that one that fails does not silence the others."""
        criteria: list[Any] = []
        for caller in dict(self._callers(hook, only=name)).values():
            try:
                answers = caller()  # pluggy drops a None
                for criterion in answers[0] if answers else ():
                    criteria.append(criterion)
                    if not isinstance(criterion, kind) or len(criteria) > MAX_CRITERIA:
                        kinds = f"{MAX_CRITERIA:,} {kind.__name__}s"
                        raise PluginError(name, f"{hook} must return at most {kinds}, not {short(criterion)}")
            except PluginError:
                raise
            except Exception as error:
                raise PluginError(name, f"{hook} failed: {cause(error)}") from error
        return tuple(criteria)

    def _callers(self, hook: str, only: str | None = None) -> Iterator[tuple[str, Callable[..., Any]]]:
        """Yield, sorted, the name of each plugin that implements a hook, with what calls that hook of it alone."""
        plugins = dict(self._manager.list_name_plugin())
        implementing = {function.plugin_name for function in getattr(self._manager.hook, hook).get_hookimpls()}
        for name in sorted(implementing & ({only} if only else set(plugins))):
            others = [plugin for other, plugin in plugins.items() if other != name and plugin is not None]
            yield name, self._manager.subset_hook_caller(hook, others)

    def _list(self, name: str, criteria: Criteria, **origin: str) -> None:
        """Keep what a registered plugin brings, and enter it into the listing."""
        hooks = self._manager.get_hookcallers(self._manager.get_plugin(name)) or []
        self._criteria[name] = criteria
        self._plugins[name] = Plugin(
            name=name,
            hooks=tuple(sorted(caller.name for caller in hooks)),
            scorers=tuple(sorted(scorer.name for scorer in criteria.scorers)),
            gates=tuple(sorted(gate.name for gate in criteria.gates)),
            ways=tuple(sorted(way.name for way in criteria.ways)),
            quantities=tuple(sorted({quantity.name for item in criteria.all for quantity in item.quantities})),
            blocked={item.name: why for item in criteria.all if (why := self._admission.why_blocked(item.name))},
            file=str(getattr(sys.modules.get(origin["where"].partition(":")[0]), "__file__", None) or ""),
            **origin,
        )

    def _check_blocked(self, names: set[str]) -> None:
        """Raise if the caller blocks a name that nothing has, and warn if the environment does."""
        if unknown := sorted(self._admission.block - names):
            raise UnknownNameError("scorer, gate or plugin", unknown[0], names, unknown[1:])
        # The variable may be meant for several environments; and without discovery, the plugin may well be installed.
        for name in sorted(self._admission.block_by_environment - names) if self._discovers else ():
            warn(f"{BLOCK_VARIABLE} names {name!r}, but nothing here is called that", "how-to/plugin")


@cache
def default_catalogue() -> Catalogue:
    """Return what the library and the installed plugins bring, as `evaluate` uses it; collected at the first call."""
    return Registry(discover=True, admission=Admission(frozenset(), None)).catalogue()


def listing() -> tuple[Plugin, ...]:
    """Return the plugins behind `evaluate`, sorted by name: what each brings, where from, and why one is left out."""
    return default_catalogue().plugins


def _manager_of(plugins: Mapping[str, object]) -> PluginManager:
    """Return a manager of plugins, by name."""
    manager = PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    for name, plugin in plugins.items():
        manager.register(plugin, name)
    return manager


def _is_importable(plugin: object) -> TypeGuard[ModuleType]:
    """Tell whether a plugin is a module that other processes, too, find by its name."""
    return (
        isinstance(plugin, ModuleType)
        and plugin.__name__ != "__main__"
        and (sys.modules.get(plugin.__name__) is plugin)
    )


def _read(call: Callable[..., Any], source: Source) -> Any:
    return call(source=source)  # a reader takes the source by position, and pluggy by name alone


def _name(item: Scorer[...] | Gate[...] | Way) -> str:
    return item.name


def _module_of(plugin: object) -> str:
    """Return the name of the module that a plugin comes from, or is."""
    item = plugin.function if isinstance(plugin, (Scorer, Gate)) else plugin
    return str(getattr(item, "__name__" if isinstance(item, ModuleType) else "__module__", None) or "")
