"""Shown: an overview of a table as a page: the rows to look at, and whom to ask what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import narwhals as nw

from ..display.page import Page, Table
from ..display.words import about, percent
from ..evaluation.evaluation import Verdict
from ..evaluation.phrases import ASKED, HEADLINES, hours
from ..scoring.summary import Summary

if TYPE_CHECKING:
    from .overview import Overview, TableQuestion

__all__ = ["overview_page"]

MOST = 5
"""Questions that are shown; all are in the overview itself."""

HEADS = ("Row", "Net, hours", "90% range", "Confidence", "Verdict")
QUESTION_HEADS = ("Question", "Worth, hours", "Who", "Rows")


def overview_page(overview: Overview) -> Page:
    """Return the page that shows an overview; rows are counted from 0."""
    answers: nw.DataFrame[Any] = nw.from_native(overview.answers, eager_only=True)
    close = f"Too close to call: {len(overview.close):,} of {overview.too_close:,}, the least confident first"
    questions = tuple(map(_question, overview.questions[:MOST]))
    return Page(
        f"{len(answers):,} {'invitation' if len(answers) == 1 else 'invitations'}",
        (", ".join(_verdicts(overview)),),
        (
            Table("The highest net value", HEADS, tuple(_rows(answers, overview.top)), numbers=(1, 2, 3)),
            Table(close, HEADS, tuple(_rows(answers, overview.close)), numbers=(1, 2, 3)),
            Table("Whom to ask what", QUESTION_HEADS, questions, numbers=(1,)),
        ),
    )


def _verdicts(overview: Overview) -> Iterator[str]:
    for verdict, number in overview.verdicts.items():
        yield f"{HEADLINES[Verdict(verdict)].lower() if verdict else 'cannot be used'}: {number:,}"


def _rows(answers: nw.DataFrame[Any], rows: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
    names = ("net", "net_low", "net_high", "confidence", "verdict")
    chosen = answers.select(*names)[list(rows)]
    for row, (net, low, high, confidence, verdict) in zip(rows, chosen.iter_rows(), strict=True):
        yield f"{row:,}", *hours(Summary(net, low, high)), percent(confidence), HEADLINES[Verdict(verdict)]


def _question(question: TableQuestion) -> tuple[str, ...]:
    rows = f"worth it alone in {question.rows:,}" + (", but asked once for all" if question.shared else "")
    return question.text, about(question.worth), ASKED[question.ask], f"{rows}; most in row {question.row:,}"
