"""Calendars with interviews for tests, and their history as of one day."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from interview_value.reading.history.history import History
from interview_value.reading.history.reader import read_history

from ..files import calendar, event

TODAY = date(2026, 11, 23)


def talk(uid: str, start: str, *lines: str, summary: str = "Interview") -> str:
    """Return an interview."""
    return event(f"UID:{uid}", f"DTSTART:{start}", f"SUMMARY:{summary}", *lines)


SPRING = talk("spring", "20260401T090000Z", summary="Phone screen: Data Analyst")
JUNE = talk("june", "20260610T090000Z", "DESCRIPTION:Vorstellungsgespräch im Büro", summary="Brightside")
SOON = talk("soon", "20261201T090000Z")
LUNCH = event("UID:lunch", "DTSTART:20260501T120000Z", "SUMMARY:Lunch")


def history(*events: str, **options: object) -> History:
    """Read a calendar with these events, as of one day."""
    return read_history(calendar(*events), **{"as_of": TODAY, "zone": "UTC", **options})


DAYS = st.dates(date(2015, 1, 1), date(2028, 12, 31))
TALKS = st.lists(
    st.tuples(DAYS, st.sampled_from(["Interview", "Phone screen", "Mock interview", "Lunch", "Canceled: Interview"])), max_size=6
)  # fmt: skip


def events_on(talks: list[tuple[date, str]]) -> list[str]:
    """Return events on these days with these titles."""
    return [talk(f"{n}", f"{day:%Y%m%d}T120000Z", summary=title) for n, (day, title) in enumerate(talks)]
