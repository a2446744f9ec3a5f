"""Overview: which rows of a table to look at, and the one question that is worth most over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import narwhals as nw
import numpy as np
from attrs import field, frozen

from ..display.language import mark, say, say_count
from ..display.page import Page, Table
from ..display.plain import Plain, plain
from ..display.words import hours_in_words, of_ten
from ..errors import FieldError, InvalidInputError
from ..evaluation.evaluator import Evaluator
from ..evaluation.sentences import ASKED, HEADLINES, hours
from ..model.seeker import Seeker
from ..outcome.contributions import Verdict
from ..scoring.hours import Summary
from ..scoring.values import Plan
from .cells import Codes
from .dataframe import as_narwhals, with_index_of
from .invitation_table import OF_SEEKER
from .options import TableOptions
from .question_worth import QuestionTotals
from .table_evaluator import TableEvaluator

__all__ = ["Overview", "TableQuestion", "overview"]

MOST = 10
"""How many rows of each kind are listed if left out: assumption; what one looks at in a sitting."""

QUESTIONS_SHOWN = 5
"""How many questions the page shows; all are in the overview itself."""

ROW_HEADINGS = (mark("Row"), mark("Hours"), mark("Mostly between"), mark("How sure"), mark("Verdict"))
QUESTION_HEADINGS = (mark("Question"), mark("Worth"), mark("Who"), mark("Rows"))
"""The headings of the page's tables, as messages."""


@frozen
class TableQuestion(Plain):
    """A question to one person, and what its answer is worth over a table.

    Args:
        quantity: The quantity or label that it asks for.
        text: The question in words.
        ask: Who can answer: ``"yourself"`` or ``"recruiter"``.
        worth: The expected value of one answer, hours: over all rows if it is of the one seeker of all of them, else in
            the row where it is worth most.
        shared: Whether one answer serves all rows.
        rows: In how many rows the answer is worth more by itself than asking costs.
        row: The row where it is worth most, counted from 0.
    """

    quantity: str
    text: str
    ask: str
    worth: float
    shared: bool
    rows: int
    row: int


@frozen(eq=False)
class Overview(Plain):
    """Which rows of a table to look at. Rows are counted from 0, in the order of the table.

    Args:
        answers: The answers of all rows, as `frames.evaluate` returns them.
        top: The rows with the highest expected net value, the highest first; none that a gate or every draw declines.
        close: Rows too close to call: their 90 % range holds 0; the least confident first.
        questions: The questions whose answers are worth something, the one that is worth most first.
        verdicts: How many rows have each verdict; under None, those that cannot be used.
        too_close: How many rows are too close to call, also those that are not listed.
    """

    answers: Any = field(repr=False)
    top: tuple[int, ...]
    close: tuple[int, ...]
    questions: tuple[TableQuestion, ...]
    verdicts: Mapping[str | None, int]
    too_close: int

    @property
    def question(self) -> TableQuestion | None:
        """The one question that is worth most over the whole table, if any is worth something."""
        return self.questions[0] if self.questions else None

    def to_dict(self) -> dict[str, Any]:
        """Return plain, JSON-ready data without the answers; rows that cannot be used are counted as ``unusable``."""
        verdicts = {verdict or "unusable": count for verdict, count in self.verdicts.items()}
        lists = {name: plain(getattr(self, name)) for name in ("top", "close", "questions")}
        return {**lists, "verdicts": verdicts, "too_close": self.too_close}

    def _page(self) -> Page:
        answers: nw.DataFrame[Any] = nw.from_native(self.answers, eager_only=True)
        close = say(
            "Too close to call: {n} of {total}, the least sure first",
            n=f"{len(self.close):,}",
            total=f"{self.too_close:,}",
        )
        verdicts = [
            say("{verdict}: {n}", verdict=say(HEADLINES[Verdict(verdict)]), n=f"{number:,}")
            if verdict
            else say("cannot be used: {n}", n=f"{number:,}")
            for verdict, number in self.verdicts.items()
        ]
        row_heads, question_heads = (tuple(map(say, heads)) for heads in (ROW_HEADINGS, QUESTION_HEADINGS))
        questions = tuple(map(_question_cells, self.questions[:QUESTIONS_SHOWN]))
        return Page(
            say_count("{n} invitation", "{n} invitations", len(answers), n=f"{len(answers):,}"),
            (", ".join(verdicts),),
            (
                Table(say("Most worth going to"), row_heads, tuple(_row_cells(answers, self.top)), numbers=(1, 2, 3)),
                Table(close, row_heads, tuple(_row_cells(answers, self.close)), numbers=(1, 2, 3)),
                Table(say("Whom to ask what"), question_heads, questions, numbers=(1,)),
            ),
        )


def _row_cells(answers: nw.DataFrame[Any], rows: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the cells in which the page shows some rows."""
    names = ("net", "net_low", "net_high", "confidence", "verdict")
    chosen = answers.select(*names)[list(rows)]
    for row, (net, low, high, confidence, verdict) in zip(rows, chosen.iter_rows(), strict=True):
        yield f"{row:,}", *hours(Summary(net, low, high)), of_ten(confidence), say(HEADLINES[Verdict(verdict)])


def _question_cells(question: TableQuestion) -> tuple[str, ...]:
    """Return the cells in which the page shows a question."""
    many, row = f"{question.rows:,}", f"{question.row:,}"
    if question.shared:
        rows = say("worth it alone in {n}, but asked once for all; most in row {row}", n=many, row=row)
    else:
        rows = say("worth it alone in {n}; most in row {row}", n=many, row=row)
    return say(question.text), hours_in_words(question.worth), say(ASKED[question.ask]), rows


def overview(
    frame: Any,
    seeker: Seeker | None = None,
    *,
    evaluator: Evaluator | None = None,
    draws: int | None = None,
    weights: Mapping[str, float] | None = None,
    most: int = MOST,
) -> Overview:
    """Evaluate a dataframe, and say which rows to look at and whom to ask what.

    What an answer is worth is worked out in every row, also where asking for this row alone would not pay: what one
    answer of the seeker is worth adds up over all rows that depend on it.

    Args:
        frame: As in `frames.evaluate`.
        seeker: As in `frames.evaluate`.
        evaluator: As in `frames.evaluate`.
        draws: The number of draws, from 1 to 1,000,000; the evaluator's own number if left out.
        weights: As in `frames.evaluate`.
        most: How many rows are listed as the top, and how many as too close to call, at least 1.

    Returns:
        The answers, in a dataframe of the same kind, and what stands out in them.

    Raises:
        InvalidInputError: The frame or another argument cannot be used as a whole.
        UnknownNameError: A weight is of no scorer; the nearest name is offered.

    Warns:
        RowByRowWarning: Something cannot run on columns.
    """
    mistakes = [FieldError("draws", draws, "a whole number from 1 to 1,000,000, or none")] if draws == 0 else []
    if not isinstance(most, int) or isinstance(most, bool) or most < 1:
        mistakes.append(FieldError("most", most, "a whole number from 1"))
    if mistakes:
        raise InvalidInputError("call of frames.overview", mistakes)
    rows = as_narwhals(frame)
    table_evaluator = TableEvaluator.of(TableOptions(seeker, evaluator, draws, weights))
    frame_evaluator = table_evaluator.for_columns(tuple(rows.columns))
    answers, totals = frame_evaluator.evaluate_and_total(rows)
    net, low, high, confidence = map(answers.__getitem__, ("net", "net_low", "net_high", "confidence"))
    # A gate that declines is as sure as draws that all decline; a row that cannot be used has no hours.
    hopeless = (answers["verdict"] == Verdict.DECLINE.value) & (confidence == 1)
    possible = ~net.is_null() & ~hopeless.fill_null(value=True)
    close = _where(possible & (low <= 0) & (high >= 0))
    headings = frame_evaluator.headings
    shared = OF_SEEKER.difference(headings.quantities, headings.labels)
    return Overview(
        answers=with_index_of(rows, answers),
        top=_lowest(0 - net, _where(possible), most),
        close=_lowest(confidence, close, most),
        questions=tuple(_questions(table_evaluator.plan, totals, shared)),
        verdicts=Counter(verdict if isinstance(verdict, str) else None for verdict in answers["verdict"].to_list()),
        too_close=len(close),
    )


def _where(condition: nw.Series[Any]) -> Codes:
    """Return the rows for which a condition holds."""
    return np.flatnonzero(np.asarray(condition.to_numpy(), bool))


def _lowest(values: nw.Series[Any], rows: Codes, most: int) -> tuple[int, ...]:
    """Return those of some rows that have the lowest values, the lowest first, and of equals the first."""
    order = np.argsort(np.asarray(values.to_numpy(), float)[rows], kind="stable")
    return tuple(rows[order[:most]].tolist())


def _questions(plan: Plan, totals: QuestionTotals, shared: AbstractSet[str]) -> list[TableQuestion]:
    """Return the questions whose answers are worth something, the most valuable first.

    Args:
        plan: The scorers and gates, and the quantities that they read.
        totals: What each answer is worth over the table.
        shared: The quantities and labels of which one answer serves all rows.
    """
    questions: list[TableQuestion] = []
    for place in np.flatnonzero(totals.hours > 0).tolist():
        quantity = plan.known[totals.names[place]]
        serves_all = quantity.name in shared
        questions.append(
            TableQuestion(
                quantity=quantity.name,
                text=quantity.question,
                ask=quantity.ask,
                worth=float(totals.hours[place] if serves_all else totals.best[place]),
                shared=serves_all,
                rows=int(totals.rows[place]),
                row=int(totals.best_row[place]),
            )
        )
    return sorted(questions, key=lambda question: (-question.worth, question.quantity))
