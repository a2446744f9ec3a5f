"""Files that others wrote: each is read with sensible values, or refused with a reason.

They lie outside of the project, because many state no licence; ``INTERVIEW_VALUE_REAL_DATA`` says where.
"""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

import pytest

from interview_value import Invitation
from interview_value.errors import ReadError
from interview_value.reading import read, read_history

PROJECT = Path(__file__).parents[2]
FOLDER = PROJECT / os.environ.get("INTERVIEW_VALUE_REAL_DATA", "../shared/data")
FILES = [path for kind in ("ics", "gcal_json", "jobposting", "ats_json") for path in sorted(FOLDER.glob(f"{kind}/*"))]
CALENDARS = [path for path in FILES if path.parent.name in ("ics", "gcal_json")]
TABLES = sorted(FOLDER.glob("tracker_csv/*"))


def sensible(invitation: Invitation) -> bool:
    """Whether every value that was read can be true of an interview, and says where it was read."""
    known = invitation.to_dict().keys() - {"version", "read_from", "notes"}
    duration, people = invitation.duration, invitation.people_met
    return (
        bool(known)
        and known == set(invitation.read_from)
        and (duration is None or 0 < duration.low <= 24)
        and (people is None or 1 <= people.low <= people.high <= 1_000)
        and (invitation.starts is None or isinstance(invitation.starts, datetime))
        and all(text == text.strip() != "" for text in (invitation.role or "x", invitation.organization or "x"))
    )


def read_or_refused(path: Path) -> bool:
    """Whether the file is read with sensible values, or refused by name with a reason."""
    try:
        return sensible(read(path))
    except ReadError as error:
        return error.source == path.name and len(error.reason) > 20


@pytest.mark.skipif(not FILES, reason=f"there are no files of others in {FOLDER}")
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_real_files_are_read_or_refused(path):
    """A real file is read with sensible values or refused, with no other exception and no warning."""
    assert read_or_refused(path)


@pytest.mark.skipif(not FILES, reason=f"there are no files of others in {FOLDER}")
@pytest.mark.parametrize("path", [*CALENDARS, *TABLES], ids=lambda path: path.name)
def test_real_calendars_and_tables_have_a_history(path):
    """A real calendar or table has a history or is refused with a reason."""
    try:
        history = read_history(path, as_of=date(2026, 11, 23), zone="UTC")
        assert all(entry.day <= history.as_of for entry in history.past)
        assert bool(history.past) == ("past_interviews" in history.seeker.read_from)
    except ReadError as error:
        assert (path.name, True) == (error.source, len(error.reason) > 20)


@pytest.mark.skipif(not FILES, reason=f"there are no files of others in {FOLDER}")
def test_most_invitations_of_others_are_read():
    """A change that makes a reader refuse what it read before does not pass unseen."""

    def is_read(path: Path) -> bool:
        try:
            return bool(read(path).read_from)
        except ReadError:
            return False

    invitations = [path for path in FILES if path.name.startswith(("interview_", "invite_"))]
    postings = [path for path in FILES if path.parent.name == "jobposting"]
    assert 61 <= sum(map(is_read, CALENDARS))
    assert (len(invitations), True) == (sum(map(is_read, invitations)), sum(map(is_read, postings)) >= 54)
