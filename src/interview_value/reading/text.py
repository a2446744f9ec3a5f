"""Text from outside, made fit to be shown: on one line, of a bounded length and without control characters."""

from __future__ import annotations

import re

from ..model.fields import MAX_TEXT

__all__ = ["clean"]

# Control characters, the marks that turn the direction of writing, and halves of surrogate pairs: none of
# them belongs in a name, and each can deceive a reader or break a program further on.
UNWANTED = re.compile("[\x00-\x20\x7f-\xa0\u200b\u200e\u200f\u2028-\u202f\u2066-\u2069\ufeff\ud800-\udfff]+")


def clean(text: object, limit: int = MAX_TEXT) -> str | None:
    """Return a text on one line without control characters, or None if nothing is left.

    Args:
        text: The text; of anything else, its ``str()`` counts.
        limit: The most characters that are kept.
    """
    # Cut first as well, so that a text of megabytes costs nothing.
    return UNWANTED.sub(" ", str(text)[: 4 * limit]).strip()[:limit].strip() or None
