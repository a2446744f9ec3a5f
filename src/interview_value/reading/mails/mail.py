"""From a mail to an Invitation: by its calendar part, or by what its words plainly say."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from email.utils import getaddresses
from itertools import islice
from typing import TypeAlias

from ...display.language import say
from ...errors import ReadError
from ...model.invitation import Invitation
from ...model.language_tag import language_tag
from ...model.source import Source
from ..calendars.calendar import read_calendar
from ..draft import InvitationDraft
from ..text import clean
from ..words.domains import is_guessed, says_guessed
from ..words.places import find_place
from ..words.wording import find_labels, find_lengths, find_stages, interview_rank, read_title, words_of

__all__ = ["read_mail"]

Part: TypeAlias = "Message[str, str]"

MAX_PARTS = 1_000
"""The most parts of a mail that are looked at."""

MAX_BOUNDARIES = 10_000
"""The most lines of a mail that can be a boundary between its parts: each part takes time before any is looked at."""

MAX_BODY = 20_000
"""How much of a mail's words is looked at, in characters."""

MAX_HEADER = 2_000
"""How much of a header is looked at, in characters."""

CALENDAR_TYPES = ("text/calendar", "application/ics", "application/icalendar")
# Some of the codecs that Python has are no character sets, and take quadratic time.
CHARSET = re.compile(
    r"(?:us-)?ascii|utf[-_]?(?:8|16|32)(?:[-_]?[bl]e)?|iso[-_]?8859[-_]\d{1,2}|cp\d{3,4}|koi8[-_][ru]|gb18030|gbk|gb2312"
    r"|big5\w*|euc[-_]\w{2}|shift_jis\w*|iso2022[-_]jp\w*|mac[-_]roman|hz|johab"
)


def read_mail(source: Source, *, seeker: str | None = None) -> Invitation:
    """Read the invitation in a mail.

    The first calendar part that can be read counts, however deep in the mail and in whichever transfer encoding; the
    mail's words add the role, the organisation and the stage where it names none. Without a calendar part, only what
    the subject and the words plainly say is taken, and only if the subject says that it is about an interview.

    Args:
        source: The mail as it was sent.
        seeker: The seeker's own address; if left out, the only one to whom the mail was sent, if it is an attendee's.

    Raises:
        ReadError: Neither a calendar part nor the words of the mail say anything of an interview.
    """
    if source.data.count(b"\n--") > MAX_BOUNDARIES:
        raise ReadError(source.name, f"is a mail with more than {MAX_BOUNDARIES:,} boundaries between parts")
    try:
        # Without a policy for headers, which would take quadratic time in a header's length.
        message = BytesParser().parsebytes(source.data.lstrip())
        parts = list(islice(message.walk(), MAX_PARTS))
    except RecursionError:
        raise ReadError(source.name, "is a mail whose parts nest too deep to be read") from None
    refused: ReadError | None = None
    for calendar in _calendar_parts(source.name, parts):
        try:
            invitation = read_calendar(calendar, seeker=seeker or _recipient(message, calendar))
            names = _find_names(source.name, _header(message, "Subject"), _body(parts))
            _add_language(names, message)
            return _complete(invitation, names)
        except ReadError as error:
            refused = refused or error
    if refused is not None:
        raise refused
    return _read_words(source.name, message, _body(parts))


def _calendar_parts(name: str, parts: list[Part]) -> Iterator[Source]:
    for part in parts:
        if part.is_multipart():
            continue
        filename = clean(part.get_filename() or "", 100) or ""
        declared = part.get_content_type() in CALENDAR_TYPES or filename.lower().endswith(".ics")
        content = _content(part)
        if declared or content.lstrip()[:15].upper() == b"BEGIN:VCALENDAR":
            yield Source(f"{name} › {filename or 'calendar part'}", content)


def _content(part: Part) -> bytes:
    """Return a part's content, decoded, as UTF-8."""
    content = part.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    charset = str(part.get_content_charset("utf-8"))[:40]
    try:
        codec = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return content
    if codec == "utf-8" or CHARSET.fullmatch(codec) is None:
        return content
    return content.decode(codec, errors="replace").encode(errors="replace")


def _header(message: Part, name: str) -> str:
    """Return a header as a person would read it."""
    from email.header import decode_header, make_header

    raw = str(message.get(name, ""))[:MAX_HEADER]
    try:
        return clean(make_header(decode_header(raw))) or ""
    except (ValueError, LookupError):
        return clean(raw) or ""


def _recipient(message: Part, calendar: Source) -> str | None:
    """Return the only address to which the mail was sent, if the calendar part has it."""
    headers = [str(value)[:MAX_HEADER] for value in message.get_all("To", [])[:10]]
    addresses = {address.lower() for _, address in getaddresses(headers) if "@" in address}
    unfolded = calendar.data.replace(b"\r", b"").replace(b"\n ", b"").replace(b"\n\t", b"").lower()
    (address, *others) = addresses or {""}
    return address if address and not others and b":" + address.encode(errors="replace") in unfolded else None


def _body(parts: list[Part]) -> str:
    """Return the words of the first part that has some, plain text before HTML."""
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == kind and not part.is_multipart() and not part.get_filename():
                text = Source("", _content(part)[: 4 * MAX_BODY]).text
                words = text if kind == "text/plain" else words_of(text)
                if words.strip():
                    return words[:MAX_BODY]
    return ""


def _read_words(name: str, message: Part, body: str) -> Invitation:
    subject = _header(message, "Subject")
    if interview_rank(subject, "") != 0:
        raise ReadError(name, "is a mail without a calendar part, and its subject does not say that it invites")
    draft = _find_names(name, subject, body)
    hours = find_lengths(f"{subject}\n{body}")
    draft.add("duration", hours.pop() if len(hours) == 1 else None, "text")
    place = find_place(subject, "", {"text": body}, {})
    draft.add("remote", place.remote, place.remote_from.replace("SUMMARY", "Subject"))
    draft.add("location", clean(place.location or ""), place.location_from)
    if not draft.values:
        raise ReadError(name, "is a mail about an interview that plainly says nothing of it; type in what you know")
    _add_language(draft, message)
    draft.note(say("the mail has no calendar part; only what its words plainly say was read"))
    return draft.invitation()


def _find_names(name: str, subject: str, body: str) -> InvitationDraft:
    """Find the role, the organisation and the stage in a mail's subject and words."""
    draft = InvitationDraft(name)
    title, labels = read_title(subject), dict(find_labels(body))
    for field, value in (("role", title.role), ("organization", title.organization)):
        draft.add(field, value or clean(labels.get(field, "")), "Subject" if value else "text")
    for where, text in (("Subject", subject), ("text", body)):
        stages, later = find_stages(text)
        if len(stages) == 1 and not later and "stage" not in draft.values:
            draft.add("stage", stages.pop(), where)
    return draft


def _add_language(draft: InvitationDraft, message: Part) -> None:
    """Add the language that the mail's header gives, if it is one alone."""
    draft.add("language", language_tag(_header(message, "Content-Language")), "Content-Language")


def _complete(invitation: Invitation, names: InvitationDraft) -> Invitation:
    """Add what the mail's words name and the calendar part does not; a name in words replaces a guess."""
    plain = invitation.to_dict()
    if is_guessed(invitation.read_from.get("organization", "")) and "organization" in names.values:
        del plain["organization"], plain["read_from"]["organization"]
        plain["notes"] = [note for note in invitation.notes if not says_guessed(note)]
    for field in plain.keys() & names.values.keys():
        del names.values[field], names.read_from[field]
    return Invitation.from_dict(plain) | names.invitation()
