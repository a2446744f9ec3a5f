"""Installed plugins, and calls of their hooks."""

from __future__ import annotations

from .catalogue import Plugin
from .hookspecs import hookimpl
from .registry import listing

__all__ = [
    "Plugin",
    "hookimpl",
    "listing",
]
