"""Central values of the built-in criteria, beside the same formulas fused by hand with numba and in Polars.

All in memory, in one process, turn by turn; the least of nine. Ours also checks every cell, and says the verdict, what
was assumed and what is wrong, which the others do not. All must give the same numbers, or this ends with an error.

The share of the memory bandwidth: what is read (the columns in) and written (the columns of hours) in a
second, as a share of what a plain copy of the columns in reads and writes in a second on all cores. `--rows 100000`
takes fewer rows.

Where our time goes is measured on one thread, table by table as the threads of a call take them: reading the columns,
working out the answers, and making a frame of them; beside it numba on one thread.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import narwhals as nw
import numpy as np
import polars as pl
from _by_hand import NAMES, arrays_of, fused, lazy
from _invitations import CRITERIA, EVALUATOR, SEEKER, evaluated, invitations
from _measure import begin, in_turns, keep, once, option, table

from interview_value.frames.answer_columns import AnswerColumns
from interview_value.frames.frame_evaluator import ROWS_AT_MEDIANS, PartEvaluation
from interview_value.frames.invitation_table import InvitationTable, read_frame
from interview_value.frames.options import TableOptions
from interview_value.frames.table_evaluator import TableEvaluator

ROUNDS = 3
ALONE = 2_000_000
"""Rows on one thread."""

PACKAGES = ("numpy", "scipy", "narwhals", "polars", "numba")
GOALS = {"numba": 1.5, "polars": 1.0}
"""How many times as long as these ours may take."""

TOLERANCE = 1e-9
"""Hours that the same formulas may differ by, because their terms are added in another order."""


def same_numbers(ours: pl.DataFrame, theirs: dict[str, dict[str, Any]]) -> dict[str, float]:
    """Return the largest difference of each from ours, in hours.

    Raises:
        SystemExit: One of them works out something else.
    """
    apart = {
        who: max(float(np.abs(np.asarray(columns[name]) - ours[name].to_numpy()).max()) for name in NAMES)
        for who, columns in theirs.items()
    }
    if wrong := [who for who, most in apart.items() if not most <= TOLERANCE]:
        raise SystemExit(f"not the same numbers as ours: {wrong}, {apart}")
    return apart


def copied(columns: Sequence[np.ndarray[Any, Any]]) -> Callable[[], object]:
    """Return a call that copies columns on all cores, to where there is something already."""
    cores = os.cpu_count() or 1
    pairs = [
        pair
        for column in columns
        for pair in zip(np.array_split(np.ones_like(column), cores), np.array_split(column, cores), strict=True)
    ]
    pool = ThreadPoolExecutor(cores)
    return lambda: list(pool.map(lambda pair: np.copyto(*pair), pairs))


def by_part(frame: pl.DataFrame) -> dict[str, float]:
    """Return the seconds on one thread of each part of a call, the least of a few."""
    held = nw.from_native(frame, eager_only=True)
    options = TableOptions(SEEKER, EVALUATOR, draws=0, questions=False)
    evaluator = TableEvaluator.of(options).for_columns(tuple(held.columns))
    parts = [held[start : start + ROWS_AT_MEDIANS] for start in range(0, len(held), ROWS_AT_MEDIANS)]

    def read() -> list[InvitationTable]:
        return [read_frame(part, evaluator.headings, evaluator.plan, evaluator.seeker, texts=False) for part in parts]

    def work() -> list[AnswerColumns]:
        made = [AnswerColumns(each.rows, evaluator.plan.scorer, central=True) for each in tables]
        for each, answers in zip(tables, made, strict=True):
            PartEvaluation(evaluator, each, answers, None).fill()
        return made

    tables = read()
    done = work()
    calls = {
        "reading the columns": read,
        "working out the answers": work,
        "making a frame of them": lambda: [answers.frame(held.implementation) for answers in done],
    }
    return in_turns(calls, ROUNDS)


def numba_alone(call: Callable[[], object]) -> float:
    """Return the seconds that numba takes on one thread."""
    import numba

    numba.set_num_threads(1)
    try:
        return in_turns({"numba": call}, ROUNDS)["numba"]
    finally:
        numba.set_num_threads(numba.config.NUMBA_NUM_THREADS)


def main() -> None:
    """Measure, print, and keep if asked."""
    number = option("--rows", 10_000_000)
    begin(f"Central values, {len(CRITERIA)} criteria, {number:,} rows in memory", *PACKAGES)
    frame = invitations(number)
    arrays, numba = arrays_of(frame), fused()
    compiling = once(lambda: numba(*arrays_of(frame[:1])))
    answers = evaluated(frame, 0)
    apart = same_numbers(answers, {"numba": numba(*arrays), "polars": lazy(frame).collect().to_dict(as_series=True)})
    del answers
    read = sum(column.nbytes for column in arrays)
    calls = {
        "ours": lambda: evaluated(frame, 0),
        "numba": lambda: numba(*arrays),
        "polars": lambda: lazy(frame).collect(),
        "copy": copied(arrays),
    }
    seconds = in_turns(calls, ROUNDS)
    moved = {who: read + (read if who == "copy" else 8 * len(NAMES) * number) for who in calls}
    bandwidth = {who: moved[who] / seconds[who] for who in calls}
    ratios = {who: seconds["ours"] / seconds[who] for who in GOALS}
    table([(who, number / seconds[who] / 1e6, f"M rows/s, {bandwidth[who] / 1e9:.1f} GB/s") for who in calls])
    table([("share of the memory bandwidth", 100 * bandwidth["ours"] / bandwidth["copy"], "%")])
    table([(f"ours, in times of {who}", ratios[who], f"goal: at most {GOALS[who]}") for who in GOALS])
    print(f"  largest difference, hours: {', '.join(f'{who} {most:.0e}' for who, most in apart.items())}")
    alone = {**by_part(frame[:ALONE]), "numba, all of it": numba_alone(lambda: numba(*(a[:ALONE] for a in arrays)))}
    alone = {part: taken / min(ALONE, number) for part, taken in alone.items()}
    table([(f"one thread: {part}", 1e9 * taken, "ns a row") for part, taken in alone.items()])
    table([("numba, compiling", compiling, "s")])
    found = {
        "compiling": compiling,
        "alone": alone,
        "seconds": seconds,
        "bytes_a_second": bandwidth,
        "ratios": ratios,
        "apart": apart,
    }
    keep("frames_central", {"rows": number, **found}, *PACKAGES)


if __name__ == "__main__":
    main()
