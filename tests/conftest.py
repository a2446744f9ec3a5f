"""What all tests share: how long to look for counter-examples, and where the real files are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

TESTS = Path(__file__).parent
ROOT = TESTS.parent
CORE = ("display", "evaluation", "model", "plugins", "replies", "scoring", "test_errors.py", "test_front_door.py")
"""The tests of the core; a test among them that needs more is skipped where that is not installed."""

# Whatever the machine speaks, tests expect English, in programs that they start, too.
os.environ["LANGUAGE"] = "en"

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of the core."""
    for item in items:
        if any(item.path.is_relative_to(TESTS / folder) for folder in CORE):
            item.add_marker(pytest.mark.core)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Where the core alone is asked for, import no file of the other folders, which may need what is not installed."""
    other = collection_path.is_dir() and collection_path.parent == TESTS and collection_path.name not in CORE
    return True if config.option.markexpr == "core" and other else None


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
