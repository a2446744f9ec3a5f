"""Letters: a template that anyone can replace, filled with the values of an outcome."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Template

from attrs import frozen

from ..display.page import Page
from ..display.plain import Plain
from ..errors import FieldError, InvalidInputError, nearest_name
from ..model.source import Source
from ..outcome.contributions import Verdict
from ..outcome.outcome import Outcome
from ..reading.text import clean
from ..scoring.way import Way
from .english import ENGLISH
from .response import Response

__all__ = ["MAX_VALUE", "Letter", "letter", "missing_words", "open_questions"]

MAX_VALUE = 200
"""The longest value that is filled in, in characters; what is longer is cut."""

MAX_TEMPLATE = 20_000
"""The largest template that is read, in bytes."""

MAX_QUESTIONS = 3
"""The most questions in a letter; recruiters would not answer more (assumption)."""

FIELDS = ("role", "organization", "starts", "better", "questions", "name")
"""The names that a template may use."""


@frozen
class Letter(Plain):
    """A letter in plain text. Values from the invitation have one line each and no control characters.

    Args:
        subject: One line.
        body: The text, with empty lines between paragraphs.
        response: Whether it accepts, declines or asks.
    """

    subject: str
    body: str
    response: Response

    def _page(self) -> Page:
        return Page(self.subject, tuple(self.body.split("\n\n")))

    def __str__(self) -> str:
        return f"{self.subject}\n\n{self.body}"


def letter(
    evaluation: Outcome,
    response: Response | str | None = None,
    *,
    better: str | None = None,
    name: str | None = None,
    way: str | None = None,
    words: Mapping[str, str] | None = None,
    template: str | os.PathLike[str] | None = None,
) -> Letter:
    """Return a letter; `Evaluation.letter` describes the arguments."""
    words = ENGLISH if words is None else words
    if way is None:
        response = Response.of(response, evaluation.verdict, evaluation.leaning)
        proposed = evaluation.first_way if response is Response.ASK and evaluation.verdict is Verdict.ASK_THEM else None
    else:
        proposed, response = _way_called(way, evaluation), Response.ASK
    if template is None:
        text = words.get(f"ask.{proposed.name}" if proposed else response.value, words.get(response.value, ""))
    else:
        # As a path, so that a text passed for a template by mistake is reported as a file that does not exist.
        text = Source.open(Path(template), max_bytes=MAX_TEMPLATE).text.replace("\r\n", "\n")
    needed = ("role", "role at", "better", "question.anything", *([] if template else [response.value]))
    mistakes = [*missing_words(words, needed), *_mistakes_in(text, str(template or response.value))]
    if mistakes:
        raise InvalidInputError("letter", mistakes)
    subject, _, body = text.strip().partition("\n")
    values = _values(evaluation, words, better, name)
    return Letter(clean(_filled([subject], values)) or "", _filled(body.strip().split("\n\n"), values), response)


def _way_called(name: str, outcome: Outcome) -> Way:
    """Return the way of that name that begins with a message; raise if there is none."""
    ways = {way.name: way for way in outcome.ways if way.asks}
    if name not in ways:
        mistake = FieldError(
            "way", name, f"one of {', '.join(sorted(ways))}" if ways else "none", nearest_name(name, ways)
        )
        raise InvalidInputError("letter", [mistake])
    return ways[name]


def missing_words(words: Mapping[str, str], keys: Iterable[str]) -> Iterator[FieldError]:
    """Yield a mistake for each key for which a language has no text."""
    for key in keys:
        if not isinstance(words.get(key), str):
            yield FieldError(f"words[{key!r}]", words.get(key), "a text in the language of the letter")


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


def _values(outcome: Outcome, words: Mapping[str, str], better: str | None, name: str | None) -> dict[str, str]:
    """Return the values of a template by name, without those that are not known."""
    invitation = outcome.invitation
    role = clean(invitation.role or "", MAX_VALUE) or words["role"]
    organization = clean(invitation.organization or "", MAX_VALUE)
    if organization:
        role = Template(words["role at"]).safe_substitute(role=role, organization=organization)
    interest = invitation.organization_interest
    # Where the organisation is known to be of no interest, neither is another role there.
    other_role = "" if interest is not None and interest.high == 0 else words["better"]
    values = {
        "role": role,
        "organization": organization,
        # A moment reads the same in every language in this form, with its distance from UTC where that is known.
        "starts": invitation.starts.isoformat(" ", "minutes").replace("+00:00", " UTC") if invitation.starts else None,
        "better": clean(better or "", MAX_VALUE) or other_role,
        "questions": "\n".join(f"- {question}" for question in open_questions(outcome, words)),
        "name": clean(name or "", MAX_VALUE),
    }
    return {key: value for key, value in values.items() if value}


def open_questions(outcome: Outcome, words: Mapping[str, str]) -> list[str]:
    """Return questions to a recruiter, the most valuable first.

    For a question that only the seeker can answer, the language may have another one whose answer helps the seeker.
    """
    texts: dict[str, None] = {}
    for question in outcome.questions:
        text = words.get(f"question.{question.quantity}") or (question.text if question.ask == "recruiter" else "")
        line = clean(text)
        if line and question.worth > 0:
            texts[line] = None
    return list(texts)[:MAX_QUESTIONS] or [words["question.anything"]]


def _filled(paragraphs: Iterable[str], values: Mapping[str, str]) -> str:
    """Return the paragraphs with their values filled in, without those that name a value which is not known."""
    templates = map(Template, paragraphs)
    return "\n\n".join(
        template.substitute(values) for template in templates if values.keys() >= set(template.get_identifiers())
    )
