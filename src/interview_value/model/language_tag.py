"""Language tags, such as "de" or "en-GB": which are well-formed, and how a file's own are read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import FieldError

__all__ = ["LANGUAGE_TAG", "MAX_TAG", "check_language", "language_tag"]

MAX_TAG = 35
"""The longest tag, in characters: RFC 5646 tells programs to have room for so many (section 4.4.1)."""

LANGUAGE_TAG = "[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*"
"""The pattern of a tag (RFC 5646), besides its length."""


def check_language(name: str, value: object) -> Iterator[FieldError]:
    """Yield a mistake unless the value is a language tag."""
    if not isinstance(value, str) or len(value) > MAX_TAG or not re.fullmatch(LANGUAGE_TAG, value):
        allowed = f"a language as a tag such as de or en-GB: letters, digits and hyphens, at most {MAX_TAG} characters"
        yield FieldError(name, value, allowed)


def language_tag(text: object) -> str | None:
    """Return the tag in a text from outside, which may have blanks around it or underscores; None if it is none.

    Args:
        text: The text; what is no text, or holds several tags, is none.
    """
    if not isinstance(text, str):
        return None
    tag = text[: 4 * MAX_TAG].strip().replace("_", "-")
    return None if any(check_language("language", tag)) else tag
