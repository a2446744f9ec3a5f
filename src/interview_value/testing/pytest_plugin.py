"""The test kit as fixtures of pytest: nothing is imported, and nothing happens, until a test asks for one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

__all__ = [
    "a_seeker",
    "an_evaluation",
    "an_invitation",
    "check_gate",
    "check_scorer",
    "hook_recorder",
    "isolated_evaluator",
]


def _from_the_kit(name: str) -> Any:
    from interview_value import testing

    return getattr(testing, name)


@pytest.fixture
def check_scorer() -> Any:
    """Check that a scorer keeps the contract: `interview_value.testing.check_scorer`."""
    return _from_the_kit("check_scorer")


@pytest.fixture
def check_gate() -> Any:
    """Check that a gate keeps the contract: `interview_value.testing.check_gate`."""
    return _from_the_kit("check_gate")


@pytest.fixture
def isolated_evaluator() -> Any:
    """Make an evaluator that nothing on the machine reaches: `interview_value.testing.isolated_evaluator`."""
    return _from_the_kit("isolated_evaluator")


@pytest.fixture
def an_invitation() -> Any:
    """Build an invitation with sensible values: `interview_value.testing.an_invitation`."""
    return _from_the_kit("an_invitation")


@pytest.fixture
def a_seeker() -> Any:
    """Build a seeker with sensible values: `interview_value.testing.a_seeker`."""
    return _from_the_kit("a_seeker")


@pytest.fixture
def an_evaluation() -> Any:
    """Build an evaluation with sensible values: `interview_value.testing.an_evaluation`."""
    return _from_the_kit("an_evaluation")


@pytest.fixture
def hook_recorder() -> Iterator[Callable[[Any], Any]]:
    """Record an evaluator's hook calls until the test ends: `interview_value.testing.HookRecorder`."""
    started: list[Any] = []

    def record(evaluator: Any) -> Any:
        started.append(_from_the_kit("HookRecorder")(evaluator))
        return started[-1]

    yield record
    for recorder in started:
        recorder.stop()
