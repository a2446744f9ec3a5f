"""Formats: what the library can read by itself, how each is told by its content, and which extra it needs."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.util import find_spec

from attrs import frozen

from ..model.invitation import Invitation
from .document import Document, is_calendar

__all__ = ["FORMATS", "Format", "format_of"]

PAGE = re.compile(rb"<(?:!doctype|html|head|body|script|meta|div|\?xml|!--)", re.IGNORECASE)
MAIL_BEGINS = re.compile(rb"(?:>?From [^\n]*\n)?([A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
MAIL_HEADER = re.compile(
    rb"^(from|to|subject|date|message-id|mime-version|content-type|received|return-path|delivered-to|reply-to):",
    re.IGNORECASE | re.MULTILINE,
)


@frozen
class Format:
    """A format that the library knows by itself.

    Args:
        name: What it is called in messages.
        told: By what in its content it is told.
        matches: Tells it by that.
        read: Reads a document of this format; raises `ReadError`.
        extra: The extra that installs what it needs; empty if it needs nothing.
        module: The module that the extra brings.
        table: Whether it may hold many invitations, which `read_table` reads.
    """

    name: str
    told: str
    matches: Callable[[Document], bool]
    read: Callable[[Document], Invitation]
    extra: str = ""
    module: str = ""
    table: bool = False

    @property
    def installed(self) -> bool:
        """Whether what it needs is there."""
        return not self.module or find_spec(self.module) is not None


def _is_mail(document: Document) -> bool:
    header = MAIL_BEGINS.match(document.head.replace(b"\r\n", b"\n")[:20_000])
    if header is None:
        return False
    names = {name.lower() for name in MAIL_HEADER.findall(header[0])}
    # A table may have a column called "Date:", and a note a line "To:"; both are rarely one file's first lines.
    return bool(names & {b"content-type", b"mime-version"}) or len(names) >= 2


def _is_posting(document: Document) -> bool:
    return (
        document.source.mapping is not None
        or document.head[:1] in (b"{", b"[", b"<")
        or PAGE.search(document.head) is not None
    )


def _read_mail(document: Document) -> Invitation:
    from .mails.mail import read_mail

    return read_mail(document.source, seeker=document.seeker)


def _read_calendar(document: Document) -> Invitation:
    from .calendars.calendar import read_calendar

    return read_calendar(document.source, seeker=document.seeker)


def _is_calendar_json(document: Document) -> bool:
    from .calendars.json_calendar import is_calendar_json

    return document.data is not None and is_calendar_json(document)


def _read_calendar_json(document: Document) -> Invitation:
    from .calendars.calendar import read_calendar_json

    return read_calendar_json(document)


def _is_board(document: Document) -> bool:
    from .postings.boards import is_board

    return document.data is not None and is_board(document)


def _read_board(document: Document) -> Invitation:
    from .postings.boards import read_board

    return read_board(document)


def _is_workbook(document: Document) -> bool:
    from .tables.package import is_workbook

    return is_workbook(document.source.data)


def _is_text_table(document: Document) -> bool:
    from .tables.tables import is_text_table

    return document.source.mapping is None and is_text_table(document)


def _read_table(document: Document) -> Invitation:
    from .tables.tables import read_only_row

    return read_only_row(document)


def _read_posting(document: Document) -> Invitation:
    from .postings.jobposting import read_posting

    return read_posting(document.source)


FORMATS: tuple[Format, ...] = (
    Format("a mail (.eml) with an invitation", "its headers come first", _is_mail, _read_mail),
    Format(
        "a calendar file (iCalendar, .ics)",
        "a line says BEGIN:VCALENDAR or BEGIN:VEVENT",
        is_calendar,
        _read_calendar,
        "readers",
        "icalendar",
    ),
    Format(
        "events of a calendar (JSON of Google Calendar or Microsoft Graph)",
        "JSON objects have a start and a name that one of the two gives an event",
        _is_calendar_json,
        _read_calendar_json,
        "readers",
        "icalendar",
    ),
    Format(
        "an answer of a job board (JSON of Greenhouse, Lever, Ashby and others)",
        "JSON objects have the names that one of the boards gives a job",
        _is_board,
        _read_board,
    ),
    Format(
        "a table with one invitation (CSV with any delimiter)",
        "it is text with a row of headings that are known",
        _is_text_table,
        _read_table,
        table=True,
    ),
    Format(
        "a workbook with one invitation (XLSX)",
        "it is a zip file, as workbooks are",
        _is_workbook,
        _read_table,
        "xlsx",
        "openpyxl",
        table=True,
    ),
    Format(
        "a page or JSON with a schema.org JobPosting",
        "it is any other JSON, or has tags of a page",
        _is_posting,
        _read_posting,
    ),
)
"""The formats that the library reads by itself, in the order in which they are tried."""


def format_of(document: Document) -> Format | None:
    """Return the format of a document, told by its content, or None if the library does not know it."""
    return next((known for known in FORMATS if known.matches(document)), None)
