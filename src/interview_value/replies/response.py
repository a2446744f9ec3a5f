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
    def of(cls, response: Response | str | None, verdict: Verdict) -> Response:
        """Return a response by its name, or the one that fits the verdict if there is none.

        Raises:
            InvalidInputError: There is no response of that name; the nearest is offered.
        """
        if response is None:
            return {Verdict.ATTEND: cls.ACCEPT, Verdict.DECLINE: cls.DECLINE, Verdict.ASK_FIRST: cls.ASK}[verdict]
        try:
            return cls(response)
        except ValueError:
            names = [member.value for member in cls]
            mistake = FieldError("response", response, "one of " + ", ".join(names), nearest_name(response, names))
            raise InvalidInputError("answer", [mistake]) from None
