"""Jobs: the skills that a job asks for, compared with a résumé, as a part of the invitation."""

from __future__ import annotations

from html import unescape
from io import BytesIO

from attrs import frozen

import interview_value as iv

from .documents import Readable, objects_in
from .plain import Mistakes, as_text
from .profile import Profile
from .skills import asked_of, key

__all__ = ["Job", "by_the_library", "job_in", "read_job"]

MOST_NAMED = 10
"""The most skills that a note names."""


@frozen
class Job:
    """A job that says which skills it asks for.

    Args:
        name: What its source is called.
        invitation: What the library reads in the source.
        asked: The skills, each once.
        notes: What of them could not be used and why.
    """

    name: str
    invitation: iv.Invitation
    asked: tuple[str, ...]
    notes: tuple[str, ...]

    def compared(self, profile: Profile) -> iv.Invitation:
        """Return the invitation with the share of the skills that are missing in a résumé, if that can be told.

        Args:
            profile: What the résumé says.
        """
        gap = profile.gap(self.asked)
        if gap is None:
            why = "the résumé names no skills" if self.asked else "the job names no skills"
            told = f"{why}, so nothing says how many of them you lack"
            return self.invitation | iv.Invitation(notes=(*self.notes, told))
        return self.invitation | iv.Invitation(
            quantities={"skill_gap": gap},
            read_from={"skill_gap": f"{self.name}: skills, compared with {profile.source}"},
            notes=(*self.notes, self._in_words(profile)),
        )

    def _in_words(self, profile: Profile) -> str:
        missing = profile.missing(self.asked)
        if not missing:
            return f"the résumé names all skills that the job asks for ({len(self.asked)})"
        named = ", ".join(missing[:MOST_NAMED]) + (", …" if len(missing) > MOST_NAMED else "")
        return f"the job asks for {len(self.asked)} skills; the résumé does not name {len(missing)}: {named}"


def read_job(source: Readable, profile: Profile | None = None) -> iv.Invitation:
    """Read a job that says which skills it asks for, and compare them with a résumé.

    That is a job description in the schema of JSON Resume (https://github.com/jsonresume/resume-schema,
    job-schema.json), a schema.org JobPosting in JSON-LD, alone or in a page, or other JSON with a title and skills.

    Args:
        source: A path, the text or bytes themselves, an open file, or parsed JSON.
        profile: What the seeker's résumé says; without it the share of skills that they lack stays unknown.

    Returns:
        What the library reads in it, and with a profile the quantity ``skill_gap``.

    Raises:
        ReadError: It cannot be opened, or is no such job.
    """
    opened = iv.model.Source.open(source)
    job = job_in(opened)
    if job is None:
        raise iv.errors.ReadError(
            opened.name, "is no job that names skills; expected JSON or JSON-LD with a title and skills"
        )
    return job.invitation if profile is None else job.compared(profile)


def job_in(source: iv.model.Source) -> Job | None:
    """Return the job that the library reads in a source, or None if it is none that says which skills it asks for.

    Args:
        source: The source.
    """
    jobs = [data for data in objects_in(source) if as_text(data.get("title")) and data.get("skills") is not None]
    name = as_text(source.name) or "job"
    invitation = by_the_library(source) if jobs else None
    if invitation is None:
        if len(jobs) != 1:
            return None  # of several, nobody knows which is meant
        invitation = iv.Invitation(role=as_text(jobs[0]["title"]), read_from={"role": f"{name}: title"})
    role = key(invitation.role or "")
    for data in jobs:
        if key(as_text(unescape(data["title"])) or "") == role:
            mistakes = Mistakes()
            return Job(name, invitation, asked_of(data, mistakes), mistakes.notes)
    return None


def by_the_library(source: iv.model.Source) -> iv.Invitation | None:
    """Return what the library reads in a source by itself, or None if it reads nothing.

    Args:
        source: The source.
    """
    file = BytesIO(source.data)
    file.name = source.name
    try:
        return iv.read(source.mapping or file, max_bytes=len(source.data), readers=())
    except iv.errors.ReadError:
        return None
