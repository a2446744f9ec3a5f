"""Response: accept, decline or ask, which letters and calendar answers share."""

from __future__ import annotations

from enum import StrEnum

from ..errors import FieldError, InvalidInputError, nearest_name
from ..outcome.contributions import Verdict

__all__ = ["Response"]


class Response(StrEnum):
    """How to answer an invitation."""

    ACCEPT = "accept"
    DECLINE = "decline"
    ASK = "ask"

    @classmethod
    def of(cls, response: Response | str | None, verdict: Verdict, leaning: Verdict) -> Response:
        """Return a response by its name, or the one that fits the verdict if there is none.

        What you have to settle yourself is no question to them: then it is the one that fits the leaning.

        Args:
            response: The response or its name; None for the one that fits.
            verdict: The verdict.
            leaning: Its leaning.

        Returns:
            The response.

        Raises:
            InvalidInputError: There is no response of that name; the nearest is offered.
        """
        if response is None:
            fitting = leaning if verdict is Verdict.ASK_YOURSELF else verdict
            return {Verdict.ATTEND: cls.ACCEPT, Verdict.DECLINE: cls.DECLINE, Verdict.ASK_THEM: cls.ASK}[fitting]
        try:
            return cls(response)
        except ValueError:
            names = [member.value for member in cls]
            mistake = FieldError("response", response, "one of " + ", ".join(names), nearest_name(response, names))
            raise InvalidInputError("answer", [mistake]) from None
