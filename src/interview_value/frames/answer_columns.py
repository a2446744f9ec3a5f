"""Answer columns: the answers to all rows of a table, before they become a frame of the caller's kind."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import narwhals as nw
import numpy as np
from attrs import define

from ..evaluation.evaluation import Evaluation
from ..export.dataframes import frame_of
from ..export.rows import ANSWERS, TEXTS, TOTALS, answers_of, heading
from ..scoring.preparation import PREPARATION
from ..scoring.values import Plan
from .cells import Codes, Floats, Rows
from .invitation_table import InvitationTable
from .net_values import NetValues
from .verdicts import VERDICTS, leanings
from .way_worth import WayWorth

__all__ = ["AnswerColumns"]

VERDICT_WORDS = (*(verdict.value for verdict in VERDICTS), None)
RANGED = ("net_low", "net_high", "confidence")
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
        words = {"verdict": VERDICT_WORDS, "leaning": VERDICT_WORDS, "error": ("",)}
        self._texts: dict[str, TextColumn] = {
            name: TextColumn.of(rows, words.get(name, ("", None)), "" if name == "error" else None)
            for name in ANSWERS
            if name in TEXTS
        }

    def put(self, rows: Rows, net: NetValues, error: str) -> None:
        """Fill in the hours and leanings of some rows.

        Args:
            rows: The rows.
            net: Their net value.
            error: What failed in every row, or an empty text.
        """
        numbers = {heading(name): mean for name, mean in net.means.items()}
        numbers |= {"benefit": net.benefit, "cost": net.cost, "net": net.mean}
        numbers |= {"net_low": net.low, "net_high": net.high, "confidence": net.confidence}
        if net.best_hours is not None:
            numbers["best_hours"] = net.best_hours
        whole = not self._numbers and isinstance(rows, slice) and rows == slice(0, self._rows)
        for name, value in numbers.items():
            if name in self._absent:
                continue
            if whole:
                self._numbers[name] = np.broadcast_to(value, self._rows).copy()
            else:
                self._number(name)[rows] = value
        self._texts["leaning"].codes[rows] = leanings(net)
        if error:
            self._texts["error"].put(rows, error)

    def put_verdicts(self, rows: Rows, verdicts: Codes) -> None:
        """Fill in the verdicts of some rows, each as its place among `VERDICTS`."""
        self._texts["verdict"].codes[rows] = verdicts

    def put_ways(self, rows: Rows, ways: WayWorth) -> None:
        """Fill in the best way of some rows."""
        column, best = self._texts["best_way"], ways.best()
        column.codes[rows] = np.array([*map(column.place, ways.names)])[best]
        self._number("best_way_worth")[rows] = ways.hours[np.arange(len(best)), best]

    def put_question(self, rows: Codes, quantity: str, worth: Floats, turn: Floats | float) -> None:
        """Fill in what to ask first in some rows.

        Args:
            rows: The rows.
            quantity: The name of the quantity or label that is asked for.
            worth: What the answer is worth, hours.
            turn: The value at which the leaning turns, in its unit; NaN if there is not just one.
        """
        self._texts["question"].put(rows, quantity)
        self._number("question_worth")[rows] = worth
        self._number("question_turn")[rows] = turn

    def put_one(self, row: int, evaluation: Evaluation, *, advice: bool) -> None:
        """Fill in the answers to one row that was evaluated by itself, in place of all that was found before.

        Args:
            row: The row.
            evaluation: Its evaluation.
            advice: Whether its verdict, best way and question are told.
        """
        answers = dict(answers_of(evaluation, advice=advice))
        for name, column in self._texts.items():
            text = answers.get(name)
            column.put(row, None if text is None else str(text))
        for name in {*self._scorers, *TOTALS}.difference(self._absent):
            number = answers.get(name)
            self._number(name)[row] = math.nan if number is None else number

    def put_errors(self, row: int, errors: Iterable[object]) -> None:
        """Write into a row what is wrong with it, which leaves it without any answer."""
        for column in self._texts.values():
            column.put(row, None)
        for numbers in self._numbers.values():
            numbers[row] = math.nan
        self._texts["error"].put(row, "; ".join(map(str, errors)))

    def put_assumed(self, table: InvitationTable, plan: Plan) -> None:
        """Write into each usable row the names of the quantities and labels that were assumed in it.

        Args:
            table: What the rows say.
            plan: The scorers and gates.
        """
        column, usable = self._texts["assumed"], ~table.bad
        decided = {PREPARATION} if PREPARATION in plan.order else set[str]()
        known = {name: table.known(name) for name in plan.quantities if name not in decided}
        varying = [name for name, where in known.items() if where.any() and not where.all()]
        never = [name for name, where in known.items() if not where.any()]
        codes = np.zeros(table.rows, np.int64)
        patterns: list[tuple[bool, ...]] = [()]
        for name in varying:
            codes = 2 * codes + known[name]
            patterns = [(*pattern, is_known) for pattern in patterns for is_known in (False, True)]
            if len(patterns) > MANY or name == varying[-1]:
                occurring, codes = np.unique(codes, return_inverse=True)
                patterns = [patterns[code] for code in occurring.tolist()]
        places: list[int] = []
        for pattern in patterns:
            unknown = [name for name, is_known in zip(varying, pattern, strict=True) if not is_known]
            places.append(column.place("; ".join(sorted([*never, *unknown]))))
        column.codes[usable] = np.array(places)[codes][usable]

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
        columns = {**numbers, **{name: (list(text.words), text.codes) for name, text in self._texts.items()}}
        return frame_of({name: columns[name] for name in (*self._scorers, *ANSWERS)}, backend)
