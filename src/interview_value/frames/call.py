"""Call: from a frame to the frame of its answers, block by block, on as many threads as there are cores."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from warnings import warn

import narwhals as nw
import numpy as np
from attrs import frozen

from ..analysis.questions import knowing_everything
from ..draws import MAX_DRAWS
from ..errors import FieldError, InvalidInputError, UnknownNameError
from ..evaluation import Evaluation
from ..evaluator import Evaluator, default_evaluator, for_tables
from ..invitation import Invitation
from ..plan import Plan
from ..policy import mistakes_in_weights
from ..run import Run
from ..seeker import Seeker
from .answers import ASK_FIRST, ATTEND, DECLINE, UNSETTLED, Answers, assumed_in, native_of
from .block import Block, Sums, sums_of
from .cells import Codes
from .headings import Headings, headings_of
from .table import Table, table_of

__all__ = ["RowByRowWarning", "evaluate"]

CELLS = 32_768
"""Row-draws in a block: an array of them takes 256 kB, so that a few fit the cache of a core."""

WHOLE = frozenset({"invitation", "seeker"})

MARGIN = 1e-9
"""How far from the cost of asking the worth of knowing everything must stay to settle a row, relative."""


class RowByRowWarning(UserWarning):
    """Something in an evaluator cannot run on columns, so that the rows are evaluated one by one, which is slow."""


def evaluate(
    frame: Any,
    seeker: Seeker | None = None,
    *,
    evaluator: Evaluator | None = None,
    draws: int | None = None,
    weights: Mapping[str, float] | None = None,
    questions: bool = True,
) -> Any:
    """Work out what each row of a dataframe is worth, with the numbers that `Evaluator.evaluate` gives for it.

    Columns are found by name, and all others are left alone: a quantity such as ``duration`` (numbers, or texts such
    as ``"2..7"``), or the two ends of its 90 % range, ``duration_low`` and ``duration_high``; ``stage`` (text or
    category), ``remote`` (bool), and ``weight_`` with the name of a scorer. Null and NaN are unknown, which is never
    zero. What a row says of the seeker counts more than the seeker of all rows.

    Args:
        frame: An eager dataframe that narwhals knows, such as one of pandas, Polars or PyArrow.
        seeker: The person of all rows, as far as the rows do not say otherwise; left out, nothing is known of them.
        evaluator: Its scorers, gates, weights and asking cost count; the one behind `interview_value.evaluate` if left
            out. Its notes are not asked for, and it never raises for what fails.
        draws: The number of draws, up to 1,000,000; 0 puts every quantity at its median, which is fast and gives
            no ranges; the evaluator's own number if left out.
        weights: Factors on the hours of scorers, by name, for all rows; they count more than the evaluator's.
        questions: Whether the verdict is worked out where it hangs on what a question is worth, which takes about
            a hundred times as long as the rest of a row. With False it is null in those rows.

    Returns:
        A dataframe of the same kind, with a row for each row in the same order, and the same index: the expected
        hours of each scorer before weighting; ``benefit``, ``cost``, ``net``, ``net_low``, ``net_high`` (hours);
        ``confidence``, ``verdict``; ``assumed`` and ``error`` (texts). A row that cannot be used has nothing but
        its error. Without draws, ``net_low``, ``net_high`` and ``confidence`` are null.

    Raises:
        InvalidInputError: The frame or another argument cannot be used as a whole.
        UnknownNameError: A weight is of no scorer; the nearest name is offered.
        ImportError: The extra ``frames`` is not installed.

    Warns:
        RowByRowWarning: Something cannot run on columns.
    """
    held: nw.DataFrame[Any] = _frame(frame)
    _check(seeker, evaluator, draws, questions)
    factors = _checked(weights)
    asked, number = for_tables(evaluator or default_evaluator(), 1 if draws == 0 else draws, factors)
    blank = asked.evaluate(Invitation(), seeker)
    assert isinstance(blank.run, Run)
    plan = blank.run.plan
    for name in factors.keys() - plan.scorer:
        raise UnknownNameError("criterion", name, plan.scorer)
    headings = headings_of(held.columns, plan, factors)
    reasons = list(_why_one_by_one(plan, asked, headings))
    if reasons:
        warn(RowByRowWarning(f"the rows are evaluated one by one, because {'; '.join(reasons)}"), stacklevel=2)
    job = _Job(
        table_of(held, headings, plan, blank.seeker, texts=_looks_at_all(plan)),
        plan,
        asked,
        blank,
        number,
        questions,
        bool(reasons),
        Answers(len(held), tuple(plan.scorer), central=draws == 0),
    )
    job.work()
    return native_of(job.answers, assumed_in(job.table, plan), held)


def _frame(frame: Any) -> Any:
    """Return a frame as narwhals sees it."""
    try:
        held: object = nw.from_native(frame, pass_through=True)
    except nw.exceptions.DuplicateError as error:
        raise InvalidInputError("frame", [FieldError("columns", str(error), "names that each occur once")]) from None
    if not isinstance(held, nw.DataFrame):
        lazy = isinstance(held, nw.LazyFrame)
        allowed = "a dataframe with its rows: call .collect() first" if lazy else "a dataframe that narwhals knows"
        raise InvalidInputError("frame", [FieldError("frame", type(frame).__name__, allowed)])
    return nw.from_native(frame, eager_only=True)


def _check(seeker: object, evaluator: object, draws: object, questions: object) -> None:
    mistakes: list[FieldError] = []
    if seeker is not None and not isinstance(seeker, Seeker):
        mistakes.append(FieldError("seeker", seeker, "a Seeker; Seeker.from_dict makes one of plain data"))
    if evaluator is not None and not isinstance(evaluator, Evaluator):
        mistakes.append(FieldError("evaluator", evaluator, "an Evaluator"))
    number = isinstance(draws, int) and not isinstance(draws, bool)
    if draws is not None and not (number and 0 <= draws <= MAX_DRAWS):  # type: ignore[operator]
        mistakes.append(FieldError("draws", draws, f"a whole number from 0 to {MAX_DRAWS:,}"))
    if not isinstance(questions, bool):
        mistakes.append(FieldError("questions", questions, "True or False"))
    if mistakes:
        raise InvalidInputError("call of frames.evaluate", mistakes)


def _checked(weights: Mapping[str, float] | None) -> dict[str, float]:
    if mistakes := [] if weights is None else list(mistakes_in_weights(weights)):
        raise InvalidInputError("call of frames.evaluate", mistakes)
    return {name: float(factor) for name, factor in (weights or {}).items()}


@frozen(eq=False)
class _Job:
    """One call.

    Args:
        table: What the rows say.
        plan: Who reads what.
        evaluator: What evaluates a row that must be looked at by itself.
        blank: The evaluation of an invitation of which nothing is known, for what all rows have in common.
        draws: The number of draws, at least 1.
        questions: Whether the verdict is worked out where it hangs on what a question is worth.
        one_by_one: Whether something cannot run on columns.
        answers: What comes out.
    """

    table: Table
    plan: Plan
    evaluator: Evaluator
    blank: Evaluation
    draws: int
    questions: bool
    one_by_one: bool
    answers: Answers

    def work(self) -> None:
        """Fill in the answers of all rows."""
        for row in np.flatnonzero(self.table.bad).tolist():
            self.answers.errors[row] = "; ".join(map(str, self.table.mistakes(row)))
        rows = np.flatnonzero(~self.table.bad)
        size = max(1, CELLS // self.draws)
        blocks = [rows[start : start + size] for start in range(0, len(rows), size)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for _ in pool.map(self._settle, blocks):
                pass

    def _settle(self, rows: Codes) -> None:
        """Fill in the answers of some rows: together, or in halves if one of them stands in the way."""
        try:
            sums = None if self.one_by_one else sums_of(self._block(rows), self.plan, self._signs(rows))
        except Exception:  # noqa: BLE001 - whatever a stranger's scorer does to an array, it can still run on floats
            sums = None
            if len(rows) > 1:
                self._settle(rows[: len(rows) // 2])
                self._settle(rows[len(rows) // 2 :])
                return
        if sums is None:
            for row in rows.tolist():
                self._settle_one(row)
        else:
            self._put(rows, sums)

    def _block(self, rows: Codes) -> Block:
        return Block(self.table, rows, self.plan, self.draws)

    def _put(self, rows: Codes, sums: Sums) -> None:
        leaning = np.where(sums.benefit - sums.cost > 0, ATTEND, DECLINE)
        hangs = (sums.everything > self.blank.asking_cost * (1 - MARGIN)) & ~(sums.vetoed | sums.waits)
        verdicts = np.where(sums.waits, ASK_FIRST, np.where(hangs, UNSETTLED, leaning))
        self.answers.put(rows, sums, np.where(sums.vetoed, DECLINE, verdicts), "; ".join(self.blank.failures))
        for row in rows[sums.odd | (hangs & self.questions)].tolist():
            self._settle_one(row)

    def _signs(self, rows: Codes) -> dict[str, Any]:
        """Return the factor on each scorer's hours, of all rows or one for each."""
        signs: dict[str, Any] = {item.name: item.sign for item in self.blank.contributions}
        for name, column in self.table.weights.items():
            kind = 1.0 if self.plan.scorer[name].kind == "benefit" else -1.0
            signs[name] = np.where(column.known[rows], kind * column.low[rows], signs[name])
        return signs

    def _settle_one(self, row: int) -> None:
        """Fill in the answer of one row by evaluating it by itself."""
        try:
            invitation, seeker = self.table.case(row)
        except InvalidInputError as group:
            self.table.bad[row] = True
            self.answers.errors[row] = "; ".join(map(str, group.mistakes))
            return
        weights = self.table.weights_in(row)
        evaluator = for_tables(self.evaluator, None, weights)[0] if weights else self.evaluator
        evaluation = evaluator.evaluate(invitation, seeker)
        self.answers.put_one(row, evaluation, settled=self.questions or not _hangs(evaluation))


def _hangs(evaluation: Evaluation) -> bool:
    """Tell whether the verdict of an evaluation hangs on what a question is worth."""
    return not (evaluation.vetoed or evaluation.undecided) and knowing_everything(evaluation) > evaluation.asking_cost


def _looks_at_all(plan: Plan) -> bool:
    return any(not WHOLE.isdisjoint(criterion.arguments) for criterion in (*plan.scorers, *plan.gates))


def _why_one_by_one(plan: Plan, evaluator: Evaluator, headings: Headings) -> Iterator[str]:
    """Yield what cannot run on columns."""
    for scorer in plan.scorers:
        if not scorer.columnar:
            yield f"the scorer {scorer.name} is not columnar"
    for gate in plan.gates:
        if not WHOLE.isdisjoint(gate.arguments):
            yield f"the gate {gate.name} reads the whole invitation or seeker"
    if not headings.quantities.keys().isdisjoint(Seeker.own_quantities()):
        for plugin in evaluator.plugins:
            if plugin.reweighs and plugin.status == "active":
                yield f"the plugin {plugin.name} has weights by seeker"
