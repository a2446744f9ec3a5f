"""The front door of the readers: which format is this, and who reads it?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias, cast

from attrs import frozen

from ..errors import ReadError, short
from ..evaluator import default_evaluator
from ..invitation import Invitation
from ..source import MAX_BYTES, Readable, Source

__all__ = ["FORMATS", "Format", "Reader", "read"]

Reader: TypeAlias = Callable[[Source], "Invitation | None"]
"""What a plugin brings: it reads a source, or returns None if the source is not of its format."""

HEAD = 65_536
"""How far into a source its format shows, in bytes; a mail's or a page's own head may come first."""

CALENDAR = re.compile(rb"^[ \t]*BEGIN:V(?:CALENDAR|EVENT)", re.IGNORECASE | re.MULTILINE)
PAGE = re.compile(rb"<(?:!doctype|html|head|body|script|meta|div|\?xml|!--)", re.IGNORECASE)


@frozen
class Format:
    """A format that the library knows by itself.

    Args:
        name: What it is called in messages.
        matches: Tells it by its content: the source, and its first bytes without a byte order mark.
        read: Reads a source of this format; raises `ReadError`.
    """

    name: str
    matches: Callable[[Source, bytes], bool]
    read: Callable[[Source], Invitation]


def read(
    source: Readable, *, max_bytes: int = MAX_BYTES, readers: Iterable[tuple[str, Reader]] | None = None
) -> Invitation:
    """Read an invitation from a calendar file, a job posting, or what a plugin knows.

    The format is found by content, never by name. Nothing is fetched and nothing is executed; all that
    the source does not say stays unknown.

    Args:
        source: A path, the text or bytes themselves, an open file, or parsed JSON.
        max_bytes: The largest source that is read, in bytes.
        readers: Readers of other formats, each with the name of its plugin; left out, those of the installed
            plugins. They are asked first, in the order of their names; the first answer that is not None counts.

    Returns:
        What the source says, each value with where it was read in `read_from`.

    Raises:
        ReadError: There is nothing to read, it is of no known format, or it is broken; the reason says which.
    """
    opened = Source.open(source, max_bytes=max_bytes)
    brought = default_evaluator().readers.items() if readers is None else readers
    for name, reader in sorted(brought, key=lambda pair: pair[0]):
        invitation = _ask(name, reader, opened)
        if invitation is not None:
            return invitation
    head = _head(opened)
    for known in FORMATS:
        if known.matches(opened, head):
            return known.read(opened)
    names = "; ".join(known.name for known in FORMATS)
    raise ReadError(opened.name, f"is of no known format; known are: {names}. A plugin can bring others")


def _ask(name: str, reader: Reader, source: Source) -> Invitation | None:
    try:
        invitation = cast(object, reader(source))
    except ReadError:
        raise
    except Exception as error:
        reason = f"the plugin {name!r} failed on it: {type(error).__name__}: {short(str(error), 200)}"
        raise ReadError(source.name, reason) from error
    if invitation is None or isinstance(invitation, Invitation):
        return invitation
    reason = f"the plugin {name!r} returned {short(invitation)}, expected an Invitation or None"
    raise ReadError(source.name, reason)


def _head(source: Source) -> bytes:
    """The first bytes as UTF-8, so that every encoding shows its format in the same way."""
    if source.data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Source(source.name, source.data[:HEAD]).text.encode(errors="replace").lstrip()
    return source.data[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()


def _is_calendar(source: Source, head: bytes) -> bool:
    return source.mapping is None and head[:1] not in b"<{[" and CALENDAR.search(head) is not None


def _is_posting(source: Source, head: bytes) -> bool:
    return source.mapping is not None or head[:1] in (b"{", b"[", b"<") or PAGE.search(head) is not None


def _read_calendar(source: Source) -> Invitation:
    from .calendar import read_calendar

    return read_calendar(source)


def _read_posting(source: Source) -> Invitation:
    from .jobposting import read_posting

    return read_posting(source)


FORMATS: tuple[Format, ...] = (
    Format("a calendar file (iCalendar, .ics)", _is_calendar, _read_calendar),
    Format("a page or JSON with a schema.org JobPosting", _is_posting, _read_posting),
)
"""The formats that the library reads by itself, in the order in which they are tried."""
