"""Catalogue: the contributions of each plugin and of all together, and the listing of plugins that is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import field, frozen

from ..display.plain import Plain
from ..display.words import printable
from ..model.quantity import Quantity
from ..scoring.criterion import Gate, Scorer
from ..scoring.way import Way

__all__ = ["Catalogue", "Criteria", "Plugin", "plugins_text"]


@frozen
class Criteria:
    """The scorers, gates and ways that one plugin brings.

    Args:
        scorers: Its scorers.
        gates: Its gates.
        ways: Its ways.
    """

    scorers: tuple[Scorer[...], ...] = ()
    gates: tuple[Gate[...], ...] = ()
    ways: tuple[Way, ...] = ()

    @property
    def all(self) -> tuple[Scorer[...] | Gate[...], ...]:
        """The scorers, then the gates."""
        return (*self.scorers, *self.gates)


@frozen(kw_only=True)
class Plugin(Plain):
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
        ways: The names of the ways it brings.
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
    ways: tuple[str, ...] = ()
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
    """What all plugins of a registry bring together.

    Args:
        scorers: Every scorer that is not blocked, sorted by name.
        gates: Every gate that is not blocked, sorted by name.
        ways: Every way of a plugin, sorted by name.
        quantities: Every quantity of the library and of plugins, also those that only a blocked scorer or gate reads.
        weights: For each plugin that reweighs, by its name, what calls its hook.
        notes: For each plugin that adds notes, by its name, what calls its hook.
        readers: For each plugin that reads further formats, by its name, what calls its hook with a source.
        plugins: The listing, sorted by name.
    """

    scorers: tuple[Scorer[...], ...]
    gates: tuple[Gate[...], ...]
    ways: tuple[Way, ...]
    quantities: Mapping[str, Quantity]
    weights: Mapping[str, Callable[..., Any]]
    notes: Mapping[str, Callable[..., Any]]
    readers: Mapping[str, Callable[..., Any]]
    plugins: tuple[Plugin, ...]


def plugins_text(plugins: Iterable[Plugin], width: int | None = None) -> str:
    """Return the listing of plugins as text, a paragraph each.

    Args:
        plugins: The plugins.
        width: The longest line that can be broken, in characters, at least 60; that of a page if left out.
    """
    from ..display.text import NARROWEST, WIDTH

    return "\n\n".join(_paragraph(plugin, max(width or WIDTH, NARROWEST)) for plugin in plugins)


def _paragraph(plugin: Plugin, width: int) -> str:
    from ..display.text import fill_at_spaces

    package = f"({plugin.package} {plugin.version})" if plugin.package else ""
    lines = [printable(" ".join(filter(None, (f"{plugin.name}:", plugin.status, package))))]
    rows = {
        "why": plugin.reason,
        "scorers": ", ".join(plugin.scorers),
        "gates": ", ".join(plugin.gates),
        "ways": ", ".join(plugin.ways),
        "blocked": "; ".join(f"{name}: {why}" for name, why in plugin.blocked.items()),
        "quantities": ", ".join(plugin.quantities),
        "weights": "changes the weights" if plugin.reweighs else "",
        "notes": "adds notes to evaluations" if plugin.notes else "",
        "readers": "reads further formats" if plugin.reads else "",
        "from": plugin.where,
        "file": plugin.file,
    }
    for heading, words in rows.items():
        if words:
            indent = f"  {heading:<12}"
            lines.append(
                fill_at_spaces(printable(words), width, initial_indent=indent, subsequent_indent=" " * len(indent))
            )
    return "\n".join(lines)
