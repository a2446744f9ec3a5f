"""What is installed, and how it is asked."""

from __future__ import annotations

from .registry import listing

__all__ = ["listing"]
