"""Response: accept, decline or ask, which letters and calendar answers share."""

from __future__ import annotations

from enum import StrEnum

from ..display.language import mark, say
from ..errors import FieldError, InvalidInputError, nearest_name
from ..outcome.contributions import Verdict
from ..outcome.outcome import Outcome
from .asking import own_matter

__all__ = ["Response"]


class Response(StrEnum):
    """How to answer an invitation."""

    ACCEPT = "accept"
    DECLINE = "decline"
    ASK = "ask"

    @property
    def label(self) -> str:
        """What people call it."""
        return say({Response.ACCEPT: mark("yes"), Response.DECLINE: mark("no"), Response.ASK: mark("not yet")}[self])

    @classmethod
    def of(cls, response: Response | str | None, outcome: Outcome) -> Response:
        """Return a response by its name, or the one that the verdict calls for if there is none.

        Args:
            response: The response or its name; None for the one that the verdict calls for.
            outcome: The outcome with the verdict.

        Returns:
            The response.

        Raises:
            InvalidInputError: There is no response of that name, and the nearest is offered; or none is named, while
                the seeker has something to settle first, which is no question to those who invite.
        """
        names = [member.value for member in cls]
        if response is None and outcome.verdict is Verdict.ASK_YOURSELF:
            allowed = say(
                "accept or decline: first settle one thing yourself, which they cannot answer ({matter})",
                matter=own_matter(outcome),
            )
            raise InvalidInputError("answer", [FieldError("response", None, allowed)])
        if response is None:
            return {Verdict.ATTEND: cls.ACCEPT, Verdict.DECLINE: cls.DECLINE, Verdict.ASK_THEM: cls.ASK}[
                outcome.verdict
            ]
        try:
            return cls(response)
        except ValueError:
            mistake = FieldError("response", response, "one of " + ", ".join(names), nearest_name(response, names))
            raise InvalidInputError("answer", [mistake]) from None
