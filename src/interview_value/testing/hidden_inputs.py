"""What a scorer or gate reads beside its arguments: the machine, and quantities of an invitation or seeker."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from random import Random
from typing import Any, TypeVar

from ..model.facts import Facts

__all__ = ["Watch", "spied"]

F = TypeVar("F", bound=Facts)

READS_ALL = ("to_dict", "with_quantities", "ranges", "__dict__")
"""Attributes of an invitation or seeker that depend on all of its quantities."""

HELD = ("known", "settled", "quantities")
"""Attributes of an invitation or seeker that hold quantities by name."""

BY_NAME = ("label", "argument")
"""Methods of an invitation or seeker that return what is known of the quantity that they are given by name."""

ALL = "all that is known"

OS_MODULES = ("posix", "nt", "_io", "io", "_socket", "_ssl", "_posixsubprocess", "_winapi")
HARMLESS = ("fspath", "StringIO", "BytesIO")
PYTHON_MODULES = {"socket": "the network", "subprocess": "another process", "tempfile": "the file system"}


class Watch:
    """Notes what functions read of the machine while it watches them."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        """What was read, in words, each once for each block."""

    @contextmanager
    def watching(self) -> Generator[None]:
        """Watch the calls of a block, by the interpreter's own profiling."""
        events: list[tuple[str, str, str, Any]] = []
        before, collecting = sys.getprofile(), gc.isenabled()
        gc.disable()  # whoever counts the collector's time looks at the clock
        # Only noted here, because nobody traces, and so measures or debugs, what a profiler calls.
        sys.setprofile(
            lambda frame, event, function: events.append(
                (event, str(frame.f_globals.get("__name__")), frame.f_code.co_qualname, function)
            )
        )
        try:
            yield
        finally:
            sys.setprofile(before)
            if collecting:
                gc.enable()
            self.seen += _sources_read(events)


def _sources_read(events: list[tuple[str, str, str, Any]]) -> list[str]:
    """Say what the functions that the profiler saw read, each once."""
    sources = [
        _source_of_c(function) if event == "c_call" else _source_of_python(module, name)
        for event, module, name, function in events
        if event in ("c_call", "call")
    ]
    return list(dict.fromkeys(source for source in sources if source))


def _source_of_c(function: Any) -> str | None:
    """Say what a function of the interpreter reads; None if it only computes."""
    owner: Any
    owner, name = getattr(function, "__self__", None), getattr(function, "__name__", "")
    module = str(getattr(function, "__module__", None) or getattr(owner, "__name__", ""))
    if owner in (date, datetime) and name in ("now", "today", "utcnow"):
        return f"the clock ({owner.__name__}.{name})"
    if module == "time" and name != "mktime":
        return f"the clock (time.{name})"
    if isinstance(owner, Random) or name in ("urandom", "getrandom"):
        return f"chance ({name})"
    if type(owner).__name__ == "ContextVar" and name == "get":
        return "a context variable"
    if name == "open" or (module in OS_MODULES and name not in HARMLESS):
        return f"the machine ({module.lstrip('_')}.{name})"
    return None


def _source_of_python(module: str, name: str) -> str | None:
    """Say what a function of the standard library reads; None if it only computes."""
    if module == "os" and name.startswith("_Environ."):
        return "an environment variable"
    return PYTHON_MODULES.get(module)


class _WatchedQuantities(dict[str, Any]):
    """Quantities by name that note which of them are looked up."""

    notes: set[str]

    def __getitem__(self, name: str) -> Any:
        self.notes.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        self.notes.add(name)
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        self.notes.add(str(name))
        return super().__contains__(name)

    def __iter__(self) -> Iterator[str]:
        self.notes.add(ALL)
        return super().__iter__()

    def keys(self) -> Any:
        self.notes.add(ALL)
        return super().keys()

    def values(self) -> Any:
        self.notes.add(ALL)
        return super().values()

    def items(self) -> Any:
        self.notes.add(ALL)
        return super().items()


def spied(facts: F) -> tuple[F, set[str]]:
    """Return a copy of an invitation or seeker that notes which quantities are read from it, and the notes."""
    cls, notes = type(facts), set[str]()

    def look(_: Any, name: str) -> Any:
        value = getattr(facts, name)  # the original's, so that what it looks at itself is not noted
        if name in cls.own_quantities() or name in cls.own_labels():
            notes.add(name)
        elif name in READS_ALL:
            notes.add(ALL)
        elif name in HELD:
            value = _WatchedQuantities(value)
            value.notes = notes
        elif name in BY_NAME:
            return partial(_looked_up, value, notes)
        return value

    spy: Any = object.__new__(type(cls.__name__, (cls,), {"__getattribute__": look}))
    return spy, notes


def _looked_up(method: Callable[[str], Any], notes: set[str], name: str) -> Any:
    notes.add(name)
    return method(name)
