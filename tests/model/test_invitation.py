"""Invitation: its stage, its start, and what it can be called."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

import interview_value as iv


@pytest.mark.parametrize("stage", ["first", "First", "FIRST", iv.Stage.FIRST])
def test_stage_by_name(stage):
    """A stage can be given by its name, in any case."""
    assert iv.Stage.FIRST is iv.Invitation(stage=stage).stage


def test_left_out_is_unknown():
    """What is left out, or None, is unknown, and never the same as 0."""
    invitation = iv.Invitation(stage=None, duration=None)
    assert (iv.Invitation(), iv.Stage.UNKNOWN, {}) == (invitation, invitation.stage, dict(invitation.known))
    assert iv.Invitation(travel=0) != invitation


@pytest.mark.parametrize(
    ("role", "organization", "title"),
    [
        ("Analyst", "Brightside", "Analyst at Brightside"),
        ("Analyst", None, "Analyst"),
        (None, "Brightside", "An interview at Brightside"),
        (None, None, "An interview"),
    ],
)
def test_title(role, organization, title):
    """An invitation can be called something, however little is known of it."""
    assert title == iv.Invitation(role=role, organization=organization).title


def test_starts_as_text():
    """A time can be given as text, with its zone."""
    expected = datetime(2026, 12, 3, 14, tzinfo=timezone(timedelta(hours=1)))
    assert expected == iv.Invitation(starts="2026-12-03T14:00+01:00").starts
