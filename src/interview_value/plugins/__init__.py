"""Plugins: the hooks that they implement, which of them take part, what each brings, and asking them."""

from __future__ import annotations

from .registry import listing

__all__ = ["listing"]
