"""What the tests of plugins share: entry points that stand for installed packages."""

from __future__ import annotations

import importlib.metadata

import pytest

from interview_value.plugins import registry


@pytest.fixture
def install(monkeypatch):
    """Make entry points that stand for installed packages; counts how often they are looked for."""
    scans = []

    def install_points(*points):
        def entry_points(*, group):
            scans.append(group)
            return points

        monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)
        registry.installed.cache_clear()
        return scans

    yield install_points
    registry.installed.cache_clear()
