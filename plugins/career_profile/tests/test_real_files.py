"""Résumés that others wrote: each is read with sensible values, or refused with a reason.

They lie outside of the project, because many state no licence; ``INTERVIEW_VALUE_REAL_DATA`` says where.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from interview_value_career_profile import Profile, read_profile

import interview_value as iv

PROJECT = Path(__file__).parents[3]
FOLDER = PROJECT / os.environ.get("INTERVIEW_VALUE_REAL_DATA", "../shared/data")
FILES = sorted(FOLDER.glob("json_resume/*.json"))
TODAY = date(2026, 11, 23)

pytestmark = pytest.mark.skipif(not FILES, reason=f"there are no files of others in {FOLDER}")


def sensible(profile: Profile) -> bool:
    """Whether every value that was read can be true of a person."""
    years, away = profile.years, profile.months_away
    return (
        (years is None or 0 <= years.low <= years.high < 80)
        and (away is None or 0 <= away.low <= away.high < 80 * 12)
        and all(0 < len(name) <= 200 and name.isprintable() for name in (*profile.skills, *profile.positions))
        and all(note.isprintable() for note in profile.notes)
    )


def inner(path: Path) -> Iterator[dict[str, Any]]:
    """The small résumés in a file of test cases."""
    data = json.loads(path.read_text(encoding="utf-8"))
    yield from (case for name, case in data.items() if name.endswith(("Valid", "Valid2", "Valid3", "Invalid")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_real_files_are_read_or_refused(path: Path) -> None:
    """No other exception, no value that cannot be."""
    try:
        assert sensible(read_profile(path, today=TODAY))
    except iv.errors.ReadError as error:
        assert (path.name, True) == (error.source, any(inner(path)))  # a file of test cases, and no résumé


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_cases_within_are_read_or_refused(path: Path) -> None:
    """Of those that are wrong on purpose as well."""
    for resume in inner(path):
        try:
            assert sensible(read_profile(resume, today=TODAY))
        except iv.errors.ReadError as error:
            assert "cannot be used: " in error.reason


def test_what_is_in_them() -> None:
    """A change that makes the reader find less than before does not pass unseen."""
    profiles = [read_profile(path, today=TODAY) for path in FILES if not any(inner(path))]
    assert (22, 19, 15, 17) == (
        len(profiles),
        sum(len(profile.skills) > 4 for profile in profiles),
        sum(profile.years is not None for profile in profiles),
        sum(profile.months_away is not None for profile in profiles),
    )
