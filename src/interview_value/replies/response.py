"""Response: which of three answers is given."""

from __future__ import annotations

from enum import Enum

from ..errors import FieldError, InvalidInputError, nearest_name
from ..outcome.contributions import Verdict

__all__ = ["Response"]


class Response(str, Enum):
    """How to answer an invitation."""

    ACCEPT = "accept"
    DECLINE = "decline"
    ASK = "ask"

    @classmethod
    def of(cls, response: Response | str | None, verdict: Verdict) -> Response:
        """Return the response that was chosen, or, if none was, the one that a verdict asks for.

        Raises:
            InvalidInputError: It is none of the three; the nearest is offered.
        """
        if response is None:
            return {Verdict.ATTEND: cls.ACCEPT, Verdict.DECLINE: cls.DECLINE, Verdict.ASK_FIRST: cls.ASK}[verdict]
        try:
            return cls(response)
        except ValueError:
            names = [one.value for one in cls]
            mistake = FieldError("response", response, "one of " + ", ".join(names), nearest_name(response, names))
            raise InvalidInputError("answer", [mistake]) from None
