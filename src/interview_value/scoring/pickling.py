"""Pickling: how criteria and plugins travel to other processes, by name where a module has them, else as they are."""

from __future__ import annotations

import sys
from functools import reduce
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = ["ByName", "find", "has"]


def find(module: str, path: str) -> Any:
    """Return what a module has under a name.

    Args:
        module: The name of the module.
        path: The name in it, with dots for what is in classes; empty for the module itself.

    Raises:
        ImportError: There is no such module here.
        AttributeError: It has no such name.
    """
    return reduce(getattr, filter(None, path.split(".")), import_module(module))


def has(module: str, path: str, thing: object) -> bool:
    """Tell whether other processes, too, find a thing under a name; what is in a script or notebook they do not.

    Args:
        module: The name of the module.
        path: The name in it, with dots for what is in classes.
        thing: The thing.
    """
    try:
        return module in sys.modules and module != "__main__" and find(module, path) is thing
    except AttributeError:  # it is in a function, or was removed
        return False


class ByName:
    """Pickles as the name of a module that has one, and as the plugin itself otherwise.

    Args:
        plugin: A module, or any object.
    """

    def __init__(self, plugin: object) -> None:
        self._plugin = plugin

    def __reduce__(self) -> tuple[Any, ...]:
        plugin = self._plugin
        if isinstance(plugin, ModuleType) and has(plugin.__name__, "", plugin):
            return find, (plugin.__name__, "")
        return _itself, (plugin,)


def _itself(plugin: object) -> object:
    return plugin
