"""Rows of a table: each is an invitation, says nothing, or has mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

import attrs

from ...errors import CellError, FieldError, InvalidInputError, short
from ...model.invitation import Invitation
from ...model.quantity import Quantity
from ..draft import InvitationDraft
from .cell_values import Said
from .cells import Cell, Row, shown
from .headings import CLOCK, ENDS
from .sheets import Sheet
from .table_columns import InUse

__all__ = ["outcome_of"]

MERGE_MARK = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?")
TOTAL = re.compile(r"(?:(?:grand |sub[ -]?)?totals?|sum|count|average|mean|median)\W*", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]{2}")

FIELDS = attrs.fields_dict(Invitation)

Found = dict[str, tuple[Said, str]]
"""What a row says: by field, or end of a range, the value and the heading above it."""


def outcome_of(
    row: Row, table: Sheet, used: list[InUse], known: Mapping[str, Quantity]
) -> Invitation | str | list[CellError]:
    """Return a row's invitation, or why it is none, or its mistakes.

    Args:
        row: It.
        table: The table that it is in.
        used: The columns that are read.
        known: The quantities that they can hold.
    """
    if reason := _why_none(table, row):
        return reason
    if table.width is not None and len(row.cells) > table.width:
        return [_slipped(row, table.width)]
    found, mistakes = _found(row, used)
    findings = InvitationDraft(table.name)
    _join_time(findings, found)
    mistakes += _join_ends(row, found, known)
    if mistakes:
        return mistakes
    if not found:
        return (
            "; ".join(f"says only that {note}" for note in findings.notes)
            or "says nothing in the columns that are read"
        )
    return _invitation(row, findings, found)


def _why_none(table: Sheet, row: Row) -> str:
    texts = [shown(cell) for cell in row.cells if cell is not None]
    if MERGE_MARK.fullmatch(texts[0]):
        return "is the mark of a merge that was not resolved"
    if len(texts) > 1 and set(texts) <= set(table.header):
        return "repeats the header"
    if len(texts) > 1 and TOTAL.fullmatch(texts[0]) and not any(map(LETTERS.search, texts[1:])):
        return "is a row of totals"
    return ""


def _slipped(row: Row, width: int) -> CellError:
    extra = ", ".join(short(shown(cell)) for cell in row.cells[width : width + 3])
    allowed = f"{width} cells, as many as the header has; a cell with a delimiter in it needs quotation marks"
    return CellError(row.number, "", extra, allowed)


def _found(row: Row, used: list[InUse]) -> tuple[Found, list[CellError]]:
    """Return what the cells of a row say, and the mistakes in them."""
    found: Found = {}
    mistakes: list[CellError] = []
    for column in used:
        cell = row[column.place]
        try:
            for said in column.said(cell):
                own = said.name == column.meaning.name
                # What a column says itself counts more than what follows from another one.
                if own or said.name not in found:
                    found[column.key if own else said.name] = said, column.heading
        except ValueError as error:
            mistakes.append(_mistake(row, column.heading, cell, error))
    return found, mistakes


def _mistake(row: Row, heading: str, cell: Cell, error: ValueError) -> CellError:
    if isinstance(error, FieldError):
        return CellError(row.number, heading, cell, error.allowed, error.nearest)
    return CellError(row.number, heading, cell, str(error))


def _join_time(findings: InvitationDraft, found: Found) -> None:
    """Put the day and the time of two columns together; a day without a time is no start, and becomes a note."""
    clock, heading = found.pop(CLOCK, (None, ""))
    said, above = found.get("starts", (None, ""))
    if said is None:
        if clock is not None:
            findings.note(f"the interview starts at {clock.value:%H:%M}; the table does not say on which day")
    elif isinstance(said.value, datetime):
        _note_zone(findings, said.value)
    elif isinstance(said.value, date):
        if clock is None:
            del found["starts"]
            findings.note(f"the interview is on {said.value.isoformat()}; the table does not say at what time")
        else:
            start = datetime.combine(said.value, clock.value)
            found["starts"] = Said("starts", start), f"{above}, {heading}"
            _note_zone(findings, start)


def _note_zone(findings: InvitationDraft, start: datetime) -> None:
    if start.tzinfo is None:
        findings.note("the table names no time zone for the start, which is taken as your local time")


def _join_ends(row: Row, found: Found, known: Mapping[str, Quantity]) -> Iterator[CellError]:
    """Make a range of its two ends, which stand in two columns; yield what cannot be one."""
    names = {said.name for key, (said, _) in found.items() if key != said.name}
    for name in sorted(names):
        ends = [found.pop(f"{name}_{end}", None) for end in ENDS]
        values = [end[0].value for end in ends if end is not None]
        heading = ", ".join(end[1] for end in ends if end is not None)
        try:
            if len(values) < len(ENDS):
                raise FieldError(name, values[0].to_plain(), "both ends of the range, or neither")
            estimate = known[name].estimate((values[0].low, values[1].high))
        except FieldError as mistake:
            yield CellError(row.number, heading, mistake.value, mistake.allowed)
        else:
            found[name] = Said(name, estimate), heading


def _invitation(row: Row, findings: InvitationDraft, found: Found) -> Invitation | list[CellError]:
    for name, (said, heading) in found.items():
        findings.add(name, said.value, f"row {row.number}, {heading}" + (f" ({said.how})" if said.how else ""))
    values = findings.values
    others = {name: values.pop(name) for name in list(values) if name not in FIELDS}
    try:
        return Invitation(
            **values, quantities=others, read_from=findings.read_from, notes=tuple(dict.fromkeys(findings.notes))
        )
    except InvalidInputError as error:
        headings = {name: heading for name, (_, heading) in found.items()}
        return [
            CellError(row.number, headings.get(one.path, ""), one.value, one.allowed, one.nearest)
            for one in error.mistakes
        ]
