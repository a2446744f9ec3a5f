"""Letters: the words to send, filled into a template that anyone can replace."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from string import Template

from attrs import frozen

from ..errors import FieldError, InvalidInputError, nearest_name
from ..model.invitation import Invitation
from ..model.source import Source
from ..outcome.outcome import Outcome
from ..reading.text import clean
from .english import ENGLISH
from .response import Response

__all__ = ["MAX_VALUE", "Letter", "lacking", "letter", "open_questions"]

MAX_VALUE = 200
"""Where a value that is filled in is cut, in characters."""

MAX_TEMPLATE = 20_000
"""The largest template that is read, in bytes."""

MAX_QUESTIONS = 3
"""The most questions of a letter: more are not answered (assumption)."""

FIELDS = ("role", "organization", "starts", "better", "questions", "name")
"""What a template may name."""


@frozen
class Letter:
    """Words to send, in plain text. What came from the invitation is on one line each, without control characters.

    Args:
        subject: One line.
        body: The text, its paragraphs parted by empty lines.
        response: What it says.
    """

    subject: str
    body: str
    response: Response

    def __str__(self) -> str:
        return f"{self.subject}\n\n{self.body}"


def letter(
    evaluation: Outcome,
    response: Response | str | None = None,
    *,
    better: str | None = None,
    name: str | None = None,
    words: Mapping[str, str] | None = None,
    template: str | os.PathLike[str] | None = None,
) -> Letter:
    """Write what `Evaluation.letter` returns; its arguments are described there."""
    response = Response.of(response, evaluation.verdict)
    words = ENGLISH if words is None else words
    text = words.get(response.value, "") if template is None else _template(template)
    needed = ("role", "role at", "better", "question.anything", *([] if template else [response.value]))
    mistakes = [*lacking(words, needed), *_unusable(text, str(template or response.value))]
    if mistakes:
        raise InvalidInputError("letter", mistakes)
    subject, _, body = text.strip().partition("\n")
    values = _values(evaluation, words, better, name)
    return Letter(clean(_filled([subject], values)) or "", _filled(body.strip().split("\n\n"), values), response)


def _template(path: str | os.PathLike[str]) -> str:
    from pathlib import Path

    # Always a path: text that looks like a template is no file's name, and is told so.
    return Source.open(Path(path), max_bytes=MAX_TEMPLATE).text.replace("\r\n", "\n")


def lacking(words: Mapping[str, str], keys: Iterable[str]) -> Iterable[FieldError]:
    """Yield which of the words that are needed a language lacks."""
    for key in keys:
        if not isinstance(words.get(key), str):
            yield FieldError(f"words[{key!r}]", words.get(key), "a text in the language of the letter")


def _unusable(text: str, where: str) -> Iterable[FieldError]:
    """Yield what a template names that no letter has."""
    template = Template(text)
    if not template.is_valid():
        yield FieldError(where, text, "a template in which $ stands before a name only, and $$ for the sign itself")
        return
    for named in template.get_identifiers():
        if named not in FIELDS:
            allowed = "one of " + ", ".join(f"${field}" for field in FIELDS)
            yield FieldError(where, f"${named}", allowed, nearest_name(named, FIELDS))


def _values(evaluation: Outcome, words: Mapping[str, str], better: str | None, name: str | None) -> dict[str, str]:
    """Return what is known, each value on one line; what is not known is left out."""
    invitation = evaluation.invitation
    role, organization = (clean(text or "", MAX_VALUE) for text in (invitation.role, invitation.organization))
    role = role or words["role"]
    values = {
        "role": Template(words["role at"]).safe_substitute(role=role, organization=organization)
        if organization
        else role,
        "organization": organization,
        "starts": _moment(invitation.starts) if invitation.starts else None,
        "better": clean(better or "", MAX_VALUE) or ("" if _is_nothing(invitation) else words["better"]),
        "questions": "\n".join(f"- {question}" for question in open_questions(evaluation, words)),
        "name": clean(name or "", MAX_VALUE),
    }
    return {key: value for key, value in values.items() if value}


def _is_nothing(invitation: Invitation) -> bool:
    """Tell whether the organisation is known to be of no interest at all, so that no other role there would be."""
    interest = invitation.organization_interest
    return interest is not None and interest.high == 0


def _moment(moment: datetime) -> str:
    """A moment as it reads in every language, with its distance from UTC where that is known."""
    return moment.isoformat(" ", "minutes").replace("+00:00", " UTC")


def open_questions(evaluation: Outcome, words: Mapping[str, str]) -> list[str]:
    """Return what a recruiter can be asked, the most valuable first.

    What only the seeker can answer is asked through what a recruiter can tell of it, if the language has words for
    that.
    """
    asked: dict[str, None] = {}
    for question in evaluation.questions:
        said = words.get(f"question.{question.quantity}") or (question.text if question.ask == "recruiter" else "")
        if (text := clean(said)) and (question.worth > 0 or question.gate):
            asked[text] = None
    return list(asked)[:MAX_QUESTIONS] or [words["question.anything"]]


def _filled(paragraphs: Iterable[str], values: Mapping[str, str]) -> str:
    """Fill in values, once, so that none is taken for a template; leave out the paragraphs that lack one."""
    templates = map(Template, paragraphs)
    return "\n\n".join(
        template.substitute(values) for template in templates if values.keys() >= set(template.get_identifiers())
    )
