"""Search: the smallest example that breaks a law, found by Hypothesis in the same way on every run."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from attrs import frozen
from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis.errors import Flaky, Unsatisfiable
from hypothesis.strategies import SearchStrategy

from .subject import OutOfTimeError

__all__ = ["Effort", "smallest"]

E = TypeVar("E")

EVERY_CHECK: Any = list(HealthCheck)
"""An author's scorer may be slow, and the law may be checked within a test of Hypothesis."""


@frozen
class Effort:
    """How hard to look.

    Args:
        examples: How many examples each law is tried on, at least 1.
        seed: Another seed draws other examples.
    """

    examples: int
    seed: int


class _Broken(Exception):  # noqa: N818 - it never leaves this module
    """Tells Hypothesis that an example breaks the law."""


def smallest(effort: Effort, strategy: SearchStrategy[E], broken: Callable[[E], str | None]) -> tuple[E, str] | None:
    """Look for the smallest example that breaks a law.

    Args:
        effort: How hard to look.
        strategy: What to draw examples from.
        broken: Says in words how an example breaks the law; None, or nothing, if it does not.

    Returns:
        The example and the words; None if none was found.
    """
    found: list[tuple[E, str]] = []

    def probe(example: Any) -> None:
        if words := broken(example):
            found[:] = [(example, words)]
            raise _Broken

    look = settings(
        max_examples=effort.examples,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=EVERY_CHECK,
        report_multiple_bugs=False,
        verbosity=Verbosity.quiet,
    )
    # What a scorer that is not deterministic did once, and did not do again, has been seen all the same.
    with suppress(_Broken, Flaky, Unsatisfiable, OutOfTimeError):
        seed(effort.seed)(look(given(strategy)(probe)))()
    return found[0] if found else None
