"""Rows: each row below the header is an invitation, says nothing, or has mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

import attrs

from ...display.language import say
from ...errors import CellError, FieldError, InvalidInputError, short
from ...model.invitation import Invitation
from ...model.quantity import Quantity
from ..draft import InvitationDraft
from .cells import Row, cell_text
from .columns import UsedColumn
from .headings import CLOCK, ENDS
from .sheets import Sheet
from .values import CellValue

__all__ = ["read_row"]

MERGE_MARK = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?")
TOTAL = re.compile(r"(?:(?:grand |sub[ -]?)?totals?|sum|count|average|mean|median)\W*", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]{2}")

FIELDS = attrs.fields_dict(Invitation)

RowValues: TypeAlias = dict[str, tuple[CellValue, str]]
"""The values of a row: by field, quantity or end of a range, the value and the heading above it."""


def read_row(
    row: Row, sheet: Sheet, columns: Sequence[UsedColumn], quantities: Mapping[str, Quantity]
) -> Invitation | str | list[CellError]:
    """Return the invitation of a row, or the reason why it is none, or its mistakes.

    Args:
        row: The row, with at least one cell that is not empty.
        sheet: The table that it is in.
        columns: The columns that are read.
        quantities: The quantities that they can hold, by name.
    """
    if reason := _why_no_invitation(sheet, row):
        return reason
    if sheet.width is not None and len(row.cells) > sheet.width:
        extra = ", ".join(short(cell_text(cell)) for cell in row.cells[sheet.width : sheet.width + 3])
        allowed = f"{sheet.width} cells, as many as the header has; a cell with a delimiter in it needs quotation marks"
        return [CellError(row.number, "", extra, allowed)]
    values, mistakes = _values_of(row, columns)
    draft = InvitationDraft(sheet.name)
    _join_day_and_time(draft, values)
    mistakes += _join_ends(row, values, quantities)
    if mistakes:
        return mistakes
    if not values:
        notes = (f"says only that {note}" for note in draft.notes)
        return "; ".join(notes) or "says nothing in the columns that are read"
    return _invitation(row, draft, values)


def _why_no_invitation(sheet: Sheet, row: Row) -> str:
    texts = [cell_text(cell) for cell in row.cells if cell is not None]
    if MERGE_MARK.fullmatch(texts[0]):
        return "is the mark of a merge that was not resolved"
    if len(texts) > 1 and set(texts) <= set(sheet.header):
        return "repeats the header"
    if len(texts) > 1 and TOTAL.fullmatch(texts[0]) and not any(map(LETTERS.search, texts[1:])):
        return "is a row of totals"
    return ""


def _values_of(row: Row, columns: Sequence[UsedColumn]) -> tuple[RowValues, list[CellError]]:
    """Return the values in the cells of a row, and the mistakes in them."""
    values: RowValues = {}
    mistakes: list[CellError] = []
    for column in columns:
        cell = row[column.place]
        try:
            for value in column.values(cell):
                own = value.name == column.meaning.name
                # What a column says itself counts more than what follows from another one.
                if own or value.name not in values:
                    values[column.meaning.key if own else value.name] = value, column.heading
        except FieldError as error:
            mistakes.append(CellError(row.number, column.heading, cell, error.allowed, error.nearest))
        except ValueError as error:
            mistakes.append(CellError(row.number, column.heading, cell, str(error)))
    return values, mistakes


def _join_day_and_time(draft: InvitationDraft, values: RowValues) -> None:
    """Join the day and the time of two columns; one without the other is no start, and becomes a note."""
    clock, clock_heading = values.pop(CLOCK, (None, ""))
    start, heading = values.get("starts", (None, ""))
    if start is None:
        if clock is not None:
            time = f"{clock.value:%H:%M}"
            draft.note(say("the interview starts at {time}; the table does not say on which day", time=time))
    elif isinstance(start.value, datetime):
        _note_zone(draft, start.value)
    elif isinstance(start.value, date):
        if clock is None:
            del values["starts"]
            day = start.value.isoformat()
            draft.note(say("the interview is on {day}; the table does not say at what time", day=day))
        else:
            moment = datetime.combine(start.value, clock.value)
            values["starts"] = CellValue("starts", moment), f"{heading}, {clock_heading}"
            _note_zone(draft, moment)


def _note_zone(draft: InvitationDraft, start: datetime) -> None:
    if start.tzinfo is None:
        draft.note(say("the table names no time zone for the start, which is taken as your local time"))


def _join_ends(row: Row, values: RowValues, quantities: Mapping[str, Quantity]) -> Iterator[CellError]:
    """Make a range of its two ends, which two columns hold; yield a mistake where they are no range."""
    names = {value.name for key, (value, _) in values.items() if key != value.name}
    for name in sorted(names):
        ends = [end for end in (values.pop(f"{name}_{end}", None) for end in ENDS) if end is not None]
        heading = ", ".join(above for _, above in ends)
        try:
            if len(ends) < len(ENDS):
                raise FieldError(name, ends[0][0].value.to_plain(), "both ends of the range, or neither")
            (low, _), (high, _) = ends
            estimate = quantities[name].estimate((low.value.low, high.value.high))
        except FieldError as mistake:
            yield CellError(row.number, heading, mistake.value, mistake.allowed)
        else:
            values[name] = CellValue(name, estimate), heading


def _invitation(row: Row, draft: InvitationDraft, values: RowValues) -> Invitation | list[CellError]:
    for name, (value, heading) in values.items():
        draft.add(name, value.value, f"row {row.number}, {heading}" + (f" ({value.how})" if value.how else ""))
    quantities = {name: draft.values.pop(name) for name in list(draft.values) if name not in FIELDS}
    try:
        return draft.invitation(quantities)
    except InvalidInputError as error:
        headings = {name: heading for name, (_, heading) in values.items()}
        return [
            CellError(row.number, headings.get(mistake.path, ""), mistake.value, mistake.allowed, mistake.nearest)
            for mistake in error.mistakes
        ]
