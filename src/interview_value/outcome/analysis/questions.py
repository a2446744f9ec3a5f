"""Questions: what to find out before deciding, and what each answer is worth in hours (value of information)."""

from __future__ import annotations

import math

from attrs import frozen

from ...display.plain import Plain
from ..contributions import Verdict
from ..valuation import Valuation
from .conditional import Conditional, Curve, curves

__all__ = ["Question", "knowing_everything", "questions"]


@frozen
class Question(Plain):
    """A question, and what its answer is worth.

    Args:
        quantity: The name of the quantity that it asks for.
        text: The question in words.
        ask: Who can answer: ``"yourself"`` or ``"recruiter"``.
        worth: The expected value of the answer, hours, ≥ 0 (expected value of partial perfect information).
        low: The quantity's 5th percentile as it is estimated now, in its unit.
        high: Its 95th percentile.
        if_low: The verdict by the expected net value if the quantity were ``low``.
        if_high: The same if it were ``high``.
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


def knowing_everything(valuation: Valuation) -> float:
    """Return the value of knowing every quantity exactly before deciding, hours, ≥ 0.

    It is E[max(net, 0)] − max(E[net], 0) over the draws; no single answer can be worth more.
    """
    draws = valuation.net_draws
    if not isinstance(draws, tuple):
        return 0.0
    return max(math.fsum(net for net in draws if net > 0) / len(draws) - max(valuation.expected_net, 0.0), 0.0)


def questions(valuation: Valuation) -> tuple[Question, ...]:
    """Return a question for each uncertain quantity that counts and that somebody can answer.

    Args:
        valuation: The numbers, with their run.

    Returns:
        The questions, first those that a gate waits for, then by what the answer is worth, highest first.

    Raises:
        NotAtHandError: The evaluation was read back.
    """
    gates = {name: finding.name for finding in valuation.findings if finding.waits for name in finding.missing}
    limit = knowing_everything(valuation)
    by_name = {
        curve.quantity.name: _question(curve, limit, gates.get(curve.quantity.name, ""))
        for curve in curves(Conditional(valuation), constants=False)
    }
    # What only a gate reads moves no hours, and so has no curve.
    for item in valuation.inputs:
        if item.name in gates and item.name not in by_name and item.ask != "nobody" and item.estimate is not None:
            ends, leaning = (item.estimate.low, item.estimate.high), valuation.leaning
            by_name[item.name] = Question(
                item.name, item.question, item.ask, 0.0, *ends, leaning, leaning, gates[item.name]
            )
    return tuple(sorted(by_name.values(), key=lambda question: (not question.gate, -question.worth, question.quantity)))


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
        Verdict.ATTEND if curve.net_low > 0 else Verdict.DECLINE,
        Verdict.ATTEND if curve.net_high > 0 else Verdict.DECLINE,
        gate,
    )


def _worth(nets: list[float]) -> float:
    """Return E[max(net, 0)] − max(E[net], 0), both over the same levels, so that it is never negative."""
    gain = math.fsum(net for net in nets if net > 0)
    return max(gain - max(math.fsum(nets), 0.0), 0.0) / len(nets)
