"""Answering: what an evaluation can be asked to write, once somebody waits for an answer. Nothing is sent."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, cast

from attrs import define

if TYPE_CHECKING:
    from .evaluation import Evaluation
    from .replies.calendar import CalendarReply
    from .replies.letter import Letter
    from .replies.response import Response

__all__ = ["Answering"]


@define(eq=False)
class Answering:
    """What an `Evaluation` writes to others; the rooms that do it are loaded only then."""

    def letter(
        self,
        response: Response | str | None = None,
        *,
        better: str | None = None,
        name: str | None = None,
        words: Mapping[str, str] | None = None,
        template: str | os.PathLike[str] | None = None,
    ) -> Letter:
        """Write the words to send: an acceptance, a polite decline, or the questions to ask first. Nothing is sent.

        Args:
            response: `Response` or its name: ``"accept"``, ``"decline"`` or ``"ask"``; left out, what the verdict
                asks for.
            better: The kind of role that would suit you better, which a decline may name.
            name: Your name, with which the letter closes.
            words: Another language: a mapping with the keys of ``interview_value.replies.ENGLISH``.
            template: The path of your own template, at most 20 kB: its first line is the subject, and it may name
                ``$role``, ``$organization``, ``$starts``, ``$better``, ``$questions`` and ``$name``. A paragraph with
                a name for which there is no value is left out.

        Raises:
            InvalidInputError: Every mistake in the response, the words or the template.
            ReadError: The template cannot be read.
        """
        from .replies.letter import letter

        return letter(cast("Evaluation", self), response, better=better, name=name, words=words, template=template)

    def reply(
        self,
        response: Response | str | None = None,
        *,
        comment: str = "",
        attendee: str | None = None,
        stamp: datetime | None = None,
    ) -> CalendarReply:
        """Write the calendar's own answer to the organiser (an iTIP REPLY, RFC 5546). Nothing is sent.

        Args:
            response: `Response` or its name: ``"accept"``, ``"decline"`` or ``"ask"``, which answers tentatively;
                left out, what the verdict asks for.
            comment: A few words to the organiser, at most 2,000 characters.
            attendee: Your own mail address as the invitation has it, if the calendar entry does not show which it is.
            stamp: When the answer is given, with a time zone; now if left out.

        Raises:
            InvalidInputError: All that keeps the invitation from being answered in this way, such as that it came
                with no calendar entry.
            ImportError: The extra ``readers`` is not installed.
        """
        from .replies.calendar import reply

        return reply(cast("Evaluation", self), response, comment=comment, attendee=attendee, stamp=stamp)
