"""Event: the calendar entry behind an invitation, checked and kept as plain data."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

import interview_value as iv


def test_plain_data_comes_back():
    """An invitation's event survives a round trip; what is empty is left out of the plain data."""
    event = iv.model.Event(uid="a@b", starts=datetime(2026, 12, 3, 13, tzinfo=UTC), recurrence_id=date(2026, 12, 3))
    invitation = iv.Invitation(event=event)
    plain = {"uid": "a@b", "starts": "2026-12-03T13:00:00+00:00", "recurrence_id": "2026-12-03"}
    assert plain == invitation.to_dict()["event"]
    assert invitation == iv.Invitation.from_dict(invitation.to_dict())


def test_all_mistakes_at_once():
    """Every value that cannot be used is told, each with its path."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.model.Event(uid="", organizer="a\nb", sequence=-1, starts="soon", summary="x" * 3_000)
    assert ["organizer", "summary", "uid", "sequence", "starts"] == [one.path for one in caught.value.mistakes]


@pytest.mark.parametrize(
    ("event", "paths"),
    [
        ({"uid": "", "sequence": True}, ["event.uid", "event.sequence"]),
        ({"uid": "a", "place": "here"}, ["event"]),
        ("UID:a", ["event"]),
        (7, ["event"]),
    ],
)
def test_an_invitation_tells_of_its_event(event, paths):
    """Mistakes in an event are told with all others of the invitation."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.Invitation(role=3, event=event)
    assert ["role", *paths] == [one.path for one in caught.value.mistakes]


def test_two_events_disagree():
    """Of two calendar entries the first counts, and the other is kept."""
    merged = iv.Invitation(event=iv.model.Event(uid="a")) | iv.Invitation(event=iv.model.Event(uid="b"))
    (clash,) = merged.disagreements
    assert ("event", {"uid": "a"}, {"uid": "b"}) == (clash.name, clash.kept, clash.other)


@pytest.mark.parametrize("event", [3, "a meeting", ["uid"]])
def test_plain_data_that_is_no_event_is_refused(event):
    """What stands for an event in plain data must be one."""
    with pytest.raises(iv.errors.InvalidInputError, match="event: got"):
        iv.Invitation.from_dict({"event": event})
