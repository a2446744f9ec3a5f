"""Job: the work of a call, table by table and block by block, on as many threads as there are cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import narwhals as nw
import numpy as np
from attrs import field, frozen

from ..errors import InvalidInputError
from ..evaluation.evaluation import Evaluation
from ..evaluation.evaluator import Evaluator, for_tables
from ..outcome.analysis.questions import knowing_everything
from ..scoring.criterion import SIGNS
from ..scoring.values import Plan
from .answers import ASK_FIRST, ATTEND, DECLINE, UNSETTLED, Answers
from .assumed import name_assumed
from .block import Block
from .cells import Bools, Codes, Rows
from .drawn import priors_of
from .headings import Headings
from .sums import Sums, sums_of
from .table import Table, table_of
from .totals import Totals
from .worth import Worths, worths_of

__all__ = ["Job"]

CELLS = 131_072
"""Row-draws in a block: an array of them takes 1 MB; with fewer, threads wait for each other, with more, for memory."""

ROWS, ROWS_AT_MEDIANS = 16_384, CELLS
"""The most rows that are read at once, so that what is read of them is no second table."""

FEWEST = 1_024
"""The fewest rows that are worth a thread."""

MARGIN = 1e-9
"""How far from the cost of asking the worth of knowing everything must stay to settle a row, relative."""

NEAR = 1e-8
"""How near the worth of a question may come to the cost of asking, hours, before the order of adding decides."""

T = TypeVar("T")


@frozen(eq=False)
class Job:
    """What one call asks for, of any frame with the same columns.

    Args:
        plan: Who reads what.
        headings: Which columns hold what.
        evaluator: What evaluates a row that must be looked at by itself.
        blank: The evaluation of an invitation of which nothing is known, for what all rows have in common.
        draws: The number of draws, or 0 for every quantity at its median.
        questions: Whether the verdict is worked out where it hangs on what a question is worth.
        one_by_one: Whether something cannot run on columns.
        texts: Whether anybody looks at the texts.
    """

    plan: Plan
    headings: Headings
    evaluator: Evaluator
    blank: Evaluation
    draws: int
    questions: bool
    one_by_one: bool
    texts: bool
    priors: Mapping[str, Any] = field(init=False)
    """The draws of the priors."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "priors", priors_of(self.plan, max(self.draws, 1)))

    def answers(self, frame: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
        """Return the answers of all rows of a frame, in a frame of the same library."""
        return nw.concat(self._each_part(frame, self._part))

    def surveyed(self, frame: nw.DataFrame[Any]) -> tuple[nw.DataFrame[Any], Totals]:
        """Return the answers of all rows of a frame, and what each question is worth over all of them."""
        totals = self._totals()

        def part(rows: nw.DataFrame[Any]) -> tuple[nw.DataFrame[Any], Totals]:
            own = self._totals()
            return self._part(rows, own), own

        start, frames = 0, list[nw.DataFrame[Any]]()
        for answers, own in self._each_part(frame, part):
            totals.merge(own, start)
            start += len(answers)
            frames.append(answers)
        return nw.concat(frames), totals

    def _totals(self) -> Totals:
        return Totals(self.plan, self.blank.asking_cost)

    def _each_part(self, frame: nw.DataFrame[Any], work: Callable[[nw.DataFrame[Any]], T]) -> list[T]:
        """Return what comes of each part of a frame, in their order; there is at least one."""
        workers = os.cpu_count() or 1
        size = min(ROWS if self.draws else ROWS_AT_MEDIANS, max(FEWEST, -(-len(frame) // workers)))
        parts = [frame[start : start + size] for start in range(0, len(frame), size)]
        with ThreadPoolExecutor(workers) as pool:
            return list(pool.map(work, parts or [frame]))

    def _part(self, frame: nw.DataFrame[Any], totals: Totals | None = None) -> nw.DataFrame[Any]:
        """Return the answers of some rows, and count what questions are worth in them."""
        answers = Answers(len(frame), self.plan.scorer, central=not self.draws)
        if len(frame):
            table = table_of(frame, self.headings, self.plan, self.blank.seeker, texts=self.texts)
            Work(self, table, answers, totals).do()
        return answers.frame(frame.implementation)


@frozen(eq=False)
class Work:
    """The work on one table.

    Args:
        job: What is asked for.
        table: What the rows say.
        answers: What comes out.
        totals: What questions are worth over the rows, if that is asked for.
    """

    job: Job
    table: Table
    answers: Answers
    totals: Totals | None

    def do(self) -> None:
        """Fill in the answers of all rows."""
        for row in np.flatnonzero(self.table.bad).tolist():
            self.answers.refuse(row, self.table.mistakes(row))
        for rows in self._blocks():
            self._settle(rows)
        name_assumed(self.table, self.job.plan, self.answers.assumed)

    def _blocks(self) -> Iterator[Rows]:
        """Yield the rows of each block: one after the other, or those among them that can be used."""
        size = max(1, CELLS // max(self.job.draws, 1))
        for start in range(0, self.table.rows, size):
            rows = slice(start, min(start + size, self.table.rows))
            bad = self.table.bad[rows]
            if not bad.any():
                yield rows
            elif not bad.all():
                yield start + np.flatnonzero(~bad)

    def _settle(self, rows: Rows) -> None:
        """Fill in the answers of some rows, and then of those that must be looked at more closely."""
        job = self.job
        done = None if job.one_by_one else self._together(rows, self._sums)
        if done is None:
            self._apart(rows, self._settle)
            return
        _, sums = done
        leaning = np.where(sums.net > 0, ATTEND, DECLINE)
        hangs = (sums.everything > job.blank.asking_cost * (1 - MARGIN)) & ~(sums.vetoed | sums.waits)
        for answer, where in ((UNSETTLED, hangs), (ASK_FIRST, sums.waits), (DECLINE, sums.vetoed)):
            if where.any():
                leaning = np.where(where, answer, leaning)
        self.answers.put(rows, sums, leaning, "; ".join(job.blank.failures))
        each = _each(rows)
        for row in _those(each, sums.odd).tolist():
            self._settle_one(row)
        if job.questions and job.draws:
            # What one question is worth over all rows also hangs on those where it alone would not pay.
            counts = hangs if self.totals is None else (sums.everything > 0) & ~sums.vetoed
            asks = (counts | (sums.waits & ~sums.vetoed)) & ~sums.odd
            if asks.any():
                self._ask(_those(each, asks))

    def _ask(self, rows: Rows) -> None:
        """Fill in the verdicts of some rows by what the answers to the questions are worth."""
        done = self._together(rows, self._worths)
        if done is None:
            self._apart(rows, self._ask)
            return
        sums, worths = done
        cost = self.job.blank.asking_cost
        places, worth = worths.first()
        asks = sums.waits | (worth > cost)
        each = _each(rows)
        self.answers.verdict.codes[each] = np.where(asks, ASK_FIRST, np.where(sums.net > 0, ATTEND, DECLINE))
        self.answers.put_questions(each, worths.names, np.where(asks, places, -1), worth)
        alone = worths.odd | (~sums.waits & (np.abs(worth - cost) < NEAR))
        for row in _those(each, alone).tolist():
            self._settle_one(row)
        if self.totals is not None and not alone.all():
            self.totals.add(_those(each, ~alone), worths.hours[np.broadcast_to(~alone, len(each))])

    def _together(self, rows: Rows, work: Callable[[Rows], Any]) -> Any:
        """Return what comes of some rows at once; None if one of them stands in the way."""
        try:
            return work(rows)
        except Exception:  # noqa: BLE001 - whatever a stranger's scorer does to an array, it can still run on floats
            return None

    def _apart(self, rows: Rows, work: Callable[[Rows], None]) -> None:
        """Do some work in halves, and on a single row by evaluating that by itself."""
        each = _each(rows)
        if len(each) == 1 or self.job.one_by_one:
            for row in each.tolist():
                self._settle_one(row)
            return
        for half in np.array_split(each, 2):
            work(half)

    def _sums(self, rows: Rows) -> tuple[Block, Sums]:
        job = self.job
        block = Block(self.table, rows, job.plan, job.priors, max(job.draws, 1))
        return block, sums_of(block, job.plan, self._signs(rows))

    def _worths(self, rows: Rows) -> tuple[Sums, Worths]:
        block, sums = self._sums(rows)
        return sums, worths_of(block, self.job.plan, self._signs(rows), sums)

    def _signs(self, rows: Rows) -> dict[str, Any]:
        """Return the factor on each scorer's hours, of all rows or one for each."""
        signs: dict[str, Any] = {item.name: item.sign for item in self.job.blank.contributions}
        for name, whole in self.table.weights.items():
            column = whole.at(rows)
            weighted = SIGNS[self.job.plan.scorer[name].kind] * column.low
            signs[name] = np.where(column.known, weighted, signs[name])
        return signs

    def _settle_one(self, row: int) -> None:
        """Fill in the answer of one row by evaluating it by itself."""
        try:
            invitation, seeker = self.table.case(row)
        except InvalidInputError as group:
            self.table.bad[row] = True
            self.answers.refuse(row, group.mistakes)
            return
        weights = self.table.weights_in(row)
        evaluator = for_tables(self.job.evaluator, None, weights)[0] if weights else self.job.evaluator
        evaluation = evaluator.evaluate(invitation, seeker)
        self.answers.put_one(row, evaluation, settled=self.job.questions or not _hangs(evaluation))
        if self.totals is not None and not evaluation.vetoed:
            self.totals.add_one(row, evaluation.questions)


def _those(rows: Codes, where: Bools) -> Codes:
    """Return those rows where something holds."""
    return rows[np.broadcast_to(where, len(rows))]


def _each(rows: Rows) -> Codes:
    """Return the numbers of some rows."""
    if isinstance(rows, slice):
        start, stop = int(rows.start), int(rows.stop)
        return np.arange(start, stop)
    return rows


def _hangs(evaluation: Evaluation) -> bool:
    """Tell whether the verdict of an evaluation hangs on what a question is worth."""
    return not (evaluation.vetoed or evaluation.undecided) and knowing_everything(evaluation) > evaluation.asking_cost
