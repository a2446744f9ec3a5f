"""What all tests share: how long to look for counter-examples, and where the real files are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

ROOT = Path(__file__).parent.parent

# Where a build is checked, the same change must give the same answer; by hand, every run looks elsewhere.
STEADY = bool(os.environ.get("CI"))
SLOW_IS_FINE = [HealthCheck.too_slow]

settings.register_profile(
    "everyday", max_examples=20, deadline=None, derandomize=True, suppress_health_check=SLOW_IS_FINE
)
settings.register_profile(
    "thorough", max_examples=500, deadline=None, derandomize=STEADY, suppress_health_check=SLOW_IS_FINE
)
# One counter-example is enough to notice a mutant: it need not be the smallest.
settings.register_profile(
    "mutation",
    max_examples=15,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=SLOW_IS_FINE,
)
settings.load_profile("everyday")


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real files written by others; what is not there is not tested, saying so."""
    folder = Path(os.environ.get("INTERVIEW_VALUE_REAL_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"there are no real files in {folder}; set INTERVIEW_VALUE_REAL_DATA to where they are")
    return folder


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the off switches of the machine that runs the tests away from them."""
    monkeypatch.delenv("INTERVIEW_VALUE_BLOCK", raising=False)
    monkeypatch.delenv("INTERVIEW_VALUE_NO_DISCOVERY", raising=False)
