"""What all tests share: the same examples on every run, and no settings from outside."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of the machine that runs the tests away from them."""
    for name in ("RESUME", "ALLOW", "BLOCK", "NO_DISCOVERY"):
        monkeypatch.delenv(f"INTERVIEW_VALUE_{name}", raising=False)
