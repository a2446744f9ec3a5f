"""What a scorer reads beside its arguments is seen, and whoever looks leaves no trace."""

from __future__ import annotations

import gc
import sys

import pytest
from testing.examples import commuting

import interview_value as iv
from interview_value import testing
from interview_value.testing import ContractError, check_scorer


def test_facts_that_are_no_quantities_may_be_read():
    """A scorer that asks for the invitation may look at its facts: only quantities must be named."""

    @iv.scorer(kind="cost")
    def by_role(travel, invitation):
        """Hours on the way, twice for a long title."""
        return travel * (2 if len(invitation.role or "") > 20 else 1)

    testing.check_scorer(by_role, increasing={"travel"})


def test_whole_of_an_invitation_is_read():
    """A scorer that goes through all that is known of an invitation has read what it did not name."""

    @iv.scorer(kind="cost")
    def counting(travel, invitation):
        """Hours by how much is known."""
        known = invitation.known
        return travel + 0 * (
            len(list(known)) + len(known.keys()) + len(known.values()) + len(known.items()) + bool(known.get("duration"))
            + ("preparation" in known) + bool(known["travel"]) + len(invitation.to_dict())
        )  # fmt: skip

    with pytest.raises(ContractError) as caught:
        check_scorer(counting)
    assert ("undeclared",) == caught.value.laws
    assert "all that is known" in caught.value.breaches[0].what


def test_collector_and_profiler_stay_as_they_were():
    """Whoever runs without the garbage collector, or under a profiler, does so afterwards too."""
    gc.disable()
    try:
        check_scorer(commuting, examples=3)
        assert not gc.isenabled()
    finally:
        gc.enable()
    check_scorer(commuting, examples=3)
    assert gc.isenabled()
    assert sys.getprofile() is None
