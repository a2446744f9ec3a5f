"""Hooks: what the plugin brings to every evaluator."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import interview_value as iv

from .criterion import skill_growth
from .documents import object_in
from .job import by_the_library, job_in
from .profile import Profile
from .resume import is_resume, read_profile

__all__ = ["RESUME", "interview_value_read", "interview_value_scorers"]

RESUME = "INTERVIEW_VALUE_RESUME"
"""The environment variable with the path of the seeker's own résumé."""


@iv.hookimpl
def interview_value_scorers() -> Iterable[iv.scoring.Scorer[...]]:
    """Bring the criterion."""
    return [skill_growth]


@iv.hookimpl
def interview_value_read(source: iv.model.Source) -> iv.Invitation | None:
    """Compare a job that names skills with the résumé that the seeker named; all else is left to the library.

    Args:
        source: What may be one.

    Returns:
        What the library reads in it, and what the comparison shows; None for what is no such job, and where no
        résumé was named.

    Raises:
        ReadError: It is a résumé, which says nothing of an invitation; or the seeker's résumé cannot be read.
    """
    data = object_in(source)
    if data is not None and is_resume(data) and by_the_library(source) is None:
        raise iv.errors.ReadError(
            source.name,
            "is a résumé in the schema of JSON Resume, which says nothing of an invitation; "
            f"set {RESUME} to its path, and jobs that name skills are compared with it",
        )
    path = os.environ.get(RESUME)
    job = job_in(source) if path else None
    if not path or job is None:
        return None
    profile = _own_profile(path)
    return job.compared(profile) | _of_the_seeker(profile)


def _own_profile(path: str) -> Profile:
    try:
        return read_profile(Path(path))
    except iv.errors.ReadError as error:
        raise iv.errors.ReadError(error.source, f"{error.reason} (it is named by {RESUME})") from None


def _of_the_seeker(profile: Profile) -> iv.Invitation:
    """Return what the résumé says of the seeker; an invitation can carry any plugin's quantity."""
    seeker = profile.seeker()
    notes = (f"compared with the résumé {profile}", *seeker.notes)
    return iv.Invitation(quantities=seeker.quantities, read_from=seeker.read_from, notes=notes)
