"""A trial finds the same on every run, and outlives whatever a scorer does."""

from __future__ import annotations

import pytest
from testing.examples import careless

import interview_value as iv
from interview_value.testing import ContractError, check_scorer


def test_same_on_every_run():
    """The same call finds the same examples; another seed may find others, and breaks the same laws."""
    messages = []
    for seed in (0, 0, 7):
        with pytest.raises(ContractError) as caught:
            check_scorer(careless, seed=seed)
        messages.append(caught.value)
    assert str(messages[0]) == str(messages[1])
    assert messages[0].laws == messages[2].laws


def test_system_exit_is_a_failure_like_any():
    """A scorer that wants to end the process ends no test run."""

    @iv.scorer(kind="cost")
    def leaving(travel):
        """Leave."""
        raise SystemExit(3)

    with pytest.raises(ContractError, match="raised SystemExit"):
        check_scorer(leaving)
