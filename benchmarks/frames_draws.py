"""The full answer with 256 draws: row-draws a second, and the peak of memory beside what the table takes.

With `questions=False`, which leaves out the ways and questions, and with them the verdict; what those cost is measured
on a few rows beside it. The memory is that of a process of its own, which holds the table (the columns in, and
in the end those out): the peak of what is resident during the call, less what was before there was any table.
`--rows 10000` takes fewer rows.
"""

from __future__ import annotations

import polars as pl
from _invitations import EVALUATOR, SEEKER, evaluated, invitation, invitations, memory
from _measure import apart, begin, in_turns, keep, option, table

DRAWS = 256
ROUNDS = 1
FEW = 200
"""Rows for what takes long: the loop, and the questions."""

MOST_MEMORY, LEAST_ROW_DRAWS = 1.5, 20e6
PACKAGES = ("numpy", "scipy", "narwhals", "polars")


def one_by_one(frame: pl.DataFrame) -> None:
    """Make an object of each row and look at what the answer has, the verdict left out."""
    for row in frame.iter_rows(named=True):
        evaluation = EVALUATOR.evaluate(invitation(row), SEEKER)
        _ = evaluation.net, evaluation.confidence


def main() -> None:
    """Measure, print, and keep if asked."""
    number = option("--rows", 1_000_000)
    begin(f"Full answer, {DRAWS} draws, {number:,} rows", *PACKAGES)
    frame, few = invitations(number), invitations(FEW)
    seconds = in_turns({"ours": lambda: evaluated(frame, DRAWS)}, ROUNDS)["ours"]
    calls = {"loop": lambda: one_by_one(few), "questions": lambda: evaluated(few, DRAWS, questions=True)}
    rates = {"ours": number / seconds, **{who: FEW / taken for who, taken in in_turns(calls, ROUNDS).items()}}
    sizes = apart(memory, number, DRAWS)
    ratio = sizes["peak"] / (sizes["in"] + sizes["out"])
    table(
        [
            ("row-draws", number * DRAWS / seconds / 1e6, f"M/s, goal: at least {LEAST_ROW_DRAWS / 1e6:.0f}"),
            ("rows", rates["ours"], f"rows/s, {seconds:.1f} s"),
            ("a loop over objects", rates["loop"], "rows/s"),
            ("with the questions", rates["questions"], "rows/s"),
            ("columns in", sizes["in"] / 1e6, "MB"),
            ("columns out", sizes["out"] / 1e6, "MB"),
            ("peak", sizes["peak"] / 1e6, f"MB, {ratio:.2f} times both; goal: at most {MOST_MEMORY}"),
        ]
    )
    found = {"seconds": seconds, "row_draws": number * DRAWS / seconds, "rows_a_second": rates}
    keep("frames_draws", {"rows": number, "draws": DRAWS, **found, "bytes": sizes, "memory": ratio}, *PACKAGES)


if __name__ == "__main__":
    main()
