"""Answers: what comes out for each row of a table, before it becomes a frame of the caller's kind."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import narwhals as nw
import numpy as np
from attrs import define

from ..evaluation.evaluation import Evaluation
from ..export.frames import frame_of
from ..export.rows import LAST, NUMBERS, heading, to_ask
from ..outcome.contributions import Verdict
from .cells import Codes, Floats, Rows
from .sums import Sums

__all__ = ["ASK_FIRST", "ATTEND", "DECLINE", "UNSETTLED", "Answers", "Texts"]

VERDICTS = ("", None, *(verdict.value for verdict in Verdict))
ATTEND, ASK_FIRST, DECLINE = (VERDICTS.index(v.value) for v in (Verdict.ATTEND, Verdict.ASK_FIRST, Verdict.DECLINE))
UNSETTLED = VERDICTS.index(None)
RANGED = ("net_low", "net_high", "confidence", "question_worth")
"""What there is not where every quantity is at its median."""


@define(eq=False)
class Texts:
    """A column of texts, of which many rows have the same.

    Args:
        codes: The place of each row's text among the words.
        words: Each text that occurs with its place; the first is no None.
    """

    codes: Codes
    words: dict[str | None, int]

    @classmethod
    def of(cls, rows: int, words: Iterable[str | None], first: str | None) -> Texts:
        """Return a column in which each row has the same text."""
        places = {word: place for place, word in enumerate(words)}
        return cls(np.full(rows, places[first], np.int32), places)

    def put(self, rows: Any, text: str | None) -> None:
        """Write a text into some rows."""
        self.codes[rows] = self.place(text)

    def place(self, text: str | None) -> int:
        """Return the place of a text, which is kept if it is new."""
        return self.words.setdefault(text, len(self.words))


class Answers:
    """The answers of all rows of a table, filled in block by block; NaN stands for what there is not.

    Args:
        rows: How many rows there are.
        scorers: The names of the scorers.
        central: Whether every quantity is at its median, so that there are no ranges.
    """

    def __init__(self, rows: int, scorers: Iterable[str], *, central: bool) -> None:
        self._rows, self._scorers = rows, tuple(map(heading, scorers))
        self._absent = RANGED if central else ()
        self._numbers: dict[str, Floats] = {}
        self.verdict: Texts = Texts.of(rows, VERDICTS, None)
        self.question: Texts = Texts.of(rows, ("", None), None)
        self.assumed: Texts = Texts.of(rows, ("", None), None)
        self.error: Texts = Texts.of(rows, ("",), "")

    def put(self, rows: Rows, sums: Sums, verdicts: Any, error: str) -> None:
        """Fill in what came out for some rows at once."""
        totals = {"benefit": sums.benefit, "cost": sums.cost, "net": sums.net}
        spread = {"net_low": sums.low, "net_high": sums.high, "confidence": sums.confidence}
        self._write(rows, sums.means, {**totals, **spread})
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
        """Fill in what came out for one row by itself.

        Args:
            row: The row.
            evaluation: Its evaluation.
            settled: Whether the verdict is worked out even if it hangs on the questions.
        """
        e = evaluation
        totals = {"benefit": e.benefit.mean, "cost": e.cost.mean}
        spread = dict(zip(("net", "net_low", "net_high"), e.net, strict=True))
        self._write(row, {c.name: c.mean for c in e.contributions}, {**totals, **spread, "confidence": e.confidence})
        self.verdict.put(row, e.verdict.value if settled else None)
        if settled and (question := to_ask(e)) and not self._absent:
            self.question.put(row, question.quantity)
            self._number("question_worth")[row] = question.worth
        self.refuse(row, e.errors)

    def refuse(self, row: int, mistakes: Iterable[object]) -> None:
        """Say what is wrong with a row."""
        self.error.put(row, "; ".join(map(str, mistakes)))

    def _write(self, rows: Any, means: Mapping[str, Any], found: Mapping[str, Any]) -> None:
        whole = not self._numbers and isinstance(rows, slice) and rows == slice(0, self._rows)
        for name, value in {**{heading(name): mean for name, mean in means.items()}, **found}.items():
            if name in self._absent:
                continue
            if whole:
                self._numbers[name] = np.broadcast_to(value, self._rows).copy()
            else:
                self._number(name)[rows] = value

    def _number(self, name: str) -> Floats:
        """Return a column of numbers."""
        if name not in self._numbers:
            self._numbers[name] = np.full(self._rows, math.nan)
        return self._numbers[name]

    def frame(self, backend: Any) -> nw.DataFrame[Any]:
        """Return the answers as a frame.

        Args:
            backend: Of which library, as narwhals knows it.
        """
        numbers = {name: None if name in self._absent else self._number(name) for name in (*self._scorers, *NUMBERS)}
        texts = {"verdict": self.verdict, "question": self.question, "assumed": self.assumed, "error": self.error}
        columns = {**numbers, **{name: (list(text.words), text.codes) for name, text in texts.items()}}
        return frame_of({name: columns[name] for name in (*self._scorers, *LAST)}, backend)
