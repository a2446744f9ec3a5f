"""What comes out of a table: the invitations in it, and everything that did not become one, with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from ...display.page import Items, Page
from ...display.showing import Showing
from ...errors import CellError, short
from ...model.invitation import Invitation

__all__ = ["SkippedRow", "TableColumn", "TableReading", "TableRow"]


MOST = 20
"""The most rows of a kind that are shown; all are in the reading itself."""


@frozen
class TableColumn:
    """A column of a table, and what became of it.

    Args:
        heading: Its heading; the second "Notes" is "Notes (2)", one without a heading "column C".
        letter: The letters that programs show above it.
        holds: The field or quantity that was read from it, with ``_low`` or ``_high`` if it is one end of a range;
            empty if it was not used.
        reason: Why it was not used; empty if it was.
        filled: In how many rows anything stands in it.
        read: In how many rows something was read from it.
        unread: Up to five of its texts from which nothing was read, though they are no mistakes.
    """

    heading: str
    letter: str
    holds: str = ""
    reason: str = ""
    filled: int = 0
    read: int = 0
    unread: tuple[str, ...] = ()


@frozen
class TableRow:
    """A row that is an invitation.

    Args:
        number: Its number, as programs show it.
        invitation: The invitation, each value with its row and column in ``read_from``.
    """

    number: int
    invitation: Invitation


@frozen
class SkippedRow:
    """A row that is no invitation, and no mistake.

    Args:
        number: Its number, as programs show it.
        reason: Why it is none.
    """

    number: int
    reason: str


@frozen
class TableReading(Showing):
    """What was read from a table, by `read_table`. Every row below the header is in one of the three lists.

    Args:
        source: The table: the file, and for a workbook the sheet in it.
        rows: The rows that are invitations.
        errors: Every mistake in the other rows, each with its row, column, value and what is allowed.
        skipped: The rows that are neither, each with the reason; empty rows are not counted.
        columns: All columns, in their order.
        notes: What was chosen on the way.
    """

    source: str
    rows: tuple[TableRow, ...] = field(repr=False)
    errors: tuple[CellError, ...] = field(repr=False)
    skipped: tuple[SkippedRow, ...] = field(repr=False)
    columns: tuple[TableColumn, ...] = field(repr=False)
    notes: tuple[str, ...] = ()

    @property
    def invitations(self) -> tuple[Invitation, ...]:
        """The invitations, in the order of their rows."""
        return tuple(row.invitation for row in self.rows)

    @property
    def used(self) -> tuple[TableColumn, ...]:
        """The columns that were read, each with what it holds."""
        return tuple(column for column in self.columns if column.holds)

    @property
    def unused(self) -> tuple[TableColumn, ...]:
        """The columns that were not, each with the reason."""
        return tuple(column for column in self.columns if not column.holds)

    def _page(self) -> Page:
        return _page_of(self)


def _page_of(reading: TableReading) -> Page:
    """Return the page that shows what was read from a table."""
    return Page(_headline(reading), parts=tuple(_lists(reading)))


def _headline(reading: TableReading) -> str:
    bad = len({error.row for error in reading.errors})
    counts = [f"{len(reading.rows):,} {'invitation' if len(reading.rows) == 1 else 'invitations'}"]
    counts += [f"{bad:,} {'row' if bad == 1 else 'rows'} with mistakes"] if bad else []
    counts += [f"{len(reading.skipped):,} skipped"] if reading.skipped else []
    return f"{reading.source}: {', '.join(counts)}"


def _lists(reading: TableReading) -> Iterator[Items]:
    """Yield what there is to tell, each part with its heading."""
    yield Items("Columns used", tuple(map(_use, reading.used)))
    yield Items("Columns not used", tuple(f"{short(column.heading)}: {column.reason}" for column in reading.unused))
    yield Items("Mistakes", _first([str(error) for error in reading.errors]))
    yield Items("Rows skipped", _first([f"row {row.number}: {row.reason}" for row in reading.skipped]))
    yield Items("Notes", reading.notes)


def _use(column: TableColumn) -> str:
    use = f"{short(column.heading)} → {column.holds}, in {column.read:,} of {column.filled:,}"
    return f"{use}; nothing in {', '.join(map(short, column.unread))}" if column.unread else use


def _first(entries: Sequence[str]) -> tuple[str, ...]:
    more = len(entries) - MOST
    return (*entries[:MOST], f"… and {more:,} more") if more > 0 else tuple(entries)
