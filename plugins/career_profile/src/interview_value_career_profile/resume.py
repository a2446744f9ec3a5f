"""Résumés: from a JSON Resume (https://jsonresume.org/schema, version 1.0.0 and those before) to a Profile."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import interview_value as iv

from .documents import Readable, object_in
from .periods import DATE, Dated, Period, dated, months_away, years
from .plain import Mistakes, as_list, as_object, as_text, entries
from .profile import Profile
from .skills import distinct, named_in

__all__ = ["is_resume", "read_profile"]

SECTIONS = (
    "awards", "basics", "certificates", "education", "interests", "languages", "projects", "publications",
    "references", "skills", "volunteer", "work",
)  # fmt: skip

OF_PEOPLE = ("education", "skills", "work")
"""The lists one of which stands beside ``basics`` in nearly every résumé."""

NOW = ("present", "now", "current", "today", "ongoing")
"""What people write for the end of a job that goes on; the schema says to write nothing."""


def is_resume(data: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object is plainly a JSON Resume: it has basics, and work, education or skills.

    Args:
        data: The object.
    """
    return as_object(data.get("basics")) is not None and any(as_list(data.get(name)) is not None for name in OF_PEOPLE)


def read_profile(source: Readable, *, today: date | None = None) -> Profile:
    """Read what a JSON Resume says of a person. Nothing is fetched, and what cannot be used is left out with a note.

    Args:
        source: A path, the text or bytes themselves, an open file, or parsed JSON.
        today: The day to which work goes on that has no end; today if left out.

    Raises:
        ReadError: It cannot be opened, is no JSON object, has no section of a résumé, or none that can be used; the
            reason names every mistake.
    """
    opened = iv.model.Source.open(source)
    resume = object_in(opened)
    if resume is None:
        raise iv.errors.ReadError(opened.name, "is no JSON Resume: it is no JSON object, or a broken one")
    if not resume.keys() & set(SECTIONS):
        raise iv.errors.ReadError(opened.name, f"is no JSON Resume: it has none of {', '.join(SECTIONS)}")
    mistakes = Mistakes()
    # A datetime is a date as well, but cannot be compared with one.
    profile = _profile(opened.name, resume, date.fromordinal((today or date.today()).toordinal()), mistakes)
    if mistakes.found and not any(as_list(resume.get(name)) for name in SECTIONS):
        raise iv.errors.ReadError(opened.name, "is a JSON Resume that cannot be used: " + "; ".join(mistakes.notes))
    return profile


def _profile(name: str, resume: Mapping[str, Any], today: date, mistakes: Mistakes) -> Profile:
    skills = named_in(resume, mistakes)
    # What is no list or object has been told of already, where skills were looked for.
    work = [(path, as_object(entry) or {}) for path, entry in entries(resume, "work", Mistakes())]
    periods = [period for path, job in work if (period := _period(job, path, today, mistakes)) is not None]
    positions = (as_text(job.get("position")) for _, job in work)
    return Profile(
        source=as_text(name) or "résumé",
        today=today,
        skills=skills,
        positions=tuple(distinct(filter(None, positions)).values()),
        years=years(periods),
        months_away=months_away(periods, today),
        notes=mistakes.notes,
    )


def _period(job: Mapping[str, Any], path: str, today: date, mistakes: Mistakes) -> Period | None:
    """Return when a job was held, no later than today; None if it has not begun."""
    start, end = (_date(job.get(name), f"{path}.{name}", today, mistakes) for name in ("startDate", "endDate"))
    if start and start.earliest > today:
        return None
    if start and _is_blank(job.get("endDate")):
        end = Dated(today, today)  # so says the schema; a job without any date says nothing of when it was
    if start and end and end.latest < start.earliest:
        mistakes.add(f"{path}.endDate", job.get("endDate"), f"a date that is not before the start, {start.earliest}")
        return Period(None, None)
    return Period(start and start.until(today), end and end.until(today))


def _date(value: object, path: str, today: date, mistakes: Mistakes) -> Dated | None:
    if _is_blank(value):
        return None
    text = value.strip() if isinstance(value, str) else ""
    found = Dated(today, today) if text.casefold() in NOW else dated(text)
    if found is None:
        mistakes.add(path, value, DATE)
    return found


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
