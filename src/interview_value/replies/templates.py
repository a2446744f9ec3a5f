"""Templates: a letter in the seeker's own words, whose first line is the subject."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Template

from ..errors import FieldError, InvalidInputError, nearest_name
from ..model.source import Source
from ..reading.text import clean

__all__ = ["FIELDS", "filled"]

FIELDS = ("role", "organization", "starts", "better", "questions", "name")
"""The names that a template may use."""

MAX_TEMPLATE = 20_000
"""The largest template that is read, in bytes."""


def filled(template: str | os.PathLike[str], values: Mapping[str, str]) -> tuple[str, str]:
    """Return the subject and the body of a template with its values filled in.

    Args:
        template: The path of the template.
        values: The values by name; a paragraph that names one that is empty is left out.

    Raises:
        InvalidInputError: It is no template, or names something else than `FIELDS`.
        ReadError: It cannot be read.
    """
    # As a path, so that a text passed for a template by mistake is reported as a file that does not exist.
    text = Source.open(Path(template), max_bytes=MAX_TEMPLATE).text.replace("\r\n", "\n").strip()
    if mistakes := list(_mistakes_in(text, str(template))):
        raise InvalidInputError("letter", mistakes)
    subject, _, body = text.partition("\n")
    return clean(_fill([subject], values)) or "", _fill(body.strip().split("\n\n"), values)


def _mistakes_in(text: str, path: str) -> Iterator[FieldError]:
    """Yield a mistake if a text is no template, or one for each name in it that letters do not know."""
    template = Template(text)
    if not template.is_valid():
        yield FieldError(path, text, "a template in which $ stands before a name only, and $$ for the sign itself")
        return
    allowed = "one of " + ", ".join(f"${field}" for field in FIELDS)
    for name in template.get_identifiers():
        if name not in FIELDS:
            yield FieldError(path, f"${name}", allowed, nearest_name(name, FIELDS))


def _fill(paragraphs: Iterable[str], values: Mapping[str, str]) -> str:
    """Return the paragraphs with their values filled in, without those that name an empty value."""
    templates = map(Template, paragraphs)
    return "\n\n".join(
        template.substitute(values)
        for template in templates
        if all(values[name] for name in template.get_identifiers())
    )
