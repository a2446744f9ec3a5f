"""File summary: what came out for a file of invitations, in a few numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from ...display.plain import Plain
from ...outcome.contributions import Verdict

__all__ = ["FileSummary", "RowError", "Tally"]

SHOWN = 5
"""How many errors are shown."""


@frozen
class RowError(Plain):
    """What is wrong with a row, or failed in it.

    Args:
        row: Its number, from 1, without the heading.
        error: Why, in words.
    """

    row: int
    error: str


@frozen(kw_only=True)
class FileSummary(Plain):
    """What came out for a file of invitations.

    Args:
        source: The file that was read.
        target: The file that was written.
        rows: How many rows both have.
        resumed: How many of them an interrupted earlier run had finished.
        verdicts: How many rows have each verdict, by its name.
        unsettled: How many rows have no verdict: those with an error, and without questions those that depend on one.
        errors: How many rows have an error.
        first_errors: The first of them.
        seconds: How long it took, seconds, all of it.
    """

    source: str
    target: str
    rows: int
    resumed: int
    verdicts: Mapping[str, int]
    unsettled: int
    errors: int
    first_errors: tuple[RowError, ...]
    seconds: float

    @property
    def rows_per_second(self) -> float:
        """How many rows a second were evaluated, those of the earlier run left out."""
        return (self.rows - self.resumed) / self.seconds

    def to_dict(self) -> dict[str, Any]:
        """Return plain, JSON-ready data."""
        return {**super().to_dict(), "rows_per_second": self.rows_per_second}

    def __str__(self) -> str:
        pace = f"{self.rows - self.resumed:,} rows in {self.seconds:.1f} s, {self.rows_per_second:,.0f} a second"
        earlier = f"; {self.resumed:,} were finished before" if self.resumed else ""
        counts = {**self.verdicts, "no verdict": self.unsettled}
        width = max(len(f"{count:,}") for count in counts.values())
        lines = [f"{self.rows:,} rows written to {self.target} ({pace}{earlier})"]
        lines += [f"  {count:>{width},}  {name.replace('_', ' ')}" for name, count in counts.items()]
        if self.errors:
            shown = "" if self.errors == len(self.first_errors) else ", the first of them"
            who = "1 row has" if self.errors == 1 else f"{self.errors:,} rows have"
            lines.append(f"{who} an error{shown}:")
            lines += [f"  row {item.row:,}: {item.error}" for item in self.first_errors]
        return "\n".join(lines)


class Tally:
    """Counts of the answers that were written so far."""

    def __init__(self) -> None:
        self.rows: int = 0
        self._verdicts: Counter[str | None] = Counter()
        self._errors = 0
        self._first: list[RowError] = []

    def add(self, table: Any) -> None:
        """Count the answers to the next rows, an Arrow table."""
        for count in table["verdict"].value_counts().to_pylist():
            self._verdicts[count["values"]] += count["counts"]
        for row, error in enumerate(table["error"].to_pylist(), start=self.rows + 1):
            if error:
                self._errors += 1
                self._first += [RowError(row, error)][: SHOWN - len(self._first)]
        self.rows += table.num_rows

    def summary(self, source: str, target: str, resumed: int, seconds: float) -> FileSummary:
        """Return the counts of all rows as a summary.

        Args:
            source: The file that was read.
            target: The file that was written.
            resumed: How many rows an earlier run had finished.
            seconds: How long this run took, seconds.
        """
        return FileSummary(
            source=source,
            target=target,
            rows=self.rows,
            resumed=resumed,
            verdicts={verdict.value: self._verdicts[verdict.value] for verdict in Verdict},
            unsettled=self._verdicts[None],
            errors=self._errors,
            first_errors=tuple(self._first),
            seconds=seconds,
        )
