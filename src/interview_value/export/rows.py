"""Rows: evaluations as a table, a row for each, before it becomes a file, a frame or a matrix."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from ..deciding.comparison import Comparison
from ..errors import FieldError, InvalidInputError
from ..evaluation.evaluation import Evaluation
from ..model.invitation import Stage
from ..outcome.analysis.questions import Question

__all__ = [
    "ANSWERS",
    "TEXTS",
    "TOTALS",
    "Evaluations",
    "Value",
    "answers_of",
    "evaluations_of",
    "heading",
    "question_to_ask",
    "table",
]

Evaluations: TypeAlias = Evaluation | Comparison | Iterable[Evaluation]
"""What can be exported: one evaluation, several, or a comparison."""

Value: TypeAlias = str | float | None

INVITATION = ("role", "organization", "stage", "starts")
"""The columns of what is said of the invitation, which come first."""

ANSWERS = (
    *("benefit", "cost", "net", "net_low", "net_high", "confidence", "verdict", "leaning"),
    *("best_way", "best_way_worth", "best_hours", "question", "question_worth", "question_turn", "assumed", "error"),
)
"""The columns of the answer, which come last, behind those of the scorers."""

CHANCE_BEST = "chance_best"

TEXTS = frozenset({*INVITATION, "verdict", "leaning", "best_way", "question", "assumed", "error"})
"""The columns of texts; all others are numbers."""

TOTALS = tuple(name for name in ANSWERS if name not in TEXTS)
"""The columns of the answer that are numbers."""


def table(evaluations: Evaluations) -> tuple[list[str], list[dict[str, Value]]]:
    """Return the names of the columns, and a row for each evaluation in which None stands for unknown or failed.

    Args:
        evaluations: One, several, or a comparison, whose order is kept.

    Raises:
        InvalidInputError: One of them is no evaluation.
    """
    rows = [dict(_row(item)) for item in evaluations_of(evaluations)]
    if isinstance(evaluations, Comparison):
        for row, ranked in zip(rows, evaluations.ranking, strict=True):
            row[CHANCE_BEST] = ranked.chance_best
    middle = dict.fromkeys(name for row in rows for name in row if name not in (*INVITATION, *ANSWERS))
    names = [*INVITATION, *middle, *ANSWERS]
    return names, [{name: row.get(name) for name in names} for row in rows]


def evaluations_of(evaluations: Evaluations) -> list[Evaluation]:
    """Return the evaluations in their order.

    Raises:
        InvalidInputError: One of them is no evaluation.
    """
    if isinstance(evaluations, Evaluation):
        return [evaluations]
    if isinstance(evaluations, Comparison):
        return [ranked.evaluation for ranked in evaluations.ranking]
    if not isinstance(evaluations, Iterable):
        allowed = "an Evaluation, several of them, or a Comparison"
        raise InvalidInputError("export", [FieldError("evaluations", evaluations, allowed)])
    items = list(evaluations)
    mistakes = [
        FieldError(f"evaluations[{place}]", item, "an Evaluation")
        for place, item in enumerate(items)
        if not isinstance(item, Evaluation)
    ]
    if mistakes:
        raise InvalidInputError("export", mistakes)
    return items


def heading(scorer: str) -> str:
    """Return the heading of a scorer's column, which is that of no other column."""
    return f"{scorer} (criterion)" if scorer in (*INVITATION, *ANSWERS, CHANCE_BEST) else scorer


def question_to_ask(evaluation: Evaluation) -> Question | None:
    """Return the question to ask before deciding, if that is the verdict and there is one."""
    return evaluation.first_question if evaluation.verdict.asks else None


def _row(evaluation: Evaluation) -> Iterator[tuple[str, Value]]:
    """Yield the name of each column with the value of an evaluation in it."""
    invitation = evaluation.invitation
    yield "role", invitation.role
    yield "organization", invitation.organization
    yield "stage", None if invitation.stage is Stage.UNKNOWN else invitation.stage.value
    yield "starts", invitation.starts.isoformat() if invitation.starts else None
    yield from answers_of(evaluation)


def answers_of(evaluation: Evaluation, *, advice: bool = True) -> Iterator[tuple[str, Value]]:
    """Yield the name of each column of scorers and answers with the value of an evaluation in it.

    Args:
        evaluation: The evaluation.
        advice: Whether the best way, the question, and the verdict that depends on both, which take longest, are among
            them.
    """
    for item in evaluation.contributions:
        yield heading(item.name), None if item.error else _number(item.hours.mean)
    yield "benefit", _number(evaluation.benefit.mean)
    yield "cost", _number(evaluation.cost.mean)
    yield from zip(("net", "net_low", "net_high"), map(_number, evaluation.net), strict=True)
    yield "confidence", evaluation.confidence
    yield "leaning", evaluation.leaning.value
    yield "best_hours", evaluation.best_hours
    if advice or evaluation.ruling is not None:
        yield "verdict", evaluation.verdict.value
    if advice:
        yield from _advice(evaluation)
    yield "assumed", "; ".join(evaluation.assumed)
    yield "error", "; ".join(evaluation.errors)


def _advice(evaluation: Evaluation) -> Iterator[tuple[str, Value]]:
    if evaluation.ways:
        yield "best_way", evaluation.ways[0].name
        yield "best_way_worth", evaluation.ways[0].worth
    if question := question_to_ask(evaluation):
        yield "question", question.quantity
        yield "question_worth", question.worth
        yield "question_turn", question.turn


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None
