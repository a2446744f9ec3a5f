"""What a function can change beside its arguments, and whether that has changed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from types import BuiltinFunctionType, CodeType, FunctionType, MethodType, ModuleType
from typing import Any, cast

import attrs

from ..errors import is_list, is_mapping, short

__all__ = ["fingerprint", "reachable", "rebound"]

MOST = 500
"""How many objects are looked at; what lies further away is taken to stay as it is."""

SETS = (set, frozenset)
CALLED = (FunctionType, MethodType, partial)
PLAIN = (str, bytes, int, float, complex, bool, type(None))


def _codes_of(code: CodeType) -> Iterator[CodeType]:
    """Yield a function's code, and that of the functions within it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes_of(constant)


def _globals_of(function: FunctionType) -> dict[str, Any]:
    """Return the globals that a function names, modules and classes left out."""
    names = {name for code in _codes_of(function.__code__) for name in code.co_names}
    held = {name: function.__globals__[name] for name in sorted(names) if name in function.__globals__}
    return {name: value for name, value in held.items() if not isinstance(value, (ModuleType, type))}


def reachable(function: Callable[..., Any]) -> dict[str, Any]:
    """Return what a function can change without being handed it, by name: globals, closure, attributes, defaults."""
    if isinstance(function, partial):
        return {"arguments": (function.args, function.keywords), **reachable(function.func)}
    if isinstance(function, MethodType):
        return {"self": function.__self__, **reachable(function.__func__)}
    if not isinstance(function, FunctionType):
        return {"self": function}
    cells = zip(function.__code__.co_freevars, function.__closure__ or (), strict=True)
    closure = {name: cell.cell_contents for name, cell in cells}
    return {**_globals_of(function), **closure, "attributes": function.__dict__, "defaults": function.__defaults__}


def _functions_of(function: Callable[..., Any]) -> Iterator[FunctionType]:
    """Yield a function and the helpers of its own module that it names."""
    waiting, seen = [function], set[int]()
    while waiting:
        helper = waiting.pop()
        helper = helper.__func__ if isinstance(helper, MethodType) else helper
        if not isinstance(helper, FunctionType) or id(helper) in seen:
            continue
        seen.add(id(helper))
        yield helper
        others = _globals_of(helper).values()
        waiting += [value for value in others if getattr(value, "__module__", "") == helper.__module__]


def rebound(function: Callable[..., Any]) -> list[str]:
    """Name the globals that a function and its helpers read, and that functions of their module assign anew."""
    read: set[str] = set()
    assigned: set[str] = set()
    for helper in _functions_of(function):
        read |= _globals_of(helper).keys()
        assigned |= {name for value in list(helper.__globals__.values()) for name in _assigned_globals(value)}
    return sorted(read & assigned)


def _assigned_globals(value: object) -> Iterator[str]:
    """Yield the names that a function declares ``global`` and assigns."""
    import dis

    function = getattr(value, "function", value)  # of a scorer or gate
    if isinstance(function, FunctionType):
        for code in _codes_of(function.__code__):
            yield from (str(step.argval) for step in dis.get_instructions(code) if step.opname == "STORE_GLOBAL")


def fingerprint(value: object) -> tuple[Any, ...]:
    """Return the types and contents of an object and its parts, which differ once one of them has changed."""
    seen: dict[int, object] = {}  # keeps what it has seen alive, or another object could take its place
    prints: list[Any] = []
    waiting = deque([value])
    while waiting and len(prints) < MOST:
        part = waiting.popleft()
        if isinstance(part, PLAIN):
            prints.append((type(part), repr(part)))
        elif id(part) not in seen:
            seen[id(part)] = part
            mark, parts = _mark_and_parts(part)
            prints.append((type(part), mark))
            waiting.extend(parts)
    return tuple(prints)


def _mark_and_parts(value: Any) -> tuple[Any, list[Any]]:
    """Return what changes when the object itself does, and its parts."""
    if is_mapping(value):
        return len(value), [*value.keys(), *value.values()]
    if is_list(value):
        return len(value), list(value)
    if type(value) in SETS:
        return sorted(map(short, value)), []
    if hasattr(value, "tobytes"):  # an array
        return value.tobytes(), []
    if type(value) in CALLED:
        return None, list(reachable(value).values())
    if isinstance(value, (ModuleType, type, BuiltinFunctionType)):
        return id(value), []
    return id(value), _attributes(value)


def _attributes(value: Any) -> list[Any]:
    """Return the values of an object's attributes, but for those that a cached property keeps."""
    cls = cast("Any", type)(value)
    if attrs.has(cls):
        return [getattr(value, f.name, None) for f in attrs.fields(cls)]
    held: dict[str, Any] = getattr(value, "__dict__", {})
    return [part for name, part in held.items() if not isinstance(getattr(cls, name, None), cached_property)]
