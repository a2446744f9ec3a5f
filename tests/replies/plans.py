"""A plan of preparation for an interview on a Wednesday, and calendars that leave it less time."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

import interview_value as iv

BERLIN = ZoneInfo("Europe/Berlin")
EVALUATOR = iv.Evaluator(discover=False)
SINCE = datetime(2026, 11, 27, 8, tzinfo=BERLIN)
"""A Friday."""
START = datetime(2026, 12, 2, 14, tzinfo=BERLIN)
"""The Wednesday after it."""
FACTS = {"role": "Data analyst", "organization": "Brightside", "stage": "first", "role_interest": 0.3, "remote": True}


@cache
def evaluated(**changes):
    """An evaluation of an invitation that differs in these values."""
    facts = {**FACTS, "organization_interest": 0.6, "starts": START, **changes}
    return EVALUATOR.evaluate(iv.Invitation(**facts), iv.Seeker(job_worth=300, upcoming_interviews=6))


def planned(calendar=(), *, since=SINCE, zone="Europe/Berlin", **options):
    """A plan for it."""
    changes = options.pop("changes", {})
    return evaluated(**changes).preparation(calendar, since=since, zone=zone, **options)


def busy(*spans, extra=""):
    """A calendar that is taken from and to these times, in Berlin."""
    events = "".join(
        f"BEGIN:VEVENT\nUID:{n}\nSUMMARY:Taken {n}\nDTSTART;TZID=Europe/Berlin:{a:%Y%m%dT%H%M%S}\n"
        f"DTEND;TZID=Europe/Berlin:{b:%Y%m%dT%H%M%S}\n{extra}END:VEVENT\n"
        for n, (a, b) in enumerate(spans)
    )
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example//\n{events}END:VCALENDAR\n"


def at(day, hour, minute=0):
    """A time in Berlin."""
    return datetime(2026, 11 if day > 20 else 12, day, hour, minute)


def times(plan):
    """When the blocks are, with those that touch put together."""
    spans = []
    for block in plan.blocks:
        if spans and spans[-1][1] == block.starts:
            spans[-1][1] = block.ends
        else:
            spans.append([block.starts, block.ends])
    return [f"{a:%d %H:%M}-{b:%H:%M}" for a, b in spans]
