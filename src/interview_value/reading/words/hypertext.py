"""Hypertext: the words of a description that is written as HTML, with its lines."""

from __future__ import annotations

import html
import re

__all__ = ["words_of"]

DROPPED = re.compile(r"<(style|script|head|title)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h\d)\b[^<>]{0,200}>", re.IGNORECASE)
TAG = re.compile(r"</?[a-z!][^<>]{0,2000}>", re.IGNORECASE)


def words_of(page: str) -> str:
    """Return the words of simple HTML; text without markup stays as it is.

    The library's parser takes time in the square of some broken pages, so tags are cut out and nothing is parsed: what
    is left is only ever searched for words, never shown as HTML.

    Args:
        page: HTML or text, already cut to a bounded length.
    """
    return html.unescape(TAG.sub(" ", BREAK.sub("\n", DROPPED.sub(" ", page))))
