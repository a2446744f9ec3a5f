"""Letters: what to send to those who invite, in the library's words or by a template of one's own."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from attrs import frozen

from ..display.language import say, speaking
from ..display.page import Page
from ..display.plain import Plain
from ..display.words import day_and_time
from ..errors import FieldError, InvalidInputError, nearest_name
from ..outcome.outcome import Outcome
from ..reading.text import clean
from ..scoring.way import Way
from . import wording
from .asking import proposed_way, question_to_them, questions_to_them
from .language import language_to_them
from .response import Response
from .templates import filled

__all__ = ["MAX_VALUE", "Letter", "letter"]

MAX_VALUE = 200
"""The longest value that is filled in, in characters; what is longer is cut."""

ONE_THING = "ask_one_thing"
"""The way that asks what most of the doubt hangs on, which only the seeker can name."""


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
        return Page(self.subject, tuple(filter(None, self.body.split("\n"))))

    def __str__(self) -> str:
        return f"{self.subject}\n\n{self.body}"


def letter(
    evaluation: Outcome,
    response: Response | str | None = None,
    *,
    better: str | None = None,
    name: str | None = None,
    way: str | None = None,
    question: str | None = None,
    template: str | os.PathLike[str] | None = None,
    language: str | None = None,
) -> Letter:
    """Return a letter; `Evaluation.letter` describes the arguments."""
    invitation = evaluation.invitation
    role, organization, own_role, own_name = (
        clean(part or "", MAX_VALUE) or "" for part in (invitation.role, invitation.organization, better, name)
    )
    own_question = clean(question or "")
    response = Response.ASK if way is not None or own_question else Response.of(response, evaluation)
    proposed = proposed_way(evaluation) if way is None else _way_called(way, evaluation)
    asked = [partial(str, own_question)] if own_question else _questions(evaluation, proposed)
    proposes = response is Response.ASK and not asked and template is None
    # Mistakes are told before, in the language of the seeker.
    proposal = _way_with_words(proposed) if proposes else ""
    with speaking(language_to_them(invitation, language)):
        starts = day_and_time(invitation.starts) if invitation.starts else ""
        questions = [words() for words in asked]
        if template is not None:
            values = {
                "role": wording.role_in_words(role, organization),
                "organization": organization,
                "starts": starts,
                "better": own_role,
                "questions": "\n".join(f"- {text}" for text in questions),
                "name": own_name,
            }
            return Letter(*filled(template, values), response)
        if response is Response.ACCEPT:
            paragraphs = wording.accepting(role, organization, starts)
        elif response is Response.DECLINE:
            paragraphs = wording.declining(role, organization, own_role, leaves_door_open=_leaves_door_open(evaluation))
        elif proposal:
            paragraphs = wording.proposing(role, organization, proposal)
        else:
            paragraphs = wording.asking(role, organization, questions)
        body = [say("Hello,"), *paragraphs, say("Kind regards"), own_name]
        return Letter(wording.subject(role, organization), "\n\n".join(filter(None, body)), response)


def _way_called(name: str, outcome: Outcome) -> Way:
    """Return the way of that name that begins with a message; raise if there is none."""
    ways = {way.name: way for way in outcome.ways if way.asks}
    if name not in ways:
        mistake = FieldError(
            "way", name, f"one of {', '.join(sorted(ways))}" if ways else "none", nearest_name(name, ways)
        )
        raise InvalidInputError("letter", [mistake])
    return ways[name]


def _way_with_words(way: Way | None) -> str:
    """Return the name of a way that the library has words for; raise if there is none."""
    if way is None:
        allowed = say(
            "accept or decline: nothing that they could answer is worth asking; to ask all the same, give your question"
        )
        raise InvalidInputError("letter", [FieldError("response", Response.ASK.value, allowed)])
    if way.name not in wording.WAYS:
        allowed = f"one of {', '.join(wording.WAYS)}; to propose another, give your question, or your template"
        raise InvalidInputError("letter", [FieldError("way", way.name, allowed)])
    return way.name


def _questions(outcome: Outcome, way: Way | None) -> list[Callable[[], str]]:
    """Return what says each question to them: what is worth asking, or what the doubt hangs on; none for another way.

    They are said once the letter's language is spoken.
    """
    if way is None:
        return [partial(question_to_them, asked) for asked in questions_to_them(outcome)]
    return [wording.terms] if way.name == ONE_THING else []


def _leaves_door_open(outcome: Outcome) -> bool:
    """Return whether a decline may ask for another role: not after a gate, nor where nothing there is of interest."""
    interest = outcome.invitation.organization_interest
    return outcome.ruling is None and (interest is None or interest.high > 0)
