"""TableReading: the invitations read from a table, and everything that did not become one, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from ...display.page import Items, Page
from ...display.plain import Plain
from ...errors import CellError, short
from ...model.invitation import Invitation

__all__ = ["SkippedRow", "TableColumn", "TableReading", "TableRow"]

MOST_SHOWN = 20
"""The most mistakes, and the most skipped rows, that are shown; the reading itself has them all."""


@frozen
class TableColumn(Plain):
    """A column of a table, and how it was read.

    Args:
        heading: The heading above it; the second "Notes" is "Notes (2)", one without a heading "column C".
        letter: The letters that spreadsheet programs show above it.
        holds: The field or quantity that was read from it, with ``_low`` or ``_high`` if it is one end of a range;
            empty if it was not used.
        reason: Why it was not used; empty if it was.
        filled: In how many rows it has a value.
        read: In how many rows something was read from it.
        unread: Up to five of its texts that are no mistakes and from which nothing was read.
    """

    heading: str
    letter: str
    holds: str = ""
    reason: str = ""
    filled: int = 0
    read: int = 0
    unread: tuple[str, ...] = ()


@frozen
class TableRow(Plain):
    """A row that is an invitation.

    Args:
        number: Its number, as spreadsheet programs show it, from 1.
        invitation: Its invitation, each value with its row and column in ``read_from``.
    """

    number: int
    invitation: Invitation


@frozen
class SkippedRow(Plain):
    """A row that is no invitation and has no mistake.

    Args:
        number: Its number, as spreadsheet programs show it, from 1.
        reason: Why it is no invitation.
    """

    number: int
    reason: str


@frozen
class TableReading(Plain):
    """What was read from a table, by `read_table`. Every row below the header is in one of the three lists.

    Args:
        source: The table's name: the file, and for a workbook the sheet in it.
        rows: The rows that are invitations.
        errors: Every mistake in the other rows, each with its row, column, value and what is allowed.
        skipped: The rows that are neither, each with the reason; empty rows are not counted.
        columns: All columns, in their order.
        notes: What was left out or chosen while the table was opened.
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
        """The columns that were not read, each with the reason."""
        return tuple(column for column in self.columns if not column.holds)

    def _page(self) -> Page:
        """Return the page of the reading: the counts, the columns, the mistakes and the skipped rows."""
        bad = len({error.row for error in self.errors})
        counts = [f"{len(self.rows):,} {'invitation' if len(self.rows) == 1 else 'invitations'}"]
        counts += [f"{bad:,} {'row' if bad == 1 else 'rows'} with mistakes"] if bad else []
        counts += [f"{len(self.skipped):,} skipped"] if self.skipped else []
        parts = (
            Items("Columns used", tuple(map(_use_of, self.used))),
            Items("Columns not used", tuple(f"{short(column.heading)}: {column.reason}" for column in self.unused)),
            Items("Mistakes", _shortened([str(error) for error in self.errors])),
            Items("Rows skipped", _shortened([f"row {row.number}: {row.reason}" for row in self.skipped])),
            Items("Notes", self.notes),
        )
        return Page(f"{self.source}: {', '.join(counts)}", parts=parts)


def _use_of(column: TableColumn) -> str:
    use = f"{short(column.heading)} → {column.holds}, in {column.read:,} of {column.filled:,}"
    return f"{use}; nothing in {', '.join(map(short, column.unread))}" if column.unread else use


def _shortened(entries: Sequence[str]) -> tuple[str, ...]:
    more = len(entries) - MOST_SHOWN
    return (*entries[:MOST_SHOWN], f"… and {more:,} more") if more > 0 else tuple(entries)
