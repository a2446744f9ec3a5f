"""Rows a second of `iv.frames.evaluate`, against a Python loop over objects on the same rows in the same run.

`--most 100000` stops at fewer rows. With draws, the verdicts that hang on questions are left open (questions=False) on
both sides: the loop asks for the net value, its range and the confidence.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

import _measure
import numpy as np
import polars as pl

import interview_value as iv

MOST = int(sys.argv[sys.argv.index("--most") + 1]) if "--most" in sys.argv else 1_000_000
IN_LOOP = 500
"""Rows that the loop is given at most; it takes the same for each."""

EVALUATOR = iv.Evaluator(discover=False)
SEEKER = iv.Seeker(upcoming_interviews=4, mindset=0.7, job_worth=200)


def rows(number: int) -> pl.DataFrame:
    """Return rows that know a stage and seven quantities, one of them as a range."""
    random = np.random.default_rng(5618)
    low = random.uniform(0.5, 2, number)
    return pl.DataFrame(
        {
            "stage": random.choice(["screen", "first", "onsite", "final"], number),
            "role_interest": random.random(number),
            "organization_interest": random.random(number),
            "clarity": random.random(number),
            "preparation": random.uniform(0.5, 8, number),
            "travel": random.uniform(0, 3, number),
            "people_met": random.integers(1, 6, number),
            "duration_low": low,
            "duration_high": low + random.random(number),
        }
    )


def loop(frame: pl.DataFrame, draws: int) -> None:
    """Make an invitation of each row and evaluate it."""
    evaluator = iv.Evaluator(discover=False, draws=draws or 1)
    for row in frame.iter_rows(named=True):
        duration = (row.pop("duration_low"), row.pop("duration_high"))
        evaluation = evaluator.evaluate(iv.Invitation(**row, duration=duration), SEEKER)
        _ = evaluation.expected_net if draws == 0 else (evaluation.net, evaluation.confidence)


def rate(number: int, call: Callable[[], Any]) -> float:
    """Return rows a second, of the best of three calls."""
    seconds = []
    for _ in range(3):
        started = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - started)
    return number / min(seconds)


def main() -> None:
    """Measure and print."""
    _measure.begin("Dataframes, rows a second", "numpy", "scipy", "narwhals", "polars")
    found: dict[str, float] = {}
    for draws in (0, 256):
        frame = rows(IN_LOOP)
        found[f"loop, draws={draws}"] = alone = rate(IN_LOOP, lambda f=frame, d=draws: loop(f, d))  # type: ignore[misc]
        lines = [(f"draws={draws}, a loop over objects", alone, "rows/s")]
        for number in (1_000, 10_000, 100_000, 1_000_000):
            if number <= MOST:
                frame = rows(number)
                options: dict[str, Any] = {"evaluator": EVALUATOR, "draws": draws, "questions": False}
                fast = rate(number, lambda f=frame, o=options: iv.frames.evaluate(f, SEEKER, **o))  # type: ignore[misc]
                found[f"{number} rows, draws={draws}"] = fast
                note = f"rows/s, {fast / alone:,.0f} times the loop, {fast * max(draws, 1) / 1e6:,.1f} M row-draws/s"
                lines.append((f"draws={draws}, {number:,} rows", fast, note))
        _measure.table(lines)
    few = rows(200)
    asked = rate(200, lambda: iv.frames.evaluate(few, SEEKER, evaluator=EVALUATOR, draws=256))
    found["200 rows, draws=256, questions"] = asked
    _measure.table([("draws=256, 200 rows, with the questions", asked, "rows/s")])
    _measure.keep("frames", found)


if __name__ == "__main__":
    main()
