"""Document: a source with what several formats need to recognise it, worked out once."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from ..model.source import Source
from .json_data import parse

__all__ = ["Document", "is_calendar"]

HEAD = 65_536
"""How much of a source is looked at to find its format, in bytes; a mail's or a page's own head may come first."""

CALENDAR = re.compile(rb"^[ \t]*BEGIN:V(?:CALENDAR|EVENT)", re.IGNORECASE | re.MULTILINE)


class Document:
    """A source whose format is looked for.

    Args:
        source: The source.
        seeker: The mail address of the person who reads it, if known.
    """

    def __init__(self, source: Source, seeker: str | None = None) -> None:
        self.source = source
        self.seeker = seeker

    @cached_property
    def head(self) -> bytes:
        """The first bytes in UTF-8 without its mark, so that every encoding shows its format in the same way."""
        data = self.source.data[:HEAD]
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return Source(self.source.name, data).text.encode(errors="replace").lstrip()
        return data.removeprefix(b"\xef\xbb\xbf").lstrip()

    @cached_property
    def data(self) -> Any:
        """The parsed JSON, or None if the source is no JSON or broken."""
        if self.source.mapping is not None:
            return self.source.mapping
        if self.head[:1] not in (b"{", b"["):
            return None
        try:
            return parse(self.source.text)
        except ValueError:
            return None


def is_calendar(document: Document) -> bool:
    """Whether a document is an iCalendar file."""
    return (
        document.source.mapping is None
        and document.head[:1] not in (b"<", b"{", b"[")
        and CALENDAR.search(document.head) is not None
    )
