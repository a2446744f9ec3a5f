"""An invitation that is being read: its values, where each was read, and its notes."""

from __future__ import annotations

import pytest

from interview_value.errors import InvalidInputError
from interview_value.reading.draft import InvitationDraft


def test_each_value_says_where_it_was_read():
    """A value goes into the invitation with the source and the place; None leaves what was there before."""
    draft = InvitationDraft("invite.ics")
    draft.add("role", "Analyst", "SUMMARY")
    draft.add("role", None, "DESCRIPTION")
    invitation = draft.invitation()
    assert ("Analyst", {"role": "invite.ics: SUMMARY"}) == (invitation.role, invitation.read_from)


def test_properties_have_the_names_of_the_source():
    """Where a source calls properties otherwise, its own names are shown; others stay."""
    draft = InvitationDraft("feed", {"DTSTART": "start.dateTime"})
    draft.add("duration", 1, "DTSTART, DTEND")
    assert {"duration": "feed: start.dateTime, DTEND"} == draft.invitation().read_from


def test_a_note_is_kept_once():
    """A note that is added twice is shown once, and a long one is cut."""
    draft = InvitationDraft("\x00")
    for note in ("short", "x" * 3_000, "short"):
        draft.note(note)
    assert (("short", "x" * 2_000), "source") == (draft.invitation().notes, draft.source)


def test_a_value_that_cannot_be_used_is_refused():
    """What an invitation does not take is an error when the draft becomes one."""
    draft = InvitationDraft("table")
    draft.add("duration", -1, "row 2")
    with pytest.raises(InvalidInputError, match="duration"):
        draft.invitation({"commute": 2})
