"""Input made to break readers: huge, nested, endless or broken. Tests and the benchmark of hostile input share it."""

from __future__ import annotations

from collections.abc import Callable

from reading.workbooks import inline, parts, zipped

__all__ = ["INPUTS"]

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

INPUTS: dict[str, Callable[[], bytes]] = {
    "components without end": lambda: b"BEGIN:VCALENDAR\n" * 300_000,
    "ends without beginning": lambda: b"BEGIN:VEVENT\n" + b"END:X\n" * 500_000,
    "guests": lambda: BEGIN + b"ATTENDEE;CN=A:mailto:a@example.com\n" * 100_000,
    "a line of parameters": lambda: BEGIN + b"ATTENDEE" + b";A=B" * 1_000_000,
    "lines of parameters": lambda: BEGIN + (b"ATTENDEE" + b";A=B" * 2_000 + b":mailto:a@example.com\n") * 500,
    "quotes": lambda: BEGIN + b'ATTENDEE;CN="' + b'";"' * 1_000_000,
    "a long description": lambda: BEGIN + b"DESCRIPTION:" + b"a-" * 2_000_000,
    "a folded description": lambda: BEGIN + b"DESCRIPTION:" + b"a\n " * 1_000_000,
    "empty lines in a description": lambda: BEGIN + b"DESCRIPTION:" + b"\\n" * 5_000 + b"x",
    "occurrences": lambda: BEGIN + b"RRULE:FREQ=SECONDLY;COUNT=999999999\n",
    "occurrences a day": lambda: BEGIN.replace(b"2026", b"0001") + b"RRULE:FREQ=DAILY;COUNT=999999999\n",
    "occurrences of many": lambda: (EVENT.replace(b"2026", b"1970") + b"RRULE:FREQ=DAILY\nEND:VEVENT\n") * 50_000,
    "occurrences that never come": lambda: BEGIN + b"RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n",
    "dates taken out": lambda: BEGIN + b"RRULE:FREQ=DAILY\n" + (b"EXDATE:" + b"20261203T130000Z," * 580 + b"\n") * 900,
    "dates added": lambda: BEGIN + (b"RDATE:" + b"20261203T130000Z," * 580 + b"\n") * 900,
    "events": lambda: (EVENT + b"END:VEVENT\n") * 120_000,
    "events in events": lambda: b"BEGIN:VEVENT\n" * 10_000 + b"SUMMARY:Interview\n" + b"END:VEVENT\n" * 10_000,
    "lines": lambda: b"BEGIN:VEVENT\n" + b"X:Y\n" * 1_000_000,
    "rules of a time zone": lambda: (
        b"BEGIN:VTIMEZONE\nTZID:Z\n"
        + b"BEGIN:STANDARD\nDTSTART:19000101T000000\nRRULE:FREQ=SECONDLY\nEND:STANDARD\n" * 50_000
        + b"END:VTIMEZONE\nBEGIN:VEVENT\nSUMMARY:Interview\nDTSTART;TZID=Z:20261203T130000\nEND:VEVENT\n"
    ),
    "dates in a time zone of its own": lambda: (
        b"BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Z\n"
        b"BEGIN:STANDARD\nDTSTART:19010101T030000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\n"
        b"TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n"
        + b"BEGIN:VEVENT\nSUMMARY:Interview\nDTSTART;TZID=Z:20260103T130000\nRRULE:FREQ=DAILY\nEND:VEVENT\n"
        * 5_000
    ),
    "a date out of range": lambda: b"BEGIN:VEVENT\nDTSTART:99999999T999999Z\nDTEND:00000000T000000\nEND:VEVENT",
    "JSON that nests": lambda: b"[" * 100_000,
    "JSON that nests and ends": lambda: b"[" * 100_000 + b"]" * 100_000,
    "objects that nest": lambda: b'{"a":' * 500_000,
    "JSON that nests in a page": lambda: LD + b"[" * 100_000 + b"</script>",
    "a number": lambda: b'{"a":' + b"1" * 5_000_000 + b"}",
    "objects": lambda: b"[" + b"{}," * 1_000_000 + b"{}]",
    "spaces": lambda: b"{" + b" " * 5_000_000 + b"x}",
    "declarations": lambda: b"<html>" + b"<!-" * 1_000_000,
    "comments": lambda: b"<html>" + b"<!--" * 1_000_000,
    "tags": lambda: b"<html>" + b"<script " * 500_000,
    "tags with quotes": lambda: b"<html>" + b'<script "' * 500_000,
    "scripts": lambda: b"<html>" + b"<script>" * 500_000,
    "pieces of JSON": lambda: b"<html>" + (LD + b"{}</script>") * 100_000,
    "entities": lambda: LD + b'{"@type":"Thing","title":"' + b"&amp;" * 1_000_000 + b'"}</script>',
    "entities of an XML bomb": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + b"&c;" * 100_000 + b'">]><a>&b;</a>'
    ),
    "microdata": lambda: b"<html>" + b'itemtype="' * 500_000,
    "half of a character": lambda: b'{"@type": "JobPosting", "title": "\\ud800"}',
    "nothing but a mark": lambda: b"\xef\xbb\xbf",
    "half of UTF-16": lambda: b"\xff\xfe{",
    "zeros": lambda: b"\0" * 100_000,
    "parts of a mail": lambda: (
        MAIL + b'Content-Type: multipart/mixed; boundary="a"\n\n' + b"--a\nContent-Type: text/plain\n\nx\n" * 200_000
    ),
    "parts in parts of a mail": lambda: MAIL + b"".join(NESTED % (n, n) for n in range(20_000)),
    "mails in a mail": lambda: MAIL + b"Content-Type: message/rfc822\n\n" * 100_000,
    "headers": lambda: MAIL + b"X-Header: value\n" * 100_000 + b"\nInterview",
    "a long header": lambda: MAIL + b"X-Header: " + b"=?utf-8?q?a?= " * 500_000 + b"\n\nInterview",
    "recipients": lambda: MAIL + b"Cc: " + b"a@example.com, " * 500_000 + b"\n\nInterview",
    "elements": lambda: b"<html>" + b"<b>" * 2_000_000,
    "elements with microdata": lambda: b"<html>" + b'<p itemscope itemtype="https://schema.org/JobPosting">' * 100_000,
    "events of Google": lambda: b'{"items":[' + GOOGLE + b"," + (GOOGLE + b",") * 60_000 + GOOGLE + b"]}",
    "jobs of a board": lambda: b'{"jobs":[' + JOB + (b"," + JOB) * 100_000 + b"]}",
    "rows": lambda: b"Company,Position,Date\n" + b"A,B,2026-12-03\n" * 400_000,
    "columns": lambda: b"Company,Position," + b"x," * 2_000_000 + b"\nA,B\n",
    "rows of nothing": lambda: b"Company,Position\n" + b",\n" * 2_000_000,
    "a cell": lambda: b'Company,Position\n"' + b"a\n" * 3_000_000,
    "quotes in cells": lambda: b"Company,Position\n" + b'"' * 5_000_001,
    "delimiters": lambda: b"Company;Position\n" + b";,\t|" * 1_000_000,
    "a workbook that unpacks": lambda: zipped(
        {**parts(inline(1, "Company", "Position")), "xl/a.xml": b" " * 400_000_000}
    ),
    "a workbook of rows": lambda: zipped(parts("".join(map(ROW, range(1, 300_000))))),
    "a workbook of entities": lambda: zipped({**parts(""), "xl/workbook.xml": BILLION_LAUGHS}),
    "a workbook of parts": lambda: zipped({f"xl/{n}.xml": b"" for n in range(20_000)}),
}
