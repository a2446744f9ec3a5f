"""Links: where the links of a text lead, as far as they say it themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .signs import CHAT, SHORT_LINK, Finding

__all__ = ["link_signs"]

LINK = re.compile(r"(?:https?://|\b)((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,20})(/[^\s<>\"')]{0,200})?", re.IGNORECASE)
MAX_LINKS = 100
"""How many links of a text are looked at."""

SHORTENERS = frozenset(
    {
        *("bit.ly", "tinyurl.com", "ow.ly", "t.co", "goo.gl"),  # those that the source names
        *("cutt.ly", "is.gd", "rb.gy", "shorturl.at", "t.ly", "tiny.cc", "v.gd", "rebrand.ly", "s.id", "bl.ink"),
    }
)
"""Services that shorten links; those that the source does not name are an assumption."""

CHATS = frozenset({"t.me", "telegram.me", "wa.me", "chat.whatsapp.com", "api.whatsapp.com", "signal.me"})
"""Where links into a chat lead (an assumption, from the names of public services)."""

OPEN = re.compile(r"/maps\b", re.IGNORECASE)
"""A short link to a map says what it leads to."""


def link_signs(text: str) -> Iterator[Finding]:
    """Yield the signs of a text's links: short ones, and those into a chat.

    Args:
        text: The text.
    """
    for number, match in enumerate(LINK.finditer(text)):
        if number == MAX_LINKS:
            return
        host, path = match[1].lower().removeprefix("www."), match[2] or ""
        if host in SHORTENERS and len(path) > 1 and not OPEN.match(path):
            yield Finding(SHORT_LINK, match[0])
        elif host in CHATS:
            yield Finding(CHAT, match[0])
