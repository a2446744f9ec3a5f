"""Interviews in a table of applications: the rows that show one, each with its dates or why it has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, tzinfo
from functools import partial
from itertools import islice

from attrs import evolve, frozen

from ...display.language import say
from ...display.words import factor
from ...errors import ReadError, short
from ...model.invitation import Stage
from ...model.source import Source
from ..calendars.agenda import MAX_OCCURRENCES
from ..tables.cells import Cell, Row, cell_text
from ..tables.dates import DateColumn
from ..tables.sheets import Sheet, open_sheet
from ..text import clean
from ..words.wording import INTERVIEW, find_stages
from .interviews import UNDATED, Interview, InterviewList, Period

__all__ = ["find_in_table"]

WHEN = re.compile(r"\b(?:date|day|when|time|datetime|scheduled)\b", re.IGNORECASE)
"""Words for a date in a heading that also speaks of interviews."""

BARE_WHEN = re.compile(
    r"date|day|when|time|date ?time|scheduled(?: (?:date|time|date ?time|for|on|at))?", re.IGNORECASE
)
"""A heading of dates that do not say of what: of an interview, if the row's stage is one."""

ROUND = re.compile(r"phone(?: call)?|on[- ]?site|on[- ]campus|(?:first|second|third|final) round", re.IGNORECASE)
"""A heading that names a round of interviews if there are dates below it."""

STATUS = re.compile(r"(?:.* )?(?:status|stage|state|step|phase)|(?:.* )?(?:result|outcome)", re.IGNORECASE)
TITLE = re.compile(
    r"company(?: name)?|organi[sz]ation|employer|client(?: name)?|(?:job |position )?title|role(?: name)?|position",
    re.IGNORECASE,
)
CALLED_OFF = re.compile(r"\bcancel|\bno[- ]?show", re.IGNORECASE)
NOTHING = re.compile(r"|n/?a|none|no|[-–—]+", re.IGNORECASE)
"""What people write instead of a date where there was no interview."""

SEVERAL = re.compile(r"\s*(?:&|;|\n|\band\b)\s*", re.IGNORECASE)
NEITHER = "is no calendar, and no table with a column for the dates of interviews or the stage of applications"
YEARS = range(1900, 2300)
OWN_COLUMN = "this column has the dates of interviews"
MAX_DATES = 500
"""How much of a cell is looked at to find several dates in it, in characters."""

SHOWN = 20
"""How many headings an error names."""


@frozen
class TrackerColumns:
    """The columns of a table that say something of interviews, by their places from 0.

    Args:
        interview_dates: Those with dates of interviews, and how these are written.
        bare_dates: Those with dates of whatever the row's stage is, and how these are written.
        status: Those with the stage or the result of an application.
        titles: Those with an organization or a role.
    """

    interview_dates: dict[int, DateColumn]
    bare_dates: dict[int, DateColumn]
    status: tuple[int, ...]
    titles: tuple[int, ...]


def find_in_table(source: Source, period: Period, pattern: re.Pattern[str]) -> InterviewList:
    """Return the interviews of a table: rows with a date in a column of interviews, or with a status that says so.

    Args:
        source: CSV text or an XLSX workbook.
        period: The time in which interviews are looked for.
        pattern: The words for an interview.

    Raises:
        ReadError: The source is no table, or no column of it says something of interviews.
    """
    sheet = open_sheet(source, partial(_is_known, pattern))
    columns = _find_columns(sheet, pattern)
    if not columns.interview_dates and not columns.status:
        headings = ", ".join(map(short, sheet.header[:SHOWN]))
        raise ReadError(source.name, f"{NEITHER}; its columns are: {headings}")
    entries: list[Interview] = []
    others = 0
    notes = list(sheet.notes)
    reader = _RowReader(sheet, columns, pattern, period.zone)
    for row in sheet.rows:
        interviews = [_within(interview, period) for interview in reader.interviews(row)]
        entries += interviews
        others += not interviews
        if len(entries) > MAX_OCCURRENCES:
            most = factor(MAX_OCCURRENCES)
            notes.append(say("the table shows more than {n} interviews; the rest was left out", n=most))
            break
    return InterviewList(tuple(entries[:MAX_OCCURRENCES]), others, tuple(notes))


def _within(interview: Interview, period: Period) -> Interview:
    """Return an interview; one outside of the period does not count for that reason."""
    if interview.starts is None or interview.why_not or period.since <= interview.starts <= period.until:
        return interview
    return evolve(interview, why_not=UNDATED)


def _is_known(pattern: re.Pattern[str], heading: str) -> bool:
    text = _in_words(heading)
    return any(kind.fullmatch(text) for kind in (STATUS, TITLE, BARE_WHEN)) or _interview_words(pattern, text) != ""


def _in_words(heading: str) -> str:
    """Return a heading with blanks between its words: those of a database have underscores."""
    return " ".join(heading[:200].replace("_", " ").split())


def _interview_words(pattern: re.Pattern[str], text: str) -> str:
    """Return the words by which a text speaks of an interview; empty text if it does not."""
    if match := pattern.search(text):
        return clean(match[0], 80) or ""
    named, later = find_stages(text) if pattern is INTERVIEW else (set[Stage](), False)
    return (clean(text, 80) or "") if named or later else ""


def _find_columns(sheet: Sheet, pattern: re.Pattern[str]) -> TrackerColumns:
    texts = {place: _in_words(heading) for place, heading in enumerate(sheet.header)}
    dates = {place: DateColumn(_split_dates(sheet.column(place)), sheet.header[place]) for place in texts}
    of_interviews = {place for place, text in texts.items() if _interview_words(pattern, text)}
    rounds = {place for place, text in texts.items() if ROUND.fullmatch(text)}
    by_heading = {place for place in of_interviews if WHEN.search(texts[place])}
    by_cells = {place for place in of_interviews | rounds if _has_dates(sheet.column(place), dates[place])}
    return TrackerColumns(
        {place: dates[place] for place in sorted(by_heading | by_cells)},
        {place: dates[place] for place, text in texts.items() if BARE_WHEN.fullmatch(text)},
        tuple(place for place, text in texts.items() if STATUS.fullmatch(text)),
        tuple(place for place, text in texts.items() if TITLE.fullmatch(text)),
    )


def _has_dates(cells: Sequence[Cell], dates: DateColumn) -> bool:
    """Whether at least half of the first filled cells are dates."""
    filled = list(islice((cell for cell in cells if cell is not None), 100))
    readable = sum(isinstance(_read_days(cell, dates)[0], date) for cell in filled)
    return 0 < len(filled) <= 2 * readable


def _split_dates(cells: Iterable[Cell]) -> Iterator[Cell]:
    """Yield the cells, those with several dates in pieces."""
    for cell in cells:
        yield from SEVERAL.split(cell[:MAX_DATES]) if isinstance(cell, str) else [cell]


def _read_days(cell: Cell, dates: DateColumn) -> list[date | str]:
    """Return the dates in a cell; instead of one that cannot be read, the reason."""
    whole = _read_day(cell, dates)
    several = [_read_day(piece, dates) for piece in _split_dates([cell]) if piece]
    return several if len(several) > 1 and not any(isinstance(day, str) for day in several) else [whole]


def _read_day(cell: Cell, dates: DateColumn) -> date | str:
    try:
        day = dates.read(cell)
    except ValueError as error:
        return f"{short(cell_text(cell), 60)} cannot be read: expected {error}"
    # At the ends of the calendar a day in one time zone is none in another.
    return day if day.year in YEARS else UNDATED


@frozen
class _RowReader:
    """Reads the interviews of the rows of a table.

    Args:
        sheet: The table.
        columns: The columns that say something of interviews.
        pattern: The words for an interview.
        zone: The time zone of days, and of times that name none.
    """

    sheet: Sheet
    columns: TrackerColumns
    pattern: re.Pattern[str]
    zone: tzinfo

    def interviews(self, row: Row) -> Iterator[Interview]:
        """Yield the interviews of a row: those with a date of their own, or else the one that its status speaks of."""
        statuses = [(self.sheet.header[place], cell_text(row[place])[:500]) for place in self.columns.status]
        dated = _filled(row, self.columns.interview_dates)
        why = OWN_COLUMN if dated else self._why_interview(statuses)
        if not why:
            return
        called_off = (f"its {name} says {short(text, 60)}" for name, text in statuses if CALLED_OFF.search(text))
        names = [cell_text(row[place]) for place in self.columns.titles if row[place] is not None]
        title = ", ".join(names) or next((text for _, text in statuses if text), "")
        undated = Interview(clean(title, 200) or "(no title)", f"row {row.number}", why, why_not=next(called_off, ""))
        dated = dated or _filled(row, self.columns.bare_dates)
        for place, dates in dated.items():
            where = f"row {row.number}, {self.sheet.header[place]}"
            for day in _read_days(row[place], dates):
                unread, starts = (day, None) if isinstance(day, str) else ("", _start(day, self.zone))
                yield evolve(undated, where=where, starts=starts, why_not=undated.why_not or unread)
        if not dated:
            yield evolve(undated, why_not=undated.why_not or f"{why}, but nothing says when it was")

    def _why_interview(self, statuses: Sequence[tuple[str, str]]) -> str:
        """Return which status of a row speaks of an interview; empty text if none does."""
        for name, text in statuses:
            if words := _interview_words(self.pattern, text):
                return f'its {name} says "{words}"'
        return ""


def _filled(row: Row, columns: Mapping[int, DateColumn]) -> dict[int, DateColumn]:
    return {place: dates for place, dates in columns.items() if not NOTHING.fullmatch(cell_text(row[place])[:10])}


def _start(day: date, zone: tzinfo) -> datetime:
    if isinstance(day, datetime):
        return day if day.tzinfo else day.replace(tzinfo=zone)
    return datetime.combine(day, time(), zone)
