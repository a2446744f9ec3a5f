"""Reading a history: the interviews of a calendar or a table, and which are past, to come, or do not count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from attrs import evolve

from ...errors import FieldError, InvalidInputError
from ...model.invitation import Invitation
from ...model.signatures import answering
from ...model.source import MAX_BYTES, Readable, Source
from ..calendars.agenda import calendar_content
from ..calendars.json_calendar import owner_of
from ..document import Document, is_calendar
from ..text import clean
from ..words.wording import INTERVIEW, INTERVIEW_WORDS, pattern_of
from .calendar import find_in_calendar
from .history import History, HistoryEntry, ordered
from .interviews import Interview, InterviewList, Period
from .table import find_in_table

__all__ = ["read_history"]

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
"""The earliest interviews that are looked at: one before would count less than 10⁻¹⁷ of one today."""

SIX_MONTHS = timedelta(days=183)
"""How far ahead interviews count as upcoming: the six months of the quantity `upcoming_interviews`."""

YEARS = range(1970, 2200)
"""The years that `as_of` may be in: those in which dates can be counted forward and back."""

MAX_WORDS = 100
"""The most words that can be looked for."""

MAX_WORD = 50
"""The longest word that can be looked for, in characters."""


@answering
def read_history(
    source: Readable,
    *,
    words: Iterable[str] | None = None,
    as_of: date | datetime | None = None,
    zone: str | tzinfo | None = None,
    seeker: str | None = None,
    but: Invitation | None = None,
    complete: bool = False,
    max_bytes: int = MAX_BYTES,
) -> History:
    """Read which interviews a calendar or a table shows: those past, and those to come in the next six months.

    An entry of a calendar is an interview if its title or its description says so; a row of a table is one if it has a
    date in a column of interviews, or another date and a status that says so. What was cancelled or declined does not
    count, nor do rehearsals. All that counts is listed, and so is what does not.

    Args:
        source: A calendar file or feed, the events of Google Calendar or Microsoft Graph in JSON, or a table of
            applications (CSV, XLSX).
        words: What your calendar calls interviews, instead of the usual words in several languages.
        as_of: The day, or the moment, that divides past from future; now if left out. Those on a
            given day itself are past.
        zone: Your time zone, as its name or a tzinfo; left out, that of the computer. Times without a
            zone are in it.
        seeker: Your own mail address, which shows what you declined; left out, what Google says is yours.
        but: The invitation that you are thinking about, which is none of the others.
        complete: Whether the source has all your interviews, so that none found means that there were none.
        max_bytes: The largest source that is read, in bytes.

    Returns:
        The history; its `seeker` merges with what you say yourself, as in ``Seeker(...) | history.seeker``.

    Raises:
        ReadError: The source is none of these, or cannot be read.
        InvalidInputError: Every argument that cannot be used.
    """
    looked_for, now, local_zone = _check_arguments(words, as_of, zone)
    opened = Source.open(source, max_bytes=max_bytes)
    pattern = INTERVIEW if words is None else pattern_of(looked_for)
    moment = now if isinstance(now, datetime) else datetime.combine(now, time.max, local_zone)
    interviews = _find_interviews(opened, Period(BEGINNING, moment + SIX_MONTHS, local_zone), pattern, seeker)
    history = History(
        clean(opened.name, 200) or "source",
        now.astimezone(local_zone).date() if isinstance(now, datetime) else now,
        others=interviews.others,
        words=looked_for,
        complete=complete,
        notes=interviews.notes,
    )
    return _sort(interviews.entries, now, local_zone, but, history)


def _find_interviews(source: Source, period: Period, pattern: re.Pattern[str], seeker: str | None) -> InterviewList:
    document = Document(source, seeker)
    if not is_calendar(document) and document.data is None:
        return find_in_table(source, period, pattern)
    content = calendar_content(source)
    return find_in_calendar(source.name, content, period, pattern, seeker or owner_of(document.data))


def _check_arguments(words: Any, as_of: Any, zone: Any) -> tuple[tuple[str, ...], date, tzinfo]:
    """Return the words, the day or moment and the time zone, or raise every mistake in them."""
    mistakes: list[FieldError] = []
    looked_for = INTERVIEW_WORDS if words is None else _check_words(words, mistakes)
    local_zone = _check_zone(zone, mistakes)
    if as_of is not None and not (isinstance(as_of, date) and as_of.year in YEARS):
        mistakes.append(FieldError("as_of", as_of, f"a date or a datetime from {YEARS[0]} to {YEARS[-1]}"))
    if mistakes:
        raise InvalidInputError("history", mistakes)
    now = datetime.now(UTC) if as_of is None else as_of
    return looked_for, now.replace(tzinfo=now.tzinfo or local_zone) if isinstance(now, datetime) else now, local_zone


def _check_words(words: Any, mistakes: list[FieldError]) -> tuple[str, ...]:
    try:
        listed: list[Any] = [words] if isinstance(words, str) else list(islice(words, MAX_WORDS + 1))
    except TypeError:
        listed = []
    good = [word.strip() for word in listed if isinstance(word, str) and 1 < len(word.strip()) <= MAX_WORD]
    if not good or len(good) != len(listed) or len(listed) > MAX_WORDS:
        mistakes.append(FieldError("words", words, f"1 to {MAX_WORDS} words or phrases of 2 to {MAX_WORD} letters"))
    return tuple(good)


def _check_zone(zone: Any, mistakes: list[FieldError]) -> tzinfo:
    try:
        named = ZoneInfo(zone) if isinstance(zone, str) else zone
    except (OSError, ValueError, LookupError):
        named = False
    if named is not None and not isinstance(named, tzinfo):
        mistakes.append(FieldError("zone", zone, "the name of a time zone, such as Europe/Berlin, or a tzinfo"))
    return named if isinstance(named, tzinfo) else datetime.now(UTC).astimezone().tzinfo or UTC


def _sort(
    interviews: Iterable[Interview], now: date, zone: tzinfo, excluded: Invitation | None, history: History
) -> History:
    """Return the history with each interview among those past, those to come, or those that do not count."""
    past: list[HistoryEntry] = []
    upcoming: list[HistoryEntry] = []
    left_out: list[HistoryEntry] = []
    for interview in interviews:
        itself = excluded is not None and _is_same(interview, excluded, zone)
        why_not = interview.why_not or ("it is the invitation itself" if itself else "")
        day = interview.starts.astimezone(zone).date() if interview.starts else None
        entry = HistoryEntry(day, interview.title, history.source, interview.where, why_not or interview.why)
        if why_not or interview.starts is None or day is None:
            left_out.append(entry)
        elif interview.starts <= now if isinstance(now, datetime) else day <= now:
            past.append(entry)
        else:
            upcoming.append(entry)
    return evolve(history, past=ordered(past), upcoming=ordered(upcoming), left_out=ordered(left_out))


def _is_same(interview: Interview, invitation: Invitation, zone: tzinfo) -> bool:
    """Whether an interview is that of an invitation: by the UID of its event, else by its start."""
    if invitation.event is not None and interview.uid:
        return interview.uid == invitation.event.uid
    if interview.starts is None or invitation.starts is None:
        return False
    mine, its = (
        at.astimezone(zone) if at.tzinfo else at.replace(tzinfo=zone) for at in (interview.starts, invitation.starts)
    )
    # A table may give the day alone.
    return mine == its or (mine.time() == time() and mine.date() == its.date())
