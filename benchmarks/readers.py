"""How long reading takes: a feed of 10,000 events, a page of 1 MB, a table of 10,000 rows.

The feed is compared with what the icalendar library takes to parse the same bytes in the same run. Ends with an error
if reading it takes over 3 s of the processor and over 1.2 times of that, or the page over 50 ms.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

import icalendar
from _measure import begin, keep, table

import interview_value as iv
from interview_value.reading.calendars.agenda import read_agenda

EVENTS, ROWS = 10_000, 10_000
MOST_SECONDS, MOST_RATIO, MOST_MILLISECONDS = 3, 1.2, 50
EVENT = """\
BEGIN:VEVENT
UID:{0}@example.com
DTSTAMP:20261101T090000Z
SUMMARY:{1}
DESCRIPTION:We meet to talk about the project\\, and about what comes next.
LOCATION:Room {0}
DTSTART;TZID=Europe/Berlin:2026{2:02}{3:02}T090000
DTEND;TZID=Europe/Berlin:2026{2:02}{3:02}T100000
ORGANIZER;CN=Somebody:mailto:somebody@example.com
ATTENDEE;CN=A;PARTSTAT=ACCEPTED:mailto:a@example.com
ATTENDEE;CN=B;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:b@example.com
END:VEVENT
"""
PAGE = (
    '<html><script type="application/ld+json">{"@type":"JobPosting","title":"Analyst",'
    '"hiringOrganization":{"name":"Brightside"}}</script>' + "<p>Words about the work.</p>\n" * 35_000 + "</html>"
)
ROW = "Brightside,Analyst,Phone screen,2026-12-03 14:00,2\n"
TABLE = "Company,Job Title,Status,Interview Date,Interviewers\n" + ROW * ROWS
YEAR = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)


def feed(*summaries: str) -> bytes:
    """Return a calendar whose events have these titles in turn."""
    events = "".join(EVENT.format(n, summaries[n % len(summaries)], n % 12 + 1, n % 28 + 1) for n in range(EVENTS))
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example//\n{events}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """Return the least seconds of the processor that a piece of work takes: the machine may be busy."""
    taken = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return min(taken)


def main() -> None:
    """Measure, print, keep if asked, and fail if a goal is missed."""
    begin("Reading", "icalendar", "python-dateutil")
    usual, all_interviews = feed(*["Meeting"] * 49, "Interview: Analyst at Brightside"), feed("Interview at Brightside")
    page, rows = PAGE.encode(), TABLE.encode()
    iv.read(page)  # what is loaded when it is first needed counts for nothing
    parsing = seconds(lambda: icalendar.Calendar.from_ical(usual))
    feeds = {
        "read": seconds(lambda: iv.read(usual)),
        "read_agenda": seconds(lambda: read_agenda(usual, *YEAR, zone=UTC)),
        "read_history": seconds(lambda: iv.reading.read_history(usual, zone="UTC")),
        "read_history, all of them interviews": seconds(lambda: iv.reading.read_history(all_interviews, zone="UTC")),
    }
    milliseconds = 1e3 * seconds(lambda: iv.read(page), 20)
    print(f"  a feed of {EVENTS:,} events, {len(usual) / 1e6:.1f} MB")
    table([("icalendar alone", parsing, "s")])
    goal = f"each under {MOST_SECONDS} s, or {MOST_RATIO} times icalendar"
    table([(name, taken, f"s, {taken / parsing:.2f} times") for name, taken in feeds.items()], goal)
    print(f"  a page of {len(page) / 1e6:.1f} MB, and a table of {ROWS:,} rows")
    table([("page", milliseconds, "ms")], f"under {MOST_MILLISECONDS} ms")
    in_table = seconds(lambda: iv.reading.read_table(rows), 1)
    table([("read_table", in_table, f"s, {1e6 * in_table / ROWS:,.0f} µs a row")])
    keep("readers", {"icalendar": parsing, **feeds, "page_ms": milliseconds, "table": in_table})
    slow = [name for name, taken in feeds.items() if taken > max(MOST_SECONDS, MOST_RATIO * parsing)]
    if slow or milliseconds > MOST_MILLISECONDS:
        sys.exit(f"a goal is missed: {', '.join(slow) or 'page'}")


if __name__ == "__main__":
    main()
