"""Installed plugins, and calls of their hooks."""

from __future__ import annotations

from .registry import listing

__all__ = ["listing"]
