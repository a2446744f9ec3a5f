"""Input made to break readers: huge, nested, endless or broken. Tests and the benchmark of hostile input share it."""

from __future__ import annotations

from collections.abc import Callable

from reading.workbooks import inline, parts, zipped

__all__ = ["INPUTS", "hostile"]

BEGIN = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Interview\nDTSTART:20261203T130000Z\n"
EVENT = BEGIN.partition(b"\n")[2]
LD = b'<script type="application/ld+json">'

MAIL = b"From: a@example.com\nTo: b@example.com\nSubject: Interview for Analyst\nMIME-Version: 1.0\n"
NESTED = b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n'
GOOGLE = (
    b'{"iCalUID":"a","summary":"Interview","start":{"dateTime":"2026-12-03T14:00:00Z"},"attendees":[{"email":"a@b.c"}]}'
)
JOB = b'{"title":"Analyst","absolute_url":"https://example.com","internal_job_id":1,"location":{"name":"Here"}}'
ROW = '<row r="{0}"><c t="inlineStr"><is><t>Company</t></is></c></row>'.format
BILLION_LAUGHS = (
    '<!DOCTYPE a [<!ENTITY b "x">'
    + "".join(f'<!ENTITY {new} "{old * 10}">' for old, new in (("&b;", "c"), ("&c;", "d"), ("&d;", "e"), ("&e;", "f")))
    + "]><a>&f;</a>"
)

INPUTS: dict[str, tuple[int, Callable[[int], bytes]]] = {
    "components without end": (300_000, lambda n: b"BEGIN:VCALENDAR\n" * n),
    "ends without beginning": (500_000, lambda n: b"BEGIN:VEVENT\n" + b"END:X\n" * n),
    "guests": (100_000, lambda n: BEGIN + b"ATTENDEE;CN=A:mailto:a@example.com\n" * n),
    "a line of parameters": (1_000_000, lambda n: BEGIN + b"ATTENDEE" + b";A=B" * n),
    "lines of parameters": (500, lambda n: BEGIN + (b"ATTENDEE" + b";A=B" * 2_000 + b":mailto:a@example.com\n") * n),
    "quotes": (1_000_000, lambda n: BEGIN + b'ATTENDEE;CN="' + b'";"' * n),
    "a long description": (2_000_000, lambda n: BEGIN + b"DESCRIPTION:" + b"a-" * n),
    "a folded description": (1_000_000, lambda n: BEGIN + b"DESCRIPTION:" + b"a\n " * n),
    "empty lines in a description": (5_000, lambda n: BEGIN + b"DESCRIPTION:" + b"\\n" * n + b"x"),
    "occurrences": (1, lambda n: BEGIN + b"RRULE:FREQ=SECONDLY;COUNT=999999999\n"),
    "occurrences a day": (1, lambda n: BEGIN.replace(b"2026", b"0001") + b"RRULE:FREQ=DAILY;COUNT=999999999\n"),
    "occurrences of many": (
        50_000,
        lambda n: (EVENT.replace(b"2026", b"1970") + b"RRULE:FREQ=DAILY\nEND:VEVENT\n") * n,
    ),
    "occurrences that never come": (1, lambda n: BEGIN + b"RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n"),
    "dates taken out": (
        900,
        lambda n: BEGIN + b"RRULE:FREQ=DAILY\n" + (b"EXDATE:" + b"20261203T130000Z," * 580 + b"\n") * n,
    ),
    "dates added": (900, lambda n: BEGIN + (b"RDATE:" + b"20261203T130000Z," * 580 + b"\n") * n),
    "events": (120_000, lambda n: (EVENT + b"END:VEVENT\n") * n),
    "events in events": (10_000, lambda n: b"BEGIN:VEVENT\n" * n + b"SUMMARY:Interview\n" + b"END:VEVENT\n" * n),
    "lines": (1_000_000, lambda n: b"BEGIN:VEVENT\n" + b"X:Y\n" * n),
    "rules of a time zone": (
        50_000,
        lambda n: (
            b"BEGIN:VTIMEZONE\nTZID:Z\n"
            + b"BEGIN:STANDARD\nDTSTART:19000101T000000\nRRULE:FREQ=SECONDLY\nEND:STANDARD\n" * n
            + b"END:VTIMEZONE\nBEGIN:VEVENT\nSUMMARY:Interview\nDTSTART;TZID=Z:20261203T130000\nEND:VEVENT\n"
        ),
    ),
    "dates in a time zone of its own": (
        5_000,
        lambda n: (
            b"BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Z\n"
            b"BEGIN:STANDARD\nDTSTART:19010101T030000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\n"
            b"TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n"
            + b"BEGIN:VEVENT\nSUMMARY:Interview\nDTSTART;TZID=Z:20260103T130000\nRRULE:FREQ=DAILY\nEND:VEVENT\n"
            * n
        ),
    ),
    "a date out of range": (1, lambda n: b"BEGIN:VEVENT\nDTSTART:99999999T999999Z\nDTEND:00000000T000000\nEND:VEVENT"),
    "JSON that nests": (100_000, lambda n: b"[" * n),
    "JSON that nests and ends": (100_000, lambda n: b"[" * n + b"]" * n),
    "objects that nest": (500_000, lambda n: b'{"a":' * n),
    "JSON that nests in a page": (100_000, lambda n: LD + b"[" * n + b"</script>"),
    "a number": (5_000_000, lambda n: b'{"a":' + b"1" * n + b"}"),
    "objects": (1_000_000, lambda n: b"[" + b"{}," * n + b"{}]"),
    "spaces": (5_000_000, lambda n: b"{" + b" " * n + b"x}"),
    "declarations": (1_000_000, lambda n: b"<html>" + b"<!-" * n),
    "comments": (1_000_000, lambda n: b"<html>" + b"<!--" * n),
    "tags": (500_000, lambda n: b"<html>" + b"<script " * n),
    "tags with quotes": (500_000, lambda n: b"<html>" + b'<script "' * n),
    "scripts": (500_000, lambda n: b"<html>" + b"<script>" * n),
    "pieces of JSON": (100_000, lambda n: b"<html>" + (LD + b"{}</script>") * n),
    "entities": (1_000_000, lambda n: LD + b'{"@type":"Thing","title":"' + b"&amp;" * n + b'"}</script>'),
    "entities of an XML bomb": (
        100_000,
        lambda n: b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + b"&c;" * n + b'">]><a>&b;</a>',
    ),
    "microdata": (500_000, lambda n: b"<html>" + b'itemtype="' * n),
    "half of a character": (1, lambda n: b'{"@type": "JobPosting", "title": "\\ud800"}'),
    "nothing but a mark": (1, lambda n: b"\xef\xbb\xbf"),
    "half of UTF-16": (1, lambda n: b"\xff\xfe{"),
    "zeros": (100_000, lambda n: b"\0" * n),
    "parts of a mail": (
        200_000,
        lambda n: (
            MAIL + b'Content-Type: multipart/mixed; boundary="a"\n\n' + b"--a\nContent-Type: text/plain\n\nx\n" * n
        ),
    ),
    "parts in parts of a mail": (20_000, lambda n: MAIL + b"".join(NESTED % (at, at) for at in range(n))),
    "mails in a mail": (100_000, lambda n: MAIL + b"Content-Type: message/rfc822\n\n" * n),
    "headers": (100_000, lambda n: MAIL + b"X-Header: value\n" * n + b"\nInterview"),
    "a long header": (500_000, lambda n: MAIL + b"X-Header: " + b"=?utf-8?q?a?= " * n + b"\n\nInterview"),
    "recipients": (500_000, lambda n: MAIL + b"Cc: " + b"a@example.com, " * n + b"\n\nInterview"),
    "elements": (2_000_000, lambda n: b"<html>" + b"<b>" * n),
    "elements with microdata": (
        100_000,
        lambda n: b"<html>" + b'<p itemscope itemtype="https://schema.org/JobPosting">' * n,
    ),
    "events of Google": (60_000, lambda n: b'{"items":[' + GOOGLE + b"," + (GOOGLE + b",") * n + GOOGLE + b"]}"),
    "jobs of a board": (100_000, lambda n: b'{"jobs":[' + JOB + (b"," + JOB) * n + b"]}"),
    "rows": (400_000, lambda n: b"Company,Position,Date\n" + b"A,B,2026-12-03\n" * n),
    "columns": (2_000_000, lambda n: b"Company,Position," + b"x," * n + b"\nA,B\n"),
    "rows of nothing": (2_000_000, lambda n: b"Company,Position\n" + b",\n" * n),
    "a cell": (3_000_000, lambda n: b'Company,Position\n"' + b"a\n" * n),
    "quotes in cells": (5_000_001, lambda n: b"Company,Position\n" + b'"' * n),
    "delimiters": (1_000_000, lambda n: b"Company;Position\n" + b";,\t|" * n),
    "a workbook that unpacks": (
        400_000_000,
        lambda n: zipped({**parts(inline(1, "Company", "Position")), "xl/a.xml": b" " * n}),
    ),
    "a workbook of rows": (300_000, lambda n: zipped(parts("".join(map(ROW, range(1, n)))))),
    "a workbook of entities": (1, lambda n: zipped({**parts(""), "xl/workbook.xml": BILLION_LAUGHS})),
    "a workbook of parts": (20_000, lambda n: zipped({f"xl/{at}.xml": b"" for at in range(n)})),
}
"""How many pieces make the largest of each that a reader should meet, and how it is made of so many."""


def hostile(name: str, share: float = 1) -> bytes:
    """Make one of the inputs, or a smaller one of the same kind.

    Args:
        name: Which.
        share: How large it is, as a share of the largest.
    """
    most, made = INPUTS[name]
    return made(max(1, round(share * most)))
