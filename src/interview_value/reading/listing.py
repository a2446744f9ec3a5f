"""Listing: everything that `read` can read on this machine, with its plugin and what it needs."""

from __future__ import annotations

from attrs import frozen

from ..display.plain import Plain
from ..plugins.registry import listing as installed_plugins
from .formats import FORMATS

__all__ = ["ReaderEntry", "readers"]


@frozen
class ReaderEntry(Plain):
    """One line of the listing of readers.

    Args:
        reads: What it reads, in words.
        told: What in a source's content shows that this reads it, in words; of a plugin, only the plugin knows that.
        plugin: The plugin that brings it; empty for the library's own formats.
        package: The distribution that the plugin came with; empty if it was registered by hand.
        extra: The extra that installs what it needs; empty if it needs nothing.
        installed: Whether what it needs is installed.
    """

    reads: str
    told: str
    plugin: str = ""
    package: str = ""
    extra: str = ""
    installed: bool = True

    def __str__(self) -> str:
        if self.plugin:
            return f"{self.reads} (from the plugin {self.plugin}{f' of {self.package}' if self.package else ''})"
        missing = "" if self.installed else f'; to read it: pip install "interview-value[{self.extra}]"'
        return f"{self.reads}: {self.told}{missing}"


def readers() -> tuple[ReaderEntry, ...]:
    """List everything that `read` can read here, in the order in which it is tried: those of plugins come first.

    Returns:
        An entry for each reader of an installed plugin, and for each format that the library knows by itself.
    """
    plugins = (plugin for plugin in installed_plugins() if plugin.reads)
    return (
        *(ReaderEntry("what it knows", "as the plugin sees fit", plugin.name, plugin.package) for plugin in plugins),
        *(ReaderEntry(f.name, f.recognised_by, extra=f.extra, installed=f.installed) for f in FORMATS),
    )
