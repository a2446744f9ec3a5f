"""Skills: the names of skills in résumés and jobs, and when two names are the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from .plain import Mistakes, as_list, as_object, entries, texts

__all__ = ["asked_of", "distinct", "key", "named_in"]

MAX_SKILLS = 2_000
"""The most skills that are kept of one résumé or job."""

LONGEST_NAME = 60
"""The longest name of a skill that a job asks for, in characters: an assumption. What is longer is a sentence."""

SKILLED = {"skills": ("name", "keywords"), "work": ("keywords",), "projects": ("keywords",)}
"""Where a résumé names skills; keywords of work and projects are no part of the schema, but are common."""

BESIDES = {"languages": ("language",), "certificates": ("name",)}
"""Where a résumé names what jobs ask for as a skill now and then."""


def key(name: str) -> str:
    """Return what two spellings of one skill have in common: letters, digits, ``+`` and ``#``, in lower case.

    ``"Node.js"`` and ``"NodeJS"`` are the same; ``"C"``, ``"C++"`` and ``"C#"`` are not.

    Args:
        name: The skill's name.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return "".join(sign for sign in folded if sign in "+#" or unicodedata.category(sign)[0] in "LMN")


def distinct(names: Iterable[str]) -> dict[str, str]:
    """Return the names by their keys, each once as it is first written, at most 2,000.

    Args:
        names: Names of skills.
    """
    found: dict[str, str] = {}
    for name in islice(names, 100 * MAX_SKILLS):
        if (known := key(name)) and len(found) < MAX_SKILLS:
            found.setdefault(known, name)
    return found


def named_in(resume: Mapping[str, Any], mistakes: Mistakes) -> tuple[str, ...]:
    """Return the skills that a résumé names, each once; languages and certificates count if it names any other.

    Args:
        resume: A JSON Resume.
        mistakes: Takes in what is wrong.
    """
    skilled, besides = (
        [name for section, fields in places.items() for name in _names(resume, section, fields, mistakes)]
        for places in (SKILLED, BESIDES)
    )
    return tuple(distinct([*skilled, *besides]).values()) if skilled else ()


def asked_of(job: Mapping[str, Any], mistakes: Mistakes) -> tuple[str, ...]:
    """Return the skills that a job asks for, each once: of an object its keywords, or its name if it has none.

    Args:
        job: A job description in the schema of JSON Resume, or a schema.org JobPosting.
        mistakes: Takes in what is wrong, and what is too long to be the name of a skill.
    """
    given = job.get("skills")
    listed = {"skills": given} if as_list(given) is not None else {"skills": [given]}
    names: list[str] = []
    for path, entry in entries(listed, "skills", mistakes):
        thing = as_object(entry) or {"name": entry}
        keywords = list(texts(thing.get("keywords"), f"{path}.keywords", mistakes))
        names += keywords or texts(thing.get("name"), path, mistakes)
    for name in names:
        if len(name) > LONGEST_NAME:
            mistakes.add("skills", name, f"the name of a skill, of at most {LONGEST_NAME} characters")
    return tuple(distinct(name for name in names if len(name) <= LONGEST_NAME).values())


def _names(data: Mapping[str, Any], section: str, fields: tuple[str, ...], mistakes: Mistakes) -> Iterable[str]:
    for path, entry in entries(data, section, mistakes):
        given = as_object(entry)
        if given is None:
            mistakes.add(path, entry, "an object")
            continue
        for field in fields:
            yield from texts(given.get(field), f"{path}.{field}", mistakes)
