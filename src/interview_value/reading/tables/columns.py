"""Columns: which of them hold what, by their headings and by what the user says of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

from attrs import define, field

from ...errors import FieldError, InvalidInputError, is_list, is_mapping, is_number, nearest_name, short
from ...model.bounds import Bounds
from ...model.invitation import Invitation
from ...model.quantity import Quantity
from ..text import clean
from .cells import Cell, cell_text
from .headings import CLOCK, ENDS, NAMES, Meaning, meaning_of, why_unused
from .reading import TableColumn
from .sheets import Sheet, column_letters
from .values import CellReader, CellValue, Convert, is_blank, make_cell_reader

__all__ = ["Columns", "UsedColumn", "assign_columns", "check_choices", "make_heading_test", "table_quantities"]

Columns: TypeAlias = Mapping[str, str | tuple[str, Convert] | None]
"""What the user says of columns: by heading, the field or quantity; with how its values are taken; None for nothing."""

Choices: TypeAlias = Mapping[str, tuple[str | None, Convert | None]]
"""The same, checked: by heading without capitals, the field or quantity and how its values are taken."""

FIELDS = ("role", "organization", "stage", "starts", "remote", "location", CLOCK)
MAX_EXAMPLES = 5
IGNORED = "you said so"


@define
class UsedColumn:
    """A column that is read, and what was read from it so far.

    Args:
        place: Its place, from 0.
        heading: The heading above it.
        meaning: What it holds.
        read_cell: Reads one of its cells.
        quantity: The quantity that it holds; None if it holds a field of another kind.
        filled: In how many rows it has a value.
        rows_read: In how many rows something was read from it.
        unread: Examples of texts from which nothing was read, as keys.
    """

    place: int
    heading: str
    meaning: Meaning
    read_cell: CellReader = field(repr=False)
    quantity: Quantity | None = field(default=None, repr=False)
    filled: int = 0
    rows_read: int = 0
    unread: dict[str, None] = field(factory=dict[str, None])

    def values(self, cell: Cell) -> list[CellValue]:
        """Return the values that a cell of this column holds, and count it.

        Raises:
            ValueError: The cell cannot be used. The text says what is allowed.
        """
        if is_blank(cell, self.quantity):
            return []
        self.filled += 1
        values = [value for value in self.read_cell(cell) if value.value is not None]
        self.rows_read += bool(values)
        if not values and len(self.unread) < MAX_EXAMPLES:
            self.unread[clean(cell_text(cell), 60) or ""] = None
        return values

    def report(self) -> TableColumn:
        """Return the column's entry in the report."""
        return TableColumn(
            self.heading,
            column_letters(self.place),
            holds=self.meaning.key,
            filled=self.filled,
            read=self.rows_read,
            unread=tuple(self.unread),
        )


def table_quantities(installed: Mapping[str, Quantity]) -> dict[str, Quantity]:
    """Return the quantities and labels that a table of invitations can hold, by name; stage and remote are apart.

    Args:
        installed: The quantities of plugins and of the model; of them, the seeker's are in no table of invitations.
    """
    own = {**Invitation.own_labels(), **Invitation.own_quantities()}
    others = {
        name: quantity for name, quantity in installed.items() if quantity.of == "invitation" and name not in NAMES
    }
    return {name: quantity for name, quantity in {**others, **own}.items() if not (quantity.is_label and name in NAMES)}


def check_choices(columns: Columns | None, quantities: Mapping[str, Quantity]) -> Choices:
    """Check what the user says of columns, and return it in one form.

    Raises:
        InvalidInputError: Every part of it that cannot be used.
    """
    if columns is None:
        return {}
    if not is_mapping(columns):
        raise InvalidInputError("table", [FieldError("columns", columns, "a mapping from headings to fields")])
    pairs: dict[str, Any] = {heading: value if is_list(value) else (value, None) for heading, value in columns.items()}
    mistakes = [mistake for heading, pair in pairs.items() for mistake in _mistakes(heading, pair, quantities)]
    if mistakes:
        raise InvalidInputError("table", mistakes)
    return {
        _plain(heading): (name, (float(convert[0]), float(convert[1])) if is_list(convert) else convert)
        for heading, (name, convert) in pairs.items()
    }


def _mistakes(heading: object, pair: Any, quantities: Mapping[str, Quantity]) -> Iterator[FieldError]:
    path = f"columns[{short(heading)}]"
    names = [*FIELDS, *quantities]
    if not isinstance(heading, str) or len(pair) != 2:
        yield FieldError(path, pair, 'by heading, a name, or a pair such as ("role_interest", (1, 5))')
        return
    name: Any = pair[0]
    convert: Any = pair[1]
    if name is not None and name not in names:
        yield FieldError(path, name, "a field or quantity of an invitation, or None", nearest_name(name, names))
    elif is_list(convert):
        bounds = quantities[str(name)].bounds if name in quantities else Bounds()
        if not math.isfinite(bounds.high - bounds.low):
            yield FieldError(path, name, "a quantity with two bounds, onto which a scale can be laid, or a function")
        elif len(convert) != 2 or not all(map(is_number, convert)) or convert[0] == convert[1]:
            yield FieldError(path, convert, "the two ends of the scale, such as (1, 5)")
    elif convert is not None and not callable(convert):
        yield FieldError(path, convert, "a function, or the two ends of a scale such as (1, 5)")


def _plain(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def make_heading_test(choices: Choices, quantities: Mapping[str, Quantity]) -> Callable[[str], bool]:
    """Return a function that tells whether what a column holds is known by its heading."""

    @cache
    def is_known(heading: str) -> bool:
        return _plain(heading) in choices or meaning_of(heading, quantities) is not None

    return is_known


def assign_columns(
    sheet: Sheet, choices: Choices, quantities: Mapping[str, Quantity]
) -> tuple[list[UsedColumn], list[TableColumn]]:
    """Decide which columns are read as what.

    Args:
        sheet: The table.
        choices: What the user says of columns, as `check_choices` returns it.
        quantities: The quantities that a table can hold, by name.

    Returns:
        The columns that are read; and a report of those that are not, each with the reason.

    Raises:
        InvalidInputError: The user names headings that the table does not have.
    """
    headings = {_plain(heading) for heading in sheet.header}
    if missing := [heading for heading in choices if heading not in headings]:
        allowed = "one of the headings " + ", ".join(map(short, sheet.header[:50]))
        mistakes = [FieldError("columns", name, allowed, nearest_name(name, headings)) for name in missing]
        raise InvalidInputError("table", mistakes)
    meanings = [_meaning(heading, choices, quantities) for heading in sheet.header]
    best = _plainest(meanings)
    used: list[UsedColumn] = []
    unused: list[TableColumn] = []
    for place, (heading, meaning) in enumerate(zip(sheet.header, meanings, strict=True)):
        cells = sheet.column(place)
        if meaning is None:
            reason = IGNORED if _plain(heading) in choices else why_unused(heading)
        else:
            reason = _why_not_read(place, meaning, best, sheet)
        if meaning is None or reason:
            filled = sum(not is_blank(cell) for cell in cells)
            unused.append(TableColumn(heading, column_letters(place), reason=reason, filled=filled))
        else:
            _, convert = choices.get(_plain(heading), (None, None))
            quantity = quantities.get(meaning.name)
            reader = make_cell_reader(meaning, heading, cells, quantity, convert, commas=sheet.delimiter == ";")
            used.append(UsedColumn(place, heading, meaning, reader, quantity))
    return used, unused


def _meaning(heading: str, choices: Choices, quantities: Mapping[str, Quantity]) -> Meaning | None:
    meaning = meaning_of(heading, quantities)
    if _plain(heading) not in choices:
        return meaning
    name, _ = choices[_plain(heading)]
    return None if name is None else Meaning(name, rank=-1, factor=meaning.factor if meaning else None)


def _plainest(meanings: list[Meaning | None]) -> dict[str, int]:
    """Return the place of the column that counts, by field or end of a range: the one with the plainest heading."""
    best: dict[str, int] = {}
    for place, meaning in sorted(enumerate(meanings), key=lambda pair: (pair[1].rank if pair[1] else 0, pair[0])):
        if meaning is not None:
            best.setdefault(meaning.key, place)
    return best


def _why_not_read(place: int, meaning: Meaning, best: Mapping[str, int], sheet: Sheet) -> str:
    """Return why a column is not read though its meaning is known; empty text if it is read."""
    # A column of the whole range counts more than two with its ends.
    other = best.get(meaning.name, best[meaning.key])
    if other != place:
        return f"{meaning.name} is read from {short(sheet.header[other])}"
    if meaning.end and not all(f"{meaning.name}_{end}" in best for end in ENDS):
        return f"it is one end of a range of {meaning.name}, and there is no column with the other end"
    return ""
