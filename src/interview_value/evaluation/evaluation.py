"""Evaluation: an outcome with what can be made of it. The packages for that are imported only when asked for."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ..display.plain import Plain
from ..outcome.outcome import Outcome

if TYPE_CHECKING:
    from ..display.page import Page
    from ..display.showing import Shown
    from ..model.source import Readable
    from ..plots.canvas import Ax, Axes
    from ..replies.calendar import CalendarReply
    from ..replies.letter import Letter
    from ..replies.preparation import PreparationPlan
    from ..replies.response import Response

__all__ = ["Evaluation"]


@frozen(eq=False, slots=False)
class Evaluation(Outcome, Plain):
    """What an invitation is worth, and why. Made by `Evaluator.evaluate` or read back by `from_dict`.

    Args:
        invitation: The invitation that was evaluated.
        seeker: The person it was evaluated for.
        contributions: One for each scorer, sorted by name.
        findings: One for each gate, sorted by name.
        notes: What a person should know about how the facts were read and valued.
        failures: Failures besides those of scorers and gates: plugins and weights hooks, each with its reason.
        asking_cost: The cost of asking a question, hours, ≥ 0.
        reasoning: Where the numbers come from.
        slow_after: How long a scorer or gate may take before `slow` names it, seconds.
        run: The run of the scorers, which the analysis varies; None if the evaluation was read back.
        totals: The ranges and the chance of an evaluation that was read back without draws; None with draws.
        stored_questions: The questions of an evaluation that was read back, which has no run to find them anew.
        stored_ways: Its ways.
        left_open: The names of quantities that the person cannot tell, such as in a session; they are not asked for.
    """

    def __eq__(self, other: object) -> bool:
        """Tell whether both come to the same hours, questions and verdict from the same facts.

        One that is read back with its draws equals the one written, though it has no run, from which `why` works out
        what matters most and what would change the answer.
        """
        if not isinstance(other, Evaluation):
            return NotImplemented
        return self is other or self._value() == other._value()

    def __hash__(self) -> int:
        return hash((self.invitation, self.seeker, self.asking_cost))

    def _value(self) -> tuple[object, ...]:
        facts = self.invitation, self.seeker, self.inputs, self.notes, self.failures, self.asking_cost
        return *facts, self.contributions, self.findings, self.questions, self.totals

    def letter(
        self,
        response: Response | str | None = None,
        *,
        better: str | None = None,
        name: str | None = None,
        way: str | None = None,
        question: str | None = None,
        template: str | os.PathLike[str] | None = None,
        language: str | None = None,
    ) -> Letter:
        """Write the words to send: an acceptance, a polite decline, or what to ask first. Nothing is sent.

        Args:
            response: `Response` or its name: ``"accept"``, ``"decline"`` or ``"ask"``; left out, the one that the
                verdict calls for. While you have something to settle yourself there is none.
            better: The kind of role that would suit you better, which a decline may name.
            name: Your name, with which the letter closes.
            way: The name of one of `ways` that begins with a message, such as ``"video"``, which the letter proposes;
                left out, the one that the verdict advises.
            question: What to ask them, in your words; left out, what is worth asking.
            template: The path of your own template, at most 20 kB: its first line is the subject, and it may name
                ``$role``, ``$organization``, ``$starts``, ``$better``, ``$questions`` and ``$name``. A paragraph with
                a name for which there is no value is left out.
            language: The language of the letter, such as ``"en"``; left out, that of the invitation, if there are
                letters in it, else the one that is spoken.

        Returns:
            The letter, in plain text: a subject of one line, a body, and the response.

        Raises:
            InvalidInputError: A mistake in the response, the way or the template; or there is no letter to write,
                because you have something to settle first, or nothing is worth asking them.
            FieldError: There are no letters in that language.
            ReadError: The template cannot be read.
        """
        from ..replies.letter import letter

        return letter(
            self,
            response,
            better=better,
            name=name,
            way=way,
            question=question,
            template=template,
            language=language,
        )

    def reply(
        self,
        response: Response | str | None = None,
        *,
        comment: str = "",
        attendee: str | None = None,
        stamp: datetime | None = None,
    ) -> CalendarReply:
        """Write a calendar file that answers the organiser (an iTIP REPLY, RFC 5546). Nothing is sent.

        Args:
            response: `Response` or its name: ``"accept"``, ``"decline"`` or ``"ask"``, which answers tentatively;
                left out, the one that the verdict calls for. While you have something to settle yourself there is none.
            comment: A few words to the organiser, at most 2,000 characters.
            attendee: Your own mail address as the invitation has it, if the calendar entry does not show which it is.
            stamp: When the answer is given, with a time zone; now if left out.

        Returns:
            The organiser's mail address, the response, and the calendar file in bytes.

        Raises:
            InvalidInputError: Everything that keeps the invitation from being answered in this way, such as that it
                did not come from a calendar entry.
            ImportError: The extra ``readers`` is not installed.
        """
        from ..replies.calendar import reply

        return reply(self, response, comment=comment, attendee=attendee, stamp=stamp)

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
        language: str | None = None,
    ) -> PreparationPlan:
        """Plan when to prepare for the interview and what to do, around the appointments in your calendar.

        The plan uses quarters of an hour, the last days first, and ends half an hour before you must leave. The tasks
        follow from the benefits that make it worth going, each with its share of the time.

        Args:
            calendar: Your appointments: a calendar file or feed, or several.
            hours: How many hours to prepare, above 0, at most 100; left out, `best_hours`.
            zone: Your time zone or its name; left out, that of the interview's start, else the machine's.
            working_hours: The hours of the day between which you would prepare, 0–24.
            working_days: The days of the week on which you would, 0 for Monday to 6 for Sunday.
            hours_a_day: The most hours a day, above 0, at most 24, unless the time is short (default: assumption).
            since: The earliest time to prepare, with a time zone; now if left out.
            owner: Your mail address, so that appointments that you declined do not count as taken.
            language: The language of the plan, such as ``"en"``; left out, the one that is spoken.

        Returns:
            The plan, which says how many hours are missing if they do not all fit.

        Raises:
            InvalidInputError: Every argument that cannot be used, or a start that is unknown or past.
            FieldError: There are no plans in that language.
            ReadError: A calendar cannot be read.
            ImportError: The extra ``readers`` is not installed.
        """
        from ..display.language import speaking
        from ..replies.planning import PreparationOptions, plan_preparation

        options = PreparationOptions(hours, zone, working_hours, working_days, hours_a_day, since, owner)
        with speaking(language):
            return plan_preparation(self, calendar, options, now=datetime.now(UTC))

    def to_dict(self, *, draws: bool = True) -> dict[str, Any]:
        """Return plain, JSON-ready data that `from_dict` reads back.

        Its JSON Schema ships with the package as ``schema/evaluation.json``.

        Args:
            draws: Whether the draws are included, if there are any. They are most of the data; a web page needs none.

        Returns:
            The verdict, the hours and ranges, the questions, and everything that went in.
        """
        from .plain_data import to_dict

        return to_dict(self, draws=draws)

    def _within(self) -> dict[str, Any]:
        return self.to_dict(draws=False)

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Evaluation:
        """Read back what `to_dict` returned.

        Args:
            plain: The data.

        Returns:
            An evaluation with the same numbers and questions. What needs the scorers raises a `NotAtHandError`, because
            they are not part of the data; so does what needs the draws, if they were left out. Ranges and the chance
            are then those of the data, and otherwise worked out anew.

        Raises:
            InvalidInputError: The data has not the form that `to_dict` gives it.
        """
        from .plain_data import from_dict

        return from_dict(plain, cls)

    def plot(self, kind: str = "waterfall", ax: Ax = None) -> Axes:
        """Draw a picture of `interview_value.plots`.

        Args:
            kind: ``"waterfall"``, ``"tornado"``, ``"distribution"`` or ``"weights"``.
            ax: The Axes to draw on; a new one if left out.

        Returns:
            The Axes that were drawn on.

        Raises:
            InvalidInputError: An argument cannot be used.
            NotAtHandError: A tornado of an evaluation that was read back.
            ImportError: The extra ``plots`` is not installed.
        """
        from ..plots.kinds import plot

        return plot(self, kind, ax)

    @property
    def headline(self) -> str:
        """The verdict, what going is worth and how sure that is, in a few sentences."""
        from .sentences import headline

        return headline(self)

    @property
    def short(self) -> str:
        """The verdict in a few words with the hours on balance: "Go (+3 hours)"."""
        from .sentences import in_short

        return in_short(self)

    def why(self) -> Shown:
        """Return all that stands behind the answer, which shows itself as the evaluation does.

        Returns:
            The hours of each criterion and why, the ways of going, what would change the answer, and where each number
            comes from: given, read or assumed.
        """
        from ..display.showing import Shown
        from .background import why

        return Shown(lambda: why(self))

    @cached_property
    def _pages(self) -> dict[str, Page]:
        """The page in each language in which it was shown, because to find what would turn it takes milliseconds."""
        return {}

    def _page(self) -> Page:
        from ..display.language import spoken
        from .first_screen import first_screen

        language = spoken()
        if language not in self._pages:
            self._pages[language] = first_screen(self)
        return self._pages[language]
