"""Document: a source with what several formats need to recognise it, worked out once."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from ..model.source import Source
from .jsonld import parse

__all__ = ["Document"]

HEAD = 65_536
"""How far into a source its format shows, in bytes; a mail's or a page's own head may come first."""


class Document:
    """A source on its way to the reader of its format.

    Args:
        source: It.
        seeker: The address of the person who asks, if known.
    """

    def __init__(self, source: Source, seeker: str | None = None) -> None:
        self.source = source
        self.seeker = seeker

    @cached_property
    def head(self) -> bytes:
        """The first bytes as UTF-8 without a mark, so that every encoding shows its format in the same way."""
        data = self.source.data[:HEAD]
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return Source(self.source.name, data).text.encode(errors="replace").lstrip()
        return data.removeprefix(b"\xef\xbb\xbf").lstrip()

    @cached_property
    def data(self) -> Any:
        """The parsed JSON, or None if it is none or broken."""
        if self.source.mapping is not None:
            return self.source.mapping
        if self.head[:1] not in (b"{", b"["):
            return None
        try:
            return parse(self.source.text)
        except ValueError:
            return None
