"""Listing: the plugins as a person reads them in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..display.text import NARROWEST, WIDTH, fill_at_spaces
from ..display.words import printable
from .catalogue import Plugin

__all__ = ["plugins_text"]


def plugins_text(plugins: Iterable[Plugin], width: int = WIDTH) -> str:
    """Return the listing of plugins as text, a paragraph each.

    Args:
        plugins: What to list.
        width: The longest line that can be broken, in characters, at least 60.
    """
    return "\n\n".join("\n".join(_paragraph(plugin, max(width, NARROWEST))) for plugin in plugins)


def _paragraph(plugin: Plugin, width: int) -> Iterator[str]:
    yield printable(" ".join(part for part in (f"{plugin.name}:", plugin.status, _package(plugin)) if part))
    for heading, words in _rows(plugin):
        if words:
            start = f"  {heading:<12}"
            yield fill_at_spaces(
                printable(words),
                width,
                initial_indent=start,
                subsequent_indent=" " * len(start),
            )


def _package(plugin: Plugin) -> str:
    return f"({plugin.package} {plugin.version})" if plugin.package else ""


def _rows(plugin: Plugin) -> Iterator[tuple[str, str]]:
    yield "why", plugin.reason
    yield "scorers", ", ".join(plugin.scorers)
    yield "gates", ", ".join(plugin.gates)
    yield "blocked", "; ".join(f"{name}: {why}" for name, why in plugin.blocked.items())
    yield "quantities", ", ".join(plugin.quantities)
    yield "weights", "changes the weights" if plugin.reweighs else ""
    yield "notes", "adds notes to evaluations" if plugin.notes else ""
    yield "readers", "reads further formats" if plugin.reads else ""
    yield "from", plugin.where
    yield "file", plugin.file
