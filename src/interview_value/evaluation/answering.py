"""Answering: what an evaluation can be asked to write, once somebody waits for an answer. Nothing is sent."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, cast

from attrs import define

if TYPE_CHECKING:
    from ..model.source import Readable
    from ..replies.calendar import CalendarReply
    from ..replies.letter import Letter
    from ..replies.preparation import PreparationPlan
    from ..replies.response import Response
    from .evaluation import Evaluation

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

        Returns:
            The letter, in plain text: a subject of one line, a body, and the response that they give.

        Raises:
            InvalidInputError: Every mistake in the response, the words or the template.
            ReadError: The template cannot be read.
        """
        from ..replies.letter import letter

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

        Returns:
            The organiser's mail address, the response, and the bytes of a calendar file that gives it.

        Raises:
            InvalidInputError: All that keeps the invitation from being answered in this way, such as that it came
                with no calendar entry.
            ImportError: The extra ``readers`` is not installed.
        """
        from ..replies.calendar import reply

        return reply(cast("Evaluation", self), response, comment=comment, attendee=attendee, stamp=stamp)

    def preparation(
        self,
        calendar: Readable | Sequence[Readable] = (),
        *,
        hours: float | None = None,
        zone: tzinfo | str | None = None,
        working_hours: tuple[float, float] = (9, 18),
        working_days: Collection[int] = (0, 1, 2, 3, 4),
        hours_a_day: float = 2,
        since: datetime | None = None,
        owner: str | None = None,
        words: Mapping[str, str] | None = None,
    ) -> PreparationPlan:
        """Plan when to prepare for the interview and what to do, around what is in your calendar.

        Time is taken in quarters of an hour, the last days first, and ends half an hour before you must leave. What to
        do is drawn from the benefits that make it worth going, each with its share of the time.

        Args:
            calendar: What is taken already: a calendar file or feed, or several.
            hours: How many hours to prepare, above 0, at most 100; left out, what `preparation` is estimated at.
            zone: Your time zone or its name; left out, that of the interview's start, else the machine's.
            working_hours: The hours of the day between which you would prepare, 0–24.
            working_days: The days of the week on which you would, 0 for Monday to 6 for Sunday.
            hours_a_day: How many hours a day are good; more are taken only if the time is short (default: assumption).
            since: Nothing before this time, which has a time zone; now if left out.
            owner: Your mail address, so that what you declined in the calendar does not count as taken.
            words: Another language: a mapping with the keys of ``interview_value.replies.ENGLISH``.

        Returns:
            The plan, which says how many hours are missing if they do not all fit.

        Raises:
            InvalidInputError: Every argument that cannot be used, or a start that is unknown or past.
            ReadError: A calendar cannot be read.
            ImportError: The extra ``readers`` is not installed.
        """
        from ..replies.english import ENGLISH
        from ..replies.planning import Wishes, plan

        words = ENGLISH if words is None else words
        wishes = Wishes(hours, zone, working_hours, working_days, hours_a_day, since, owner, words)
        return plan(cast("Evaluation", self), calendar, wishes, now=datetime.now(UTC))
