"""Jobs: the skills that a job asks for, compared with a résumé, as a part of the invitation."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from os import PathLike
from typing import Any

import interview_value as iv

from .plain import Mistakes, as_text, object_in
from .profile import Profile
from .skills import asked_of

__all__ = ["by_the_library", "is_job", "job_in", "read_job"]

MOST_NAMED = 10
"""The most skills that a note names."""


def is_job(data: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object is a job that says which skills it asks for.

    Args:
        data: The object.
    """
    return as_text(data.get("title")) is not None and data.get("skills") is not None


def read_job(source: str | bytes | PathLike[str] | Mapping[str, Any], profile: Profile | None = None) -> iv.Invitation:
    """Read a job that says which skills it asks for, and compare them with a résumé.

    That is a job description in the schema of JSON Resume (https://github.com/jsonresume/resume-schema,
    job-schema.json), a schema.org JobPosting as JSON, or any JSON object with a title and skills.

    Args:
        source: A path, the text or bytes themselves, or parsed JSON.
        profile: What the seeker's résumé says; without it the share of skills that they lack stays unknown.

    Returns:
        What the library reads in it, and with a profile the quantity ``skill_gap``.

    Raises:
        ReadError: It cannot be opened, or is no such job.
    """
    opened = iv.Source.open(source)
    job = object_in(opened)
    if job is None or not is_job(job):
        raise iv.ReadError(opened.name, "is no job that names skills; expected a JSON object with a title and skills")
    return job_in(job, opened, profile)


def job_in(job: Mapping[str, Any], source: iv.Source, profile: Profile | None) -> iv.Invitation:
    """Return the invitation in a source whose JSON object is a job.

    Args:
        job: The object.
        source: The source.
        profile: What the seeker's résumé says.
    """
    role = iv.Invitation(role=as_text(job["title"]), read_from={"role": f"{source.name}: title"})
    invitation = by_the_library(source) or role
    return invitation if profile is None else invitation | _compared(job, source.name, profile)


def by_the_library(source: iv.Source) -> iv.Invitation | None:
    """Return what the library reads in a source by itself, or None if it reads nothing.

    Args:
        source: The source.
    """
    file = BytesIO(source.data)
    file.name = source.name
    try:
        return iv.read(source.mapping or file, max_bytes=len(source.data), readers=())
    except iv.ReadError:
        return None


def _compared(job: Mapping[str, Any], name: str, profile: Profile) -> iv.Invitation:
    mistakes = Mistakes()
    asked = asked_of(job, mistakes)
    gap = profile.gap(asked)
    if gap is None:
        why = "the résumé names no skills" if asked else "the job names no skills"
        return iv.Invitation(notes=(*mistakes.notes, f"{why}, so nothing says how many of them you lack"))
    where = f"{name}: skills, compared with {profile.source}"
    notes = (*mistakes.notes, _in_words(asked, profile))
    return iv.Invitation(quantities={"skill_gap": gap}, read_from={"skill_gap": where}, notes=notes)


def _in_words(asked: tuple[str, ...], profile: Profile) -> str:
    missing = profile.missing(asked)
    if not missing:
        return f"the résumé names all skills that the job asks for ({len(asked)})"
    named = ", ".join(missing[:MOST_NAMED]) + (", …" if len(missing) > MOST_NAMED else "")
    return f"the job asks for {len(asked)} skills; the résumé does not name {len(missing)}: {named}"
