"""What a user would pick instead of `iv.frames.evaluate`, on the same rows, from one row to ten million.

* ours: `evaluate` with `draws=0` (every quantity at its median) and with 256 draws (`questions=False`).
* A loop that makes an object of each row and evaluates it, with one draw (every quantity at its median) and with 256.
* The same central values by formulas written by hand for this very table: as a function of a row in pandas' `apply`, as
  expressions of Polars, and in a loop compiled by numba. These check nothing and know no empty cell.
* scikit-criteria's and pymcdm's weighted sum of the criteria, which are given as numbers. They do far less: no model,
  no ranges, no verdict, and the score of a row hangs on the others. They take no negative hours, so those are put to 0.

The clock runs around the call alone: each starts from the rows in the form that it likes. A call that would take more
than a minute if it grew with the rows is left out, with that as the reason. `--most 100000` stops at fewer rows.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import polars as pl
from _by_hand import COLUMNS, arrays_of, fused, lazy, one_row
from _invitations import CRITERIA, EVALUATOR, SEEKER, evaluated, invitation, invitations
from _measure import begin, keep, microseconds, once, option

import interview_value as iv

SIZES = (1, 1_000, 100_000, 1_000_000, 10_000_000)
LONGEST = 60.0
"""Seconds that a call may take."""

PACKAGES = ("numpy", "scipy", "narwhals", "polars", "pandas", "numba", "scikit-criteria", "pymcdm")
WEIGHTS = tuple(1 / len(CRITERIA) for _ in CRITERIA)
SIGNS = tuple(1 if EVALUATOR.scorers[place].kind == "benefit" else -1 for place in range(len(CRITERIA)))

Call = Callable[[], object]


def ours(draws: int) -> Callable[[pl.DataFrame], Call]:
    """Return what prepares a call of ours."""
    return lambda frame: lambda: evaluated(frame, draws)


def loop(draws: int) -> Callable[[pl.DataFrame], Call]:
    """Return what prepares a loop over the rows as plain data, which makes an object of each."""
    evaluator = iv.Evaluator(discover=False, draws=draws)

    def net(row: dict[str, object]) -> object:
        evaluation = evaluator.evaluate(invitation(row), SEEKER)
        return evaluation.net, evaluation.confidence

    def prepare(frame: pl.DataFrame) -> Call:
        rows = frame.to_dicts()
        return lambda: [net(row) for row in rows]

    return prepare


def applied(frame: pl.DataFrame) -> Call:
    """Prepare pandas' `apply`."""
    pandas = frame.with_columns(frame["stage"].to_physical()).to_pandas()

    def formulas(row: Any) -> tuple[float, ...]:
        return one_row(int(row["stage"]), *(row[name] for name in COLUMNS))

    return lambda: pandas.apply(formulas, axis=1, result_type="expand")


def expressions(frame: pl.DataFrame) -> Call:
    """Prepare a query of Polars."""
    return lambda: lazy(frame).collect()


def compiled(frame: pl.DataFrame) -> Call:
    """Prepare a loop that numba has compiled."""
    arrays = arrays_of(frame)
    COMPILED(*arrays_of(frame[:1]))  # which compiles it
    return lambda: COMPILED(*arrays)


COMPILED = fused()


def matrix_of(frame: pl.DataFrame) -> np.ndarray[Any, Any]:
    """Return the hours of the criteria, none of them negative."""
    hours = COMPILED(*arrays_of(frame))
    return np.maximum(np.column_stack([hours[name] for name in CRITERIA]), 1e-9)


def scikit_criteria(frame: pl.DataFrame) -> Call:
    """Prepare scikit-criteria's weighted sum, which takes benefits only: costs become what remains to the dearest."""
    from skcriteria import mkdm
    from skcriteria.agg.simple import WeightedSumModel

    matrix, method = matrix_of(frame), WeightedSumModel()
    benefits = np.where(np.array(SIGNS) > 0, matrix, matrix.max(axis=0) - matrix)
    return lambda: method.evaluate(mkdm(benefits, [max] * len(SIGNS), weights=WEIGHTS))


def pymcdm(frame: pl.DataFrame) -> Call:
    """Prepare pymcdm's weighted sum."""
    from pymcdm.methods import WSM

    matrix, method = matrix_of(frame), WSM()
    return lambda: method(matrix, np.array(WEIGHTS), np.array(SIGNS))


CONTENDERS: dict[str, Callable[[pl.DataFrame], Call]] = {
    "evaluate, draws=0": ours(0),
    "evaluate, 256 draws": ours(256),
    "loop over objects, 1 draw": loop(1),
    "loop over objects, 256 draws": loop(256),
    "pandas apply, by hand": applied,
    "Polars, by hand": expressions,
    "numba, by hand": compiled,
    "scikit-criteria, weighted sum": scikit_criteria,
    "pymcdm, weighted sum": pymcdm,
}


def seconds_of(call: Call) -> float:
    """Return the median seconds of a quick call, the least of a few of a slow one."""
    first = once(call)
    if first < 0.1:
        return microseconds(call) / 1e6
    return min([first, *(once(call) for _ in range(3 if first < 5 else 0))])


def measured(sizes: tuple[int, ...]) -> dict[str, dict[str, float | str]]:
    """Return the seconds of each contender at each size, or why there are none."""
    found: dict[str, dict[str, float | str]] = {name: {} for name in CONTENDERS}
    last: dict[str, tuple[float, int]] = {}
    for size in sizes:
        frame = invitations(size)
        for name, prepare in CONTENDERS.items():
            taken, before = last.get(name, (0.0, 1))
            if taken * size / before > LONGEST and before > 1:
                found[name][str(size)] = "over a minute"
                continue
            found[name][str(size)] = seconds = seconds_of(prepare(frame))
            last[name] = seconds, size
            print(f"  {size:>10,} rows  {name:<32} {seconds:>12.6f} s", flush=True)
    return found


def main() -> None:
    """Measure, print, and keep if asked."""
    warnings.simplefilter("ignore")  # some warn, at every call, that one alternative is few
    begin("A table of invitations by different means, seconds a call", *PACKAGES)
    sizes = tuple(size for size in SIZES if size <= option("--most", SIZES[-1]))
    found = measured(sizes)
    keep("frames_beside_others", {"seconds": found}, *PACKAGES)


if __name__ == "__main__":
    main()
