"""Interviews in a table of applications: the rows that show one, each with its date or why it has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, tzinfo
from functools import partial
from itertools import islice

from attrs import evolve, frozen

from ...errors import ReadError, short
from ...model.invitation import Stage
from ...model.source import Source
from ..calendars.agenda import MAX_OCCURRENCES
from ..tables.cells import Cell, Row, shown
from ..tables.dates import Dates
from ..tables.sheets import Sheet, open_sheet
from ..text import clean
from ..words.wording import INTERVIEW, find_stages
from .occasions import UNDATED, Occasion, Occasions, Span

__all__ = ["in_table"]

WHEN = re.compile(r"\b(?:date|day|when|time|datetime|scheduled)\b", re.IGNORECASE)
"""What a heading says that is about a date."""

BARE_WHEN = re.compile(
    r"date|day|when|time|date ?time|scheduled(?: (?:date|time|date ?time|for|on|at))?", re.IGNORECASE
)
"""A heading that says no more: the date of what the row's stage says, if it says that it is an interview."""

ROUND = re.compile(r"phone(?: call)?|on[- ]?site|on[- ]campus|(?:first|second|third|final) round", re.IGNORECASE)
"""A heading that is a round of interviews if there are dates below it."""

STATUS = re.compile(r"(?:.* )?(?:status|stage|state|step|phase)|(?:.* )?(?:result|outcome)", re.IGNORECASE)
TITLE = re.compile(
    r"company(?: name)?|organi[sz]ation|employer|client(?: name)?|(?:job |position )?title|role(?: name)?|position",
    re.IGNORECASE,
)
CALLED_OFF = re.compile(r"\bcancel|\bno[- ]?show", re.IGNORECASE)
NOTHING = re.compile(r"|n/?a|none|no|[-–—]+", re.IGNORECASE)
"""What people write where there was none."""

SEVERAL = re.compile(r"\s*(?:&|;|\n|\band\b)\s*", re.IGNORECASE)
NEITHER = "is no calendar, and no table with a column for the dates of interviews or the stage of applications"
YEARS = range(1900, 2300)
OWN_COLUMN = "this column has the dates of interviews"
MAX_DAYS = 500
"""How much of a cell is looked at for several dates, in characters."""

SHOWN = 20
"""How many headings are named where none will do."""


@frozen
class Columns:
    """The columns of a table that say something of interviews, by their places.

    Args:
        dated: Those with dates of interviews, and how these are written.
        when: Those with the date of whatever the row's stage says.
        status: Those that say how far an application is.
        titles: Those that say who and for what.
    """

    dated: dict[int, Dates]
    when: dict[int, Dates]
    status: tuple[int, ...]
    titles: tuple[int, ...]


def in_table(source: Source, span: Span, pattern: re.Pattern[str]) -> Occasions:
    """Return the interviews of a table: what has a date in a column of interviews, or says so in its status.

    Args:
        source: CSV text or an XLSX workbook.
        span: The time that is looked at.
        pattern: What finds the words for an interview.

    Raises:
        ReadError: It is no table, or has no column that says something of interviews.
    """
    sheet = open_sheet(source, partial(_is_known, pattern))
    columns = _columns(sheet, pattern)
    if not columns.dated and not columns.status:
        headings = ", ".join(map(short, sheet.header[:SHOWN]))
        raise ReadError(source.name, f"{NEITHER}; its columns are: {headings}")
    found: list[Occasion] = []
    others = 0
    notes = list(sheet.notes)
    rows = _Rows(sheet, columns, pattern, span.zone)
    for row in sheet.rows:
        shows = [_placed(one, span) for one in rows.interviews(row)]
        found += shows
        others += not shows
        if len(found) > MAX_OCCURRENCES:
            notes.append(f"the table shows more than {MAX_OCCURRENCES:,} interviews; the rest was left out")
            break
    return Occasions(tuple(found[:MAX_OCCURRENCES]), others, tuple(notes))


def _is_known(pattern: re.Pattern[str], heading: str) -> bool:
    text = _plain(heading)
    return any(known.fullmatch(text) for known in (STATUS, TITLE, BARE_WHEN)) or _names(pattern, text) != ""


def _plain(heading: str) -> str:
    """A heading in words: those of a database have underscores in it."""
    return " ".join(heading[:200].replace("_", " ").split())


def _names(pattern: re.Pattern[str], text: str) -> str:
    """Return the words by which a text speaks of an interview, or empty text."""
    if match := pattern.search(text):
        return clean(match[0], 80) or ""
    found, later = find_stages(text) if pattern is INTERVIEW else (set[Stage](), False)
    return (clean(text, 80) or "") if found or later else ""


def _columns(sheet: Sheet, pattern: re.Pattern[str]) -> Columns:
    texts = {place: _plain(heading) for place, heading in enumerate(sheet.header)}
    dates = {place: Dates(_parts(sheet.column(place)), sheet.header[place]) for place in texts}
    named = {place for place, text in texts.items() if _names(pattern, text)}
    rounds = {place for place, text in texts.items() if ROUND.fullmatch(text)}
    told = {place for place in named if WHEN.search(texts[place])}
    seen = {place for place in named | rounds if _has_dates(sheet.column(place), dates[place])}
    return Columns(
        {place: dates[place] for place in sorted(told | seen)},
        {place: dates[place] for place, text in texts.items() if BARE_WHEN.fullmatch(text)},
        tuple(place for place, text in texts.items() if STATUS.fullmatch(text)),
        tuple(place for place, text in texts.items() if TITLE.fullmatch(text)),
    )


def _has_dates(cells: Sequence[Cell], dates: Dates) -> bool:
    """Whether at least half of the first filled cells are dates."""
    filled = list(islice((cell for cell in cells if cell is not None), 100))
    readable = sum(isinstance(_days(cell, dates)[0], date) for cell in filled)
    return 0 < len(filled) <= 2 * readable


def _parts(cells: Iterable[Cell]) -> Iterator[Cell]:
    """Yield the cells, those with several dates in their parts."""
    for cell in cells:
        yield from SEVERAL.split(cell[:MAX_DAYS]) if isinstance(cell, str) else [cell]


def _days(cell: Cell, dates: Dates) -> list[date | str]:
    """Return the dates in a cell, or why it cannot be read."""
    whole = _day(cell, dates)
    several = [_day(part, dates) for part in _parts([cell]) if part]
    return several if len(several) > 1 and not any(isinstance(day, str) for day in several) else [whole]


def _day(cell: Cell, dates: Dates) -> date | str:
    try:
        day = dates.read(cell)
    except ValueError as error:
        return f"{short(shown(cell), 60)} cannot be read: expected {error}"
    # At the ends of the calendar a day in one time zone is none in another.
    return day if day.year in YEARS else UNDATED


@frozen
class _Rows:
    """The rows of a table, one after the other.

    Args:
        sheet: The table.
        columns: What its columns say.
        pattern: What finds the words for an interview.
        zone: The time zone of days.
    """

    sheet: Sheet
    columns: Columns
    pattern: re.Pattern[str]
    zone: tzinfo

    def interviews(self, row: Row) -> Iterator[Occasion]:
        """Yield the interviews of a row: those with a date of their own, or else the one that its status speaks of."""
        cells = _filled(row, self.columns.dated)
        why = OWN_COLUMN if cells else self._said(row)
        if not why:
            return
        draft = Occasion(self._title(row), f"row {row.number}", why, off=self._off(row))
        cells = cells or _filled(row, self.columns.when)
        for place, dates in cells.items():
            where = f"row {row.number}, {self.sheet.header[place]}"
            for day in _days(row[place], dates):
                problem, starts = (day, None) if isinstance(day, str) else ("", _start(day, self.zone))
                yield evolve(draft, where=where, starts=starts, off=draft.off or problem)
        if not cells:
            yield evolve(draft, off=draft.off or f"{why}, but nothing says when it was")

    def _title(self, row: Row) -> str:
        named = (shown(row[place]) for place in self.columns.titles if row[place] is not None)
        said = (text for _, text in self._statuses(row) if text)
        return clean(", ".join(named) or next(said, ""), 200) or "(no title)"

    def _said(self, row: Row) -> str:
        """Say which status of a row speaks of an interview."""
        for name, text in self._statuses(row):
            if words := _names(self.pattern, text):
                return f'its {name} says "{words}"'
        return ""

    def _off(self, row: Row) -> str:
        said = ((name, text) for name, text in self._statuses(row) if CALLED_OFF.search(text))
        return next((f"its {name} says {short(text, 60)}" for name, text in said), "")

    def _statuses(self, row: Row) -> Iterator[tuple[str, str]]:
        for place in self.columns.status:
            yield self.sheet.header[place], shown(row[place])[:500]


def _filled(row: Row, columns: Mapping[int, Dates]) -> dict[int, Dates]:
    return {place: dates for place, dates in columns.items() if not NOTHING.fullmatch(shown(row[place])[:10])}


def _start(day: date, zone: tzinfo) -> datetime:
    if isinstance(day, datetime):
        return day if day.tzinfo else day.replace(tzinfo=zone)
    return datetime.combine(day, time(), zone)


def _placed(one: Occasion, span: Span) -> Occasion:
    """Return an interview, one outside of the time that is looked at with that as the reason why it does not count."""
    if one.starts is None or one.off or span.since <= one.starts <= span.until:
        return one
    return evolve(one, off=UNDATED)
