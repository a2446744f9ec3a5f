"""Values: what the cells of a column hold of one field or quantity of an invitation."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, time
from typing import Any, NamedTuple, TypeAlias

from ...errors import is_list, short
from ...model.fields import MAX_TEXT
from ...model.invitation import Invitation, Stage
from ...model.numerals import DecimalMark, decimal_mark
from ...model.quantity import Quantity
from ...model.yes_no import YES_NO
from ..text import clean
from ..words.places import find_place
from ..words.wording import find_stages
from .amounts import is_number_text, read_amount
from .cells import Cell, cell_text
from .dates import DateColumn, time_of_day
from .headings import CLOCK, Meaning

__all__ = ["CellReader", "CellValue", "Convert", "is_blank", "make_cell_reader"]

Scale: TypeAlias = tuple[float, float]
"""The two ends of the table's own scale."""

Convert: TypeAlias = Callable[[Any], Any] | Scale
"""How the values of a column become those of a field: a function, or the two ends of the table's own scale."""

BLANK = re.compile(
    r"[-–—?.·/\s]*|n/?a|#n/a|#value!|#ref!|#name\?|#div/0!|null|none|nil|nan|tb[dac]|unknown|undisclosed|confidential"
    r"|anonymous|(?:not|un)[ -]?(?:yet[ -])?(?:specified|provided|stated|given|mentioned|available|known|applicable)\b"
    r".{0,40}",
    re.IGNORECASE | re.DOTALL,
)
"""What people and programs write where they know nothing."""

STAGES = {
    **dict.fromkeys(("screen", "screening", "phone", "phone interview", "phone call"), Stage.SCREEN),
    **dict.fromkeys(("first", "1st", "first round", "round 1"), Stage.FIRST),
    **dict.fromkeys(("onsite", "on-site", "on site"), Stage.ONSITE),
    **dict.fromkeys(("final", "last round"), Stage.FINAL),
}
"""Words that name a stage where they are the whole cell; other texts are read as those of calendar entries."""

LABEL = Invitation.own_labels()["stage"]

IN_PERSON = re.compile(r"\b(?:in[ -]person|face[ -]to[ -]face|f2f|on-?site|in (?:the |our )?office)\b", re.IGNORECASE)


class CellValue(NamedTuple):
    """A value that was read from a cell.

    Args:
        name: The field or quantity.
        value: Its value.
        how: How the cell was taken, if it does not plainly say; else empty.
    """

    name: str
    value: Any
    how: str = ""


CellReader: TypeAlias = Callable[[Cell], list[CellValue]]
"""Reads the cells of one column, and raises ValueError with what is allowed for a cell that cannot be used."""


def is_blank(cell: Cell, quantity: Quantity | None = None) -> bool:
    """Whether a cell is empty, or holds what people write where they know nothing.

    Args:
        cell: The cell.
        quantity: What the cell holds a value of; a word such as ``"none"`` may be one of its choices.
    """
    if not isinstance(cell, str):
        return cell is None
    says_nothing = len(cell) < 100 and BLANK.fullmatch(cell) is not None
    return says_nothing and (quantity is None or quantity.choice(cell) is None)


def make_cell_reader(
    meaning: Meaning,
    heading: str,
    cells: Sequence[Cell],
    quantity: Quantity | None,
    convert: Convert | None,
    *,
    commas: bool = False,
) -> CellReader:
    """Return the function that reads the cells of a column.

    Args:
        meaning: What the column holds.
        heading: The heading above it.
        cells: All its cells, which show the order of day and month, and the decimal mark.
        quantity: The quantity that it holds; None if it holds a field of another kind.
        convert: How the user wants its values to be taken; None for the usual way.
        commas: Whether the file may well have decimal commas, because its delimiter is another mark.
    """
    name = meaning.name
    decimal = decimal_mark(cell for cell in cells if isinstance(cell, str)) if commas and quantity else "."
    if is_list(convert) and quantity is not None:
        return _scale_reader(name, quantity, (convert[0], convert[1]), decimal)
    if callable(convert):
        return _converting_reader(name, quantity, convert)
    if quantity is not None:
        return _amount_reader(name, quantity, meaning.factor, decimal)
    if name == "starts":
        dates = DateColumn(cells, heading)
        return lambda cell: [CellValue("starts", dates.read(cell))]
    if name == "stage":
        return _stage_reader(are_rounds="round" in heading.lower())
    others: dict[str, CellReader] = {CLOCK: _read_clock, "remote": _read_remote, "location": _read_location}
    return others.get(name, lambda cell: [CellValue(name, _line(cell))])


def _amount_reader(name: str, quantity: Quantity, factor: float | None, decimal: DecimalMark) -> CellReader:
    def read(cell: Cell) -> list[CellValue]:
        if quantity.name == "people_met" and isinstance(cell, str) and not any(map(str.isdigit, cell)):
            return []  # names, which are not counted: whoever is named need not be all
        text = cell_text(cell)
        if quantity.is_label:
            return [CellValue(name, quantity.chosen(text))]
        if quantity.choice(text):
            return [CellValue(name, quantity.estimate(text))]
        return [CellValue(name, *read_amount(cell, quantity, factor, decimal))]

    return read


def _scale_reader(name: str, quantity: Quantity, scale: Scale, decimal: DecimalMark) -> CellReader:
    points = Quantity(name, unit="points", bounds=(min(scale), max(scale)), prior=scale[0])
    low, width = quantity.bounds.low, quantity.bounds.high - quantity.bounds.low

    def read(cell: Cell) -> list[CellValue]:
        on_scale, _ = read_amount(cell, points, decimal=decimal)
        ends = sorted(low + width * (end - scale[0]) / (scale[1] - scale[0]) for end in (on_scale.low, on_scale.high))
        return [CellValue(name, quantity.estimate(ends), f"on a scale from {scale[0]:g} to {scale[1]:g}")]

    return read


def _converting_reader(name: str, quantity: Quantity | None, convert: Callable[[Any], Any]) -> CellReader:
    def read(cell: Cell) -> list[CellValue]:
        try:
            value = convert(float(cell) if isinstance(cell, str) and is_number_text(cell) else cell)
        except Exception as error:
            reason = f"what the function given for this column takes; it raised {type(error).__name__}"
            raise ValueError(f"{reason}: {short(str(error), 200)}") from error
        if value is None:
            return []
        return [CellValue(name, value if quantity is None else quantity.estimate(value), "converted")]

    return read


def _stage_reader(*, are_rounds: bool) -> CellReader:
    def read(cell: Cell) -> list[CellValue]:
        text = " ".join(cell_text(cell)[:500].lower().split())
        if are_rounds and is_number_text(text):
            text = f"round {text}"
        if (stage := STAGES.get(text) or LABEL.choice(text)) is not None:
            return [CellValue("stage", stage)]
        named, later = find_stages(text)
        return [CellValue("stage", *named)] if len(named) == 1 and not later else []

    return read


def _read_clock(cell: Cell) -> list[CellValue]:
    if isinstance(cell, datetime):
        cell = cell.time()
    return [CellValue(CLOCK, cell if isinstance(cell, time) else time_of_day(cell_text(cell)))]


def _read_remote(cell: Cell) -> list[CellValue]:
    text = cell_text(cell)[:500]
    plain = cell if isinstance(cell, bool) else YES_NO.get(text.lower())
    answers = {plain, _is_remote(text), False if IN_PERSON.search(text) else None} - {None}
    return [CellValue("remote", answers.pop())] if len(answers) == 1 else []


def _read_location(cell: Cell) -> list[CellValue]:
    text = _line(cell)
    return [CellValue("location", text), CellValue("remote", _is_remote(text or ""))]


def _is_remote(text: str) -> bool | None:
    """Whether a place is a call (True) or a room (False); None if neither is named."""
    return find_place("", text, {}, {}).remote


def _line(cell: Cell) -> str | None:
    text = cell_text(cell)
    if len(text) > MAX_TEXT:
        raise ValueError(f"text of at most {MAX_TEXT:,} characters")
    return clean(text)
