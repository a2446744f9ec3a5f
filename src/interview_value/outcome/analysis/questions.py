"""Questions: what to find out before deciding, and what each answer is worth in hours (value of information)."""

from __future__ import annotations

import math

from attrs import frozen

from ..contributions import Verdict
from ..valuation import Valuation
from .conditional import Conditional, Curve, curves

__all__ = ["Question", "knowing_everything", "questions"]


@frozen
class Question:
    """A question, and what its answer is worth.

    Args:
        quantity: The name of the quantity that it asks for.
        text: The question in words.
        ask: Who can answer: ``"yourself"`` or ``"recruiter"``.
        worth: The expected value of the answer, hours, ≥ 0 (expected value of partial perfect information).
        low: The quantity's 5th percentile as it is estimated now, in its unit.
        high: Its 95th percentile.
        if_low: What the expected net value would say if it were ``low``.
        if_high: What the expected net value would say if it were ``high``.
        gate: The gate that waits for the answer; empty if none does.
    """

    quantity: str
    text: str
    ask: str
    worth: float
    low: float
    high: float
    if_low: Verdict
    if_high: Verdict
    gate: str = ""


def knowing_everything(evaluation: Valuation) -> float:
    """Return what it would be worth to know every quantity exactly before deciding, hours, ≥ 0.

    It is E[max(net, 0)] − max(E[net], 0) over the draws; no single answer can be worth more.
    """
    draws = evaluation.net_draws
    if not isinstance(draws, list):
        return 0.0
    return max(math.fsum(net for net in draws if net > 0) / len(draws) - max(evaluation.expected_net, 0.0), 0.0)


def questions(evaluation: Valuation) -> tuple[Question, ...]:
    """List what somebody could answer: what a gate waits for first, then by what the answer is worth.

    Args:
        evaluation: The evaluation.

    Returns:
        One question for each quantity that is uncertain, counts, and that somebody can answer.

    Raises:
        NotAtHandError: The evaluation was read back.
    """
    waiting = {name: finding.name for finding in evaluation.findings if finding.waits for name in finding.missing}
    limit = knowing_everything(evaluation)
    found = {
        curve.quantity.name: _question(curve, limit, waiting.get(curve.quantity.name, ""))
        for curve in curves(Conditional(evaluation), constants=False)
    }
    for entry in evaluation.inputs:
        if entry.name not in waiting or entry.name in found or entry.ask == "nobody":
            continue
        if entry.estimate is not None:
            ends, leaning = (entry.estimate.low, entry.estimate.high), evaluation.leaning
            found[entry.name] = Question(
                entry.name, entry.question, entry.ask, 0.0, *ends, leaning, leaning, waiting[entry.name]
            )
    return tuple(sorted(found.values(), key=lambda question: (not question.gate, -question.worth, question.quantity)))


def _question(curve: Curve, limit: float, gate: str) -> Question:
    quantity = curve.quantity
    return Question(
        quantity.name,
        quantity.question,
        quantity.ask,
        # A nanohour is far below what the draws resolve, and hides that NumPy sums in another order.
        round(min(_worth(curve.levels), limit), 9),
        curve.low,
        curve.high,
        verdict_of(curve.net_low),
        verdict_of(curve.net_high),
        gate,
    )


def _worth(nets: list[float]) -> float:
    """Return E[max(net, 0)] − max(E[net], 0), both over the same levels, so that it is never negative."""
    gain = math.fsum(net for net in nets if net > 0)
    return max(gain - max(math.fsum(nets), 0.0), 0.0) / len(nets)


def verdict_of(net: float) -> Verdict:
    """Return what an expected net value says."""
    return Verdict.ATTEND if net > 0 else Verdict.DECLINE
