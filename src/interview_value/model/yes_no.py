"""Yes, no and nothing said: what is typed, and sent by forms, for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import FieldError
from .numerals import MAX_TYPED

__all__ = ["YES_NO", "is_unknown", "read_yes_no"]

YES_NO: Mapping[str, bool] = {
    **dict.fromkeys(("yes", "true", "on", "y"), True),
    **dict.fromkeys(("no", "false", "off", "n"), False),
}
"""What is typed, and sent by the boxes of a form, for yes and no; in lower case."""


def is_unknown(value: object) -> bool:
    """Whether a value says nothing: None, or text of nothing but blanks, which forms send for an empty field."""
    return value is None or (isinstance(value, str) and not value.strip())


def read_yes_no(value: object) -> bool | None:
    """Read yes or no.

    Args:
        value: A bool, of NumPy too; text such as ``"yes"``, ``"on"`` or ``"false"``; ``""`` or None if it is unknown.

    Raises:
        FieldError: It is none of these.
    """
    if is_unknown(value):
        return None
    answer: Any = value
    if type(value).__module__ == "numpy" and type(value).__name__ in ("bool", "bool_"):
        answer = bool(value)
    elif isinstance(value, str):
        answer = YES_NO.get(value[:MAX_TYPED].strip().lower())
    if not isinstance(answer, bool):
        raise FieldError("answer", value, 'True, False, or None for unknown; or text such as "yes" or "off"')
    return answer
