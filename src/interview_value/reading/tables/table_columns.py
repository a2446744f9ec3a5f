"""Columns of a table: which of them hold what, by their headings and by what the user says of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

from attrs import define, field

from ...errors import FieldError, InvalidInputError, nearest_name, short
from ...model.guards import is_list, is_mapping, is_number
from ...model.invitation import Invitation
from ...model.quantity import Bounds, Quantity
from ..text import clean
from .cell_values import Convert, Reader, Said, is_blank, reader_of
from .cells import Cell, shown
from .headings import CLOCK, NAMES, Meaning, meaning_of, why_unused
from .sheets import Sheet, letter
from .table_reading import TableColumn

__all__ = ["Columns", "InUse", "assigned", "checked", "in_table", "known_headings"]

Given: TypeAlias = Mapping[str, tuple[str | None, Convert | None]]
"""The same, checked, by headings in their plain form."""

Columns: TypeAlias = Mapping[str, str | tuple[str, Convert] | None]
"""What the user says of columns: by heading, the field or quantity; with how its values are taken; None for nothing."""

FIELDS = ("role", "organization", "stage", "starts", "remote", "location", CLOCK)
MAX_EXAMPLES = 5
IGNORED = "you said so"


@define
class InUse:
    """A column that is read, and what was read from it so far.

    Args:
        place: Its place, from 0.
        heading: Its heading.
        meaning: What it holds.
        read: Reads one of its cells.
        filled: In how many rows anything stands in it.
        hits: In how many rows something was read from it.
        unread: Texts from which nothing was read.
    """

    place: int
    heading: str
    meaning: Meaning
    read: Reader = field(repr=False)
    filled: int = 0
    hits: int = 0
    unread: dict[str, None] = field(factory=dict[str, None])

    @property
    def key(self) -> str:
        """The field or quantity, with ``_low`` or ``_high`` for one end of a range."""
        return self.meaning.name + (f"_{self.meaning.end}" if self.meaning.end else "")

    def said(self, cell: Cell) -> list[Said]:
        """Return what a cell of this column says.

        Raises:
            ValueError: It cannot be used; the text is what is allowed.
        """
        if is_blank(cell):
            return []
        self.filled += 1
        found = [said for said in self.read(cell) if said.value is not None]
        self.hits += bool(found)
        if not found and len(self.unread) < MAX_EXAMPLES:
            self.unread[clean(shown(cell), 60) or ""] = None
        return found

    def report(self) -> TableColumn:
        """Return what became of the column."""
        return TableColumn(
            self.heading,
            letter(self.place),
            holds=self.key,
            filled=self.filled,
            read=self.hits,
            unread=tuple(self.unread),
        )


def checked(columns: Columns | None, quantities: Mapping[str, Quantity]) -> Given:
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
    return {_plain(heading): (name, _as_convert(convert)) for heading, (name, convert) in pairs.items()}


def _as_convert(convert: Any) -> Convert | None:
    return (float(convert[0]), float(convert[1])) if is_list(convert) else convert


def _mistakes(heading: object, pair: Any, quantities: Mapping[str, Quantity]) -> Iterator[FieldError]:
    path = f"columns[{short(heading)}]"
    known = [*FIELDS, *quantities]
    if not isinstance(heading, str) or len(pair) != 2:
        yield FieldError(path, pair, 'by heading, a name, or a pair such as ("role_interest", (1, 5))')
        return
    name: Any = pair[0]
    convert: Any = pair[1]
    if name is not None and name not in known:
        yield FieldError(path, name, "a field or quantity of an invitation, or None", nearest_name(name, known))
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


def known_headings(given: Given, quantities: Mapping[str, Quantity]) -> Callable[[str], bool]:
    """Return a function that tells whether a heading is one that is looked for."""

    @cache
    def known(heading: str) -> bool:
        return _plain(heading) in given or meaning_of(heading, quantities) is not None

    return known


def assigned(sheet: Sheet, given: Given, quantities: Mapping[str, Quantity]) -> tuple[list[InUse], list[TableColumn]]:
    """Decide which columns are read as what.

    Args:
        sheet: The table.
        given: What the user says of columns, as `checked` returns it.
        quantities: The quantities that a table can hold, by name.

    Returns:
        The columns that are read; and a report of those that are not, with the reason.

    Raises:
        InvalidInputError: The user names headings that the table has not.
    """
    headings = {_plain(heading) for heading in sheet.header}
    if missing := [heading for heading in given if heading not in headings]:
        has = "one of the headings " + ", ".join(map(short, sheet.header[:50]))
        mistakes = [FieldError("columns", name, has, nearest_name(name, headings)) for name in missing]
        raise InvalidInputError("table", mistakes)
    meant = {place: _meaning(heading, given, quantities) for place, heading in enumerate(sheet.header)}
    best = _best(meant)
    used: list[InUse] = []
    unused: list[TableColumn] = []
    for place, heading in enumerate(sheet.header):
        meaning, cells = meant[place], sheet.column(place)
        reason = _reason(place, heading, meaning, best, sheet, given)
        if meaning is None or reason:
            filled = sum(not is_blank(cell) for cell in cells)
            unused.append(TableColumn(heading, letter(place), reason=reason, filled=filled))
        else:
            convert = given.get(_plain(heading), (None, None))[1]
            read = reader_of(meaning, heading, cells, quantities.get(meaning.name), convert)
            used.append(InUse(place, heading, meaning, read))
    return used, unused


def _meaning(heading: str, given: Given, quantities: Mapping[str, Quantity]) -> Meaning | None:
    if _plain(heading) not in given:
        return meaning_of(heading, quantities)
    name = given[_plain(heading)][0]
    plain = meaning_of(heading, quantities)
    return None if name is None else Meaning(name, rank=-1, factor=plain.factor if plain else None)


def _best(meant: Mapping[int, Meaning | None]) -> dict[tuple[str, str], int]:
    """Return the place of the column that counts for each field, or end of one: the one with the plainest heading."""
    best: dict[tuple[str, str], int] = {}
    for place, meaning in sorted(meant.items(), key=lambda pair: (pair[1].rank if pair[1] else 0, pair[0])):
        if meaning is not None:
            best.setdefault((meaning.name, meaning.end), place)
    return best


def _reason(
    place: int,
    heading: str,
    meaning: Meaning | None,
    best: Mapping[tuple[str, str], int],
    sheet: Sheet,
    given: Given,
) -> str:
    """Say why a column is not used; empty if it is."""
    if meaning is None:
        return IGNORED if _plain(heading) in given else why_unused(heading)
    other = best[meaning.name, meaning.end]
    if meaning.end and (meaning.name, "") in best:
        other = best[meaning.name, ""]
    if other != place:
        return f"{meaning.name} is read from {short(sheet.header[other])}"
    if meaning.end and not {(meaning.name, "low"), (meaning.name, "high")} <= best.keys():
        return f"it is one end of a range of {meaning.name}, and there is no column with the other end"
    return ""


def in_table(quantities: Mapping[str, Quantity], of_the_seeker: Mapping[str, Quantity]) -> dict[str, Quantity]:
    """Return the quantities that a table of invitations can hold: the invitation's own, plugins', the model's."""
    others = {name: held for name, held in quantities.items() if name not in of_the_seeker and name not in NAMES}
    return {**others, **Invitation.own_quantities()}
