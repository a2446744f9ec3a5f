"""Answer columns: the answers to all rows of a table, before they become a frame of the caller's kind."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import narwhals as nw
import numpy as np
from attrs import define

from ..evaluation.evaluation import Evaluation
from ..export.dataframes import frame_of
from ..export.rows import ANSWERS, TOTALS, heading, question_to_ask
from ..model.quantity import DerivedPrior
from ..outcome.contributions import Verdict
from ..scoring.values import Plan
from .cells import Codes, Floats, Rows
from .invitation_table import InvitationTable
from .net_values import NetValues

__all__ = ["ASK_FIRST", "ATTEND", "DECLINE", "UNSETTLED", "AnswerColumns"]

VERDICTS = ("", None, *(verdict.value for verdict in Verdict))
ATTEND = VERDICTS.index(Verdict.ATTEND.value)
ASK_FIRST = VERDICTS.index(Verdict.ASK_FIRST.value)
DECLINE = VERDICTS.index(Verdict.DECLINE.value)
UNSETTLED = VERDICTS.index(None)
RANGED = ("net_low", "net_high", "confidence", "question_worth")
"""The columns that are null where every quantity is at its median."""

MANY = 4096
"""So many patterns of what is known may be told apart before those that do not occur are left out."""


@define(eq=False)
class TextColumn:
    """A column of texts of which many rows have the same.

    Args:
        codes: The place of each row's text among the words.
        words: The place of each text that occurs; the first is no None.
    """

    codes: Codes
    words: dict[str | None, int]

    @classmethod
    def of(cls, rows: int, words: Iterable[str | None], first: str | None) -> TextColumn:
        """Return a column in which each row has the same text."""
        places = {word: place for place, word in enumerate(words)}
        return cls(np.full(rows, places[first], np.int32), places)

    def put(self, rows: Any, text: str | None) -> None:
        """Write a text into some rows."""
        self.codes[rows] = self.place(text)

    def place(self, text: str | None) -> int:
        """Return the place of a text among the words, to which it is added if it is new."""
        return self.words.setdefault(text, len(self.words))


class AnswerColumns:
    """The answers to all rows of a table, filled in block by block; NaN stands for null.

    Args:
        rows: How many rows there are.
        scorers: The names of the scorers.
        central: Whether every quantity is at its median, so that there are no ranges.
    """

    def __init__(self, rows: int, scorers: Iterable[str], *, central: bool) -> None:
        self._rows, self._scorers = rows, tuple(map(heading, scorers))
        self._absent = RANGED if central else ()
        self._numbers: dict[str, Floats] = {}
        self.verdict: TextColumn = TextColumn.of(rows, VERDICTS, None)
        self.question: TextColumn = TextColumn.of(rows, ("", None), None)
        self.assumed: TextColumn = TextColumn.of(rows, ("", None), None)
        self.error: TextColumn = TextColumn.of(rows, ("",), "")

    def put(self, rows: Rows, net: NetValues, verdicts: Any, error: str) -> None:
        """Fill in the answers to some rows that were worked out on arrays.

        Args:
            rows: The rows.
            net: Their net value.
            verdicts: The places of their verdicts among `VERDICTS`.
            error: What failed in every row, or an empty text.
        """
        totals = {"benefit": net.benefit, "cost": net.cost, "net": net.mean}
        spread = {"net_low": net.low, "net_high": net.high, "confidence": net.confidence}
        self._write(rows, net.means, {**totals, **spread})
        self.verdict.codes[rows] = verdicts
        if error:
            self.error.put(rows, error)

    def put_questions(self, rows: Codes, names: Iterable[str], places: Codes, worth: Floats) -> None:
        """Fill in what to ask first in some rows.

        Args:
            rows: The rows.
            names: The quantities that can be asked for.
            places: The place of each row's question among them, or −1.
            worth: What the answer is worth, hours.
        """
        words = np.array([*map(self.question.place, names), self.question.place(None)])
        self.question.codes[rows] = words[places]
        self._number("question_worth")[rows] = np.where(places < 0, math.nan, worth)

    def put_one(self, row: int, evaluation: Evaluation, *, settled: bool) -> None:
        """Fill in the answers to one row that was evaluated by itself.

        Args:
            row: The row.
            evaluation: Its evaluation.
            settled: Whether the verdict is told although it may depend on the value of a question.
        """
        net, low, high = evaluation.net
        totals = {"benefit": evaluation.benefit.mean, "cost": evaluation.cost.mean, "net": net}
        spread = {"net_low": low, "net_high": high, "confidence": evaluation.confidence}
        self._write(row, {item.name: item.mean for item in evaluation.contributions}, {**totals, **spread})
        self.verdict.put(row, evaluation.verdict.value if settled else None)
        question = question_to_ask(evaluation) if settled and not self._absent else None
        self.question.put(row, question.quantity if question else None)
        if not self._absent:
            self._number("question_worth")[row] = question.worth if question else math.nan
        self.put_errors(row, evaluation.errors)

    def put_errors(self, row: int, errors: Iterable[object]) -> None:
        """Write into a row what is wrong with it or failed in it."""
        self.error.put(row, "; ".join(map(str, errors)))

    def put_assumed(self, table: InvitationTable, plan: Plan) -> None:
        """Write into each usable row the names of the quantities that were assumed in it.

        Args:
            table: What the rows say.
            plan: The scorers and gates.
        """
        varying = [name for name, column in table.columns.items() if name in plan.quantities and not column.known.all()]
        codes = np.zeros(table.rows, np.int64)
        patterns: list[tuple[bool, ...]] = [()]
        for name in varying:
            codes = 2 * codes + table.columns[name].known
            patterns = [(*pattern, known) for pattern in patterns for known in (False, True)]
            if len(patterns) > MANY or name == varying[-1]:
                occurring, codes = np.unique(codes, return_inverse=True)
                patterns = [patterns[code] for code in occurring.tolist()]
        always = table.columns.keys() - varying
        places: list[int] = []
        for pattern in patterns:
            known = always | {name for name, is_known in zip(varying, pattern, strict=True) if is_known}
            places.append(self.assumed.place("; ".join(_assumed(plan, known))))
        self.assumed.codes[~table.bad] = np.array(places)[codes][~table.bad]

    def _write(self, rows: Any, means: Mapping[str, Any], totals: Mapping[str, Any]) -> None:
        whole = not self._numbers and isinstance(rows, slice) and rows == slice(0, self._rows)
        for name, value in {**{heading(name): mean for name, mean in means.items()}, **totals}.items():
            if name in self._absent:
                continue
            if whole:
                self._numbers[name] = np.broadcast_to(value, self._rows).copy()
            else:
                self._number(name)[rows] = value

    def _number(self, name: str) -> Floats:
        """Return a column of numbers, of NaN until something is written into it."""
        if name not in self._numbers:
            self._numbers[name] = np.full(self._rows, math.nan)
        return self._numbers[name]

    def frame(self, backend: Any) -> nw.DataFrame[Any]:
        """Return the answers as a dataframe.

        Args:
            backend: The library whose dataframe it is, as narwhals knows it.
        """
        numbers = {name: None if name in self._absent else self._number(name) for name in (*self._scorers, *TOTALS)}
        texts = {"verdict": self.verdict, "question": self.question, "assumed": self.assumed, "error": self.error}
        columns = {**numbers, **{name: (list(text.words), text.codes) for name, text in texts.items()}}
        return frame_of({name: columns[name] for name in (*self._scorers, *ANSWERS)}, backend)


def _assumed(plan: Plan, known: set[str]) -> list[str]:
    """Return the names of the quantities that are used but not known, as `Evaluation.assumed` has them."""
    used = {name for criterion in (*plan.scorers, *plan.gates) for name in criterion.reads}
    for name in tuple(used - known & plan.order.keys()):
        prior = plan.known[name].prior
        if isinstance(prior, DerivedPrior) and name in plan.order:
            used.update(prior.reads)
    return sorted(used - known)
