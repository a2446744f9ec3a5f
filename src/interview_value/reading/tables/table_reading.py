"""What comes out of a table: the invitations in it, and everything that did not become one, with the reason."""

from __future__ import annotations

from attrs import field, frozen

from ...display.showing import Showing
from ...errors import CellError
from ...model.invitation import Invitation

__all__ = ["SkippedRow", "TableColumn", "TableReading", "TableRow"]


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
