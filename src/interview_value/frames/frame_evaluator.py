"""Frame evaluator: the answers to all rows of a frame, part by part, on as many threads as there are cores."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import narwhals as nw
import numpy as np
from attrs import field, frozen

from ..errors import InvalidInputError
from ..evaluation.evaluation import Evaluation
from ..evaluation.evaluator import Evaluator, for_tables
from ..model.seeker import Seeker
from ..scoring.criterion import SIGNS
from ..scoring.values import Plan
from .answer_columns import AnswerColumns
from .cells import Bools, Codes, Rows
from .conditional_net import ConditionalNet
from .headings import Headings
from .invitation_table import InvitationTable, read_frame
from .net_values import NetValues, net_values
from .question_worth import QuestionTotals, question_worth, turns
from .row_values import Drawing, RowValues
from .verdicts import leanings, row_verdicts
from .way_worth import WayWorth, way_worth

__all__ = ["FrameEvaluator", "PartEvaluation"]

CELLS = 131_072
"""Row-draws in a block: an array of them takes 1 MB; with fewer, threads wait for each other, with more, for memory."""

ROWS, ROWS_AT_MEDIANS = 16_384, CELLS
"""The most rows that are read at once, so that what is read of them is no second table."""

FEWEST = 1_024
"""The fewest rows that are worth a thread."""

T = TypeVar("T")


@frozen(eq=False)
class FrameEvaluator:
    """What evaluates frames that all have the same columns.

    Args:
        plan: The scorers and gates, and the quantities that they read.
        headings: Which columns hold what.
        evaluator: What evaluates a row that must be looked at by itself.
        blank: The evaluation of an invitation of which nothing is known, for what all rows have in common.
        seeker: The person of all rows, as far as the rows do not say otherwise.
        draws: The number of draws, or 0 for every quantity at its median.
        questions: Whether the ways and questions are worked out, and with them the verdict.
        one_by_one: Whether every row must be evaluated by itself.
        texts: Whether a scorer or gate can see the texts.
    """

    plan: Plan
    headings: Headings
    evaluator: Evaluator
    blank: Evaluation
    seeker: Seeker
    draws: int
    questions: bool
    one_by_one: bool
    texts: bool
    drawing: Drawing = field(init=False)
    """The draws of all that is not said in the rows themselves."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "drawing", Drawing(self.plan, max(self.draws, 1)))

    def evaluate(self, frame: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
        """Return the answers to all rows of a frame, in a frame of the same library."""
        return nw.concat(self._map_parts(frame, self._evaluate_part))

    def evaluate_and_total(self, frame: nw.DataFrame[Any]) -> tuple[nw.DataFrame[Any], QuestionTotals]:
        """Return the answers to all rows of a frame, and what each question is worth over all of them."""

        def evaluate_part(part: nw.DataFrame[Any]) -> tuple[nw.DataFrame[Any], QuestionTotals]:
            part_totals = QuestionTotals(self.plan)
            return self._evaluate_part(part, part_totals), part_totals

        totals = QuestionTotals(self.plan)
        start, frames = 0, list[nw.DataFrame[Any]]()
        for answers, part_totals in self._map_parts(frame, evaluate_part):
            totals.merge(part_totals, start)
            start += len(answers)
            frames.append(answers)
        return nw.concat(frames), totals

    def _map_parts(self, frame: nw.DataFrame[Any], function: Callable[[nw.DataFrame[Any]], T]) -> list[T]:
        """Return what a function gives for each part of a frame, in their order; there is at least one."""
        workers = os.cpu_count() or 1
        size = min(ROWS if self.draws else ROWS_AT_MEDIANS, max(FEWEST, -(-len(frame) // workers)))
        parts = [frame[start : start + size] for start in range(0, len(frame), size)]
        with ThreadPoolExecutor(workers) as pool:
            return list(pool.map(function, parts or [frame]))

    def _evaluate_part(self, part: nw.DataFrame[Any], totals: QuestionTotals | None = None) -> nw.DataFrame[Any]:
        answers = AnswerColumns(len(part), self.plan.scorer, central=not self.draws)
        if len(part):
            table = read_frame(part, self.headings, self.plan, self.seeker, texts=self.texts)
            PartEvaluation(self, table, answers, totals).fill()
        return answers.frame(part.implementation)


@frozen(eq=False)
class PartEvaluation:
    """The evaluation of one part of a frame, block by block.

    Args:
        options: The scorers, draws and so on.
        table: The values in the rows.
        answers: The answers, which are filled in.
        totals: Totals of question values to add to; None if not wanted.
    """

    options: FrameEvaluator
    table: InvitationTable
    answers: AnswerColumns
    totals: QuestionTotals | None

    def fill(self) -> None:
        """Fill in the answers to all rows."""
        for row in np.flatnonzero(self.table.bad).tolist():
            self.answers.put_errors(row, self.table.mistakes(row))
        for rows in self._blocks():
            if self.options.one_by_one:
                self._fill_one_by_one(_row_numbers(rows))
            else:
                self._fill_rows(rows)
        self.answers.put_assumed(self.table, self.options.plan)

    def _blocks(self) -> Iterator[Rows]:
        """Yield the usable rows of each block, as a slice if that is all of them."""
        size = max(1, CELLS // max(self.options.draws, 1))
        for start in range(0, self.table.rows, size):
            rows = slice(start, min(start + size, self.table.rows))
            bad = self.table.bad[rows]
            if not bad.any():
                yield rows
            elif not bad.all():
                yield start + np.flatnonzero(~bad)

    def _fill_rows(self, rows: Rows) -> None:
        """Fill in the answers to some rows on arrays, and then one by one to those that need it."""
        net, numbers = self._net(rows), _row_numbers(rows)
        self.answers.put(rows, net, "; ".join(self.options.blank.failures))
        alone = np.broadcast_to(net.needs_single_evaluation, net.values.size).copy()
        ruled = np.broadcast_to(net.ruled, net.values.size)
        self.answers.put_verdicts(numbers[ruled], np.broadcast_to(leanings(net), net.values.size)[ruled])
        if self.options.questions:
            ways = way_worth(ConditionalNet(net), self.options.blank.asking_cost)
            self.answers.put_ways(rows, ways)
            undecided = ~ruled & ~alone
            if undecided.all():
                alone = self._fill_by_questions(numbers, net, ways)
            elif undecided.any():
                some = numbers[undecided]
                alone[undecided] = self._fill_by_questions(some, self._net(some), ways.of_rows(undecided))
        self._fill_one_by_one(numbers[alone])

    def _fill_by_questions(self, rows: Codes, net: NetValues, ways: WayWorth) -> Bools:
        """Fill in the verdicts of some rows that no gate decides; return which of them must be evaluated by themselves.

        Args:
            rows: Their numbers.
            net: Their net value.
            ways: What the ways are worth.
        """
        questions = question_worth(ConditionalNet(net), self.options.blank.asking_cost)
        found = row_verdicts(net, ways, questions)
        self.answers.put_verdicts(rows, found.verdict)
        for place in np.unique(found.question[found.question >= 0]).tolist():
            asked = found.question == place
            quantity = self.options.plan.known[questions.names[place]]
            turn = math.nan if quantity.is_label else turns(ConditionalNet(self._net(rows[asked])), quantity)
            self.answers.put_question(rows[asked], quantity.name, questions.worth[asked, place], turn)
        alone = found.needs_single_evaluation
        if self.totals is not None and not alone.all():
            self.totals.add(rows[~alone], questions.worth[~alone], questions.gain[~alone])
        return alone

    def _net(self, rows: Rows) -> NetValues:
        return net_values(RowValues(self.table, rows, self.options.drawing), self._signs(rows))

    def _signs(self, rows: Rows) -> dict[str, Any]:
        """Return the factor on each scorer's hours, of all rows or one for each."""
        signs: dict[str, Any] = {item.name: item.sign for item in self.options.blank.contributions}
        for name, column in self.table.weights.items():
            weights = column.at(rows)
            signed = SIGNS[self.options.plan.scorer[name].kind] * weights.low
            signs[name] = np.where(weights.known, signed, signs[name])
        return signs

    def _fill_one_by_one(self, rows: Codes) -> None:
        """Fill in the answers to some rows by evaluating each by itself."""
        for row in rows.tolist():
            try:
                invitation, seeker = self.table.case(row)
            except InvalidInputError as group:
                self.table.bad[row] = True
                self.answers.put_errors(row, group.mistakes)
                continue
            weights = self.table.weights_in(row)
            evaluator = self.options.evaluator
            if weights:
                evaluator, _ = for_tables(evaluator, None, weights)
            evaluation = evaluator.evaluate(invitation, seeker)
            self.answers.put_one(row, evaluation, advice=self.options.questions)
            if self.totals is not None and evaluation.ruling is None:
                self.totals.add_one(row, evaluation.questions)


def _row_numbers(rows: Rows) -> Codes:
    return np.arange(int(rows.start), int(rows.stop)) if isinstance(rows, slice) else rows
