"""A table of invitations for the benchmarks of dataframes, the person whom they reach, and the call that is measured.

Eight numbers and the stage of each invitation are known, one quantity as a range, so that every built-in criterion has
something to work out in every row. The table is made anew from a seed, and never stored.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl
from _measure import peak, resident

import interview_value as iv

STAGES = ("screen", "first", "onsite", "final")
SEEKER = iv.Seeker(upcoming_interviews=4, mindset=0.7, job_worth=200)
EVALUATOR = iv.Evaluator(discover=False)
CRITERIA = tuple(scorer.name for scorer in EVALUATOR.scorers)
SUMS = ("benefit", "cost", "net")


def invitations(number: int, seed: int = 5618) -> pl.DataFrame:
    """Return a table of so many invitations, without an empty cell."""
    random = np.random.default_rng(seed)
    low = random.uniform(0.5, 2, number)
    return pl.DataFrame(
        {
            "stage": pl.Series(STAGES, dtype=pl.Enum(STAGES)).gather(random.integers(0, len(STAGES), number)),
            "would_accept": random.uniform(0, 0.9, number),
            "organization_interest": random.random(number),
            "travel": random.uniform(0, 3, number),
            "people_met": random.integers(1, 6, number).astype(float),
            "duration_low": low,
            "duration_high": low + random.random(number),
            "resemblance": random.random(number),
            "openings": random.uniform(0.1, 6, number),
        }
    )


def invitation(row: dict[str, object]) -> iv.Invitation:
    """Return a row of the table as an object."""
    said = dict(row)
    duration = (said.pop("duration_low"), said.pop("duration_high"))
    return iv.Invitation(**said, duration=duration)  # type: ignore[arg-type]


def evaluated(frame: Any, draws: int, *, questions: bool = False) -> Any:
    """Return the answers to a table."""
    return iv.frames.evaluate(frame, SEEKER, evaluator=EVALUATOR, draws=draws, questions=questions)


def memory(number: int, draws: int) -> dict[str, int]:
    """Return the bytes of the columns in, of those out, and of the peak during the call; for a process of its own.

    The peak is what is resident beyond what was before there was any table, so both are part of it.
    """
    evaluated(invitations(200), draws)  # what is loaded when it is first needed is no table
    before = resident()
    frame = invitations(number)
    answers = []
    most = peak(lambda: answers.append(evaluated(frame, draws))) - before
    return {"in": int(frame.estimated_size()), "out": int(answers[0].estimated_size()), "peak": most}
