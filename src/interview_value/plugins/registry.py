"""Who is at home: discovering, registering and listing plugins, and what each of them brings."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from importlib import import_module
from types import ModuleType
from typing import Any, TypeGuard

from attrs import evolve
from pluggy import PluginManager

from ..errors import PluginError, UnknownNameError, cause, short
from ..model.source import Source
from ..scoring.criterion import CORE_QUANTITIES, Gate, Scorer
from ..scoring.gates import BUILT_IN_GATES
from ..scoring.scorers import BUILT_IN_SCORERS
from ..version import __version__
from . import hookspecs
from .admission import BLOCK_VARIABLE, Admission
from .catalogue import Catalogue, Plugin
from .hookspecs import PROJECT, hookimpl
from .refusal import Brought, clashes, refuse_useless, why_refused

__all__ = ["NO_DISCOVERY_VARIABLE", "Registry", "default_catalogue", "listing"]

NO_DISCOVERY_VARIABLE = "INTERVIEW_VALUE_NO_DISCOVERY"
"""Environment variable: any value but empty, 0 and false leaves installed plugins alone."""

MAX_CRITERIA = 1_000
"""The most scorers, or gates, that one plugin may bring."""


class _BuiltIn:
    """The built-in scorers and gates, behind the same hooks as anyone's."""

    @hookimpl
    def interview_value_scorers(self) -> Iterable[Scorer[...]]:
        return BUILT_IN_SCORERS

    @hookimpl
    def interview_value_gates(self) -> Iterable[Gate[...]]:
        return BUILT_IN_GATES


class _Single:
    """One scorer or gate that was registered by itself."""

    def __init__(self, criterion: Scorer[...] | Gate[...]) -> None:
        self.criterion = criterion

    @hookimpl
    def interview_value_scorers(self) -> Iterable[Scorer[...]]:
        return (self.criterion,) if isinstance(self.criterion, Scorer) else ()

    @hookimpl
    def interview_value_gates(self) -> Iterable[Gate[...]]:
        return (self.criterion,) if isinstance(self.criterion, Gate) else ()


@cache
def installed() -> tuple[Any, ...]:
    """Return the entry points of all installed plugins, by name. Scanned once a process: it takes 35 ms or more."""
    from importlib.metadata import entry_points

    return tuple(sorted(entry_points(group=PROJECT), key=lambda point: (point.name, point.value)))


class Registry:
    """The plugins of one evaluator. Registries share nothing but the scan for installed packages.

    Args:
        discover: Whether installed plugins take part, unless the environment says no.
        admission: Which plugins may take part.
    """

    def __init__(self, *, discover: bool, admission: Admission) -> None:
        self._manager = _manager_of({})
        self._plugins: dict[str, Plugin] = {}
        self._brought: dict[str, Brought] = {}
        self._admission = admission
        self.add(_BuiltIn(), PROJECT)
        self._plugins[PROJECT] = evolve(self._plugins[PROJECT], package="interview-value", version=__version__)
        self._looked = discover and os.environ.get(NO_DISCOVERY_VARIABLE, "").strip().lower() in ("", "0", "false")
        if self._looked:
            self._discover()

    def __getstate__(self) -> dict[str, Any]:
        # Pluggy's manager cannot be pickled, and a module only by its name, where other processes can import it.
        plugins = {name: plugin for name, plugin in self._manager.list_name_plugin() if plugin is not None}
        modules = {name: plugin.__name__ for name, plugin in plugins.items() if _is_importable(plugin)}
        objects = {name: plugin for name, plugin in plugins.items() if name not in modules}
        return {**self.__dict__, "_manager": (objects, modules)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        objects, modules = state["_manager"]
        self.__dict__.update(state)
        self._manager = _manager_of({**objects, **{name: import_module(path) for name, path in modules.items()}})

    @property
    def blocked(self) -> frozenset[str]:
        """All names that are left out."""
        return self._admission.blocked

    def add(self, plugin: object, name: str | None = None) -> None:
        """Register a scorer, a gate, or a module or object with hook implementations.

        Args:
            plugin: What to register. If it is refused, the registry stays as it was.
            name: The plugin's name; if left out, the scorer's, gate's, module's or class's.

        Raises:
            PluginError: It has no hooks, a misspelt one, one with wrong arguments, or one that raises or
                returns what is no scorer or gate.
            NameClashError: It brings a scorer, gate or quantity of a name that another plugin brings.
        """
        name = name or _name_of(plugin)
        single = isinstance(plugin, (Scorer, Gate))  # what is blocked of it is the criterion, not the plugin
        if not single and name in self.blocked and name not in self._plugins:
            self._plugins[name] = Plugin(
                name=name, status="blocked", reason=self._admission.why_blocked(name), where=_module_of(plugin)
            )
            return
        brought = self._admit(plugin, name)
        for clash in clashes({**self._brought, name: brought}):
            self._manager.unregister(name=name)
            raise clash
        self._take_in(name, brought, where=_module_of(plugin))

    def catalogue(self) -> Catalogue:
        """Return what the plugins bring, without what is blocked.

        Raises:
            UnknownNameError: A name is blocked that nothing answers to.
        """
        scorers = [scorer for brought in self._brought.values() for scorer in brought.scorers]
        gates = [gate for brought in self._brought.values() for gate in brought.gates]
        self._check_blocked({*self._plugins, *(criterion.name for criterion in (*scorers, *gates))})
        quantities = dict(CORE_QUANTITIES)
        for criterion in (*scorers, *gates):
            quantities |= {quantity.name: quantity for quantity in criterion.quantities}
        return Catalogue(
            scorers=tuple(sorted((s for s in scorers if s.name not in self.blocked), key=lambda s: s.name)),
            gates=tuple(sorted((g for g in gates if g.name not in self.blocked), key=lambda g: g.name)),
            quantities=quantities,
            weights=dict(self._callers("interview_value_weights")),
            notes=dict(self._callers("interview_value_notes")),
            readers={name: partial(_read, ask) for name, ask in self._callers("interview_value_read")},
            plugins=tuple(self._plugins[name] for name in sorted(self._plugins)),
        )

    def _discover(self) -> None:
        for point in installed():
            known = {"where": point.value}
            if point.dist:
                known |= {"package": point.dist.name, "version": point.dist.version}
            # A name that is taken must not hide the plugin that has it from the listing.
            name = point.name if point.name not in self._plugins else f"{point.name} ({point.value})"
            if shut_out := self._shut_out_by(point.name, known.get("package", "")):
                self._plugins[name] = Plugin(name=name, status=shut_out[0], reason=shut_out[1], **known)
                continue
            try:
                self._take_in(name, self._admit(point.load(), point.name), **known)
            except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a stranger's module does, the rest go on
                reason = error.reason if isinstance(error, PluginError) else cause(error)
                self._plugins[name] = Plugin(name=name, status="broken", reason=reason, **known)
        self._put_out_rivals()

    def _take_in(self, name: str, brought: Brought, **known: str) -> None:
        self._brought[name] = brought
        self._plugins[name] = self._listed(name, brought, **known)

    def _put_out_rivals(self) -> None:
        """Put out all installed plugins that claim one name: which of them came first says nothing of who is right."""
        for clash in list(clashes(self._brought)):
            for owner in {*clash.owners} - {PROJECT}:
                if self._brought.pop(owner, None):
                    self._manager.unregister(name=owner)
                    self._plugins[owner] = evolve(self._plugins[owner], status="broken", reason=str(clash))

    def _shut_out_by(self, name: str, package: str) -> tuple[str, str] | None:
        """Return the status and the reason of an installed plugin that may not take part; None if it may."""
        if why := self._admission.why_blocked(name):
            return "blocked", why
        why = self._admission.why_not_allowed(name, package)
        return ("not allowed", why) if why else None

    def _admit(self, plugin: object, name: str) -> Brought:
        """Register a plugin with pluggy and ask what it brings; if anything is wrong, take it out again."""
        if name in self._plugins:
            raise PluginError(name, "another plugin of this name is registered already; pass another name")
        try:
            hooks = _Single(plugin) if isinstance(plugin, (Scorer, Gate)) else plugin
            self._manager.register(hooks, name)
            self._manager.check_pending()
            refuse_useless(self._manager, hooks, name)
            return Brought(
                self._ask(name, "interview_value_scorers", Scorer), self._ask(name, "interview_value_gates", Gate)
            )
        except Exception as error:
            self._manager.unregister(name=name)
            if isinstance(error, PluginError):
                raise
            raise PluginError(name, why_refused(error, plugin)) from error

    def _ask(self, name: str, hook: str, kind: type) -> tuple[Any, ...]:
        """Ask one plugin for what it brings, by itself, so that one that fails does not silence the others."""
        things: list[Any] = []
        for caller in dict(self._callers(hook, only=name)).values():
            try:
                answers = caller()  # pluggy drops a None
                for thing in answers[0] if answers else ():
                    things.append(thing)
                    if not isinstance(thing, kind) or len(things) > MAX_CRITERIA:
                        raise PluginError(
                            name, f"{hook} must return at most {MAX_CRITERIA:,} {kind.__name__}s, not {short(thing)}"
                        )
            except PluginError:
                raise
            except Exception as error:
                raise PluginError(name, f"{hook} failed: {cause(error)}") from error
        return tuple(things)

    def _callers(self, hook: str, only: str | None = None) -> Iterator[tuple[str, Callable[..., Any]]]:
        """Yield a caller of the hook for each plugin that implements it, by the plugin's name."""
        plugins = dict(self._manager.list_name_plugin())
        implementing = {item.plugin_name for item in getattr(self._manager.hook, hook).get_hookimpls()}
        for name in sorted(implementing & ({only} if only else set(plugins))):
            others = [plugin for other, plugin in plugins.items() if other != name and plugin is not None]
            yield name, self._manager.subset_hook_caller(hook, others)

    def _listed(self, name: str, brought: Brought, **known: str) -> Plugin:
        hooks = self._manager.get_hookcallers(self._manager.get_plugin(name)) or []
        return Plugin(
            name=name,
            hooks=tuple(sorted(caller.name for caller in hooks)),
            scorers=tuple(sorted(scorer.name for scorer in brought.scorers)),
            gates=tuple(sorted(gate.name for gate in brought.gates)),
            quantities=tuple(sorted({quantity.name for item in brought.criteria for quantity in item.quantities})),
            blocked={item.name: why for item in brought.criteria if (why := self._admission.why_blocked(item.name))},
            file=str(getattr(sys.modules.get(known["where"].partition(":")[0]), "__file__", None) or ""),
            **known,
        )

    def _check_blocked(self, known: set[str]) -> None:
        for name in sorted(self._admission.block - known):
            raise UnknownNameError("scorer, gate or plugin", name, known)
        # The variable may speak for several environments, not all of which have the plugin; and here nobody looked.
        for name in sorted(self._admission.block_by_environment - known) if self._looked else ():
            warnings.warn(f"{BLOCK_VARIABLE} names {name!r}, but nothing here is called that", stacklevel=2)


@cache
def default_catalogue() -> Catalogue:
    """Return what the installed plugins bring, as `evaluate` uses it; collected at the first call."""
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


def _read(ask: Callable[..., Any], source: Source) -> Any:
    return ask(source=source)  # pluggy takes no arguments by position, as a reader does


def _module_of(plugin: object) -> str:
    """Return the module that a plugin comes from, itself if it is one."""
    of = plugin.function if isinstance(plugin, (Scorer, Gate)) else plugin
    return str(getattr(of, "__name__" if isinstance(of, ModuleType) else "__module__", None) or "")


def _name_of(plugin: object) -> str:
    name = getattr(plugin, "name", None) or getattr(plugin, "__name__", None) or type(plugin).__name__
    return str(name)
