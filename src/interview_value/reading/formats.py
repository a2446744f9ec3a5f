"""Formats: what the library can read by itself, how each format is recognised, and which extra it needs."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.util import find_spec

from attrs import frozen

from ..model.invitation import Invitation
from .calendars.calendar import read_calendar, read_calendar_json
from .calendars.json_calendar import is_calendar_json
from .document import Document, is_calendar
from .mails.mail import read_mail
from .postings.boards import is_board, read_board
from .postings.jobposting import read_posting
from .tables.reader import is_text_table, read_only_row
from .tables.workbook import is_workbook

__all__ = ["FORMATS", "Format", "format_of"]

PAGE = re.compile(rb"<(?:!doctype|html|head|body|script|meta|div|\?xml|!--)", re.IGNORECASE)
MAIL_BEGINS = re.compile(rb"(?:>?From [^\n]*\n)?([A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
MAIL_HEADER = re.compile(
    rb"^(from|to|subject|date|message-id|mime-version|content-type|received|return-path|delivered-to|reply-to):",
    re.IGNORECASE | re.MULTILINE,
)


@frozen
class Format:
    """A format that the library reads by itself.

    Args:
        name: Its name in messages.
        recognised_by: What in a source's content shows that it is of this format, in words.
        matches: Whether a document is of this format, if no earlier one in `FORMATS` matches.
        read: Reads a document of this format; raises `ReadError`.
        extra: The extra that installs what it needs; empty if it needs nothing.
        module: The module that the extra installs; empty if it needs nothing.
        table: Whether it may hold many invitations, which `read_table` reads.
    """

    name: str
    recognised_by: str
    matches: Callable[[Document], bool]
    read: Callable[[Document], Invitation]
    extra: str = ""
    module: str = ""
    table: bool = False

    @property
    def installed(self) -> bool:
        """Whether the module that it needs is installed."""
        return not self.module or find_spec(self.module) is not None


def format_of(document: Document) -> Format | None:
    """Return the format of a document by its content, or None if the library does not know it."""
    return next((known for known in FORMATS if known.matches(document)), None)


def _is_mail(document: Document) -> bool:
    header = MAIL_BEGINS.match(document.head.replace(b"\r\n", b"\n")[:20_000])
    if header is None:
        return False
    names = {name.lower() for name in MAIL_HEADER.findall(header[0])}
    # A table may have a column called "Date:", and a note a line "To:"; both are rarely one file's first lines.
    return bool(names & {b"content-type", b"mime-version"}) or len(names) >= 2


def _may_be_posting(document: Document) -> bool:
    return (
        document.source.mapping is not None
        or document.head[:1] in (b"{", b"[", b"<")
        or PAGE.search(document.head) is not None
    )


FORMATS: tuple[Format, ...] = (
    Format(
        "a mail (.eml) with an invitation",
        "its headers come first",
        _is_mail,
        lambda document: read_mail(document.source, seeker=document.seeker),
    ),
    Format(
        "a calendar file (iCalendar, .ics)",
        "a line says BEGIN:VCALENDAR or BEGIN:VEVENT",
        is_calendar,
        lambda document: read_calendar(document.source, seeker=document.seeker),
        "readers",
        "icalendar",
    ),
    Format(
        "events of a calendar (JSON of Google Calendar or Microsoft Graph)",
        "JSON objects have a start and a name that one of the two gives an event",
        lambda document: document.data is not None and is_calendar_json(document),
        read_calendar_json,
        "readers",
        "icalendar",
    ),
    Format(
        "an answer of a job board (JSON of Greenhouse, Lever, Ashby and others)",
        "JSON objects have the names that one of the boards gives a job",
        lambda document: document.data is not None and is_board(document),
        read_board,
    ),
    Format(
        "a table with one invitation (CSV with any delimiter)",
        "it is text with a row of headings that are known",
        is_text_table,
        read_only_row,
        table=True,
    ),
    Format(
        "a workbook with one invitation (XLSX)",
        "it is a zip file, as workbooks are",
        lambda document: is_workbook(document.source.data),
        read_only_row,
        "xlsx",
        "openpyxl",
        table=True,
    ),
    Format(
        "a page or JSON with a schema.org JobPosting",
        "it is any other JSON, or has tags of a page",
        _may_be_posting,
        lambda document: read_posting(document.source),
    ),
)
"""The formats that the library reads by itself, in the order in which they are tried."""
