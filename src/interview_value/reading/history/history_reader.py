"""Reading a history: which interviews a calendar shows, and which of them are past, to come, or do not count."""

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
from ...model.source import MAX_BYTES, Readable, Source
from ..calendars.agenda import calendar_content
from ..calendars.json_calendar import owner_of
from ..document import Document, is_calendar
from ..text import clean
from ..words.wording import INTERVIEW, INTERVIEW_WORDS, pattern_of
from .history import History, HistoryEntry, ordered
from .occasions import Occasion, Occasions, Span, calls, in_calendar
from .tracker_history import in_table

__all__ = ["read_history"]

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
"""Where history begins: an interview before it counts less than 10⁻¹⁷ of one today."""

SIX_MONTHS = timedelta(days=183)
"""How far ahead interviews are to come: the six months of the quantity `upcoming_interviews`."""

YEARS = range(1970, 2200)
"""The years in which one can ask: those in which dates can be counted on and back."""

MAX_WORDS = 100
"""The most words that can be looked for."""

MAX_WORD = 50
"""The longest of them, in characters."""


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
        source: A calendar file or feed, events of Google Calendar or Microsoft Graph in JSON, or a table of
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
        What was found; its `seeker` merges with what you say yourself, as in ``Seeker(...) | history.seeker``.

    Raises:
        ReadError: The source is none of these, or cannot be read.
        InvalidInputError: Every argument that cannot be used.
    """
    looked_for, now, place = _checked(words, as_of, zone)
    opened = Source.open(source, max_bytes=max_bytes)
    pattern = INTERVIEW if words is None else pattern_of(looked_for)
    found = _occasions(opened, Span(BEGINNING, _end(now, place), place), pattern, seeker)
    day = now.astimezone(place).date() if isinstance(now, datetime) else now
    history = History(
        clean(opened.name, 200) or "source", day, others=found.others, words=looked_for, complete=complete
    )
    return _sorted(found, now, place, but, history)


def _occasions(opened: Source, span: Span, pattern: re.Pattern[str], seeker: str | None) -> Occasions:
    document = Document(opened, seeker)
    if not is_calendar(document) and document.data is None:
        return in_table(opened, span, pattern)
    content = calendar_content(opened)
    return in_calendar(opened.name, content, span, calls(pattern), seeker or owner_of(document.data))


def _checked(words: Any, as_of: Any, zone: Any) -> tuple[tuple[str, ...], date, tzinfo]:
    """Return the words, the moment and the time zone, or raise every mistake in them."""
    mistakes: list[FieldError] = []
    looked_for = INTERVIEW_WORDS if words is None else _words(words, mistakes)
    place = _zone(zone, mistakes)
    if as_of is not None and not (isinstance(as_of, date) and as_of.year in YEARS):
        mistakes.append(FieldError("as_of", as_of, f"a date or a datetime from {YEARS[0]} to {YEARS[-1]}"))
    if mistakes:
        raise InvalidInputError("history", mistakes)
    now = datetime.now(UTC) if as_of is None else as_of
    return looked_for, now.replace(tzinfo=now.tzinfo or place) if isinstance(now, datetime) else now, place


def _words(words: Any, mistakes: list[FieldError]) -> tuple[str, ...]:
    try:
        listed: list[Any] = [words] if isinstance(words, str) else list(islice(words, MAX_WORDS + 1))
    except TypeError:
        listed = []
    good = [word.strip() for word in listed if isinstance(word, str) and 1 < len(word.strip()) <= MAX_WORD]
    if not good or len(good) != len(listed) or len(listed) > MAX_WORDS:
        mistakes.append(FieldError("words", words, f"1 to {MAX_WORDS} words or phrases of 2 to {MAX_WORD} letters"))
    return tuple(good)


def _zone(zone: Any, mistakes: list[FieldError]) -> tzinfo:
    try:
        found = ZoneInfo(zone) if isinstance(zone, str) else zone
    except (OSError, ValueError, LookupError):
        found = False
    if found is not None and not isinstance(found, tzinfo):
        mistakes.append(FieldError("zone", zone, "the name of a time zone, such as Europe/Berlin, or a tzinfo"))
    return found if isinstance(found, tzinfo) else datetime.now(UTC).astimezone().tzinfo or UTC


def _end(now: date, zone: tzinfo) -> datetime:
    """Return the end of the six months that follow."""
    moment = now if isinstance(now, datetime) else datetime.combine(now, time.max, zone)
    return moment + SIX_MONTHS


def _sorted(found: Occasions, now: date, zone: tzinfo, but: Invitation | None, history: History) -> History:
    """Say of each interview whether it is past, to come, or none that counts."""
    piles: dict[str, list[HistoryEntry]] = {"past": [], "upcoming": [], "left_out": []}
    for one in found.found:
        off = one.off or ("it is the invitation itself" if but and _is(one, but, zone) else "")
        day = one.starts.astimezone(zone).date() if one.starts else None
        pile = "left_out" if off or day is None else "past" if _is_past(one, now, day) else "upcoming"
        piles[pile].append(HistoryEntry(day, one.title, history.source, one.where, off or one.why))
    past, upcoming, left_out = map(ordered, piles.values())
    return evolve(history, past=past, upcoming=upcoming, left_out=left_out, notes=found.notes)


def _is(one: Occasion, but: Invitation, zone: tzinfo) -> bool:
    """Whether an interview is the one that somebody thinks about: by the calendar's name for it, else by its start."""
    if but.event is not None and one.uid:
        return one.uid == but.event.uid
    if one.starts is None or but.starts is None:
        return False
    mine, its = (at.astimezone(zone) if at.tzinfo else at.replace(tzinfo=zone) for at in (one.starts, but.starts))
    # A table may give the day alone.
    return mine == its or (mine.time() == time() and mine.date() == its.date())


def _is_past(one: Occasion, now: date, day: date) -> bool:
    return one.starts <= now if isinstance(now, datetime) and one.starts else day <= now
