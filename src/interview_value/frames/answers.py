"""Answers: what comes out for each row, before it becomes a frame of the caller's kind."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import narwhals as nw
import numpy as np

from ..evaluation import Evaluation, Verdict
from ..handover import frame_of
from ..plan import Plan
from ..quantity import DerivedPrior
from ..rows import NUMBERS, heading
from .block import Sums
from .cells import Codes, Floats
from .table import Table

__all__ = ["Answers", "assumed_in", "native_of"]

VERDICTS = (None, *(verdict.value for verdict in Verdict))
ATTEND, ASK_FIRST, DECLINE = (VERDICTS.index(v.value) for v in (Verdict.ATTEND, Verdict.ASK_FIRST, Verdict.DECLINE))
UNSETTLED = 0
RANGED = ("net_low", "net_high", "confidence")
"""What there is not where every quantity is at its median."""


class Answers:
    """The answers of all rows, filled in block by block; NaN stands for what there is not.

    Args:
        rows: How many rows there are.
        scorers: The names of the scorers.
        central: Whether every quantity is at its median, so that there are no ranges.
    """

    def __init__(self, rows: int, scorers: tuple[str, ...], *, central: bool) -> None:
        names = [*map(heading, scorers), *NUMBERS]
        self._central = central
        self.numbers: dict[str, Floats] = {name: np.full(rows, math.nan) for name in names}
        self.verdicts: np.ndarray[Any, np.dtype[np.int8]] = np.zeros(rows, np.int8)
        self.errors: list[str] = [""] * rows

    def put(self, rows: Codes, sums: Sums, verdicts: Any, error: str) -> None:
        """Fill in what came out for some rows at once."""
        net = sums.benefit - sums.cost
        share = np.where(net > 0, sums.positive, 1 - sums.positive)
        found = (sums.benefit, sums.cost, net, sums.low, sums.high, np.where(sums.vetoed, 1.0, share))
        self._write(rows, sums.means, found)
        self.verdicts[rows] = verdicts
        if error:
            for row in rows:
                self.errors[row] = error

    def put_one(self, row: int, evaluation: Evaluation, *, settled: bool) -> None:
        """Fill in what came out for one row by itself.

        Args:
            row: The row.
            evaluation: Its evaluation.
            settled: Whether the verdict is worked out even if it hangs on the questions.
        """
        e = evaluation
        self._write(
            row,
            {item.name: item.mean for item in e.contributions},
            (e.benefit.mean, e.cost.mean, *e.net, e.confidence),
        )
        self.verdicts[row] = VERDICTS.index(e.verdict.value) if settled else UNSETTLED
        self.errors[row] = "; ".join(e.errors)

    def _write(self, rows: Any, means: Mapping[str, Any], found: tuple[Any, ...]) -> None:
        for name, mean in means.items():
            self.numbers[heading(name)][rows] = mean
        for name, value in zip(NUMBERS, found, strict=True):
            if not (self._central and name in RANGED):
                self.numbers[name][rows] = value


def assumed_in(table: Table, plan: Plan) -> list[str | None]:
    """Name in words what was assumed in each row; None where the row cannot be used."""
    varying = [name for name in plan.quantities if name in table.own and not table.columns[name].known.all()]
    codes = np.zeros(table.rows, np.intp)
    patterns: list[tuple[bool, ...]] = [()]
    for name in varying:
        # The patterns so far, each with this quantity known or not; only those that occur are kept.
        pairs, codes = np.unique(2 * codes + table.columns[name].known, return_inverse=True)
        patterns = [(*patterns[pair // 2], bool(pair % 2)) for pair in pairs.tolist()]
    always = {name for name in table.columns if name not in varying}
    words = [
        "; ".join(_assumed(plan, always | {name for name, known in zip(varying, pattern, strict=True) if known}))
        for pattern in patterns
    ]
    return [None if bad else words[code] for bad, code in zip(table.bad.tolist(), codes.tolist(), strict=True)]


def _assumed(plan: Plan, known: set[str]) -> list[str]:
    """Return the names of what was used and nobody gave, as `Evaluation.assumed` has them."""
    used = {name for criterion in (*plan.scorers, *plan.gates) for name in criterion.reads}
    for name in tuple(used - known & plan.order.keys()):
        prior = plan.known[name].prior
        if isinstance(prior, DerivedPrior) and name in plan.order:
            used.update(prior.reads)
    return sorted(used - known)


def native_of(answers: Answers, assumed: list[str | None], like: nw.DataFrame[Any]) -> Any:
    """Return the answers as a frame of the same kind and with the same index as another.

    Args:
        answers: The answers.
        assumed: What was assumed, in words.
        like: The other frame.
    """
    texts: dict[str, Any] = {
        "verdict": [VERDICTS[code] for code in answers.verdicts.tolist()],
        "assumed": assumed,
        "error": answers.errors,
    }
    frame = frame_of({**answers.numbers, **texts}, like.implementation)
    index = nw.maybe_get_index(like)
    native = frame.to_native()
    if index is not None:
        native.index = index
    return native
